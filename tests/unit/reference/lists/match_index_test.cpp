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

TEST(MatchIndex, FindsAMarkOnFortyListsFortyTimes) {
  MatchIndex index;
  Found expected;
  for (int n = 10; n < 50; ++n) {
    index.replace(list("35_" + std::to_string(n), {entry("X1", 1), entry("Y2", 2)}));
    expected.push_back("35_" + std::to_string(n) + ":1");
  }
  EXPECT_EQ(found(index, "X1"), expected);
}

TEST(MatchIndex, ComparesMarksAsItIsTold) {
  for (const auto& [equality, matches] : {std::pair{lists::MarkEquality::kAsWritten, Found{"35_a:1"}},
                                          std::pair{lists::MarkEquality::kCaseFolded, Found{"35_a:1", "35_a:2"}},
                                          std::pair{lists::MarkEquality::kPlateGlyphs, Found{"35_a:1", "35_a:2", "35_a:3"}}}) {
    MatchIndex index({.equality = equality});
    const std::string more = "ABCDEFGHIJ";   // makes a mark too long to be packed
    index.replace(list("35_a", {entry("OI1", 1), entry("oI1", 2), entry("0i1", 3), entry("OI1" + more, 4), entry("oi1" + more, 5)}));
    EXPECT_EQ(found(index, "OI1"), matches);
    EXPECT_EQ(found(index, "OI1" + more).size(), equality == lists::MarkEquality::kAsWritten ? 1U : 2U);
  }
}

TEST(MatchIndex, MayFindTheReservedMarksBoth) {
  MatchIndex index({.none_identified = lists::NoneIdentified::kMatchesWhereListed});
  index.replace(list("35_a", {entry("QQQQQQQ", 1), entry("QQ111QQQ", 2)}));
  EXPECT_EQ(found(index, "QQQQQQQ"), Found{"35_a:1"});
  EXPECT_EQ(found(index, "QQ111QQQ"), Found{"35_a:2"});
}

TEST(MatchIndex, FindsMarksOfAnyLengthAndAnyBytes) {
  MatchIndex index;
  const std::string longest(32, 'Z');
  index.replace(list("35_a", {entry("ABCDEFGHIJ", 1), entry("ABCDEFGHIJK", 2), entry(longest, 3), entry("\xc3\x96", 4)}));
  EXPECT_EQ(found(index, "ABCDEFGHIJ"), Found{"35_a:1"});
  EXPECT_EQ(found(index, "ABCDEFGHIJK"), Found{"35_a:2"});
  EXPECT_EQ(found(index, longest), Found{"35_a:3"});
  EXPECT_EQ(found(index, "\xc3\x96"), Found{"35_a:4"});
  EXPECT_EQ(found(index, longest.substr(1)), Found{});
}

TEST(MatchIndex, FindsAMarkThatFillsAListAndLosesItWithTheList) {
  MatchIndex index;
  std::vector<domain::VoiEntry> entries;
  for (std::uint32_t row = 1; row <= 70'000; ++row) entries.push_back(entry("X1", row));
  entries.push_back(entry("Y2", 70'001));
  index.replace(list("35_a", entries));
  index.replace(list("35_b", {entry("X1", 1)}));
  EXPECT_EQ(found(index, "X1").size(), 70'001U);
  index.replace(list("35_a", {entry("Y2", 1)}));   // so many dead entries that they are taken out
  EXPECT_EQ(found(index, "X1"), Found{"35_b:1"});
  EXPECT_EQ(found(index, "Y2"), Found{"35_a:1"});
  index.replace(list("35_b", entries));
  index.remove("35_b");
  while (index.tend()) continue;
  EXPECT_EQ(found(index, "X1"), Found{});
  index.replace(list("35_c", {entry("X1", 5)}));
  EXPECT_EQ(found(index, "X1"), Found{"35_c:5"});
}

TEST(MatchIndex, GivesNumbersOfVersionsBack) {
  MatchIndex index;
  for (std::uint32_t n = 0; n < 3 * MatchIndex::kVersionsMax; ++n) {
    ASSERT_TRUE(index.has_room());
    index.replace(list("35_a", {entry("X1", n)}));
  }
  EXPECT_EQ(found(index, "X1").size(), 1U);
  EXPECT_LE(index.bytes(), 1'000'000U);
}

/// Lists a, b and c, each of which is replaced, removed, drafted, given up and tended in any order.
class Trial {
 public:
  void step() {
    switch (*rc::gen::inRange(0, 7)) {
      case 0: return remove();
      case 1: return begin();
      case 2: return put_in_force();
      case 3: return abandon();
      case 4: static_cast<void>(index.tend()); return;
      default: return add();
    }
  }
  void check() const {
    std::size_t entries = 0;
    for (const auto& [file, made] : plain) entries += made.entries.size();
    RC_ASSERT(index.entries() == entries);
    for (const std::string& vrm : kMarks) {
      for (std::int64_t at = 0; at < 6; ++at) RC_ASSERT(found(index, vrm, at) == plain_found(vrm, at));
    }
  }

 private:
  static inline const std::vector<std::string> kMarks{"A", "B", "C", "ABCDEFGHIJKLM", "NOPQRSTUVWXYZ"};

  struct Draft {
    lists::VersionId id;
    VoiList list;
  };
  std::string any_file() { return *rc::gen::element<std::string>("01_a", "35_b", "35_c"); }

  void remove() {
    const std::string file = any_file();
    index.remove(file);
    plain.erase(file);
  }
  void begin() {
    VoiList made = list(any_file(), {});
    const lists::VersionId id = index.begin(made.file, "35");
    drafts.push_back({id, std::move(made)});
  }
  void add() {
    if (drafts.empty()) return begin();
    Draft& draft = drafts.back();
    const auto count = *rc::gen::element(1, 2, 40);   // forty soon crowd a mark
    for (int i = 0; i < count; ++i) {
      const auto from = *rc::gen::inRange(0, 3);
      const auto row = static_cast<std::uint32_t>(draft.list.entries.size() + 1);
      draft.list.entries.push_back(entry(*rc::gen::elementOf(kMarks), row, from, from + *rc::gen::inRange(0, 4)));
      index.add(draft.id, draft.list.entries.back());
    }
  }
  void put_in_force() {
    if (drafts.empty()) return;
    Draft draft = std::move(drafts.back());
    drafts.pop_back();
    index.put_in_force(draft.id, {});
    plain[draft.list.file] = std::move(draft.list);
  }
  void abandon() {
    if (drafts.empty()) return;
    index.abandon(drafts.back().id);
    drafts.pop_back();
  }
  /// The slow and plain second index: every entry of every list is looked at.
  Found plain_found(const std::string& vrm, std::int64_t at) const {
    Found all;
    for (const auto& [file, made] : plain) {
      for (const domain::VoiEntry& each : made.entries) {
        if (each.vrm.text() == vrm && each.in_force_from <= day(at) && day(at) < each.weeded_at)
          all.push_back(file + ":" + std::to_string(each.row));
      }
    }
    return all;
  }

  MatchIndex index;
  std::map<std::string, VoiList> plain;
  std::vector<Draft> drafts;
};

RC_GTEST_PROP(MatchIndex, AgreesWithAPlainSearchAtEveryMoment, ()) {
  Trial trial;
  const auto steps = *rc::gen::inRange(1, 40);
  for (int step = 0; step < steps; ++step) {
    trial.step();
    trial.check();
  }
}

}  // namespace
