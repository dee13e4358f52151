// 5-a to 5-i, 5-k, 5-m and 5-n: what a list says, whose doing it is, and what NAS answers.
#include <gtest/gtest.h>

#include "tests/unit/conformance/oracle/script.h"

namespace oracle::test {
namespace {

/// A row of the template with one cell another than it should be.
std::string row_with(std::size_t column = 0, std::string_view text = {}) {
  std::vector<std::string> cells{"AB01CDE", "FORD", "FOCUS", "BLUE", "Stop", "", "Drugs", "E41", "look twice", "Cambs",
                                 "01/01/2019", "01/01/2099", "", "OFFICIAL", "", "101"};
  if (column != 0) cells[column - 1] = text;
  return fmt::format("{}\r\n", fmt::join(cells, ","));
}

const std::string kSound = row_with();
const std::vector<std::string> kOfRows{"5-b", "5-c", "5-d", "5-e", "5-f", "5-g", "5-h", "5-i", "5-k"};

struct Breach {
  std::string requirement;
  std::size_t column = 0;
  std::string text;
};
const std::vector<Breach> kBreaches{
    {"5-b", 1, ""},          {"5-c", 1, "AB01 CDE"},      {"5-c", 1, "AB01-CDE"},   {"5-d", 5, "Halt"},
    {"5-d", 7, "Theft"},     {"5-d", 14, "SECRET"},       {"5-e", 7, "Drugs/Cloned"}, {"5-f", 7, "No MOT"},
    {"5-g", 8, "3x5x2"},     {"5-h", 9, std::string(199, 'x')}, {"5-h", 9, "\"two\rlines\""}, {"5-i", 11, "2019-01-01"},
    {"5-i", 12, "31/02/2099"}, {"5-i", 12, "1/1/2099"},   {"5-k", 14, "\"OFFICIAL, OFFICIAL-SENSITIVE\""}};

TEST(ListIntakeTest, ASoundListSpeaksForItsKeeper) {
  Script script;
  script.upload(kSound + kSound);
  for (const std::string& id : kOfRows) {
    EXPECT_EQ(script.verdict(id), Verdict::kPass) << id << script.judgement(id).reason;
    EXPECT_EQ(script.judgement(id).observations, 2u) << id;
  }
  EXPECT_EQ(script.verdict("5-a"), Verdict::kPass);
  EXPECT_EQ(script.verdict("5-m"), Verdict::kNotRun);
  EXPECT_EQ(script.verdict("5-n"), Verdict::kNotRun);
}

TEST(ListIntakeTest, EachBreachIsItsKeepersAndOfOneRequirementAlone) {
  for (const Breach& breach : kBreaches) {
    Script script;
    script.upload(kSound + row_with(breach.column, breach.text));
    for (const std::string& id : kOfRows) {
      EXPECT_EQ(script.judgement(id).against, id == breach.requirement ? 1u : 0u) << breach.requirement << ' ' << breach.text << ' ' << id;
    }
    const Judgement& j = script.judgement(breach.requirement);
    ASSERT_FALSE(j.findings.empty()) << breach.requirement;
    EXPECT_EQ(j.findings[0].component, "source:35");
    EXPECT_NE(j.findings[0].observed.find("row 2 of 35_Test.csv"), std::string::npos) << j.findings[0].observed;
  }
}

TEST(ListIntakeTest, TheLimitsThemselvesAreKept) {
  for (const auto& [column, text] : std::vector<std::pair<std::size_t, std::string>>{
           {9, std::string(198, 'x')}, {12, "29/02/2096"}, {8, ""}, {11, ""}, {14, "OFFICIAL-SENSITIVE"}, {5, "No Alert"}, {7, "LEA P6"}}) {
    Script script;
    script.upload(row_with(column, text));
    for (const std::string& id : kOfRows) EXPECT_EQ(script.judgement(id).against, 0u) << id << ' ' << text;
  }
}

TEST(ListIntakeTest, AListsNameBeginsWithACodeOfAnnexA) {
  const std::vector<std::pair<std::string, bool>> names{{"35_x.csv", true},  {"201_x.csv", true}, {"TUTELAGE_x.csv", true},
                                                        {"99_x.csv", false}, {"7_x.csv", false},  {"07 Cheshire.csv", false},
                                                        {"_x.csv", false},   {"tutelage_x.csv", false}};
  for (const auto& [file, sound] : names) {
    Script script;
    script.upload(kSound, file);
    EXPECT_EQ(script.judgement("5-a").against, sound ? 0u : 1u) << file;
    EXPECT_EQ(script.judgement("5-a").observations, sound ? 1u : 0u) << file;
  }
}

// ---- readings -------------------------------------------------------------------------------------------------------------

std::uint64_t against(const std::string& csv, std::string_view id, const std::vector<Choice>& chosen = {}, bool national = false,
                      std::string_view file = kList) {
  Script script;
  script.upload(csv, file, "35", false, national);
  return chosen.empty() ? script.judgement(id).against : script.under(id, chosen).against;
}

TEST(ListReadingsTest, R18ColumnSixAndWhatMustBeFilled) {
  std::string fifteen = row_with();
  fifteen.replace(fifteen.find("Stop,,"), 6, "Stop,");
  EXPECT_EQ(against(kSound, "5-b"), 0u);
  EXPECT_EQ(against(kSound, "5-b", {{"R-18", 1}}), 1u);
  EXPECT_EQ(against(fifteen, "5-b"), 1u);
  EXPECT_EQ(against(fifteen, "5-b", {{"R-18", 1}}), 0u);
  EXPECT_EQ(against(fifteen, "5-b", {{"R-18", 2}}), 1u);
  for (const std::string& id : kOfRows) EXPECT_EQ(against(fifteen, id), id == "5-b" ? 1u : 0u) << id;
  for (const std::size_t column : {5U, 7U, 10U, 12U, 14U}) {
    EXPECT_EQ(against(row_with(column, ""), "5-b"), 1u) << column;
    EXPECT_EQ(against(row_with(column, ""), "5-b", {{"R-18", 2}}), 0u) << column;
  }
  EXPECT_EQ(against(row_with(1, ""), "5-b", {{"R-18", 2}}), 1u);
  // Without its last column a row has 15, too, and nothing is known of its cells.
  std::string last_gone = kSound.substr(0, kSound.rfind(',')) + "\r\n";
  for (const std::string& id : kOfRows) EXPECT_EQ(against(last_gone, id), id == "5-b" ? 1u : 0u) << id;
  EXPECT_EQ(against("AB01CDE,Stop\r\n", "5-b", {{"R-18", 2}}), 1u);
}

TEST(ListReadingsTest, R19HowCharactersAreCounted) {
  std::string accented, cars;
  for (int i = 0; i < 198; ++i) accented += "\xc3\xa9";
  for (int i = 0; i < 100; ++i) cars += "\xf0\x9f\x9a\x97";
  EXPECT_EQ(against(row_with(9, accented), "5-h"), 0u);
  EXPECT_EQ(against(row_with(9, accented), "5-h", {{"R-19", 1}}), 0u);
  EXPECT_EQ(against(row_with(9, accented), "5-h", {{"R-19", 2}}), 1u);
  EXPECT_EQ(against(row_with(9, cars), "5-h"), 0u);
  EXPECT_EQ(against(row_with(9, cars), "5-h", {{"R-19", 1}}), 1u);
}

TEST(ListReadingsTest, R21AndR25WhichWordsAreWords) {
  EXPECT_EQ(against(row_with(5, "STOP"), "5-d"), 1u);
  EXPECT_EQ(against(row_with(5, "STOP"), "5-d", {{"R-21", 1}}), 0u);
  EXPECT_EQ(against(row_with(7, "Serious Crime"), "5-d"), 1u);
  EXPECT_EQ(against(row_with(7, "Serious Crime"), "5-d", {{"R-25", 1}}), 0u);
  EXPECT_EQ(against(row_with(7, "serious crime"), "5-d", {{"R-25", 1}}), 1u);
  EXPECT_EQ(against(row_with(7, "serious crime"), "5-d", {{"R-25", 1}, {"R-21", 1}}), 0u);
  EXPECT_EQ(against(row_with(7, "Low Crime Drugs"), "5-e"), 1u);
  EXPECT_EQ(against(row_with(7, "Low Crime Drugs"), "5-e", {{"R-25", 1}}), 0u);   // as printed it may be one
  EXPECT_EQ(against(row_with(7, "Drugs/Cloned"), "5-e", {{"R-25", 1}}), 1u);
}

TEST(ListReadingsTest, R23WhetherAFileMustBeCsv) {
  for (const std::string& none : {std::string("\"AB01CDE\"x,\r\n"), row_with(9, "\xff")}) {
    EXPECT_EQ(against(none, "5-b"), 1u);
    EXPECT_EQ(against(none, "5-b", {{"R-23", 1}}), 0u);
  }
}

TEST(ListReadingsTest, R35WhatMakesAListNational) {
  const std::string row = row_with(7, "No Tax");
  EXPECT_EQ(against(row, "5-f"), 1u);
  EXPECT_EQ(against(row, "5-f", {{"R-35", 1}}), 1u);
  EXPECT_EQ(against(row, "5-f", {}, true), 0u);
  EXPECT_EQ(against(row, "5-f", {{"R-35", 1}}, true), 1u);
  EXPECT_EQ(against(row, "5-f", {}, false, "MIDASGOLD_x.csv"), 1u);
  EXPECT_EQ(against(row, "5-f", {{"R-35", 1}}, false, "MIDASGOLD_x.csv"), 0u);
}

TEST(ListIntakeTest, AHeaderThatPutsAColumnElsewhereIsAgainstTheOrder) {
  std::string list = list_of({{"AB01CDE"}});
  EXPECT_EQ(against(list, "5-b"), 0u);
  list.replace(list.find("MAKE,MODEL"), 10, "MODEL,MAKE");
  EXPECT_EQ(against(list, "5-b"), 1u);
}

TEST(ListIntakeTest, NoAlertIsForListsThatMerelyWatch) {
  const std::string watching = row_with(5, "No Alert");
  EXPECT_EQ(against(watching + watching, "5-n"), 0u);
  EXPECT_EQ(against(watching + kSound, "5-n"), 1u);
}

// ---- what NAS does ----------------------------------------------------------------------------------------------------------

/// A staged list of a sound row and one with a breach, and what NAS answers.
Script staged(const Breach& breach, std::string_view role = "whole") {
  OracleOptions options;
  options.role = role;
  Script script(options);
  script.subscribe();
  script.upload(kSound + row_with(breach.column, breach.text), kList, "35", true);
  return script;
}

TEST(ListAnswerTest, ARowThatIsTurnedAwayIsMetOfTheDutyItBreaks) {
  for (const Breach& breach : kBreaches) {
    Script script = staged(breach);
    script.tell(VoiRowRefused{kList, 2, static_cast<std::int64_t>(breach.column), "not so"});
    script.in_force();
    for (const std::string& id : kOfRows) {
      EXPECT_EQ(script.judgement(id).against, 0u) << id;
      EXPECT_EQ(script.judgement(id).observations, id == breach.requirement ? 1u : 0u) << breach.text << ' ' << id;
    }
    EXPECT_EQ(script.judgement("5-m").observations, 1u) << breach.text;
  }
}

TEST(ListAnswerTest, ARowThatIsTakenInIsAgainstNas) {
  for (const Breach& breach : kBreaches) {
    Script script = staged(breach);
    script.in_force();
    script.tell(VoiRowRefused{"35_Other.csv", 1, 1, "of another list"});   // the evidence does tell of refusals
    const Judgement& j = script.judgement(breach.requirement);
    EXPECT_EQ(j.against, 1u) << breach.text;
    EXPECT_EQ(j.findings.at(0).component, "nas");
    EXPECT_EQ(script.judgement("5-m").against, 1u);
  }
}

TEST(ListAnswerTest, EvidenceThatTellsOfNoRefusalAtAllIsSilentOnThem) {
  Script script = staged(kBreaches[1]);
  script.in_force();
  EXPECT_EQ(script.verdict("5-c"), Verdict::kInconclusive);
  EXPECT_EQ(script.verdict("5-m"), Verdict::kInconclusive);
  Script unanswered = staged(kBreaches[1]);
  EXPECT_EQ(unanswered.verdict("5-c"), Verdict::kNotRun);
}

TEST(ListAnswerTest, AHitForARowIsProofThatItWasTakenIn) {
  Script script = staged({"5-h", 9, std::string(199, 'x')});
  script.tell(VoiRowRefused{kList, 2, 9, "too long"});
  script.in_force();
  script.whole_read("r:1", text_of("AB01CDE"));
  script.hit("h1", "r:1", 2);
  EXPECT_EQ(script.judgement("5-h").against, 1u);
}

TEST(ListAnswerTest, ByRoleEitherTheKeeperOrNasIsJudged) {
  const Breach breach{"5-c", 1, "AB01 CDE"};
  Script source = staged(breach, "source");
  source.in_force();
  EXPECT_EQ(source.verdict("5-c"), Verdict::kNotRun);   // the tester's own faults are nobody's
  OracleOptions options;
  options.role = "nas";
  Script nas(options);
  nas.upload(kSound + row_with(1, "AB01 CDE"));   // not staged: a keeper's fault, for NAS to turn away
  nas.tell(VoiRowRefused{kList, 2, 1, "a space"});
  nas.in_force();
  EXPECT_EQ(nas.judgement("5-c").against, 0u);
  EXPECT_EQ(nas.judgement("5-c").observations, 1u);
  EXPECT_EQ(nas.judgement("5-d").observations, 0u);
}

TEST(ListAnswerTest, TheColumnAndAReasonMustBeGiven) {
  const auto against_5m = [](std::int64_t column, std::string_view reason) {
    Script script = staged({"5-c", 1, "AB01 CDE"});
    script.tell(VoiRowRefused{kList, 2, column, reason});
    script.in_force();
    return script.judgement("5-m").against;
  };
  EXPECT_EQ(against_5m(1, "a space"), 0u);
  EXPECT_EQ(against_5m(2, "a space"), 1u);
  EXPECT_EQ(against_5m(1, ""), 1u);
}

TEST(ListAnswerTest, ASoundRowMustLoad) {
  Script script = staged({"5-c", 1, "AB01 CDE"});
  script.tell(VoiRowRefused{kList, 1, 3, "no such model"});
  script.tell(VoiRowRefused{kList, 2, 1, "a space"});
  script.in_force();
  EXPECT_EQ(script.judgement("5-m").against, 1u);
  EXPECT_EQ(script.judgement("5-m").observations, 1u);
}

TEST(ListAnswerTest, R22TheRowOrTheFile) {
  Script row = staged({"5-c", 1, "AB01 CDE"});
  row.tell(VoiRowRefused{kList, 2, 1, "a space"});
  row.in_force();
  EXPECT_EQ(row.judgement("5-m").against, 0u);
  EXPECT_EQ(row.under("5-m", "R-22", 1).against, 1u);
  Script file = staged({"5-c", 1, "AB01 CDE"});
  file.tell(VoiRefused{kList, "35", "row 2"});
  EXPECT_EQ(file.judgement("5-m").against, 1u);
  EXPECT_EQ(file.under("5-m", "R-22", 1).against, 0u);
  EXPECT_EQ(file.under("5-m", "R-22", 1).observations, 1u);
  EXPECT_EQ(file.judgement("5-c").observations, 1u);   // turned away with its list
}

TEST(ListAnswerTest, ASoundListThatIsTurnedAwayIsAgainstAndANamelessOneMustBe) {
  Script sound;
  sound.upload(kSound, kList, "35", true);
  sound.tell(VoiRefused{kList, "35", "not today"});
  EXPECT_EQ(sound.judgement("5-m").against, 1u);
  for (const bool refused : {true, false}) {
    Script nameless;
    nameless.upload(kSound, "99_x.csv", "35", true);
    if (refused) nameless.tell(VoiRefused{"99_x.csv", "35", "nobody's"});
    if (!refused) nameless.in_force("99_x.csv");
    EXPECT_EQ(nameless.judgement("5-a").against, refused ? 0u : 1u);
    EXPECT_EQ(nameless.judgement("5-m").against, 0u);
  }
}

TEST(ListAnswerTest, AnEntryThatWasChangedInSilenceShowsByItsHit) {
  Script script = staged({"5-c", 1, "AB02 CDE"});
  script.in_force();
  script.tell(VoiRowRefused{"35_Other.csv", 1, 1, "of another list"});
  script.whole_read("r:1", text_of("AB02CDE"));
  script.hit("h1", "r:1", 2);
  script.end_of("liveness");
  EXPECT_EQ(script.judgement("5-m").against, 2u);   // not turned away, and changed
  EXPECT_EQ(script.judgement("5-c").against, 1u);
  EXPECT_EQ(script.judgement("6-a").against, 1u);
}

}  // namespace
}  // namespace oracle::test
