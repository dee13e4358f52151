#include "conformance/harness/assess.h"

#include <gtest/gtest.h>

#include "conformance/cases/cases.h"
#include "conformance/harness/decision.h"

namespace {

using catalogue::Status;
using catalogue::Verdict;
using oracle::Judgement;

scenario::Scenario busy_scenario() {
  scenario::Scenario scenario;
  scenario.phases.traffic = base::hours(1);
  scenario.voi_lists = {{"35_Cambs VOI List.csv", 10}};
  scenario.operators = {{"op-cambs-1", "35", {{"35_*"}, {}, {}}}};
  scenario.world.of_interest_one_in = 100;
  return scenario;
}

/// An oracle's word on all that it judges: a pass.
std::vector<Judgement> all_pass() {
  std::vector<Judgement> judgements;
  for (const std::string& id : oracle::judged_requirements()) {
    Judgement judgement;
    judgement.requirement = id;
    judgement.verdict = Verdict::kPass;
    judgement.observations = 5'000;
    judgements.push_back(judgement);
  }
  return judgements;
}

Judgement& of(std::vector<Judgement>& judgements, const std::string& id) {
  return *std::find_if(judgements.begin(), judgements.end(), [&](const Judgement& j) { return j.requirement == id; });
}

/// What was judged, kept for as long as the assessments that refer to it.
struct Assessed {
  harness::Plan plan;
  std::vector<harness::Population> populations;
  std::vector<harness::Assessment> all;
};

harness::Population population(const std::string& name, std::vector<Judgement> judgements) {
  harness::Population population;
  population.name = name;
  population.judgements = std::move(judgements);
  return population;
}

/// Each list of judgements is one run's, all of the same scenario.
Assessed assess(std::vector<std::vector<Judgement>> runs, std::string_view role = "whole", const harness::Selection& selection = {},
                const scenario::Scenario& scenario = busy_scenario()) {
  Assessed assessed;
  std::vector<harness::PlannedRun> planned;
  for (std::size_t i = 0; i < runs.size(); ++i) {
    planned.push_back({i == 0 ? "main" : "case-" + std::to_string(i), scenario});
    assessed.populations.push_back(population(planned.back().name, std::move(runs[i])));
  }
  assessed.plan = harness::plan_for(catalogue::built_in(), std::move(planned), role, selection);
  assessed.all = harness::assess(assessed.plan, assessed.populations);
  return assessed;
}
Assessed assess(const std::vector<Judgement>& judgements, std::string_view role = "whole", const harness::Selection& selection = {},
                const scenario::Scenario& scenario = busy_scenario()) {
  return assess(std::vector<std::vector<Judgement>>{judgements}, role, selection, scenario);
}

const harness::Assessment& of(const Assessed& assessed, const std::string& id) {
  return *std::find_if(assessed.all.begin(), assessed.all.end(), [&](const auto& a) { return a.requirement->id == id; });
}

catalogue::Outcome outcome(const Assessed& assessed) { return harness::outcome_of(harness::settled(assessed.all)); }

TEST(Assess, EveryRequirementOfTheCatalogueInItsOrder) {
  const auto assessed = assess(all_pass());
  ASSERT_EQ(assessed.all.size(), catalogue::built_in().requirements.size());
  for (std::size_t i = 0; i < assessed.all.size(); ++i) EXPECT_EQ(assessed.all[i].requirement, &catalogue::built_in().requirements[i]);
}

TEST(Assess, ThoseWithoutACaseAreNotRunAndSayWhy) {
  const auto assessed = assess(all_pass());
  for (const auto& assessment : assessed.all) {
    if (cases::case_of(assessment.requirement->id) != nullptr) continue;
    EXPECT_EQ(assessment.conclusion.verdict, Verdict::kNotRun) << assessment.requirement->id;
    EXPECT_NE(assessment.conclusion.reason, "") << assessment.requirement->id;
  }
}

TEST(Assess, EverythingJudgedAndPassedIsStillIncomplete) { EXPECT_EQ(outcome(assess(all_pass())), catalogue::Outcome::kIncomplete); }

TEST(Assess, OneFailureOfADecidingRequirementDecides) {
  auto judgements = all_pass();
  of(judgements, "2.2.1-c").verdict = Verdict::kFail;
  EXPECT_EQ(outcome(assess(judgements)), catalogue::Outcome::kNonConformant);
}

TEST(Assess, AFailureOfAnInferredOneIsAConcern) {
  auto judgements = all_pass();
  of(judgements, "3.1-c").verdict = Verdict::kFail;   // must, inferred
  const auto assessments = assess(judgements);
  EXPECT_EQ(of(assessments, "3.1-c").status, Status::kNotMet);
  EXPECT_EQ(outcome(assessments), catalogue::Outcome::kIncomplete);
  EXPECT_NE(harness::decision_sentence(assessments.all).find("3.1-c"), std::string::npos);
}

TEST(Assess, AnErrorOfTheInstrumentMakesTheRunInvalid) {
  auto judgements = all_pass();
  of(judgements, "6-a").verdict = Verdict::kError;
  of(judgements, "2.2.1-c").verdict = Verdict::kFail;
  EXPECT_EQ(outcome(assess(judgements)), catalogue::Outcome::kInvalid);
}

TEST(Assess, ACaseOfWhichTheOracleIsSilentIsAnErrorOfTheInstrument) {
  auto judgements = all_pass();
  judgements.erase(judgements.begin());
  EXPECT_EQ(outcome(assess(judgements)), catalogue::Outcome::kInvalid);
}

TEST(Assess, WhatDoesNotBindTheSubjectIsNotApplicable) {
  const auto assessed = assess(all_pass(), "nas");
  for (const auto& assessment : assessed.all) {
    const auto& roles = assessment.requirement->roles;
    const bool binds =
        std::find(roles.begin(), roles.end(), "nas") != roles.end() || std::find(roles.begin(), roles.end(), "whole") != roles.end();
    EXPECT_EQ(assessment.status == Status::kNotApplicable, !binds) << assessment.requirement->id;
  }
}

TEST(Assess, ANarrowSelectionIsNeverConformant) {
  const auto selection = harness::Selection::make(catalogue::built_in(), {"2.2.1-a"});
  ASSERT_TRUE(selection);
  const auto assessments = assess(all_pass(), "whole", *selection);
  EXPECT_EQ(of(assessments, "2.2.1-a").status, Status::kMet);
  EXPECT_EQ(of(assessments, "6-a").conclusion.verdict, Verdict::kNotRun);
  EXPECT_EQ(of(assessments, "6-a").conclusion.reason, "Not selected for this run.");
  EXPECT_EQ(outcome(assessments), catalogue::Outcome::kIncomplete);
}

TEST(Assess, WhatTheScenarioDoesNotProvokeIsNotRunAndSaysWhy) {
  auto judgements = all_pass();
  of(judgements, "6-a").verdict = Verdict::kInconclusive;
  of(judgements, "6-a").observations = 0;
  auto scenario = busy_scenario();
  scenario.operators.clear();
  const auto assessments = assess(judgements, "whole", {}, scenario);
  EXPECT_EQ(of(assessments, "6-a").conclusion.verdict, Verdict::kNotRun);
  EXPECT_NE(of(assessments, "6-a").conclusion.reason.find("operator"), std::string::npos);
  EXPECT_EQ(of(assessments, "6-b").conclusion.verdict, Verdict::kPass);   // seen all the same: evidence goes before expectation
}

TEST(Assess, WhatTwoRunsShowAddsUp) {
  auto late = all_pass();
  of(late, "6-c").verdict = Verdict::kFail;
  of(late, "6-c").against = 2;
  of(late, "6-c").reason = "two late";
  const auto assessed = assess({all_pass(), late});
  const auto& conclusion = of(assessed, "6-c").conclusion;
  EXPECT_EQ(conclusion.verdict, Verdict::kFail);
  EXPECT_EQ(conclusion.observations, 10'000u);
  EXPECT_EQ(conclusion.against, 2u);
  EXPECT_EQ(conclusion.reason, "two late");
  ASSERT_EQ(of(assessed, "6-c").showings.size(), 2u);
  EXPECT_EQ(of(assessed, "6-c").showings[1].population->name, "case-1");
}

TEST(Assess, OneRunWithTheLeastNumberIsEnough) {
  auto small = all_pass();
  of(small, "6-c").verdict = Verdict::kInconclusive;
  of(small, "6-c").too_few = true;
  EXPECT_EQ(of(assess({small, all_pass()}), "6-c").status, Status::kMet);
  EXPECT_EQ(of(assess({small, small}), "6-c").status, Status::kNotEstablished);   // two halves are no whole
}

TEST(Assess, AVerdictThatAnotherReadingChangesIsNotRobust) {
  auto judgements = all_pass();
  oracle::Conclusion fail;
  fail.verdict = Verdict::kFail;
  of(judgements, "6-a").otherwise = {{{{"R-03", 1}}, fail}, {{{"R-03", 0}}, of(judgements, "6-a")}};
  const auto assessed = assess(judgements);
  EXPECT_TRUE(of(assessed, "6-c").robust);
  EXPECT_FALSE(of(assessed, "6-a").robust);
  ASSERT_EQ(of(assessed, "6-a").otherwise.size(), 1u);
  EXPECT_EQ(of(assessed, "6-a").otherwise[0].choices[0], (oracle::Choice{"R-03", 1}));
}

TEST(Decision, SaysEachOutcomeInASentence) {
  auto judgements = all_pass();
  EXPECT_NE(harness::decision_sentence(assess(judgements).all).find("requirements are not established, so conformance cannot be said"),
            std::string::npos);
  of(judgements, "6-c").verdict = Verdict::kFail;
  EXPECT_NE(harness::decision_sentence(assess(judgements).all).find("One deciding requirement is not met: 6-c."), std::string::npos);
  of(judgements, "2.2.1-c").verdict = Verdict::kFail;
  EXPECT_NE(harness::decision_sentence(assess(judgements).all).find("2 deciding requirements are not met: 2.2.1-c and 6-c."),
            std::string::npos);
  of(judgements, "6-a").verdict = Verdict::kError;
  EXPECT_NE(harness::decision_sentence(assess(judgements).all).find("The instrument broke on 6-a"), std::string::npos);
}

}  // namespace
