// The stories of the reads that findings are about.
#include "conformance/harness/stories.h"

#include <gtest/gtest.h>

#include "conformance/subjects/mutant.h"
#include "tests/unit/conformance/harness/small_scenario.h"

namespace {

using harness::Line;
using harness::Stories;

/// A small run by a cast, judged, with its stories.
struct Told {
  explicit Told(const run::Cast& cast) {
    scratch::Folder scratch;
    const auto scenario = scenario::load_scenario(small_scenario::write(scratch.path()));
    harness::PlannedRun planned{"main", scenario.value()};
    run::Options options;
    options.seed = planned.scenario.seed;
    populations.push_back(harness::run_population(planned, options, cast, "default").value());
    plan = harness::plan_for(catalogue::built_in(), {planned}, "whole", {});
    assessments = harness::assess(plan, populations);
    stories = std::make_unique<Stories>(Stories::gather(populations.front(), assessments).value());
  }
  std::vector<harness::Population> populations;
  harness::Plan plan;
  std::vector<harness::Assessment> assessments;
  std::unique_ptr<Stories> stories;
};

run::Cast cast_of(std::string_view mutant) {
  for (const subjects::Mutant& one : subjects::mutants()) {
    if (one.id == mutant) return one.cast;
  }
  throw std::out_of_range(std::string(mutant));
}

std::ptrdiff_t marked(const std::vector<Line>& lines, std::string_view mark) {
  return std::count_if(lines.begin(), lines.end(), [&](const Line& line) { return line.mark == mark; });
}

/// All tests look at one run, whose cameras keep summer time.
const Told& summer_time() {
  static const Told told(cast_of("camera.summer-time"));
  return told;
}

const oracle::Finding& finding() { return summer_time().populations.front().judgement("2.2.2-b")->findings.at(0); }

TEST(Stories, TheSecondRunIsTheFirstAgain) { EXPECT_TRUE(summer_time().stories->same()); }

TEST(Stories, AFindingsTimelineBeginsWithThePassAndHasOneDivergence) {
  const auto lines = summer_time().stories->timeline(finding());
  ASSERT_FALSE(lines.empty());
  EXPECT_EQ(lines.front().kind, "pass");
  EXPECT_EQ(marked(lines, "divergence"), 1);
  EXPECT_EQ(marked(lines, "due"), 0);
  EXPECT_TRUE(std::is_sorted(lines.begin(), lines.end(), [](const Line& a, const Line& b) { return a.at < b.at; }));
  const auto divergence = std::find_if(lines.begin(), lines.end(), [](const Line& line) { return line.mark == "divergence"; });
  EXPECT_EQ(divergence->kind, "read.sent");
  EXPECT_LE(lines.end() - divergence, 4);   // a little beyond it, and no more
}

TEST(Stories, WhatWasDueEarlierIsMarkedWhereItShouldHaveBeen) {
  oracle::Finding late = finding();
  late.due = late.at - base::microseconds(1);
  const auto lines = summer_time().stories->timeline(late);
  ASSERT_EQ(marked(lines, "due"), 1);
  const auto due = std::find_if(lines.begin(), lines.end(), [](const Line& line) { return line.mark == "due"; });
  EXPECT_EQ(due->what, "by now: " + late.expected);
  const auto divergence = std::find_if(due, lines.end(), [](const Line& line) { return line.mark == "divergence"; });
  ASSERT_NE(divergence, lines.end());
  EXPECT_EQ(divergence->kind, "read.sent");   // and not the pass, which stands between the two
}

TEST(Stories, WhatIsFoundWhenAllIsOverStandsAtTheEnd) {
  oracle::Finding missing = finding();
  missing.at = missing.due = missing.at + base::minutes(60);
  const auto lines = summer_time().stories->timeline(missing);
  EXPECT_EQ(lines.back().mark, "divergence");
  EXPECT_EQ(lines.back().what, "observed: " + missing.observed);
}

TEST(Stories, AFindingWithoutAReadHasNone) {
  oracle::Finding nameless = finding();
  nameless.read_id.clear();
  EXPECT_TRUE(summer_time().stories->timeline(nameless).empty());
}

TEST(Stories, WithoutAFindingNothingIsTold) {
  const Told told(run::reference_cast());
  EXPECT_TRUE(told.stories->same());
  EXPECT_TRUE(told.stories->timeline(finding()).empty());
}

}  // namespace
