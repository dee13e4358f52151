// Combinations of readings as bits, and a tally that counts under all of them at once.
#include "conformance/oracle/combinations.h"

#include <bit>
#include <set>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "conformance/oracle/docket.h"

namespace oracle {
namespace {

using catalogue::Verdict;

const catalogue::Catalogue& book() { return catalogue::built_in(); }

TEST(CombinationsTest, OfNoReadingsThereIsOne) {
  const Combinations none(book(), {});
  EXPECT_EQ(none.size(), 1u);
  EXPECT_EQ(none.all(), 1u);
  EXPECT_TRUE(none.choices(0).empty());
  EXPECT_EQ(none.chosen_by(*book().find_profile("strict")), 0u);
}

TEST(CombinationsTest, OfEachCheckEveryOneIsThereOnceAndTheFirstIsTheDefault) {
  for (const Check& check : checks()) {
    const Combinations all(book(), check.readings);
    std::set<std::vector<std::uint32_t>> seen;
    for (std::size_t number = 0; number < all.size(); ++number) {
      std::vector<std::uint32_t> alternatives;
      for (const Choice& choice : all.choices(number)) alternatives.push_back(choice.alternative);
      EXPECT_TRUE(seen.insert(alternatives).second) << check.requirement;
      if (number > 0) continue;
      EXPECT_EQ(alternatives, std::vector<std::uint32_t>(check.readings.size(), 0)) << check.requirement;
    }
    EXPECT_EQ(std::popcount(all.all()), static_cast<int>(all.size()));
    EXPECT_EQ(all.chosen_by(book().profiles.front()), 0u);
  }
}

TEST(CombinationsTest, AlternativesOfAReadingPartTheWhole) {
  for (const Check& check : checks()) {
    const Combinations all(book(), check.readings);
    for (const std::string_view id : check.readings) {
      Under together = 0;
      for (std::uint32_t i = 0; i < book().find_reading(id)->readings.size(); ++i) {
        EXPECT_EQ(together & all.where(id, i), 0u) << id;
        together |= all.where(id, i);
      }
      EXPECT_EQ(together, all.all()) << check.requirement << ' ' << id;
    }
  }
}

TEST(CombinationsTest, AProfileChoosesTheOneThatHoldsItsAlternatives) {
  const Combinations all(book(), {"R-09", "R-10", "R-11"});
  for (const catalogue::Profile& profile : book().profiles) {
    for (const Choice& choice : all.choices(all.chosen_by(profile))) EXPECT_EQ(choice.alternative, profile.alternative(choice.reading));
  }
}

TEST(CombinationsTest, AProjectionLeavesOutWhatMakesNoDifference) {
  const Combinations all(book(), {"R-09", "R-10", "R-11"});
  EXPECT_TRUE(all.projected(all.all()).empty());
  const auto one = all.projected(all.where("R-10", 1) | all.where("R-10", 2));
  ASSERT_EQ(one.size(), 1u);
  EXPECT_EQ(one[0].reading, "R-10");
  EXPECT_EQ(one[0].under, (std::vector<std::uint32_t>{1, 2}));
  EXPECT_EQ(all.projected(all.where("R-09", 1) & all.where("R-11", 2)).size(), 2u);
}

// ---- the tally -----------------------------------------------------------------------------------------------------------

const std::vector<std::string_view> kReadings{"R-03", "R-04", "R-20"};   // twelve combinations

struct Step {
  enum Kind { kMet, kAgainst, kUndecided, kMore, kMissing } kind = kMet;
  Under set = 0;
};

void tell(Tally& tally, const Step& step, Under set) {
  switch (step.kind) {
    case Step::kMet: return tally.met(set, 1, oracle::Kind::kStatic);
    case Step::kAgainst: return tally.against(set, {}, "one thing", "another");
    case Step::kUndecided: return tally.undecided(set, {}, "one thing", "perhaps");
    case Step::kMore: return tally.more(set, Verdict::kFail, 3);
    case Step::kMissing: return tally.missing(set, "a thing");
  }
}

catalogue::Requirement asking(std::uint64_t least) {
  catalogue::Requirement requirement;
  requirement.id = "6-a";
  requirement.least_observations = least;
  return requirement;
}

void expect_same(const Conclusion& a, const Conclusion& b) {
  RC_ASSERT(a.verdict == b.verdict);
  RC_ASSERT(a.reason == b.reason);
  RC_ASSERT(a.observations == b.observations);
  RC_ASSERT(a.against == b.against);
  RC_ASSERT(a.undecided == b.undecided);
  RC_ASSERT(a.too_few == b.too_few);
}

/// What a tally under sets concludes of a combination is what one tally would that heard of that combination alone.
RC_GTEST_PROP(TallyTest, EqualsOneTallyForEachCombination, ()) {
  const Combinations combinations(book(), kReadings);
  const auto profile = *rc::gen::elementOf(book().profiles);
  const auto least = *rc::gen::inRange<std::uint64_t>(1, 4);
  const auto steps = *rc::gen::container<std::vector<std::pair<int, std::uint64_t>>>(
      rc::gen::pair(rc::gen::weightedElement<int>({{8, 0}, {1, 1}, {1, 2}, {1, 3}, {1, 4}}), rc::gen::arbitrary<std::uint64_t>()));
  const bool by_class = *rc::gen::arbitrary<bool>();
  SiteBook sites;
  const catalogue::Requirement requirement = asking(least);
  const auto concluded = [&](std::optional<std::size_t> alone) {
    Tally tally(requirement, alone ? Combinations(book(), {}) : combinations, profile, sites);
    if (by_class) tally.expect(oracle::Kind::kStatic);
    for (const auto& [kind, bits] : steps) {
      const Under set = bits % 4 == 0 ? combinations.all() : bits & combinations.all();
      if (!alone) {
        tell(tally, {static_cast<Step::Kind>(kind), set}, set);
      } else if ((set >> *alone & 1) != 0) {
        tell(tally, {static_cast<Step::Kind>(kind), 1}, 1);
      }
    }
    return tally.conclude();
  };
  const Judgement together = concluded(std::nullopt);
  const std::size_t chosen = combinations.chosen_by(profile);
  expect_same(together, concluded(chosen));
  RC_ASSERT(together.otherwise.size() == combinations.size() - 1);
  std::size_t other = 0;
  for (std::size_t number = 0; number < combinations.size(); ++number) {
    if (number == chosen) continue;
    RC_ASSERT(together.otherwise[other].choices == combinations.choices(number));
    expect_same(together.otherwise[other++].conclusion, concluded(number));
  }
}

TEST(TallyTest, WhatTheProfileSeesIsShownFirstAndTheRestNamesItsReadings) {
  SiteBook sites;
  const Combinations combinations(book(), kReadings);
  Tally tally(asking(1), combinations, book().profiles.front(), sites);
  tally.undecided(combinations.where("R-04", 1), {{}, "r:1"}, "e", "only with case folded, perhaps");
  tally.against(combinations.where("R-04", 1), {{}, "r:2"}, "e", "only with case folded");
  tally.undecided({{}, "r:3"}, "e", "perhaps");
  tally.against({{}, "r:4"}, "e", "under all");
  const Judgement j = tally.conclude();
  std::vector<std::string> order;
  for (const Finding& f : j.findings) order.push_back(f.read_id);
  EXPECT_EQ(order, (std::vector<std::string>{"r:4", "r:3", "r:2", "r:1"}));
  EXPECT_TRUE(j.findings[0].robust);
  EXPECT_FALSE(j.findings[2].robust);
  ASSERT_EQ(j.findings[2].readings.size(), 1u);
  EXPECT_EQ(j.findings[2].readings[0].reading, "R-04");
  EXPECT_EQ(j.against, 1u);
}

TEST(TallyTest, TheLikeOfOneReadUnderOtherReadingsIsOneFinding) {
  SiteBook sites;
  const Combinations combinations(book(), kReadings);
  Tally tally(asking(1), combinations, book().profiles.front(), sites);
  tally.against(combinations.where("R-03", 0), {{}, "r:1"}, "within 2 s", "after 3 s");
  tally.against(combinations.where("R-03", 1), {{}, "r:1"}, "within 2 s", "after 4 s");
  const Judgement j = tally.conclude();
  ASSERT_EQ(j.findings.size(), 1u);
  EXPECT_TRUE(j.findings[0].robust);
  EXPECT_EQ(j.findings[0].observed, "after 3 s");
}

TEST(TallyTest, EachClassThatIsThereNeedsTheLeast) {
  SiteBook sites;
  Tally tally(asking(2), Combinations(book(), {}), book().profiles.front(), sites);
  tally.expect(oracle::Kind::kStatic);
  tally.expect(oracle::Kind::kMobile);
  for (int i = 0; i < 5; ++i) tally.met(oracle::Kind::kStatic);
  tally.met(oracle::Kind::kMobile);
  const Judgement few = tally.conclude();
  EXPECT_EQ(few.verdict, Verdict::kInconclusive);
  EXPECT_TRUE(few.too_few);
  EXPECT_NE(few.reason.find("class mobile"), std::string::npos) << few.reason;
  tally.met(oracle::Kind::kMobile);
  EXPECT_EQ(tally.conclude().verdict, Verdict::kPass);
}

TEST(TallyTest, SitesAreBlamedUnderTheProfileAlone) {
  SiteBook sites;
  const Combinations combinations(book(), kReadings);
  Tally tally(asking(1), combinations, book().profiles.front(), sites);
  tally.against(combinations.where("R-04", 1), {{}, "r:1", "35-1-1"}, "e", "o");
  EXPECT_TRUE(sites.all().empty());
  tally.against({{}, "r:2", "35-1-1"}, "e", "o");
  EXPECT_EQ(sites.all().at("35-1-1").against, 1u);
}

}  // namespace
}  // namespace oracle
