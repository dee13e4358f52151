// 2.2.2-b: GMT all year.
#include <gtest/gtest.h>

#include "conformance/oracle/parse/british_time.h"
#include "tests/unit/conformance/oracle/script.h"

namespace oracle::test {
namespace {

base::Instant instant(std::string_view text) { return base::parse_rfc3339(text).value(); }

/// What is said of one read that says `shown`, of a pass at `at`.
Judgement of_read(std::string_view at, std::string_view shown) {
  Script script;
  script.wait(instant(at) - script.now());
  script.pass("p");
  script.sent("r:1", text_of("AB01CDE", shown), "p");
  return script.judgement("2.2.2-b");
}

TEST(BritishTimeTest, BeginsAndEndsAtOneGmtOnTheLastSundays) {
  const std::pair<std::string_view, bool> instants[] = {
      {"2019-03-31T00:59:59.999999Z", false}, {"2019-03-31T01:00:00Z", true},  {"2019-10-27T00:59:59.999999Z", true},
      {"2019-10-27T01:00:00Z", false},        {"2019-12-31T23:59:59Z", false}, {"2020-01-01T00:00:00Z", false},
      {"2024-03-31T01:00:00Z", true},         {"2024-03-30T23:00:00Z", false}, {"2026-10-25T00:59:59Z", true},
      {"2026-10-25T01:00:00Z", false},        {"2000-02-29T12:00:00Z", false},
  };
  for (const auto& [at, summer] : instants) EXPECT_EQ(parse::is_summer_time(instant(at)), summer) << at;
}

TEST(SummerTimeTest, GmtInSummerIsAnObservation) {
  const Judgement j = of_read("2019-06-11T07:00:00.4Z", "11/06/2019 07:00:00");
  EXPECT_EQ(j.observations, 1u);
  EXPECT_EQ(j.against, 0u);
}

TEST(SummerTimeTest, AnHourAheadIsAgainstInSummerAndInWinter) {
  for (const auto& [at, shown] : {std::pair("2019-06-11T07:00:00Z", "11/06/2019 08:00:00"), {"2019-06-11T23:30:00Z", "12/06/2019 00:30:00"},
                                  {"2019-12-11T07:00:00Z", "11/12/2019 08:00:00"}, {"2019-12-31T23:30:00Z", "01/01/2020 00:30:00"}}) {
    const Judgement j = of_read(at, shown);
    EXPECT_EQ(j.verdict, Verdict::kFail) << shown;
    EXPECT_NE(j.findings.at(0).observed.find("3600 s ahead"), std::string::npos) << j.findings[0].observed;
  }
}

TEST(SummerTimeTest, TheWrongDateWithTheRightHourIsAgainst) {
  EXPECT_EQ(of_read("2019-06-11T23:30:00Z", "12/06/2019 23:30:00").verdict, Verdict::kFail);
  EXPECT_EQ(of_read("2019-06-12T00:30:00Z", "11/06/2019 00:30:00").verdict, Verdict::kFail);
}

TEST(SummerTimeTest, AtTheBoundariesGmtIsStillGmt) {
  // Clocks on the wall go from 01:00 to 02:00, and from 02:00 to 01:00; GMT does neither.
  EXPECT_EQ(of_read("2019-03-31T01:00:00Z", "31/03/2019 01:00:00").observations, 1u);
  EXPECT_EQ(of_read("2019-03-31T01:00:00Z", "31/03/2019 02:00:00").against, 1u);
  EXPECT_EQ(of_read("2019-10-27T00:59:59Z", "27/10/2019 00:59:59").observations, 1u);
  EXPECT_EQ(of_read("2019-10-27T00:59:59Z", "27/10/2019 01:59:59").against, 1u);
  EXPECT_EQ(of_read("2019-10-27T01:00:00Z", "27/10/2019 01:00:00").observations, 0u);   // winter shows nothing
}

TEST(SummerTimeTest, AClockThatIsABitOffIsNoOtherTimeZone) {
  EXPECT_EQ(of_read("2019-06-11T07:00:00Z", "11/06/2019 07:07:29").against, 0u);
  EXPECT_EQ(of_read("2019-06-11T07:00:00Z", "11/06/2019 07:07:30").against, 1u);
  EXPECT_EQ(of_read("2019-06-11T07:00:00Z", "11/06/2019 06:52:31").against, 0u);
  EXPECT_EQ(of_read("2019-06-11T07:00:00Z", "11/06/2019 06:52:30").against, 1u);
}

TEST(SummerTimeTest, InWinterItIsNotRunAndSaysWhy) {
  const Judgement j = of_read("2019-12-11T07:00:00Z", "11/12/2019 07:00:00");
  EXPECT_EQ(j.verdict, Verdict::kNotRun);
  EXPECT_NE(j.reason.find("GMT is also the local time"), std::string::npos) << j.reason;
}

TEST(SummerTimeTest, WithoutAPassNothingIsKnownOfTheInstant) {
  Script script;
  script.sent("r:1", text_of("AB01CDE", "11/06/2019 08:00:00"));
  EXPECT_EQ(script.verdict("2.2.2-b"), Verdict::kNotRun);
}

TEST(SummerTimeTest, ATimeThatIsNoneIsAFaultOfItsFormAlone) {
  const Judgement j = of_read("2019-06-11T07:00:00Z", "2019-06-11 07:00:00");
  EXPECT_EQ(j.against, 0u);
  EXPECT_EQ(j.observations, 0u);
}

}  // namespace
}  // namespace oracle::test
