#include "conformance/harness/algebra.h"

#include <array>

#include <gtest/gtest.h>

namespace {

using catalogue::Outcome;
using catalogue::Status;
using catalogue::Verdict;
using harness::Settled;

constexpr std::array kVerdicts{Verdict::kNotRun,        Verdict::kPass,  Verdict::kFail,    Verdict::kInconclusive,
                               Verdict::kNotApplicable, Verdict::kError, Verdict::kObserved};
constexpr std::array kInOrder{Verdict::kError,    Verdict::kFail,          Verdict::kInconclusive, Verdict::kPass,
                              Verdict::kObserved, Verdict::kNotApplicable, Verdict::kNotRun};

/// The outcome by the words of the docstring, said another way: by looking for what rules out each in turn.
Outcome by_the_words(const std::vector<Settled>& requirements) {
  std::size_t errors = 0, failed = 0, met = 0, deciding = 0;
  for (const Settled& r : requirements) {
    errors += r.verdict == Verdict::kError ? 1 : 0;
    if (!r.decides || r.status == Status::kNotApplicable || r.status == Status::kNotTestable) continue;
    ++deciding;
    failed += r.status == Status::kNotMet ? 1 : 0;
    met += r.status == Status::kMet ? 1 : 0;
  }
  if (errors > 0) return Outcome::kInvalid;
  if (failed > 0) return Outcome::kNonConformant;
  return deciding > 0 && met == deciding ? Outcome::kConformant : Outcome::kIncomplete;
}

oracle::Conclusion conclusion(Verdict verdict, std::uint64_t observations = 1, bool too_few = false) {
  oracle::Conclusion c;
  c.verdict = verdict;
  c.observations = observations;
  c.too_few = too_few;
  return c;
}

/// All there are, in the order in which the first prevails.
std::vector<oracle::Conclusion> in_order() {
  std::vector<oracle::Conclusion> all;
  for (const Verdict verdict : kInOrder) {
    all.push_back(conclusion(verdict));
    if (verdict == Verdict::kPass) all.push_back(conclusion(Verdict::kInconclusive, 1, true));
  }
  return all;
}

TEST(Combined, TheFirstInTheOrderPrevailsOverAllBehindIt) {
  const auto all = in_order();
  for (std::size_t i = 0; i < all.size(); ++i) {
    for (std::size_t j = i; j < all.size(); ++j) {
      EXPECT_EQ(harness::combined(all[i], all[j]).verdict, all[i].verdict);
      EXPECT_EQ(harness::combined(all[j], all[i]).verdict, all[i].verdict);
    }
  }
}

TEST(Combined, FailBeforeUndecidedBeforePassBeforeTooFew) {
  const auto verdict = [](oracle::Conclusion a, oracle::Conclusion b) { return harness::combined(a, b).verdict; };
  EXPECT_EQ(verdict(conclusion(Verdict::kPass), conclusion(Verdict::kFail)), Verdict::kFail);
  EXPECT_EQ(verdict(conclusion(Verdict::kPass), conclusion(Verdict::kInconclusive)), Verdict::kInconclusive);
  EXPECT_EQ(verdict(conclusion(Verdict::kPass), conclusion(Verdict::kInconclusive, 3, true)), Verdict::kPass);
  EXPECT_EQ(verdict(conclusion(Verdict::kInconclusive), conclusion(Verdict::kFail)), Verdict::kFail);
}

TEST(Combined, CountsAddUpAndTheVerdictIsAssociative) {
  for (const auto& a : in_order()) for (const auto& b : in_order()) for (const auto& c : in_order()) {
    const auto left = harness::combined(harness::combined(a, b), c), right = harness::combined(a, harness::combined(b, c));
    EXPECT_EQ(left.verdict, right.verdict);
    EXPECT_EQ(left.too_few, right.too_few);
    EXPECT_EQ(left.observations, 3u);
  }
}

TEST(StatusOf, OnlyAPassMeets) {
  for (const Verdict verdict : kVerdicts) {
    for (const bool testable : {true, false}) EXPECT_EQ(harness::status_of(verdict, testable) == Status::kMet, verdict == Verdict::kPass);
  }
}

TEST(StatusOf, EveryVerdict) {
  EXPECT_EQ(harness::status_of(Verdict::kFail), Status::kNotMet);
  EXPECT_EQ(harness::status_of(Verdict::kInconclusive), Status::kNotEstablished);
  EXPECT_EQ(harness::status_of(Verdict::kNotRun), Status::kNotEstablished);
  EXPECT_EQ(harness::status_of(Verdict::kError), Status::kNotEstablished);
  EXPECT_EQ(harness::status_of(Verdict::kObserved), Status::kNotEstablished);
  EXPECT_EQ(harness::status_of(Verdict::kNotApplicable), Status::kNotApplicable);
  EXPECT_EQ(harness::status_of(Verdict::kNotRun, false), Status::kNotTestable);
  EXPECT_EQ(harness::status_of(Verdict::kFail, false), Status::kNotMet);
}

std::vector<Settled> every_settled() {
  std::vector<Settled> all;
  for (const Verdict verdict : kVerdicts) {
    for (const bool testable : {true, false}) {
      for (const bool decides : {true, false}) all.push_back({verdict, harness::status_of(verdict, testable), decides});
    }
  }
  return all;
}

TEST(OutcomeOf, EveryRunOfUpToThreeRequirements) {
  const auto all = every_settled();
  EXPECT_EQ(harness::outcome_of({}), Outcome::kIncomplete);
  for (const Settled& a : all) {
    EXPECT_EQ(harness::outcome_of(std::vector{a}), by_the_words({a}));
    for (const Settled& b : all) {
      EXPECT_EQ(harness::outcome_of(std::vector{a, b}), by_the_words({a, b}));
      for (const Settled& c : all) ASSERT_EQ(harness::outcome_of(std::vector{a, b, c}), by_the_words({a, b, c}));
    }
  }
}

TEST(OutcomeOf, NoEvidenceIsNeverConformant) {
  for (const Verdict verdict : kVerdicts) {
    if (verdict == Verdict::kPass) continue;
    EXPECT_NE(harness::outcome_of(std::vector<Settled>{{verdict, harness::status_of(verdict), true}}), Outcome::kConformant);
  }
  // Concerns alone, all of them met, decide nothing.
  EXPECT_EQ(harness::outcome_of(std::vector<Settled>{{Verdict::kPass, Status::kMet, false}}), Outcome::kIncomplete);
}

TEST(OutcomeOf, AConcernThatFailsDoesNotMakeASystemNonConformant) {
  const std::vector<Settled> run{{Verdict::kPass, Status::kMet, true}, {Verdict::kFail, Status::kNotMet, false}};
  EXPECT_EQ(harness::outcome_of(run), Outcome::kConformant);
}

TEST(Count, AddsUpToAll) {
  const auto all = every_settled();
  const auto counts = harness::count(all);
  EXPECT_EQ(counts.met + counts.not_met + counts.not_established + counts.not_applicable + counts.not_testable, all.size());
  EXPECT_EQ(counts.met, 4u);
  EXPECT_EQ(counts.not_testable, 2u);
}

TEST(InScope, ByRoleOrWhole) {
  catalogue::Requirement lea;
  lea.roles = {"camera", "lea"};
  EXPECT_TRUE(harness::in_scope(lea, "lea"));
  EXPECT_TRUE(harness::in_scope(lea, "whole"));
  EXPECT_FALSE(harness::in_scope(lea, "nas"));
  catalogue::Requirement whole;
  whole.roles = {"whole"};
  EXPECT_TRUE(harness::in_scope(whole, "nas"));
}

}  // namespace
