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
  scenario.operators = {{"op-cambs-1", "35", {"35_*"}}};
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

std::vector<harness::Assessment> assess(const std::vector<Judgement>& judgements, std::string_view role = "whole",
                                        const harness::Selection& selection = {}, const scenario::Scenario& scenario = busy_scenario()) {
  return harness::assess(catalogue::built_in(), judgements, role, selection, scenario);
}

const harness::Assessment& of(const std::vector<harness::Assessment>& assessments, const std::string& id) {
  return *std::find_if(assessments.begin(), assessments.end(), [&](const auto& a) { return a.requirement->id == id; });
}

catalogue::Outcome outcome(const std::vector<harness::Assessment>& assessments) {
  return harness::outcome_of(harness::settled(assessments));
}

TEST(Assess, EveryRequirementOfTheCatalogueInItsOrder) {
  const auto assessments = assess(all_pass());
  ASSERT_EQ(assessments.size(), catalogue::built_in().requirements.size());
  for (std::size_t i = 0; i < assessments.size(); ++i) EXPECT_EQ(assessments[i].requirement, &catalogue::built_in().requirements[i]);
}

TEST(Assess, ThoseWithoutACaseAreNotRunAndSayWhy) {
  for (const auto& assessment : assess(all_pass())) {
    if (cases::case_of(assessment.requirement->id) != nullptr) continue;
    EXPECT_EQ(assessment.judgement.verdict, Verdict::kNotRun) << assessment.requirement->id;
    EXPECT_NE(assessment.judgement.reason, "") << assessment.requirement->id;
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
  EXPECT_NE(harness::decision_sentence(assessments).find("3.1-c"), std::string::npos);
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
  for (const auto& assessment : assess(all_pass(), "nas")) {
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
  EXPECT_EQ(of(assessments, "6-a").judgement.verdict, Verdict::kNotRun);
  EXPECT_EQ(of(assessments, "6-a").judgement.reason, "Not selected for this run.");
  EXPECT_EQ(outcome(assessments), catalogue::Outcome::kIncomplete);
}

TEST(Assess, WhatTheScenarioDoesNotProvokeIsNotRunAndSaysWhy) {
  auto judgements = all_pass();
  of(judgements, "6-a").verdict = Verdict::kInconclusive;
  of(judgements, "6-a").observations = 0;
  auto scenario = busy_scenario();
  scenario.operators.clear();
  const auto assessments = assess(judgements, "whole", {}, scenario);
  EXPECT_EQ(of(assessments, "6-a").judgement.verdict, Verdict::kNotRun);
  EXPECT_NE(of(assessments, "6-a").judgement.reason.find("operator"), std::string::npos);
  EXPECT_EQ(of(assessments, "6-b").judgement.verdict, Verdict::kPass);   // seen all the same: evidence goes before expectation
}

TEST(Assess, TwoJudgementsOfOneRequirementAddUp) {
  auto judgements = all_pass();
  Judgement second = of(judgements, "6-c");
  second.verdict = Verdict::kFail;
  second.against = 2;
  second.reason = "two late";
  judgements.push_back(second);
  const auto& judgement = of(assess(judgements), "6-c").judgement;
  EXPECT_EQ(judgement.verdict, Verdict::kFail);
  EXPECT_EQ(judgement.observations, 10'000u);
  EXPECT_EQ(judgement.against, 2u);
  EXPECT_EQ(judgement.reason, "two late");
}

TEST(Decision, SaysEachOutcomeInASentence) {
  auto judgements = all_pass();
  EXPECT_NE(harness::decision_sentence(assess(judgements)).find("requirements are not established, so conformance cannot be said"),
            std::string::npos);
  of(judgements, "6-c").verdict = Verdict::kFail;
  EXPECT_NE(harness::decision_sentence(assess(judgements)).find("One deciding requirement is not met: 6-c."), std::string::npos);
  of(judgements, "2.2.1-c").verdict = Verdict::kFail;
  EXPECT_NE(harness::decision_sentence(assess(judgements)).find("2 deciding requirements are not met: 2.2.1-c and 6-c."),
            std::string::npos);
  of(judgements, "6-a").verdict = Verdict::kError;
  EXPECT_NE(harness::decision_sentence(assess(judgements)).find("The instrument broke on 6-a"), std::string::npos);
}

}  // namespace
