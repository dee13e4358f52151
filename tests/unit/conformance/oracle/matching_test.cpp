// 6-a: every acknowledged read against every list in force.
#include <gtest/gtest.h>

#include "tests/unit/conformance/oracle/script.h"

namespace oracle::test {
namespace {

constexpr std::string_view kListed = "AA01AAA";

Script with_list(const std::vector<std::vector<std::string>>& rows = {{std::string(kListed)}}) {
  Script script;
  script.subscribe();
  script.list(rows);
  return script;
}

void sound_reads(Script& script, int count = 60) {
  for (int i = 0; i < count; ++i) script.whole_read(fmt::format("s:{}", i), text_of("ZZ01ZZZ"));
}

void listed_read(Script& script, const std::string& id = "m:1", std::string_view vrm = kListed) { script.whole_read(id, text_of(vrm)); }

TEST(MatchingTest, AHitForEachMatchAndNoOtherPasses) {
  Script script = with_list();
  sound_reads(script);
  listed_read(script);
  script.hit("h1", "m:1", 1);
  script.end_of("liveness");
  const Judgement& j = script.judgement("6-a");
  EXPECT_EQ(j.verdict, Verdict::kPass) << j.reason;
  EXPECT_EQ(j.observations, 61u);
}

TEST(MatchingTest, AMissingHitFails) {
  Script script = with_list();
  sound_reads(script);
  listed_read(script);
  script.end_of("liveness");
  const Judgement& j = script.judgement("6-a");
  EXPECT_EQ(j.verdict, Verdict::kFail);
  ASSERT_EQ(j.findings.size(), 1u);
  EXPECT_EQ(j.findings[0].read_id, "m:1");
  EXPECT_EQ(j.findings[0].observed, "none");
}

TEST(MatchingTest, AMissingHitIsUndecidedWhereTheEvidenceJustEnds) {
  Script script = with_list();
  sound_reads(script);
  listed_read(script);
  EXPECT_EQ(script.verdict("6-a"), Verdict::kInconclusive);
}

TEST(MatchingTest, AMissingHitFailsAMinuteLaterWithoutPhases) {
  for (const bool tells_of_hits : {true, false}) {
    Script script = with_list();
    sound_reads(script);
    listed_read(script);
    listed_read(script, "m:2");
    if (tells_of_hits) script.hit("h2", "m:2", 1);
    script.wait(base::seconds(61));
    script.end_of("another");
    EXPECT_EQ(script.verdict("6-a"), tells_of_hits ? Verdict::kFail : Verdict::kInconclusive);
  }
}

TEST(MatchingTest, AnInventedHitFails) {
  Script script = with_list();
  listed_read(script);
  script.hit("h1", "m:1", 1);
  sound_reads(script);
  script.hit("h2", "s:5", 1);
  script.end_of("liveness");
  EXPECT_EQ(script.judgement("6-a").against, 1u);
  EXPECT_EQ(script.verdict("6-a"), Verdict::kFail);
}

TEST(MatchingTest, AHitForAnotherRowFailsTwice) {
  Script script = with_list({{"BB01BBB"}, {std::string(kListed)}});
  listed_read(script);
  script.hit("h1", "m:1", 1);
  script.end_of("liveness");
  EXPECT_EQ(script.judgement("6-a").against, 2u);  // invented, and missing
}

TEST(MatchingTest, AHitForAReadNobodySentFails) {
  Script script = with_list();
  script.hit("h1", "x:1", 1);
  EXPECT_EQ(script.verdict("6-a"), Verdict::kFail);
}

TEST(MatchingTest, AHitThatNamesNoReadIsUndecided) {
  Script script = with_list();
  listed_read(script);
  script.hit("h1", "m:1", 1);
  script.hit("h2", "", 1);
  EXPECT_EQ(script.judgement("6-a").undecided, 1u);
}

TEST(MatchingTest, TheSameHitAgainIsARepeatAndAnotherHitIsOneTooMany) {
  Script script = with_list();
  listed_read(script);
  script.hit("h1", "m:1", 1);
  script.hit("h1", "m:1", 1);
  script.end_of("liveness");
  EXPECT_EQ(script.judgement("6-a").against, 0u);

  Script doubled = with_list();
  listed_read(doubled);
  doubled.hit("h1", "m:1", 1);
  doubled.hit("h2", "m:1", 1);
  doubled.end_of("liveness");
  EXPECT_EQ(doubled.judgement("6-a").against, 1u);
}

TEST(MatchingTest, AHitBeforeTheAcknowledgementCounts) {
  Script script = with_list();
  script.received("m:1", text_of(kListed));
  script.hit("h1", "m:1", 1);
  script.acknowledged("m:1", "c");
  script.end_of("liveness");
  EXPECT_EQ(script.judgement("6-a").against, 0u);
  EXPECT_EQ(script.judgement("6-a").observations, 1u);
}

TEST(MatchingTest, NoAlertAndReservedMarksGiveNone) {
  Script script = with_list({{std::string(kListed), "No Alert"}, {"QQQQQQQ"}, {"BB01BBB"}});
  listed_read(script);
  listed_read(script, "m:2", "QQQQQQQ");
  listed_read(script, "m:3", "BB01BBB");
  script.hit("h3", "m:3", 3);
  script.end_of("liveness");
  EXPECT_EQ(script.judgement("6-a").against, 0u);
  EXPECT_EQ(script.judgement("6-a").observations, 3u);
}

TEST(MatchingTest, AHitForNoAlertFails) {
  Script script = with_list({{std::string(kListed), "No Alert"}});
  listed_read(script);
  script.hit("h1", "m:1", 1);
  EXPECT_EQ(script.judgement("6-a").against, 1u);
}

TEST(MatchingTest, MarksAreComparedAsWritten) {
  Script script = with_list();
  listed_read(script, "m:1", "aa01aaa");
  script.end_of("liveness");
  EXPECT_EQ(script.judgement("6-a").against, 0u);
}

TEST(MatchingTest, DatesBoundAnEntry) {
  // The reads come on 11 June 2019.
  Script script = with_list(
      {{"AA01AAA", "Stop", "12/06/2019"}, {"BB01BBB", "Stop", "", "11/06/2019"}, {"CC01CCC", "Stop", "11/06/2019", "12/06/2019"}});
  listed_read(script, "m:1", "AA01AAA");
  listed_read(script, "m:2", "BB01BBB");
  listed_read(script, "m:3", "CC01CCC");
  script.end_of("liveness");
  const Judgement& j = script.judgement("6-a");
  EXPECT_EQ(j.against, 1u);
  ASSERT_EQ(j.findings.size(), 2u);
  EXPECT_EQ(j.findings[0].read_id, "m:3");
  EXPECT_TRUE(j.findings[0].robust);
  // Were an entry weeded when its weed date ends, the second would be missing a hit.
  EXPECT_EQ(j.findings[1].read_id, "m:2");
  EXPECT_FALSE(j.findings[1].robust);
  ASSERT_EQ(j.findings[1].readings.size(), 1u);
  EXPECT_EQ(j.findings[1].readings[0].reading, "R-20");
  EXPECT_EQ(j.findings[1].readings[0].under, std::vector<std::uint32_t>{1});
}

TEST(MatchingTest, ARowThatBreaksTheTemplateMayMatchAndNeedNot) {
  const std::string row = "AA01AAA,,,,Halt,,Drugs,,,Cambs,,01/01/2099,,OFFICIAL,,\r\n";
  for (const bool gives_hit : {false, true}) {
    Script script;
    script.subscribe();
    script.csv(row);
    script.list({{"BB01BBB"}}, "35_Other.csv");
    listed_read(script);
    if (gives_hit) script.hit("h1", "m:1", 1);
    script.end_of("liveness");
    EXPECT_EQ(script.judgement("6-a").against, 0u) << gives_hit;
  }
}

TEST(MatchingTest, AnyVersionInForceBetweenReceiptAndAcknowledgementIsRight) {
  for (const std::string_view hit_row : {"", "1"}) {
    Script script = with_list();
    script.received("m:1", text_of(kListed));
    script.list({{"BB01BBB"}});
    if (!hit_row.empty()) script.hit("h1", "m:1", 1);
    script.acknowledged("m:1", "c");
    script.end_of("liveness");
    EXPECT_EQ(script.judgement("6-a").against, 0u) << hit_row;
  }
}

TEST(MatchingTest, AReplacedListGivesNoHitAnyMore) {
  Script script = with_list();
  script.list({{"BB01BBB"}});
  listed_read(script);
  script.hit("h1", "m:1", 1);
  EXPECT_EQ(script.judgement("6-a").against, 1u);
}

TEST(MatchingTest, AnUploadThatIsNotYetInForceMayMatch) {
  Script script = with_list({{"BB01BBB"}});
  const base::Bytes next(list_of({{"CC01CCC"}, {std::string(kListed)}}));
  script.tell(VoiUploaded{kList, "35", &next, false});
  listed_read(script);
  script.hit("h1", "m:1", 2);
  script.end_of("liveness");
  EXPECT_EQ(script.judgement("6-a").against, 0u);
}

TEST(MatchingTest, AListWithoutSubscriberNeedsNoHit) {
  Script script;
  script.subscribe("07_*");
  script.list({{std::string(kListed)}});
  listed_read(script);
  script.end_of("liveness");
  const Judgement& j = script.judgement("6-a");
  EXPECT_EQ(j.against, 0u);
  EXPECT_EQ(j.verdict, Verdict::kNotRun);  // nothing had to match
}

TEST(MatchingTest, WithoutAListOrAMatchItIsNotRun) {
  Script none;
  sound_reads(none);
  EXPECT_EQ(none.verdict("6-a"), Verdict::kNotRun);
  EXPECT_NE(none.judgement("6-a").reason.find("voi.uploaded"), std::string::npos);

  Script no_match = with_list();
  sound_reads(no_match);
  EXPECT_EQ(no_match.verdict("6-a"), Verdict::kNotRun);
}

TEST(MatchingTest, ReadsThatCrossedAsValuesAreMatchedByTheirFacts) {
  Script script = with_list();
  const ReadFacts facts{kListed, 20'000};
  script.tell(ReadSent{"v:1", "", kCamera, {{}, nullptr, nullptr, &facts}});
  script.tell(ReadReceived{"nas", "v:1", {{}, nullptr, nullptr, &facts}});
  script.acknowledged("v:1", "c");
  script.end_of("liveness");
  EXPECT_EQ(script.judgement("6-a").against, 1u);
}

TEST(MatchingTest, OneHitIdForAnotherReadOrEntryIsAnotherHit) {
  Script script = with_list();
  sound_reads(script);
  listed_read(script);
  for (int i = 0; i < 60; ++i) script.hit("h", fmt::format("s:{}", i), 1);
  script.hit("h", "m:1", 1);
  script.hit("h", "m:1", 1);
  script.hit("h", "s:7", 1);   // told again, and not anew
  script.end_of("liveness");
  EXPECT_EQ(script.judgement("6-a").against, 60u);
  EXPECT_EQ(script.verdict("6-a"), Verdict::kFail);
}

TEST(MatchingTest, WhatIsDeliveredUnderAHitIdIsTheHitSentLast) {
  Script script = with_list();
  for (const std::string id : {"m:1", "m:2"}) {
    listed_read(script, id);
    script.hit("h", id, 1);
    script.delivered("h");
  }
  script.wait(base::seconds(60));
  script.end_of("liveness");
  EXPECT_EQ(script.judgement("6-a").against, 0u);
  EXPECT_EQ(script.judgement("6-d").against, 0u);
  EXPECT_EQ(script.judgement("6-d").observations, 2u);
}

TEST(MatchingTest, ARepeatedHitNeedNotSayAllAgain) {
  Script script = with_list();
  listed_read(script);
  script.hit("h", "m:1", 1);
  script.tell(HitSent{"h", {}, {}, std::nullopt, {}});
  script.end_of("liveness");
  EXPECT_EQ(script.judgement("6-a").against, 0u);
  EXPECT_EQ(script.judgement("6-a").undecided, 0u);
}

TEST(MatchingTest, OneIdForSeveralHitsIsDeliveredOnceForEach) {
  Script script = with_list();
  for (const std::string id : {"m:1", "m:2"}) {
    listed_read(script, id);
    script.hit("h", id, 1);
  }
  script.delivered("h");
  script.delivered("h");
  script.wait(base::seconds(60));
  script.end_of("liveness");
  EXPECT_EQ(script.judgement("6-d").against, 0u);
  EXPECT_EQ(script.judgement("6-d").observations, 2u);
}

}  // namespace
}  // namespace oracle::test
