#include "reference/lists/match_index.h"

#include <map>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace {

using lists::Match;
using lists::MatchIndex;
using lists::VoiList;

base::Instant day(std::int64_t number) { return base::Instant{} + base::hours(24) * number; }

/// In force from one day until another, counted from 1970.
domain::VoiEntry entry(std::string_view vrm, std::uint32_t row, std::int64_t from = 0, std::int64_t weeded = 100) {
  return {*domain::Vrm::make(vrm), domain::Action::kAssess, "Other", "", day(from), day(weeded), row};
}

VoiList list(std::string file, std::vector<domain::VoiEntry> entries) {
  VoiList made;
  made.file = std::move(file);
  made.entries = std::move(entries);
  return made;
}

/// "file:row" of every match.
std::vector<std::string> found(const MatchIndex& index, std::string_view vrm, std::int64_t at = 50) {
  std::vector<Match> matches;
  index.find(*domain::Vrm::make(vrm), day(at), matches);
  std::vector<std::string> all;
  for (const Match& match : matches) all.push_back(match.list->file + ":" + std::to_string(match.row));
  return all;
}

using Found = std::vector<std::string>;

TEST(MatchIndex, FindsNothingInNothing) { EXPECT_EQ(found(MatchIndex(), "AB00CDE"), Found{}); }

TEST(MatchIndex, FindsAsWrittenByFileAndRow) {
  MatchIndex index;
  index.replace(list("35_b", {entry("X1", 2), entry("X1", 1), entry("Y2", 3)}));
  index.replace(list("07_a", {entry("X1", 9)}));
  EXPECT_EQ(found(index, "X1"), (Found{"07_a:9", "35_b:1", "35_b:2"}));
  EXPECT_EQ(found(index, "Y2"), (Found{"35_b:3"}));
  EXPECT_EQ(found(index, "x1"), Found{});
  EXPECT_EQ(found(index, "X11"), Found{});
  EXPECT_EQ(index.entries(), 4U);
}

TEST(MatchIndex, FindsFromTheStartAndUntilTheWeedDate) {
  MatchIndex index;
  index.replace(list("35_a", {entry("X1", 1, 10, 20)}));
  EXPECT_EQ(found(index, "X1", 9), Found{});
  EXPECT_EQ(found(index, "X1", 10), Found{"35_a:1"});
  EXPECT_EQ(found(index, "X1", 19), Found{"35_a:1"});
  EXPECT_EQ(found(index, "X1", 20), Found{});
}

TEST(MatchIndex, NeverFindsAPassWithoutAPlate) {
  MatchIndex index;
  index.replace(list("35_a", {entry("QQQQQQQ", 1), entry("QQ111QQQ", 2)}));
  EXPECT_EQ(found(index, "QQQQQQQ"), Found{});
  EXPECT_EQ(found(index, "QQ111QQQ"), Found{"35_a:2"}) << "R-03: a connectivity test reaches to the hit";
}

TEST(MatchIndex, ReplacesTheListOfTheSameName) {
  MatchIndex index;
  index.replace(list("35_a", {entry("X1", 1), entry("X1", 2)}));
  index.replace(list("35_b", {entry("X1", 1)}));
  index.replace(list("35_a", {entry("Z3", 1)}));
  EXPECT_EQ(found(index, "X1"), Found{"35_b:1"});
  EXPECT_EQ(found(index, "Z3"), Found{"35_a:1"});
  EXPECT_EQ(index.entries(), 2U);
}

TEST(MatchIndex, RemovesAListAndGivesItsPlaceToAnother) {
  MatchIndex index;
  index.replace(list("35_a", {entry("X1", 1)}));
  index.replace(list("35_b", {entry("X1", 1)}));
  index.remove("35_a");
  index.remove("35_unknown");
  EXPECT_EQ(found(index, "X1"), Found{"35_b:1"});
  index.replace(list("35_c", {entry("X1", 4)}));
  EXPECT_EQ(found(index, "X1"), (Found{"35_b:1", "35_c:4"}));
}

TEST(MatchIndex, AddsToWhatWasFoundBefore) {
  MatchIndex index;
  index.replace(list("35_a", {entry("X1", 1), entry("Y2", 2)}));
  std::vector<Match> matches;
  index.find(*domain::Vrm::make("Y2"), day(50), matches);
  index.find(*domain::Vrm::make("X1"), day(50), matches);
  ASSERT_EQ(matches.size(), 2U);
  EXPECT_EQ(matches[0].row, 2U);
  EXPECT_EQ(matches[1].row, 1U);
}

/// The slow and plain second index: every entry of every list is looked at.
Found plain_found(const std::map<std::string, VoiList>& lists, const std::string& vrm, std::int64_t at) {
  Found all;
  for (const auto& [file, list] : lists) {
    std::map<std::uint32_t, std::string> rows;
    for (const domain::VoiEntry& each : list.entries) {
      if (each.vrm.text() == vrm && each.in_force_from <= day(at) && day(at) < each.weeded_at)
        rows[each.row] = file + ":" + std::to_string(each.row);
    }
    for (const auto& [row, text] : rows) all.push_back(text);
  }
  return all;
}

RC_GTEST_PROP(MatchIndex, AgreesWithAPlainSearchAfterAnyChanges, ()) {
  MatchIndex index;
  std::map<std::string, VoiList> plain;
  const auto changes = *rc::gen::inRange(1, 20);
  for (int change = 0; change < changes; ++change) {
    const auto file = *rc::gen::element<std::string>("01_a", "01_b", "35_a", "35_b");
    if (*rc::gen::inRange(0, 4) == 0) {
      index.remove(file);
      plain.erase(file);
      continue;
    }
    VoiList made = list(file, {});
    const auto rows = *rc::gen::inRange<std::uint32_t>(0, 8);
    for (std::uint32_t row = 1; row <= rows; ++row) {
      const auto vrm = *rc::gen::element<std::string>("A", "B", "C");
      const auto from = *rc::gen::inRange(0, 4);
      made.entries.push_back(entry(vrm, row, from, from + *rc::gen::inRange(0, 4)));
    }
    plain[file] = made;
    index.replace(std::move(made));
  }
  std::size_t entries = 0;
  for (const auto& [file, made] : plain) entries += made.entries.size();
  RC_ASSERT(index.entries() == entries);
  for (const char* vrm : {"A", "B", "C"}) {
    for (std::int64_t at = 0; at < 8; ++at) RC_ASSERT(found(index, vrm, at) == plain_found(plain, vrm, at));
  }
}

}  // namespace
