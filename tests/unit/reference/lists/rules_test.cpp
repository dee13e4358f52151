// Each way in which clause 5 can be read, and what it changes of what a list may hold.
#include "reference/lists/rules.h"

#include <array>
#include <limits>

#include <gtest/gtest.h>

#include "reference/lists/voi_list.h"
#include "tests/unit/reference/lists/voi_maker.h"

namespace {

using lists::ColumnSet;
using lists::Rules;
using voi_maker::kFile;
using voi_maker::Row;

/// "row:column" of everything that was refused, "loaded", or the name of the error.
std::string said(const std::string& csv, const Rules& rules) {
  const auto list = lists::parse_voi_list(kFile, csv, rules);
  if (!list) return std::string(list.error().kind->name);
  std::string all;
  for (const lists::RefusedRow& refused : list->refused) {
    all += (all.empty() ? "" : " ") + std::to_string(refused.row) + ":" + std::to_string(refused.column);
  }
  return all.empty() ? "loaded" : all;
}
std::string said(const Row& row, const Rules& rules) { return said(row.csv(), rules); }

domain::VoiEntry entry_of(const Row& row, const Rules& rules) { return lists::parse_voi_list(kFile, row.csv(), rules)->entries.at(0); }

base::Instant day(std::string_view rfc3339_day) { return *base::parse_rfc3339(std::string(rfc3339_day) + "T00:00:00Z"); }

TEST(R18, TheMarkAloneMayBeMandatory) {
  const Rules rules{.mandatory = ColumnSet::of(lists::kVrm)};
  Row row;
  for (int column = 2; column <= 16; ++column) row = row.with(column, "");
  EXPECT_EQ(said(row, rules), "loaded");
  EXPECT_EQ(said(row, {}), "1:5 1:7 1:10 1:12 1:14");
  EXPECT_EQ(said(row.with(1, ""), rules), "1:1");
  EXPECT_EQ(entry_of(row, rules).action, domain::Action::kAssess);
  EXPECT_EQ(entry_of(row, rules).weeded_at.ns, std::numeric_limits<std::int64_t>::max());
  EXPECT_EQ(said(row.with(5, "stop").with(7, "x").with(12, "x").with(14, "x"), rules), "1:5 1:7 1:12 1:14") << "what is given is right";
}

TEST(R18, AnyColumnMayBeMandatory) {
  for (int column = 2; column <= 16; ++column) {
    const Rules rules{.mandatory = ColumnSet::of(column)};
    const Row filled = Row().with(6, "x").with(13, "x").with(15, "x");
    EXPECT_EQ(said(filled, rules), "loaded");
    EXPECT_EQ(said(filled.with(column, ""), rules), "1:" + std::to_string(column));
  }
}

TEST(R18, TheTemplateMayHaveNoColumnSix) {
  const Rules rules{.form = lists::TemplateForm::kNoColumnSix};
  const std::string row = "AB00CDE,FORD,FOCUS,RED,Stop,Drugs,1AP,Ask,CAMBS,01/06/2019,30/06/2019,,OFFICIAL,,101";
  EXPECT_EQ(said(row, rules), "loaded");
  EXPECT_EQ(said(Row(), rules), "1:17");
  EXPECT_EQ(said("AB00CDE,FORD,FOCUS,RED,Stop", rules), "1:7");
  EXPECT_EQ(said("AB00CDE,FORD,FOCUS,RED,Stop,drugs,x,Ask,,01/06/2019,,,OFFICIAL,,101", rules), "1:7 1:8 1:10 1:12")
      << "numbers as printed";
  EXPECT_EQ(said("VRM,MAKE,MODEL,COLOUR,ACTION,REASON\n" + row, rules), "loaded");
}

TEST(R19, WhatIsCounted) {
  std::string cars, pounds;
  for (int i = 0; i < 99; ++i) cars += "\xf0\x9f\x9a\x97", pounds += "\xc2\xa3";
  for (const auto& [counted, of_cars, of_pounds] :
       {std::tuple{lists::CountedIn::kCodePoints, "loaded", "loaded"}, std::tuple{lists::CountedIn::kUtf16Units, "loaded", "loaded"},
        std::tuple{lists::CountedIn::kBytes, "1:9", "loaded"}}) {
    EXPECT_EQ(said(Row().with(9, cars), {.counted_in = counted}), of_cars);
    EXPECT_EQ(said(Row().with(9, pounds), {.counted_in = counted}), of_pounds);
    EXPECT_EQ(said(Row().with(9, std::string(198, 'x')), {.counted_in = counted}), "loaded");
    EXPECT_EQ(said(Row().with(9, std::string(199, 'x')), {.counted_in = counted}), "1:9");
  }
  EXPECT_EQ(said(Row().with(9, cars + "x"), {.counted_in = lists::CountedIn::kCodePoints}), "loaded");
  EXPECT_EQ(said(Row().with(9, cars + "x"), {.counted_in = lists::CountedIn::kUtf16Units}), "1:9");
  EXPECT_EQ(said(Row().with(9, pounds + "x"), {.counted_in = lists::CountedIn::kBytes}), "1:9");
}

TEST(R20, WhenAnEntryIsWeeded) {
  EXPECT_EQ(entry_of(Row(), {}).weeded_at, day("2019-06-30"));
  EXPECT_EQ(entry_of(Row(), {.weed_day = lists::WeedDay::kFromItsEnd}).weeded_at, day("2019-07-01"));
  EXPECT_EQ(entry_of(Row(), {.weed_day = lists::WeedDay::kFromItsEnd}).in_force_from, day("2019-06-01"));
}

TEST(R21, WordsMayBeCaseFolded) {
  const Rules folded{.word_match = lists::WordMatch::kCaseFolded};
  const Row row = Row().with(5, "NO ALERT").with(7, "intel SERIOUS crime").with(14, "official-sensitive");
  EXPECT_EQ(said(row, {}), "1:5 1:7 1:14");
  EXPECT_EQ(said(row, folded), "loaded");
  EXPECT_EQ(entry_of(row, folded).action, domain::Action::kNoAlert);
  EXPECT_EQ(entry_of(row, folded).reason, "intel SERIOUS crime") << "nothing is altered";
  EXPECT_EQ(said(row.with(7, "no insurance"), folded), "1:7") << "still for national lists alone";
  EXPECT_EQ(said(row.with(5, "No  Alert").with(14, "official sensitive"), folded), "1:5 1:14");
}

TEST(R22, OneBadRowMayRefuseTheFile) {
  const Rules rules{.bad_row = lists::BadRow::kRefusesTheFile};
  EXPECT_EQ(said(Row().csv() + Row().with(5, "Halt").csv(), rules), "list_has_bad_rows");
  EXPECT_EQ(said("VRM,MODEL\n" + Row().csv(), rules), "list_has_bad_rows");
  EXPECT_EQ(said(Row().csv() + Row().csv(), rules), "loaded");
}

TEST(R25, TheWordsAreData) {
  static constexpr std::array kWords{domain::StandardWord{domain::WordColumn::kAction, "Stop"},
                                     domain::StandardWord{domain::WordColumn::kReason, "Intel"},
                                     domain::StandardWord{domain::WordColumn::kGsc, "OFFICIAL"}};
  const Rules rules{.words = kWords};
  EXPECT_EQ(said(Row(), rules), "1:7");
  EXPECT_EQ(said(Row().with(7, "Intel"), rules), "loaded");
}

TEST(Grading, MayBeHeldAgainstThePubliclyKnownForm) {
  const Rules rules{.grading = lists::Grading::kThreeFiveTwo};
  for (const char* grading : {"1AP", "3EC", "2CP", ""}) EXPECT_EQ(said(Row().with(8, grading), rules), "loaded") << grading;
  for (const char* grading : {"4AP", "1FP", "1AX", "1A", "AP1", "1APP", "1ap"})
    EXPECT_EQ(said(Row().with(8, grading), rules), "1:8") << grading;
  EXPECT_EQ(said(Row().with(8, "E41"), {}), "loaded") << "the specification says no more than: without X or spaces";
}

TEST(Header, IsRefusedWhereItPutsAColumnInAnothersPlace) {
  EXPECT_EQ(said("VRM,MODEL,MAKE\n" + Row().csv(), {}), "0:2 0:3");
  EXPECT_EQ(said("VRM,Marque,what you like\n" + Row().csv(), {}), "loaded");
  EXPECT_EQ(said("vrm,make,Model,COLOUR,Action,WARNING MARKERS,REASON,INTEL 3X5X2,INFORMATION/ACTION\n" + Row().csv(), {}), "loaded");
  EXPECT_EQ(said(std::string(voi_maker::kHeader.substr(0, voi_maker::kHeader.size() - 2)) + ",VRM\n" + Row().csv(), {}), "0:17");
  EXPECT_EQ(lists::parse_voi_list(kFile, "VRM,MODEL\n" + Row().csv())->entries.size(), 1U) << "rows are read by place all the same";
}

}  // namespace
