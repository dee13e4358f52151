// 5-q: hits go to those who may see them. A-a: what the symbol shows. 5-m: and that it is what was uploaded.
#include <gtest/gtest.h>

#include "conformance/oracle/parse/annex_a.h"
#include "tests/unit/conformance/oracle/script.h"

namespace oracle::test {
namespace {

constexpr std::string_view kMark = "AB01CDE";

/// A hit for the first row of a list.
Script with_hit(std::string_view file = kList, std::string_view action = "Stop") {
  Script script;
  script.subscribe("*");
  script.subscribe("07_*", "stranger");
  script.list({{std::string(kMark), std::string(action)}}, file);
  script.whole_read("r:1", text_of(kMark));
  script.hit("h1", "r:1", 1, file);
  return script;
}

TEST(AuthorisedStaffTest, AHitGoesToWhoMaySeeItsListAndToNobodyElse) {
  Script right = with_hit();
  right.delivered("h1", "op");
  EXPECT_EQ(right.verdict("5-q"), Verdict::kPass);
  Script wrong = with_hit();
  wrong.delivered("h1", "stranger");
  EXPECT_EQ(wrong.judgement("5-q").against, 1u);
  Script unknown = with_hit();
  unknown.delivered("h1", "nobody");
  EXPECT_EQ(unknown.verdict("5-q"), Verdict::kInconclusive);
}

TEST(AuthorisedStaffTest, WhereEverybodyMaySeeAllNothingIsShown) {
  Script script;
  script.subscribe("*");
  script.list({{std::string(kMark)}});
  script.whole_read("r:1", text_of(kMark));
  script.hit("h1", "r:1", 1);
  script.delivered("h1", "op");
  EXPECT_EQ(script.verdict("5-q"), Verdict::kNotRun);
}

TEST(AuthorisedStaffTest, WhatAnOperatorMaySeeIsNotForgottenWhenItGoesOffline) {
  Script script = with_hit();
  script.tell(Operator{"op", "35", {}, false});
  script.delivered("h1", "op");
  EXPECT_EQ(script.judgement("5-q").against, 0u);
}

TEST(SymbolTest, EachOfTheCodesShowsItsText) {
  EXPECT_EQ(parse::kSymbolTexts.size(), 55u);
  for (const auto& [code, text] : parse::kSymbolTexts) {
    const std::string file = fmt::format("{}_x.csv", code);
    Script script = with_hit(file);
    script.tell(SymbolShown{"operator:op", "h1", "Stop", text});
    EXPECT_EQ(script.verdict("A-a"), Verdict::kPass) << code;
    Script wrong = with_hit(file);
    wrong.tell(SymbolShown{"operator:op", "h1", "Stop", code == "35" ? "CAMB" : "CAMBS"});
    EXPECT_EQ(wrong.judgement("A-a").against, 1u) << code;
  }
}

TEST(SymbolTest, ACodeWithTheTextOfAnotherAndLowerCaseAreWrong) {
  for (const std::string_view text : {"cambs", "CAMBS ", "", "35"}) {
    Script script = with_hit();
    script.tell(SymbolShown{"operator:op", "h1", "Stop", text});
    EXPECT_EQ(script.judgement("A-a").against, 1u) << text;
  }
}

TEST(SymbolTest, WhatAVehicleShowsIsNotJudgedYet) {
  Script script = with_hit();
  script.tell(SymbolShown{"mobile:35-40", "h1", "Stop", "NONSENSE"});
  EXPECT_EQ(script.verdict("A-a"), Verdict::kNotRun);
}

TEST(SymbolTest, AnActionThatIsNotTheEntrysWasChanged) {
  Script right = with_hit(kList, "Assess");
  right.tell(SymbolShown{"operator:op", "h1", "Assess", "CAMBS"});
  EXPECT_EQ(right.judgement("5-m").against, 0u);
  Script wrong = with_hit(kList, "Assess");
  wrong.tell(SymbolShown{"operator:op", "h1", "Stop", "CAMBS"});
  EXPECT_EQ(wrong.judgement("5-m").against, 1u);
  EXPECT_EQ(wrong.judgement("A-a").against, 0u);
}

TEST(SymbolTest, WithoutASymbolItIsNotRun) { EXPECT_EQ(with_hit().verdict("A-a"), Verdict::kNotRun); }

TEST(SymbolTest, AnActionAloneSaysNothingOfTheText) {
  Script script;
  script.subscribe();
  script.list({{"AA01AAA"}});
  script.whole_read("r:1", text_of("AA01AAA"));
  script.hit("h", "r:1", 1);
  SymbolShown shown{"operator:op", "h", "Stop", ""};
  shown.text_told = false;
  script.tell(shown);
  EXPECT_EQ(script.verdict("A-a"), Verdict::kNotRun);
  EXPECT_EQ(script.judgement("A-a").against, 0u);
}

}  // namespace
}  // namespace oracle::test
