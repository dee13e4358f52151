#include "reference/domain/camera.h"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "reference/domain/annex_a.h"
#include "reference/domain/hit.h"
#include "tests/unit/reference/domain/wrong.h"

namespace {

using domain::CameraClass;
using domain::FeedId;

const base::ErrorKind* feed_fault(std::string_view text) {
  const auto feed = FeedId::make(text);
  return feed ? nullptr : feed.error().kind;
}

TEST(AnnexA, HasFiftyFiveOrganisationsWithCodesOfTheirOwn) {
  std::set<std::string_view> codes;
  std::set<std::string_view> symbols;
  for (const domain::Organisation& organisation : domain::annex_a()) {
    EXPECT_FALSE(organisation.code.empty());
    EXPECT_FALSE(organisation.symbol.empty());
    EXPECT_LE(organisation.symbol.size(), 6U) << organisation.symbol;
    codes.insert(organisation.code);
    symbols.insert(organisation.symbol);
  }
  EXPECT_EQ(codes.size(), 55U);
  EXPECT_EQ(symbols.size(), 54U) << "88 and LEA show the same text (R-38), and no others do";
}

TEST(AnnexA, KnowsCodesThatAreNoTwoDigits) {
  EXPECT_EQ(domain::find_organisation("201")->symbol, "DVSA");
  EXPECT_EQ(domain::find_organisation("TUTELAGE")->symbol, "TULAGE");
  EXPECT_EQ(domain::find_organisation("35")->symbol, "CAMBS");
  EXPECT_EQ(domain::find_organisation("tutelage"), nullptr);
  EXPECT_EQ(domain::find_organisation("7"), nullptr);
  EXPECT_EQ(domain::find_organisation(""), nullptr);
}

TEST(FeedId, IsEachTwoDigitCodeOfAnnexAAndNoOther) {
  for (int number = 0; number < 100; ++number) {
    const std::string text = fmt::format("{:02}", number);
    const auto feed = FeedId::make(text);
    EXPECT_EQ(feed.has_value(), domain::find_organisation(text) != nullptr) << text;
    if (!feed) {
      EXPECT_EQ(feed.error().kind, &domain::kFeedIdUnknown);
      continue;
    }
    EXPECT_EQ(feed->text(), text);
    EXPECT_EQ(feed->number(), number);
  }
}

TEST(FeedId, IsTwoDigits) {
  for (const char* text : {"", "7", "007", "201", "LEA", "a7", "7a", " 7", "-7", "3\xc2\xb2"}) {
    EXPECT_EQ(feed_fault(text), &domain::kFeedIdNotTwoDigits) << text;
  }
  EXPECT_EQ(feed_fault("00"), &domain::kFeedIdUnknown);
}

TEST(CameraClass, IsOneOfFiveWords) {
  for (const auto each : {CameraClass::kStatic, CameraClass::kMoveable, CameraClass::kDualLane, CameraClass::kCctv, CameraClass::kMobile}) {
    EXPECT_EQ(*domain::parse_camera_class(domain::text_of(each)), each);
  }
  for (const char* text : {"", "Static", "static ", "dual lane", "mobil"}) {
    const auto parsed = domain::parse_camera_class(text);
    ASSERT_FALSE(parsed.has_value()) << text;
    EXPECT_EQ(parsed.error().kind, &domain::kCameraClassUnknown);
  }
}

RC_GTEST_PROP(CameraId, ComesBackFromItsText, ()) {
  const auto source = *rc::gen::inRange(1, 10'000);
  const auto nrd = *rc::gen::inRange(0, 10'000);
  const auto text = fmt::format("07-{}-{}", source, nrd);
  const auto camera = domain::parse_camera_id(text);
  RC_ASSERT(camera.has_value());
  RC_ASSERT(camera->source.value() == source);
  RC_ASSERT(camera->nrd.value() == nrd);
  RC_ASSERT(camera->text() == text);
}

class WrongCamera : public testing::TestWithParam<Wrong> {};
TEST_P(WrongCamera, HasItsKind) {
  const auto camera = domain::parse_camera_id(GetParam().text);
  ASSERT_FALSE(camera.has_value()) << GetParam().text;
  EXPECT_EQ(camera.error().kind->name, GetParam().kind->name) << GetParam().text;
}
INSTANTIATE_TEST_SUITE_P(CameraId, WrongCamera,
                         testing::Values(Wrong{"", &domain::kCameraIdMalformed}, Wrong{"35", &domain::kCameraIdMalformed},
                                         Wrong{"35-12", &domain::kCameraIdMalformed}, Wrong{"35--42", &domain::kCameraIdMalformed},
                                         Wrong{"35-12-", &domain::kCameraIdMalformed}, Wrong{"35-012-42", &domain::kCameraIdMalformed},
                                         Wrong{"35-12-042", &domain::kCameraIdMalformed}, Wrong{"35-12-42-1", &domain::kCameraIdMalformed},
                                         Wrong{"35-12345-42", &domain::kCameraIdMalformed}, Wrong{"35-12- 42", &domain::kCameraIdMalformed},
                                         Wrong{"5-12-42", &domain::kFeedIdNotTwoDigits}, Wrong{"-12-42", &domain::kFeedIdNotTwoDigits},
                                         Wrong{"99-12-42", &domain::kFeedIdUnknown}, Wrong{"99-0-42", &domain::kFeedIdUnknown},
                                         Wrong{"35-0-42", &domain::kSourceIdOutOfRange}));

TEST(Action, IsOneOfThreeWordsToTheLetter) {
  for (const auto each : {domain::Action::kStop, domain::Action::kAssess, domain::Action::kNoAlert}) {
    EXPECT_EQ(domain::find_action(domain::text_of(each)), each);
  }
  for (const char* word : {"", "STOP", "stop", "No alert", "Stop "}) EXPECT_EQ(domain::find_action(word), std::nullopt) << word;
}

}  // namespace
