// 2.1-a: the one mark of connectivity tests.
#include <gtest/gtest.h>

#include "tests/unit/conformance/oracle/script.h"

namespace oracle::test {
namespace {

constexpr std::string_view kMark = "QQ111QQQ";
const std::string kComponent = "camera:35-12-42";

TEST(ConnectivityTestsTest, EnoughTestsAndTheirReadsWithTheMarkPass) {
  Script script;
  for (const std::string_view read_id : {"t:1", "t:2", "t:3"}) {
    script.tell(ConnectivityTest{kComponent, kMark, read_id});
    script.sent(read_id, text_of(kMark));
  }
  EXPECT_EQ(script.verdict("2.1-a"), Verdict::kPass);
  EXPECT_EQ(script.judgement("2.1-a").observations, 6u);
}

TEST(ConnectivityTestsTest, AnyOtherMarkFailsLetterByLetter) {
  for (const std::string_view mark : {"TEST123", "qq111qqq", "QQIIIQQQ", "QQ111QQ", " QQ111QQQ", "QQQQQQQ"}) {
    Script script;
    script.tell(ConnectivityTest{kComponent, mark, ""});
    const Judgement& j = script.judgement("2.1-a");
    EXPECT_EQ(j.verdict, Verdict::kFail) << mark;
    ASSERT_EQ(j.findings.size(), 1u);
    EXPECT_EQ(j.findings[0].component, kComponent);
  }
}

TEST(ConnectivityTestsTest, ARightDeclarationDoesNotExcuseItsRead) {
  Script script;
  script.tell(ConnectivityTest{kComponent, kMark, "t:1"});
  script.sent("t:1", text_of("AB01CDE"));
  const Judgement& j = script.judgement("2.1-a");
  EXPECT_EQ(j.against, 1u);
  EXPECT_EQ(j.observations, 1u);
  EXPECT_EQ(j.findings.at(0).read_id, "t:1");
}

TEST(ConnectivityTestsTest, ATestDeclaredAfterItsReadIsHeldToTheSameMark) {
  for (const std::string_view mark : {kMark, std::string_view("AB01CDE")}) {
    Script script;
    script.sent("t:1", text_of(mark));
    script.tell(ConnectivityTest{kComponent, kMark, "t:1"});
    EXPECT_EQ(script.judgement("2.1-a").observations, mark == kMark ? 2u : 1u) << mark;
    EXPECT_EQ(script.judgement("2.1-a").against, mark == kMark ? 0u : 1u) << mark;
  }
  // A read with the right mark is not to blame for what was declared.
  Script script;
  script.sent("t:1", text_of(kMark));
  script.tell(ConnectivityTest{kComponent, "TEST123", "t:1"});
  EXPECT_EQ(script.judgement("2.1-a").against, 1u);
  EXPECT_EQ(script.judgement("2.1-a").observations, 1u);
}

TEST(ConnectivityTestsTest, TheSameTestToldAgainIsOne) {
  Script script;
  script.tell(ConnectivityTest{kComponent, kMark, "t:1"});
  script.tell(ConnectivityTest{kComponent, kMark, "t:1"});
  EXPECT_EQ(script.judgement("2.1-a").observations, 1u);
}

TEST(ConnectivityTestsTest, ATestThatNamesNoReadMakesNoReadATest) {
  Script script;
  script.tell(ConnectivityTest{kComponent, kMark, ""});
  script.sent("", text_of("AB01CDE"));
  script.sent("r:1", text_of("AB01CDE"));
  EXPECT_EQ(script.judgement("2.1-a").against, 0u);
  EXPECT_EQ(script.judgement("2.1-a").observations, 1u);
}

TEST(ConnectivityTestsTest, WhatWasEnteredIsNotJudgedWhereNobodySaysIt) {
  Script script;
  script.tell(ConnectivityTest{kComponent, "", "t:1"});
  script.sent("t:1", text_of(kMark));
  EXPECT_EQ(script.judgement("2.1-a").against, 0u);
  EXPECT_EQ(script.judgement("2.1-a").observations, 1u);
}

TEST(ConnectivityTestsTest, ATestWhoseReadIsNeverSentIsNoMatterOfThisClause) {
  Script script;
  script.tell(ConnectivityTest{kComponent, kMark, "t:1"});
  script.end_of("liveness");
  EXPECT_EQ(script.judgement("2.1-a").against, 0u);
  EXPECT_EQ(script.judgement("2.1-a").observations, 1u);
}

TEST(ConnectivityTestsTest, ReadsOfTestsThatCrossedAsValuesCount) {
  Script script;
  const ReadFacts facts{"AB01CDE", 20'000};
  script.tell(ConnectivityTest{kComponent, kMark, "t:1"});
  script.tell(ReadSent{"t:1", "", kCamera, {{}, nullptr, nullptr, &facts}});
  EXPECT_EQ(script.judgement("2.1-a").against, 1u);
}

TEST(ConnectivityTestsTest, WithoutATestItIsNotRun) {
  Script script;
  script.sent("r:1", text_of(kMark));
  EXPECT_EQ(script.verdict("2.1-a"), Verdict::kNotRun);
}

TEST(ConnectivityTestsTest, OfATestThatIsDeclaredWhenItsReadIsDealtWithTheMarkIsNotRemembered) {
  Script script;
  script.whole_read("t:1", text_of("TEST"));
  script.tell(ConnectivityTest{"camera:35-12-42", "", "t:1"});
  EXPECT_EQ(script.judgement("2.1-a").undecided, 1u);
  EXPECT_EQ(script.judgement("2.1-a").observations, 0u);
}

}  // namespace
}  // namespace oracle::test
