// 5-j and 5-o: the days of an entry. 5-l: whose list it is. Reads come on 11 June 2019 unless said otherwise.
#include <gtest/gtest.h>

#include "tests/unit/conformance/oracle/script.h"

namespace oracle::test {
namespace {

constexpr std::string_view kMark = "AB01CDE";

/// A list of one entry with these days; a read of it comes so much later, and gives a hit or none.
Script entry_read(std::string_view start, std::string_view weed, base::Duration later, bool hit) {
  Script script;
  script.subscribe();
  script.list({{std::string(kMark), "Stop", std::string(start), std::string(weed)}});
  script.wait(later);
  script.whole_read("r:1", text_of(kMark));
  if (hit) script.hit("h1", "r:1", 1);
  script.end_of("liveness");
  return script;
}

TEST(EntryDaysTest, OnItsWeedDateAnEntryIsOut) {
  for (const bool hit : {true, false}) {
    Script script = entry_read("", "11/06/2019", {}, hit);
    EXPECT_EQ(script.judgement("5-j").against, hit ? 1u : 0u);
    EXPECT_EQ(script.judgement("5-j").observations, hit ? 0u : 1u);
    EXPECT_EQ(script.verdict("5-o"), Verdict::kNotRun);
    // Were it weeded when the day ends, there would be nothing to see yet.
    EXPECT_EQ(script.under("5-j", "R-20", 1).against, 0u);
    EXPECT_EQ(script.under("5-j", "R-20", 1).observations, 0u);
  }
}

TEST(EntryDaysTest, ADayLaterItIsOutByEitherReading) {
  Script late = entry_read("", "11/06/2019", base::hours(17), true);   // 12 June, 00:00
  EXPECT_EQ(late.judgement("5-j").against, 1u);
  EXPECT_EQ(late.under("5-j", "R-20", 1).against, 1u);
}

TEST(EntryDaysTest, OnTheDayBeforeItIsInForceAndNoMatterOfTheseDays) {
  Script script = entry_read("11/06/2019", "12/06/2019", {}, true);
  EXPECT_EQ(script.verdict("5-j"), Verdict::kNotRun);
  EXPECT_EQ(script.verdict("5-o"), Verdict::kNotRun);
  EXPECT_EQ(script.judgement("6-a").against, 0u);
}

TEST(EntryDaysTest, BeforeItsStartDateAnEntryGivesNoHit) {
  for (const bool hit : {true, false}) {
    Script script = entry_read("12/06/2019", "01/01/2099", {}, hit);
    EXPECT_EQ(script.judgement("5-o").against, hit ? 1u : 0u);
    EXPECT_EQ(script.judgement("5-o").observations, hit ? 0u : 1u);
  }
}

TEST(EntryDaysTest, AReadThatStandsOverMidnightDecidesNothing) {
  Script script;
  script.subscribe();
  script.list({{std::string(kMark), "Stop", "12/06/2019"}});
  script.wait(base::hours(17) - base::milliseconds(15));
  script.whole_read("r:1", text_of(kMark));   // received before 00:00, acknowledged after
  script.end_of("liveness");
  EXPECT_EQ(script.verdict("5-o"), Verdict::kNotRun);
}

TEST(EntryDaysTest, WhoNeverGivesAHitShowsNothingByGivingNone) {
  for (const bool hits : {true, false}) {
    Script script;
    script.subscribe();
    script.list({{std::string(kMark), "Stop", "", "11/06/2019"}, {"ZZ99ZZZ"}});
    script.whole_read("r:1", text_of(kMark));
    script.whole_read("r:2", text_of("ZZ99ZZZ"));
    if (hits) script.hit("h2", "r:2", 2);
    script.end_of("liveness");
    EXPECT_EQ(script.verdict("5-j"), hits ? Verdict::kPass : Verdict::kNotRun);
  }
}

TEST(EntryDaysTest, WhereTheEvidenceJustEndsNoHitIsNoProof) {
  Script script;
  script.subscribe();
  script.list({{std::string(kMark), "Stop", "", "11/06/2019"}});
  script.whole_read("r:1", text_of(kMark));
  EXPECT_EQ(script.verdict("5-j"), Verdict::kNotRun);
}

// ---- whose list it is -------------------------------------------------------------------------------------------------------

Script with_a_list() {
  Script script;
  script.subscribe();
  script.list({{std::string(kMark)}});
  return script;
}

TEST(OwnershipTest, AnAttemptOfAnotherIsTurnedAwayOrIsAgainst) {
  Script refused = with_a_list();
  refused.upload(list_of({{"ZZ99ZZZ"}}), kList, "07");
  refused.tell(VoiRefused{kList, "07", "another's"});
  EXPECT_EQ(refused.verdict("5-l"), Verdict::kPass);

  Script taken = with_a_list();
  taken.upload(list_of({{"ZZ99ZZZ"}}), kList, "07");
  taken.in_force();
  EXPECT_EQ(taken.judgement("5-l").against, 1u);

  Script open = with_a_list();
  open.upload(list_of({{"ZZ99ZZZ"}}), kList, "07");
  EXPECT_EQ(open.verdict("5-l"), Verdict::kInconclusive);
}

TEST(OwnershipTest, WhatWasTurnedAwayMatchesNothing) {
  Script script = with_a_list();
  script.upload(list_of({{"ZZ99ZZZ"}}), kList, "07");
  script.tell(VoiRefused{kList, "07", "another's"});
  script.whole_read("r:1", text_of("ZZ99ZZZ"));
  script.hit("h1", "r:1", 1);
  script.whole_read("r:2", text_of(kMark));
  script.hit("h2", "r:2", 1);
  script.end_of("liveness");
  EXPECT_EQ(script.judgement("6-a").against, 1u);
}

TEST(OwnershipTest, ADeletionByAnotherLikewise) {
  Script refused = with_a_list();
  refused.tell(VoiRefused{kList, "07", "another's"});
  EXPECT_EQ(refused.verdict("5-l"), Verdict::kPass);
  Script taken = with_a_list();
  taken.tell(VoiDeleted{kList, "07"});
  EXPECT_EQ(taken.judgement("5-l").against, 1u);
}

TEST(OwnershipTest, ItsOwnOrganisationChangesAndRemovesAList) {
  Script script = with_a_list();
  script.list({{"ZZ99ZZZ"}});
  script.tell(VoiDeleted{kList, "35"});
  script.whole_read("r:1", text_of("ZZ99ZZZ"));
  script.end_of("liveness");
  EXPECT_EQ(script.verdict("5-l"), Verdict::kNotRun);   // nobody else tried
  EXPECT_EQ(script.judgement("6-a").against, 0u);       // a list that was removed requires nothing
}

TEST(OwnershipTest, AHitForARemovedListIsOneTooMany) {
  Script script = with_a_list();
  script.tell(VoiDeleted{kList, "35"});
  script.whole_read("r:1", text_of(kMark));
  script.hit("h1", "r:1", 1);
  EXPECT_EQ(script.judgement("6-a").against, 1u);
}

TEST(OwnershipTest, AListUnderAnothersCodeIsAnothers) {
  Script script;
  script.upload(list_of({{std::string(kMark)}}), "07_Cheshire.csv", "35");
  script.in_force("07_Cheshire.csv");
  EXPECT_EQ(script.judgement("5-l").against, 1u);
}

TEST(OwnershipTest, WhenNobodyIsSaidToUploadNothingIsDecided) {
  Script script;
  script.upload(list_of({{std::string(kMark)}}), kList, "");
  script.in_force();
  EXPECT_EQ(script.verdict("5-l"), Verdict::kNotRun);
}

}  // namespace
}  // namespace oracle::test
