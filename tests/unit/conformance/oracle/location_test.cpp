// Places in texts, and how far two of them lie apart.
#include "conformance/oracle/parse/location.h"

#include <gtest/gtest.h>

#include "conformance/oracle/distance.h"

namespace oracle {
namespace {

using base::event::Position;
using parse::location_of;
using parse::LocationForm;

struct Place {
  std::string_view text;
  LocationForm form;
  std::int32_t latitude_e7, longitude_e7;
};

class WrittenPlaceTest : public testing::TestWithParam<Place> {};

TEST_P(WrittenPlaceTest, IsRead) {
  const parse::Location found = location_of(GetParam().text);
  EXPECT_EQ(found.form, GetParam().form) << GetParam().text << ": " << found.trouble;
  EXPECT_EQ(found.at.latitude_deg_e7, GetParam().latitude_e7) << GetParam().text;
  EXPECT_EQ(found.at.longitude_deg_e7, GetParam().longitude_e7) << GetParam().text;
  EXPECT_TRUE(found.trouble.empty());
}

INSTANTIATE_TEST_SUITE_P(Signed, WrittenPlaceTest,
                         testing::Values(Place{"51.507351,-0.127758", LocationForm::kSigned, 515'073'510, -1'277'580},
                                         Place{"51.507351, -0.127758", LocationForm::kSigned, 515'073'510, -1'277'580},
                                         Place{"+51.5,+0.1", LocationForm::kSigned, 515'000'000, 1'000'000},
                                         Place{"-90.0,180.0", LocationForm::kSigned, -900'000'000, 1'800'000'000},
                                         Place{"090.0,-180.0", LocationForm::kSigned, 900'000'000, -1'800'000'000},
                                         Place{"0.00000005,-0.00000005", LocationForm::kSigned, 1, -1},
                                         Place{"0.00000004999,0.0", LocationForm::kSigned, 0, 0},
                                         Place{"52.20510149999999999999,0.12184", LocationForm::kSigned, 522'051'015, 1'218'400}));

INSTANTIATE_TEST_SUITE_P(Letters, WrittenPlaceTest,
                         testing::Values(Place{"51.507351N,0.127758W", LocationForm::kLetters, 515'073'510, -1'277'580},
                                         Place{"N51.507351,W0.127758", LocationForm::kLetters, 515'073'510, -1'277'580},
                                         Place{"N51.507351 W0.127758", LocationForm::kLetters, 515'073'510, -1'277'580},
                                         Place{"51.5 S, 0.1 E", LocationForm::kLetters, -515'000'000, 1'000'000},
                                         Place{"51.5N 0.1E", LocationForm::kLetters, 515'000'000, 1'000'000},
                                         Place{"N0000000 E0000000", LocationForm::kNoFix, 0, 0}));

struct NoPlace {
  std::string_view text, trouble;
};

class NoPlaceWrittenTest : public testing::TestWithParam<NoPlace> {};

TEST_P(NoPlaceWrittenTest, IsSaidWhy) {
  const parse::Location found = location_of(GetParam().text);
  EXPECT_EQ(found.form, LocationForm::kNone) << GetParam().text;
  EXPECT_NE(found.trouble.find(GetParam().trouble), std::string_view::npos) << GetParam().text << ": " << found.trouble;
}

INSTANTIATE_TEST_SUITE_P(
    Broken, NoPlaceWrittenTest,
    testing::Values(NoPlace{"", "empty"}, NoPlace{"  ", "empty"}, NoPlace{"51.5 -0.1", "no comma"}, NoPlace{"51.5;-0.1", "no comma"},
                    NoPlace{"51,5,-0,1", "more than one comma"}, NoPlace{"51,0", "without decimals"},
                    NoPlace{"51.5\xc2\xb0,-0.1\xc2\xb0", "degree sign"}, NoPlace{"51\xc2\xb0 30' N,0\xc2\xb0 7' W", "minutes"},
                    NoPlace{"51:30:26,-0:07:39", "minutes"}, NoPlace{"90.0000001,0.0", "beyond 90 degrees"},
                    NoPlace{"-120.5,51.5", "swapped"}, NoPlace{"51.5,180.0000001", "beyond 180"}, NoPlace{"51.5N,-0.1W", "no two numbers"},
                    NoPlace{"51.5N,0.1N", "no two numbers"}, NoPlace{"W0.1,N51.5", "no two numbers"}, NoPlace{"5.15e1,-0.1", "no two"},
                    NoPlace{"51.,0.1", "no two"}, NoPlace{".5,0.1", "no two"}, NoPlace{"0051.5,0.1", "no two"}, NoPlace{"51.5,", "no two"},
                    NoPlace{",", "without decimals"}, NoPlace{"n0000000 e0000000", "no fix"}, NoPlace{"N0000000,E0000000", "no fix"},
                    NoPlace{"TL4512358345", "no comma"}));

TEST(LocationTest, WhatIsTooLongIsNoPlace) {
  EXPECT_EQ(location_of("51.5" + std::string(80, '0') + ",0.1").trouble, "a text longer than any place");
}

TEST(DistanceTest, IsRightToAMillimetreOverAKilometre) {
  const Position london{515'073'510, -1'277'580};
  EXPECT_EQ(distance_mm(london, london), 0);
  // By other ways: along the equator, along meridians by integration of the arc, else by Vincenty's inverse formula.
  EXPECT_NEAR(static_cast<double>(distance_mm({0, 0}, {0, 89'832})), 1'000'005.25, 1);
  EXPECT_NEAR(static_cast<double>(distance_mm({0, 0}, {90'437, 0})), 1'000'000.58, 1);
  EXPECT_NEAR(static_cast<double>(distance_mm({520'000'000, 0}, {520'089'874, 0})), 1'000'004.98, 1);
  EXPECT_NEAR(static_cast<double>(distance_mm({520'000'000, 0}, {520'060'000, 90'000})), 909'777.39, 1);
  EXPECT_NEAR(static_cast<double>(distance_mm({605'000'000, -12'000'000}, {605'080'000, -11'900'000})), 1'047'126.76, 1);
  EXPECT_NEAR(static_cast<double>(distance_mm({500'000'000, -55'000'000}, {499'955'000, -54'900'000})), 874'418.07, 1);
}

TEST(DistanceTest, KnowsTheCircle) {
  EXPECT_EQ(distance_mm({0, 1'799'999'999}, {0, -1'799'999'999}), distance_mm({0, 0}, {0, 2}));
  EXPECT_EQ(distance_mm({100'000'000, 5}, {100'000'100, -5}), distance_mm({100'000'100, -5}, {100'000'000, 5}));
  EXPECT_GT(distance_mm({-900'000'000, 0}, {900'000'000, 0}), 19'000'000'000);
}

TEST(ReachTest, LeavesOpenWhatTheUncertaintyCovers) {
  EXPECT_EQ(reach_of(9'500, 500, 10'000), Reach::kWithin);
  EXPECT_EQ(reach_of(9'501, 500, 10'000), Reach::kUnclear);
  EXPECT_EQ(reach_of(10'500, 500, 10'000), Reach::kUnclear);
  EXPECT_EQ(reach_of(10'501, 500, 10'000), Reach::kBeyond);
  EXPECT_EQ(metres(12'005), "12.005 m");
}

}  // namespace
}  // namespace oracle
