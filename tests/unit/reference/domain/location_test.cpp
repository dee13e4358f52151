#include "reference/domain/location.h"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "tests/unit/reference/domain/wrong.h"

namespace {

using domain::Location;
using domain::parse_location;

class WrongLocation : public testing::TestWithParam<Wrong> {};
TEST_P(WrongLocation, HasItsKind) {
  const auto location = parse_location(GetParam().text);
  ASSERT_FALSE(location.has_value()) << GetParam().text;
  EXPECT_EQ(location.error().kind->name, GetParam().kind->name) << GetParam().text;
}
INSTANTIATE_TEST_SUITE_P(
    Location, WrongLocation,
    testing::Values(Wrong{"", &domain::kLocationMissing}, Wrong{" ", &domain::kLocationNotDecimal},
                    Wrong{"52.2", &domain::kLocationNotDecimal}, Wrong{"52.2,", &domain::kLocationNotDecimal},
                    Wrong{",0.1", &domain::kLocationNotDecimal}, Wrong{"52,0", &domain::kLocationNotDecimal},
                    Wrong{"52.,0.1", &domain::kLocationNotDecimal}, Wrong{".2,0.1", &domain::kLocationNotDecimal},
                    Wrong{"52.2, 0.1", &domain::kLocationNotDecimal}, Wrong{"52.2 0.1", &domain::kLocationNotDecimal},
                    Wrong{"52.2;0.1", &domain::kLocationNotDecimal}, Wrong{"N52.2,E0.1", &domain::kLocationNotDecimal},
                    Wrong{"52.2N,0.1E", &domain::kLocationNotDecimal}, Wrong{"5e1.0,0.1", &domain::kLocationNotDecimal},
                    Wrong{"52.2e0,0.1", &domain::kLocationNotDecimal}, Wrong{"--52.2,0.1", &domain::kLocationNotDecimal},
                    Wrong{"0052.2,0.1", &domain::kLocationNotDecimal}, Wrong{"52.12345678901,0.1", &domain::kLocationNotDecimal},
                    Wrong{"52.2,0.1,0.1", &domain::kLocationNotDecimal}, Wrong{"n0000000 e0000000", &domain::kLocationNotDecimal},
                    Wrong{"N0000000E0000000", &domain::kLocationNotDecimal}, Wrong{"N0000000 E0000000 ", &domain::kLocationNotDecimal},
                    Wrong{"nan,nan", &domain::kLocationNotDecimal}, Wrong{"90.0000001,0.1", &domain::kLocationOutOfRange},
                    Wrong{"-90.0000001,0.1", &domain::kLocationOutOfRange}, Wrong{"52.2,180.0000001", &domain::kLocationOutOfRange},
                    Wrong{"52.2,-180.0000001", &domain::kLocationOutOfRange}, Wrong{"999.9,999.9", &domain::kLocationOutOfRange}));

TEST(Location, ReachesThePolesAndTheDateLine) {
  EXPECT_EQ(parse_location("90.0,180.0")->text(), "90.0000000,180.0000000");
  EXPECT_EQ(parse_location("-90.0,-180.0")->text(), "-90.0000000,-180.0000000");
}

TEST(Location, CutsOffPastTheSeventhDecimal) {
  EXPECT_EQ(parse_location("52.12345679,-0.00000019")->latitude_deg_e7(), 521'234'567);
  EXPECT_EQ(parse_location("52.12345679,-0.00000019")->longitude_deg_e7(), -1);
  EXPECT_EQ(parse_location("+52.1,+0.1")->text(), "52.1000000,0.1000000");
}

TEST(Location, OfAUnitWithoutAFixIsItsLiteral) {
  const auto location = parse_location("N0000000 E0000000");
  ASSERT_TRUE(location.has_value());
  EXPECT_FALSE(location->has_fix());
  EXPECT_EQ(*location, Location::no_fix());
  EXPECT_EQ(location->text(), "N0000000 E0000000");
}

TEST(Location, NullIslandIsAPositionAndNoLackOfOne) {
  EXPECT_TRUE(parse_location("0.0,0.0")->has_fix());
  EXPECT_FALSE(*parse_location("0.0,0.0") == Location::no_fix());
}

/// Degrees as text by a plain second way: the number's digits, zeros in front, and a point seven places from the end.
std::string plain_degrees(std::int64_t value) {
  std::string digits = std::to_string(value < 0 ? -value : value);
  while (digits.size() < 8) digits.insert(0, 1, '0');
  digits.insert(digits.size() - 7, 1, '.');
  return (value < 0 ? "-" : "") + digits;
}

RC_GTEST_PROP(Location, ComesBackFromItsText, ()) {
  const auto latitude = *rc::gen::inRange<std::int32_t>(-900'000'000, 900'000'001);
  const auto longitude = *rc::gen::inRange<std::int32_t>(-1'800'000'000, 1'800'000'001);
  const auto location = Location::make(latitude, longitude);
  RC_ASSERT(location.has_value());
  RC_ASSERT(location->text() == plain_degrees(latitude) + "," + plain_degrees(longitude));
  RC_ASSERT(*parse_location(location->text()) == *location);
}

RC_GTEST_PROP(Location, OutOfRangeIsNone, ()) {
  const auto latitude = *rc::gen::arbitrary<std::int32_t>();
  const auto longitude = *rc::gen::arbitrary<std::int32_t>();
  const bool within = latitude >= -900'000'000 && latitude <= 900'000'000 && longitude >= -1'800'000'000 && longitude <= 1'800'000'000;
  const auto location = Location::make(latitude, longitude);
  RC_ASSERT(location.has_value() == within);
  if (!within) RC_ASSERT(location.error().kind == &domain::kLocationOutOfRange);
}

RC_GTEST_PROP(Location, OfAnyTextIsOneOrAFault, (const std::string& text)) {
  const auto location = parse_location(text);
  if (location) RC_ASSERT(parse_location(location->text()) == *location);
}

}  // namespace
