// Clause 4 and national data in 6-a: who had to give a hit when, and that a record gives one.
#include <gtest/gtest.h>

#include "tests/unit/conformance/oracle/script.h"

namespace oracle::test {
namespace {

/// Rows of national data: mark and PNC ID.
std::string data_of(const std::vector<std::pair<std::string, std::string>>& rows) {
  std::string csv;
  for (const auto& [mark, id] : rows)
    csv += fmt::format("{},FORD,FOCUS,BLUE,Stop,,Drugs,E41,,PNC,,01/01/2099,{},OFFICIAL,,\r\n", mark, id);
  return csv;
}

// In Fast Track and the Extract both; in Fast Track alone; in the Extract alone; Schengen; MMC.
constexpr std::string_view kBoth = "AA01AAA", kLive = "BB01BBB", kOld = "CC01CCC", kSchengen = "SS01SSS", kMmc = "MM01MMM";

Script with_data() {
  Script script;
  script.subscribe("pnc:*");
  script.tell(PncEntries{"fast-track", script.kept(data_of({{"AA01AAA", "1"}, {"BB01BBB", "2"}}))});
  script.tell(PncEntries{"schengen", script.kept(data_of({{"SS01SSS", "S1"}}))});
  script.tell(PncEntries{"mmc", script.kept(data_of({{"MM01MMM", "M1"}}))});
  script.tell(PncExtractIssued{"e1", script.kept(data_of({{"CC01CCC", "3"}, {"AA01AAA", "1"}}))});
  script.tell(PncExtractLoaded{"nas", "e1"});
  script.wait(base::seconds(61));   // Schengen and MMC data have come
  return script;
}

void national_hit(Script& script, std::string_view id, std::string_view read_id, std::string_view source, std::int64_t row) {
  script.tell(HitSent{id, read_id, fmt::format("pnc:{}", source), row, source, base::Duration{}});
}

/// A read of a mark, while the link is up or down, and the sources that give a hit, with their rows.
Script one_read(std::string_view mark, bool up, const std::vector<std::pair<std::string, std::int64_t>>& hits,
                base::Duration after = base::milliseconds(100)) {
  Script script = with_data();
  if (!up) script.tell(PncLink{false});
  script.wait(base::seconds(5));
  script.whole_read("r:1", text_of(mark));
  script.wait(after);
  int n = 0;
  for (const auto& [source, row] : hits) national_hit(script, fmt::format("h{}", ++n), "r:1", source, row);
  script.wait(base::seconds(5));
  script.end_of("liveness");
  return script;
}

TEST(NationalMatchingTest, WhileTheLinkIsUpFastTrackDecides) {
  EXPECT_EQ(one_read(kLive, true, {{"fast-track", 2}}).judgement("6-a").against, 0u);
  EXPECT_EQ(one_read(kLive, true, {}).judgement("6-a").against, 1u);
  EXPECT_EQ(one_read(kBoth, true, {{"fast-track", 1}}).judgement("6-a").against, 0u);
  EXPECT_EQ(one_read(kBoth, true, {{"extract", 2}}).judgement("6-a").against, 0u);   // the same record
  EXPECT_EQ(one_read(kOld, true, {}).judgement("6-a").against, 0u);                  // the PNC has it no more
  EXPECT_EQ(one_read(kOld, true, {{"extract", 1}}).judgement("6-a").against, 0u);
}

TEST(NationalMatchingTest, WhileItIsDownTheExtractDoes) {
  EXPECT_EQ(one_read(kBoth, false, {{"extract", 2}}).judgement("6-a").against, 0u);
  EXPECT_EQ(one_read(kBoth, false, {}).judgement("6-a").against, 1u);
  EXPECT_EQ(one_read(kOld, false, {}).judgement("6-a").against, 1u);
  EXPECT_EQ(one_read(kLive, false, {}).judgement("6-a").against, 0u);
}

TEST(NationalMatchingTest, SchengenIsNoMatterOfTheLinkAndMmcNeedGiveNone) {
  for (const bool up : {true, false}) {
    EXPECT_EQ(one_read(kSchengen, up, {}).judgement("6-a").against, 1u);
    EXPECT_EQ(one_read(kSchengen, up, {{"schengen", 1}}).judgement("6-a").against, 0u);
    EXPECT_EQ(one_read(kMmc, up, {}).judgement("6-a").against, 0u);
  }
}

TEST(NationalMatchingTest, AHitForAnotherRowOrAnotherMarkIsInvented) {
  EXPECT_EQ(one_read(kBoth, true, {{"fast-track", 2}}).judgement("6-a").against, 2u);   // and its own is missing
  EXPECT_EQ(one_read("ZZ99ZZZ", true, {{"extract", 1}}).judgement("6-a").against, 1u);
}

TEST(NationalMatchingTest, ASecondHitForARecordIsOneTooManyUnlessItIsAllowed) {
  Script script = one_read(kBoth, true, {{"fast-track", 1}, {"extract", 2}});
  EXPECT_EQ(script.judgement("6-a").against, 1u);
  EXPECT_EQ(script.under("6-a", "R-17", 1).against, 0u);
}

TEST(NationalMatchingTest, WithoutAPncIdTheMarkTellsTheRecord) {
  Script script;
  script.subscribe("pnc:*");
  script.tell(PncEntries{"fast-track", script.kept(data_of({{"ZZ99ZZZ", ""}, {"AA01AAA", ""}}))});
  script.tell(PncExtractIssued{"e1", script.kept(data_of({{"AA01AAA", ""}, {"AA01AAA", ""}}))});
  script.tell(PncExtractLoaded{"nas", "e1"});
  script.whole_read("r:1", text_of(kBoth));
  national_hit(script, "h1", "r:1", "fast-track", 2);
  national_hit(script, "h2", "r:1", "extract", 1);   // the same record as the first
  national_hit(script, "h3", "r:1", "extract", 2);   // another
  script.wait(base::seconds(5));
  script.end_of("liveness");
  EXPECT_EQ(script.judgement("6-a").against, 1u);
}

TEST(NationalMatchingTest, WithoutASubscriberNoHitIsDue) {
  Script script;
  script.subscribe("35_*");
  script.tell(PncEntries{"fast-track", script.kept(data_of({{std::string(kLive), "2"}}))});
  script.whole_read("r:1", text_of(kLive));
  script.end_of("liveness");
  EXPECT_EQ(script.judgement("6-a").against, 0u);
}

TEST(NationalMatchingTest, WhatNasHasNotHadTheTimeToTakeInNeedNotMatch) {
  Script script;
  script.subscribe("pnc:*");
  script.tell(PncEntries{"schengen", script.kept(data_of({{std::string(kSchengen), "S1"}}))});
  script.tell(PncExtractIssued{"e1", script.kept(data_of({{std::string(kOld), "3"}}))});
  script.tell(PncLink{false});
  script.whole_read("r:1", text_of(kSchengen));
  script.whole_read("r:2", text_of(kOld));
  script.wait(base::seconds(5));
  script.end_of("liveness");
  EXPECT_EQ(script.judgement("6-a").against, 0u);
}

// ---- 4-d --------------------------------------------------------------------------------------------------------------------

TEST(StandingInTest, TheExtractAnswersForADeadLinkWithinTwoSeconds) {
  // Received 10 ms before its acknowledgement, so that 1,990 ms later the two seconds are over.
  Script within = one_read(kOld, false, {{"extract", 1}}, base::milliseconds(1'990));
  EXPECT_EQ(within.verdict("4-d"), Verdict::kPass) << within.judgement("4-d").reason;
  Script late = one_read(kOld, false, {{"extract", 1}}, base::milliseconds(1'991));
  EXPECT_EQ(late.judgement("4-d").against, 1u);
  EXPECT_EQ(late.judgement("4-d").findings.at(0).observed, "one after 2.001 s");
  EXPECT_EQ(one_read(kOld, false, {}).judgement("4-d").against, 1u);
}

TEST(StandingInTest, WithoutAnOutageOrAMatchInOneItIsNotRun) {
  EXPECT_EQ(one_read(kBoth, true, {{"fast-track", 1}}).verdict("4-d"), Verdict::kNotRun);
  EXPECT_EQ(one_read("ZZ99ZZZ", false, {}).verdict("4-d"), Verdict::kNotRun);
  Script nothing;
  EXPECT_EQ(nothing.verdict("4-d"), Verdict::kNotRun);
}

TEST(StandingInTest, AfterTheLinkIsBackNoRecordGivesASecondHit) {
  Script script = with_data();
  script.tell(PncLink{false});
  script.wait(base::seconds(5));
  script.whole_read("r:1", text_of(kBoth));
  national_hit(script, "h1", "r:1", "extract", 2);
  script.wait(base::seconds(30));
  script.tell(PncLink{true});
  script.wait(base::seconds(1));
  national_hit(script, "h2", "r:1", "fast-track", 1);
  script.wait(base::seconds(5));
  script.end_of("liveness");
  EXPECT_EQ(script.judgement("4-d").against, 1u);
  EXPECT_EQ(script.under("4-d", "R-17", 1).against, 0u);
  EXPECT_EQ(script.under("4-d", "R-17", 1).observations, 1u);
}

TEST(StandingInTest, AReadThatSeesTheLinkFailMayBeAnsweredByEither) {
  for (const std::string_view source : {"fast-track", "extract"}) {
    Script script = with_data();
    script.received("r:1", text_of(kBoth));
    script.wait(base::milliseconds(500));
    script.tell(PncLink{false});
    national_hit(script, "h1", "r:1", source, source == "extract" ? 2 : 1);
    script.acknowledged("r:1", "c1");
    script.wait(base::seconds(5));
    script.end_of("liveness");
    EXPECT_EQ(script.judgement("6-a").against, 0u) << source;
    EXPECT_EQ(script.judgement("4-d").against, 0u) << source;
  }
}

TEST(StandingInTest, ForTenSecondsAfterTheLinkIsBackEitherMayAnswer) {
  for (const auto& [after, missing] : {std::pair(base::seconds(9), 0u), {base::seconds(11), 1u}}) {
    Script script = with_data();
    script.tell(PncLink{false});
    script.wait(base::seconds(60));
    script.tell(PncLink{true});
    script.wait(after);
    script.whole_read("r:1", text_of(kLive));
    script.wait(base::seconds(5));
    script.end_of("liveness");
    EXPECT_EQ(script.judgement("6-a").against, missing) << after.ns;
  }
}

TEST(StandingInTest, WhereTheEvidenceJustEndsAMissingHitIsUndecided) {
  Script script = with_data();
  script.tell(PncLink{false});
  script.whole_read("r:1", text_of(kOld));
  EXPECT_EQ(script.verdict("4-d"), Verdict::kInconclusive);
}

// ---- 4-a, 4-b -----------------------------------------------------------------------------------------------------------------

/// Every source put to the test; `left_out` gives no hits, `more` gives some that it should not.
Script all_sources(std::string_view left_out = {}, std::string_view more = {}) {
  Script script = with_data();
  int n = 0;
  const auto read = [&](std::string_view mark, std::string_view source, std::int64_t row) {
    const std::string id = fmt::format("r:{}", ++n);
    script.whole_read(id, text_of(mark));
    if (source != left_out && source != "mmc") national_hit(script, "h" + id, id, source, row);
    if (source == "mmc" && more == "mmc") national_hit(script, "h" + id, id, "mmc", row);
    script.wait(base::seconds(5));
  };
  read(kLive, "fast-track", 2);
  read(kSchengen, "schengen", 1);
  read(kMmc, "mmc", 1);
  script.tell(PncLink{false});
  script.wait(base::seconds(5));
  read(kOld, "extract", 1);
  script.end_of("liveness");
  return script;
}

TEST(NationalSourcesTest, EachOfTheFourIsRun) {
  Script script = all_sources();
  EXPECT_EQ(script.verdict("4-a"), Verdict::kPass) << script.judgement("4-a").reason;
  EXPECT_EQ(script.judgement("4-a").observations, 4u);
  for (const std::string_view source : {"fast-track", "schengen", "extract"})
    EXPECT_EQ(all_sources(source).judgement("4-a").against, 1u) << source;
}

TEST(NationalSourcesTest, R33WhetherMmcGivesHits) {
  Script silent = all_sources(), hits = all_sources({}, "mmc");
  EXPECT_EQ(silent.under("4-a", "R-33", 1).against, 1u);
  EXPECT_EQ(hits.judgement("4-a").against, 1u);
  EXPECT_EQ(hits.under("4-a", "R-33", 1).against, 0u);
}

TEST(NationalSourcesTest, ASourceThatNeverHadToMatchIsNotShown) {
  Script script = one_read(kLive, true, {{"fast-track", 2}});
  EXPECT_EQ(script.verdict("4-a"), Verdict::kNotRun);
}

TEST(ExtractTest, EachIssueIsLoadedBeforeTheNext) {
  Script script;
  for (const std::string version : {"e1", "e2", "e3"}) {
    script.tell(PncExtractIssued{version, script.kept(data_of({{"AA01AAA", "1"}}))});
    script.wait(base::minutes(10));
    if (version != "e2") script.tell(PncExtractLoaded{"nas", version});
    script.wait(base::hours(7));
  }
  EXPECT_EQ(script.judgement("4-b").observations, 2u);
  EXPECT_EQ(script.judgement("4-b").against, 1u);
}

TEST(ExtractTest, AnIssueThatIsNoListNeedNotBeLoaded) {
  Script script;
  script.tell(PncExtractIssued{"e1", script.kept("\"broken")});
  script.wait(base::hours(8));
  script.tell(PncExtractIssued{"e2", script.kept(data_of({{"AA01AAA", "1"}}))});
  script.tell(PncExtractLoaded{"nas", "e2"});
  EXPECT_EQ(script.verdict("4-b"), Verdict::kPass);
}

TEST(ExtractTest, ThreeIssuesComeInAnyDay) {
  for (const auto& [gap, sound] : {std::pair(base::hours(8), true), {base::hours(8) + base::seconds(1), false}}) {
    Script script;
    for (int i = 0; i < 4; ++i) {
      const std::string version = fmt::format("e{}", i);
      script.tell(PncExtractIssued{version, script.kept(data_of({{"AA01AAA", "1"}}))});
      script.tell(PncExtractLoaded{"nas", version});
      if (i < 3) script.wait(gap);
    }
    EXPECT_EQ(script.judgement("4-b").against, sound ? 0u : 1u);
    if (!sound) {
      EXPECT_EQ(script.judgement("4-b").findings.at(0).component, "pnc");
    }
  }
}

TEST(ExtractTest, AVehiclesLoadingIsNotNass) {
  Script script;
  script.tell(PncExtractIssued{"e1", script.kept(data_of({{"AA01AAA", "1"}}))});
  script.tell(PncExtractLoaded{"mobile:35-40", "e1"});
  EXPECT_EQ(script.judgement("4-b").observations, 0u);
}

}  // namespace
}  // namespace oracle::test
