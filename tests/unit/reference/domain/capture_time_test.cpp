#include "reference/domain/capture_time.h"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "tests/unit/reference/base/plain_calendar.h"
#include "tests/unit/reference/domain/wrong.h"

namespace {

using domain::CaptureTime;
using domain::parse_capture_time;

class WrongTime : public testing::TestWithParam<Wrong> {};
TEST_P(WrongTime, HasItsKind) {
  const auto time = parse_capture_time(GetParam().text);
  ASSERT_FALSE(time.has_value());
  EXPECT_EQ(time.error().kind->name, GetParam().kind->name) << GetParam().text;
}
// Where several things are wrong, the one of the lowest rank is said.
INSTANTIATE_TEST_SUITE_P(
    CaptureTime, WrongTime,
    testing::Values(Wrong{"", &domain::kTimeWrongLength}, Wrong{"1/6/2019 08:00:00", &domain::kTimeWrongLength},
                    Wrong{"11/06/2019 08:00:00 ", &domain::kTimeWrongLength}, Wrong{"11/06/19 08:00:00", &domain::kTimeWrongLength},
                    Wrong{"11-06-2019 08:00:00", &domain::kTimeWrongSeparator}, Wrong{"11/06/2019T08:00:00", &domain::kTimeWrongSeparator},
                    Wrong{"2019/06/11 08:00:00", &domain::kTimeWrongSeparator}, Wrong{"xx-06-2019 08:00:00", &domain::kTimeWrongSeparator},
                    Wrong{"1x/06/2019 08:00:00", &domain::kTimeNotDigits}, Wrong{" 1/06/2019 08:00:00", &domain::kTimeNotDigits},
                    Wrong{"11/06/2019 +8:00:00", &domain::kTimeNotDigits}, Wrong{"xx/99/2019 08:00:00", &domain::kTimeNotDigits},
                    Wrong{"29/02/2019 08:00:00", &domain::kTimeNoSuchDate}, Wrong{"29/02/1900 08:00:00", &domain::kTimeNoSuchDate},
                    Wrong{"31/04/2019 08:00:00", &domain::kTimeNoSuchDate}, Wrong{"00/04/2019 08:00:00", &domain::kTimeNoSuchDate},
                    Wrong{"06/13/2019 08:00:00", &domain::kTimeNoSuchDate}, Wrong{"06/00/2019 08:00:00", &domain::kTimeNoSuchDate},
                    Wrong{"11/06/1677 08:00:00", &domain::kTimeNoSuchDate}, Wrong{"11/06/2262 08:00:00", &domain::kTimeNoSuchDate},
                    Wrong{"31/02/2019 25:00:00", &domain::kTimeNoSuchDate}, Wrong{"11/06/2019 24:00:00", &domain::kTimeNoSuchHour},
                    Wrong{"11/06/2019 08:60:00", &domain::kTimeNoSuchHour}, Wrong{"11/06/2019 08:00:60", &domain::kTimeNoSuchHour}));

TEST(CaptureTime, KnowsLeapDays) {
  EXPECT_TRUE(parse_capture_time("29/02/2020 00:00:00").has_value());
  EXPECT_TRUE(parse_capture_time("29/02/2000 23:59:59").has_value());
}

TEST(CaptureTime, TruncatesTowardsThePast) {
  EXPECT_EQ(CaptureTime::truncate({1'999'999'999}).text(), "01/01/1970 00:00:01");
  EXPECT_EQ(CaptureTime::truncate({-1}).text(), "31/12/1969 23:59:59");
  EXPECT_EQ(CaptureTime::truncate({-1'000'000'000}).text(), "31/12/1969 23:59:59");
}

// A capture on a June morning in England is an hour behind the clocks on the wall.
TEST(CaptureTime, IsGreenwichMeanTimeInSummerToo) {
  EXPECT_EQ(CaptureTime::truncate(*base::parse_rfc3339("2019-06-11T07:00:00Z")).text(), "11/06/2019 07:00:00");
}

RC_GTEST_PROP(CaptureTime, AgreesWithThePlainCalendar, ()) {
  const int year = *rc::gen::inRange(1678, 2262);
  const int month = *rc::gen::inRange(1, 13);
  const int day = *rc::gen::inRange(1, 32);
  const int hour = *rc::gen::inRange(0, 24);
  const int minute = *rc::gen::inRange(0, 60);
  const int second = *rc::gen::inRange(0, 60);
  const auto text = fmt::format("{:02}/{:02}/{:04} {:02}:{:02}:{:02}", day, month, year, hour, minute, second);
  const auto time = parse_capture_time(text);
  RC_ASSERT(time.has_value() == (day <= plain_calendar::days_of(year, month)));
  if (!time) return;
  RC_ASSERT(time->instant().ns == plain_calendar::seconds(year, month, day, hour, minute, second) * 1'000'000'000);
  RC_ASSERT(time->text() == text);
}

RC_GTEST_PROP(CaptureTime, IsTheWholeSecondAtOrBeforeTheInstant, ()) {
  const base::Instant at{*rc::gen::inRange<std::int64_t>(-9'000'000'000'000'000'000, 9'000'000'000'000'000'000)};
  const base::Instant second = CaptureTime::truncate(at).instant();
  RC_ASSERT(second.ns % 1'000'000'000 == 0);
  RC_ASSERT(second <= at);
  RC_ASSERT(at - second < base::seconds(1));
}

}  // namespace
