#include "reference/base/instant.h"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "tests/unit/reference/base/plain_calendar.h"

namespace {

using base::Instant;

TEST(Instant, WritesTheEpoch) { EXPECT_EQ(base::to_rfc3339(Instant{0}), "1970-01-01T00:00:00.000000Z"); }

TEST(Instant, CutsOffWhatLiesBelowAMicrosecond) {
  EXPECT_EQ(base::to_rfc3339(Instant{1'999}), "1970-01-01T00:00:00.000001Z");
  EXPECT_EQ(base::to_rfc3339(Instant{-1}), "1969-12-31T23:59:59.999999Z");
}

TEST(Instant, ReadsNoneToNineDigitsOfTheSecond) {
  EXPECT_EQ(base::parse_rfc3339("2019-06-11T07:00:00Z")->ns, 1'560'236'400'000'000'000);
  EXPECT_EQ(base::parse_rfc3339("2019-06-11T07:00:00.5Z")->ns, 1'560'236'400'500'000'000);
  EXPECT_EQ(base::parse_rfc3339("2019-06-11T07:00:00.123456789Z")->ns, 1'560'236'400'123'456'789);
}

class NotAnInstant : public testing::TestWithParam<const char*> {};
TEST_P(NotAnInstant, IsRefused) {
  const auto instant = base::parse_rfc3339(GetParam());
  ASSERT_FALSE(instant.has_value());
  EXPECT_EQ(instant.error().kind, &base::kInstantNotRfc3339);
}
INSTANTIATE_TEST_SUITE_P(Instant, NotAnInstant,
                         testing::Values("", "Z", "2019-06-11", "2019-06-11T07:00:00", "2019-06-11T07:00:00.Z",
                                         "2019-06-11T07:00:00.1234567890Z", "2019-06-11T07:00:00+01:00", "2019-06-11 07:00:00Z",
                                         "2019-02-29T07:00:00Z", "2019-13-01T07:00:00Z", "2019-06-31T07:00:00Z", "2019-06-11T24:00:00Z",
                                         "2019-06-11T07:60:00Z", "2019-06-11T07:00:60Z", "1677-12-31T07:00:00Z", "2262-01-01T07:00:00Z",
                                         "2019-06-11T07:00:00zZ", "2o19-06-11T07:00:00Z", "2019-06-11T07:00:00.12x4Z",
                                         " 2019-06-11T07:00:00Z"));

RC_GTEST_PROP(Instant, ComesBackFromItsText, ()) {
  const auto us = *rc::gen::inRange<std::int64_t>(-9'000'000'000'000'000, 9'000'000'000'000'000);
  const Instant at{us * 1'000};
  const auto back = base::parse_rfc3339(base::to_rfc3339(at));
  RC_ASSERT(back.has_value());
  RC_ASSERT(*back == at);
}

RC_GTEST_PROP(Instant, AgreesWithThePlainCalendar, ()) {
  const int year = *rc::gen::inRange(1678, 2262);
  const int month = *rc::gen::inRange(1, 13);
  const int day = *rc::gen::inRange(1, 32);
  const int hour = *rc::gen::inRange(0, 24);
  const int minute = *rc::gen::inRange(0, 60);
  const int second = *rc::gen::inRange(0, 60);
  const auto at = base::parse_rfc3339(fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z", year, month, day, hour, minute, second));
  RC_ASSERT(at.has_value() == (day <= plain_calendar::days_of(year, month)));
  if (at) RC_ASSERT(at->ns == plain_calendar::seconds(year, month, day, hour, minute, second) * 1'000'000'000);
}

RC_GTEST_PROP(Instant, NeverThrowsOnAnyText, (const std::string& text)) {
  const auto at = base::parse_rfc3339(text);
  if (at) RC_ASSERT(base::to_rfc3339(*at).substr(0, 19) == text.substr(0, 19));
}

TEST(Duration, CountsInNanoseconds) {
  EXPECT_EQ(base::hours(1).ns, 3'600'000'000'000);
  EXPECT_EQ(base::minutes(2) - base::seconds(120), base::nanoseconds(0));
  EXPECT_EQ(base::milliseconds(3) + base::microseconds(4), base::nanoseconds(3'004'000));
  EXPECT_EQ(base::seconds(9) / 3, base::seconds(1) * 3);
  EXPECT_EQ(Instant{50} - Instant{20}, base::nanoseconds(30));
  EXPECT_LT(Instant{20} - base::nanoseconds(1), Instant{20});
}

}  // namespace
