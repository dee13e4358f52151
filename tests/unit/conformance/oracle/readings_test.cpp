// 6-a and 2.3-a and 3.1-a under each alternative of each reading they hang on: it changes what it should, and nothing else.
#include <gtest/gtest.h>

#include "tests/unit/conformance/oracle/script.h"

namespace oracle::test {
namespace {

struct Told {
  std::vector<std::string> row;   ///< of the list
  std::string_view mark;          ///< of the read
  int hits = 0;
};

/// How much speaks against 6-a under a choice of readings, where one read comes and so many hits are sent for it.
std::uint64_t against(const Told& told, const std::vector<Choice>& chosen) {
  Script script;
  script.subscribe();
  script.list({told.row, {"ZZ99ZZZ"}});
  script.whole_read("r:1", text_of(told.mark));
  for (int i = 0; i < told.hits; ++i) script.hit(fmt::format("h{}", i), "r:1", 1);
  script.whole_read("r:2", text_of("ZZ99ZZZ"));
  script.hit("hz", "r:2", 2);
  script.end_of("liveness");
  const bool by_default = std::all_of(chosen.begin(), chosen.end(), [](const Choice& c) { return c.alternative == 0; });
  return by_default ? script.judgement("6-a").against : script.under("6-a", chosen).against;
}

/// Every alternative of 6-a's readings, one at a time; the default first.
std::vector<Choice> alternatives() {
  std::vector<Choice> all{{"R-03", 0}};
  for (const Check& check : checks()) {
    if (check.requirement != "6-a") continue;
    for (const std::string_view id : check.readings) {
      const auto count = catalogue::built_in().find_reading(id)->readings.size();
      for (std::uint32_t i = 1; i < count; ++i) all.push_back({std::string(id), i});
    }
  }
  return all;
}

/// That a hit is right under `right` alone, and that none is right under all others.
void expect_hit_only_under(const Told& told, const std::vector<Choice>& right) {
  for (const Choice& choice : alternatives()) {
    const bool hit = std::find(right.begin(), right.end(), choice) != right.end();
    Told one = told;
    one.hits = 1;
    EXPECT_EQ(against(one, {choice}), hit ? 0u : 1u) << told.mark << " with a hit, " << choice.reading << '=' << choice.alternative;
    one.hits = 0;
    EXPECT_EQ(against(one, {choice}), hit ? 1u : 0u) << told.mark << " without, " << choice.reading << '=' << choice.alternative;
  }
}

TEST(MatchReadingsTest, R03SevenQsMatchUnderTheOtherReadingAlone) { expect_hit_only_under({{"QQQQQQQ"}, "QQQQQQQ"}, {{"R-03", 1}}); }

TEST(MatchReadingsTest, R03TheTestMarkMatchesUnderBoth) { expect_hit_only_under({{"QQ111QQQ"}, "QQ111QQQ"}, alternatives()); }

TEST(MatchReadingsTest, R04CaseIsFoldedUnderOneAndGlyphsUnderAnother) {
  expect_hit_only_under({{"AB01CDE"}, "ab01cde"}, {{"R-04", 1}});
  expect_hit_only_under({{"AB01CDE"}, "ABO1CDE"}, {{"R-04", 2}});
  expect_hit_only_under({{"AB01CDE"}, "AB0ICDE"}, {{"R-04", 2}});
  expect_hit_only_under({{"AB01CDE"}, "abo1cde"}, {});
}

TEST(MatchReadingsTest, R04SevenQsInLowerCaseAreNoMarkEither) {
  expect_hit_only_under({{"QQQQQQQ"}, "qqqqqqq"}, {});
  EXPECT_EQ(against({{"QQQQQQQ"}, "qqqqqqq", 1}, {{"R-03", 1}, {"R-04", 1}}), 0u);
}

TEST(MatchReadingsTest, R20TheWeedDateItselfIsInUnderTheOtherReadingAlone) {
  expect_hit_only_under({{"AB01CDE", "Stop", "", "11/06/2019"}, "AB01CDE"}, {{"R-20", 1}});
  expect_hit_only_under({{"AB01CDE", "Stop", "", "10/06/2019"}, "AB01CDE"}, {});
  expect_hit_only_under({{"AB01CDE", "Stop", "", "12/06/2019"}, "AB01CDE"}, alternatives());
  expect_hit_only_under({{"AB01CDE", "Stop", "11/06/2019"}, "AB01CDE"}, alternatives());
  expect_hit_only_under({{"AB01CDE", "Stop", "12/06/2019"}, "AB01CDE"}, {});
}

TEST(MatchReadingsTest, R34NoAlertGivesAHitUnderTheOtherReadingAlone) {
  expect_hit_only_under({{"AB01CDE", "No Alert"}, "AB01CDE"}, {{"R-34", 1}});
}

TEST(MatchReadingsTest, R17ASecondHitIsOneTooManyUnlessItIsAllowed) {
  for (const Choice& choice : alternatives())
    EXPECT_EQ(against({{"AB01CDE"}, "AB01CDE", 2}, {choice}), (choice == Choice{"R-17", 1}) ? 0u : 1u) << choice.reading;
}

TEST(MatchReadingsTest, ReadingsWorkTogether) {
  EXPECT_EQ(against({{"QQQQQQQ", "No Alert"}, "QQQQQQQ", 1}, {{"R-03", 1}}), 1u);
  EXPECT_EQ(against({{"QQQQQQQ", "No Alert"}, "QQQQQQQ", 1}, {{"R-03", 1}, {"R-34", 1}}), 0u);
}

TEST(MatchReadingsTest, AProfileDecidesWhatTheVerdictIsUnder) {
  for (const auto& [profile, expected] : {std::pair("default", Verdict::kFail), {"lenient", Verdict::kInconclusive}}) {
    OracleOptions options;
    options.profile = profile;
    Script script(options);
    script.subscribe();
    script.list({{"AB01CDE"}});
    script.whole_read("r:1", text_of("AB01CDE"));
    script.hit("h1", "r:1", 1);
    script.hit("h2", "r:1", 1);
    script.end_of("liveness");
    EXPECT_EQ(script.verdict("6-a"), expected) << profile;   // R-17; one observation is too few to pass
    EXPECT_FALSE(script.judgement("6-a").robust());
  }
}

TEST(FeedReadingsTest, R08CodesThatAreNotTwoDigitsPassUnderTheOtherReadingAlone) {
  for (const std::string_view feed : {"\"201\"", "\"LEA\""}) {
    Script script;
    script.sent("r:1", text_of("AB01CDE", "11/06/2019 07:00:00", feed));
    EXPECT_EQ(script.judgement("2.3-a").against, 1u);
    EXPECT_EQ(script.under("2.3-a", "R-08", 1).against, 0u);
    EXPECT_EQ(script.under("2.3-a", "R-08", 1).observations, 1u);
  }
  Script script;
  script.sent("r:1", text_of("AB01CDE", "11/06/2019 07:00:00", "\"ZZZ\""));
  EXPECT_EQ(script.under("2.3-a", "R-08", 1).against, 1u);
}

TEST(LedgerReadingsTest, R13WhatOnlyAnotherComponentAcceptedCountsByDefaultAlone) {
  Script script;
  script.sent("r:1", text_of("AB01CDE"));
  script.received("r:1", text_of("AB01CDE"), "lea:35");
  script.acknowledged("r:1", "", "lea:35");
  script.end_of("liveness");
  EXPECT_EQ(script.judgement("3.1-a").against, 1u);
  EXPECT_EQ(script.under("3.1-a", "R-13", 1).against, 0u);
  EXPECT_FALSE(script.judgement("3.1-a").findings.at(0).robust);
}

}  // namespace
}  // namespace oracle::test
