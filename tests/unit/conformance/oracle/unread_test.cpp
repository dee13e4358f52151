// 2.2.1-d: a pass of which no mark could be made out.
#include <gtest/gtest.h>

#include "tests/unit/conformance/oracle/script.h"

namespace oracle::test {
namespace {

constexpr std::string_view kNone = "QQQQQQQ";

/// What is said where one unread pass of a camera that records them becomes a read with this text.
Judgement of_read(std::string_view text) {
  Script script;
  script.camera();
  script.unread_pass("p");
  script.sent("r:1", text, "p");
  script.end_of("liveness");
  return script.judgement("2.2.1-d");
}

TEST(UnreadTest, EnoughPassesRecordedAsSevenQsPass) {
  Script script;
  script.camera();
  const std::uint64_t least = script.judgement("2.2.1-d").least;
  Script enough;
  enough.camera();
  for (std::uint64_t i = 0; i < least; ++i) {
    const std::string id = fmt::format("r:{}", i), pass = "p" + id;
    enough.unread_pass(pass);
    enough.sent(id, text_of(kNone), pass);
  }
  enough.end_of("liveness");
  EXPECT_EQ(enough.verdict("2.2.1-d"), Verdict::kPass) << enough.judgement("2.2.1-d").reason;
  EXPECT_EQ(enough.judgement("2.2.1-d").observations, least);
}

TEST(UnreadTest, AnyOtherMarkIsAgainstAndAgainstNothingElse) {
  for (const std::string_view mark : {"UNKNOWN", "QQQQQQ", "qqqqqqq", "QQ111QQQ", "AB01CDE"}) {
    Script script;
    script.camera();
    script.unread_pass("p");
    script.sent("r:1", text_of(mark), "p");
    script.end_of("liveness");
    EXPECT_EQ(script.judgement("2.2.1-d").against, 1u) << mark;
    for (const std::string_view other : {"2.2.1-a", "2.2.1-b", "2.2.1-c", "2.1-a"}) EXPECT_EQ(script.judgement(other).against, 0u) << other;
  }
}

TEST(UnreadTest, AReadWithoutAMarkIsNotSaidToBeNoRead) {
  const Judgement j = of_read(R"({"time":"11/06/2019 07:00:00"})");
  ASSERT_EQ(j.findings.size(), 1u);
  EXPECT_EQ(j.findings[0].observed, "a read without one mark");
  EXPECT_EQ(j.findings[0].read_id, "r:1");
}

TEST(UnreadTest, APassThatIsNotRecordedIsAgainstOnceNothingMoreCanCome) {
  for (const bool whole : {true, false}) {
    Script script;
    script.camera();
    script.unread_pass("p");
    if (whole) script.end_of("liveness");
    EXPECT_EQ(script.verdict("2.2.1-d"), whole ? Verdict::kFail : Verdict::kInconclusive);
  }
}

TEST(UnreadTest, ACameraThatDoesNotRecordThemOwesNone) {
  Script script;
  script.camera(kCamera, "static", false);
  script.unread_pass("p");
  script.end_of("liveness");
  EXPECT_EQ(script.verdict("2.2.1-d"), Verdict::kNotRun);
}

TEST(UnreadTest, ACameraThatIsToldOfTooLateIsNotBlamed) {
  Script script;
  script.unread_pass("p");
  script.camera();
  script.end_of("liveness");
  EXPECT_EQ(script.verdict("2.2.1-d"), Verdict::kNotRun);
}

TEST(UnreadTest, ACameraToldTwiceIsOne) {
  Script script;
  script.camera();
  script.camera();
  script.unread_pass("p");
  script.sent("r:1", text_of(kNone), "p");
  script.sent("r:1", text_of(kNone), "p");
  script.end_of("liveness");
  EXPECT_EQ(script.judgement("2.2.1-d").observations, 1u);
  EXPECT_EQ(script.judgement("2.2.1-d").against, 0u);
}

TEST(UnreadTest, WhatAPersonMadeOutAndTypedInIsNoUnreadPass) {
  Script script;
  script.camera();
  script.unread_pass("p");
  script.tell(ManualEntry{"lea:35", "r:1"});
  script.sent("r:1", text_of("AB01CDE"), "p");
  script.end_of("liveness");
  EXPECT_EQ(script.judgement("2.2.1-d").against, 0u);
  EXPECT_EQ(script.judgement("2.2.1-d").observations, 0u);
}

TEST(UnreadTest, SevenQsWithoutAPassAreNoObservation) {
  Script script;
  script.camera();
  script.sent("r:1", text_of(kNone));
  EXPECT_EQ(script.verdict("2.2.1-d"), Verdict::kNotRun);
}

TEST(UnreadTest, PassesWhoseReadsCrossedAsValuesCount) {
  Script script;
  const ReadFacts facts{kNone, 20'000};
  script.camera();
  script.unread_pass("p");
  script.tell(ReadSent{"r:1", "p", kCamera, {{}, nullptr, nullptr, &facts}});
  script.end_of("liveness");
  EXPECT_EQ(script.judgement("2.2.1-d").observations, 1u);
}

}  // namespace
}  // namespace oracle::test
