// What would be run, and what would be judged on it.
#include "conformance/harness/plan.h"

#include <set>

#include <gtest/gtest.h>

#include "conformance/cases/cases.h"
#include "conformance/oracle/oracle.h"
#include "tests/unit/conformance/harness/small_scenario.h"

namespace {

using harness::make_plan;
using harness::PlanRequest;

constexpr const char* kLibrary = PLUMBLINE_SOURCE "/scenarios";

PlanRequest request(std::vector<std::string> select = {}, std::string role = "whole") {
  PlanRequest request;
  request.library = kLibrary;
  request.role = std::move(role);
  request.select = std::move(select);
  return request;
}

harness::Plan plan(const PlanRequest& request) {
  auto made = make_plan(catalogue::built_in(), request);
  EXPECT_TRUE(made.has_value()) << made.error().message();
  return made ? std::move(*made) : harness::Plan{};
}

std::vector<std::string> names(const harness::Plan& plan) {
  std::vector<std::string> names;
  for (const auto& run : plan.runs) names.push_back(run.name);
  return names;
}

const harness::PlannedRequirement& of(const harness::Plan& plan, std::string_view id) {
  return *std::find_if(plan.requirements.begin(), plan.requirements.end(), [&](const auto& p) { return p.requirement->id == id; });
}

std::string trouble(const PlanRequest& request) {
  const auto made = make_plan(catalogue::built_in(), request);
  return made ? "" : std::string(made.error().kind->name);
}

TEST(PlanTest, WithoutAScenarioEveryScenarioOfACaseIsRunOnce) {
  std::set<std::string_view> scenarios;
  for (const auto& one : cases::all()) {
    if (!one.scenario.empty()) scenarios.insert(one.scenario);
  }
  const harness::Plan whole = plan(request());
  EXPECT_EQ(whole.runs.size(), scenarios.size());
  std::set<std::string> files;
  for (const auto& run : whole.runs) EXPECT_TRUE(files.insert(run.scenario.file.string()).second) << run.name;
  for (const std::string& id : oracle::judged_requirements()) EXPECT_EQ(of(whole, id).why_not, "") << id;
}

TEST(PlanTest, AScenarioIsTheMainRunAndStandsFirst) {
  scratch::Folder scratch;
  PlanRequest asked = request({"7"});
  asked.scenario = small_scenario::write(scratch.path());
  EXPECT_EQ(names(plan(asked)), (std::vector<std::string>{"main", "case-7"}));
  asked.alone = true;
  const harness::Plan alone = plan(asked);
  EXPECT_EQ(names(alone), std::vector<std::string>{"main"});
  EXPECT_EQ(of(alone, "7-b").why_not, "Nothing fails in the scenario.");
  EXPECT_TRUE(of(alone, "7-b").runs.empty());
}

TEST(PlanTest, ACasesOwnScenarioIsNotRunTwice) {
  PlanRequest asked = request({"7"});
  asked.scenario = std::filesystem::path(kLibrary) / "cases/../cases/7-outage.json";
  const harness::Plan once = plan(asked);
  EXPECT_EQ(names(once), std::vector<std::string>{"main"});
  EXPECT_EQ(of(once, "7-b").runs, std::vector<std::string>{"main"});
}

TEST(PlanTest, CasesWithOneScenarioShareItsRun) {
  const harness::Plan shared = plan(request({"2.2.1-a", "2.2.2-b"}));
  EXPECT_EQ(names(shared), std::vector<std::string>{"case-2.2.1"});
  EXPECT_EQ(of(shared, "2.2.2-b").runs, std::vector<std::string>{"case-2.2.1"});
}

TEST(PlanTest, OnlyCasesOfTheSelectionAreRun) {
  EXPECT_EQ(names(plan(request({"suite:loss"}))), (std::vector<std::string>{"case-3.1", "case-7"}));
  EXPECT_EQ(names(plan(request({"2.1"}))), std::vector<std::string>{"case-2.1"});
  EXPECT_EQ(of(plan(request({"2.1"})), "6-a").why_not, "Not selected for this run.");
}

TEST(PlanTest, OnlyCasesThatBindTheRoleAreRun) {
  const harness::Plan nas = plan(request({}, "nas"));
  const auto runs = names(nas);
  EXPECT_EQ(std::find(runs.begin(), runs.end(), "case-7"), runs.end());
  EXPECT_NE(std::find(runs.begin(), runs.end(), "case-3.1"), runs.end());
  EXPECT_FALSE(of(nas, "7-b").in_scope);
  EXPECT_NE(of(nas, "7-b").why_not.find("the subject is nas"), std::string::npos);
  EXPECT_TRUE(of(nas, "6-b").in_scope);   // binds the whole
}

TEST(PlanTest, WhatHasNoCaseSaysWhy) {
  const harness::Plan whole = plan(request());
  for (const auto& planned : whole.requirements) EXPECT_EQ(planned.why_not.empty(), !planned.runs.empty()) << planned.requirement->id;
  EXPECT_EQ(of(whole, "8-a").why_not, catalogue::built_in().find("8-a")->no_case_yet);
}

TEST(PlanTest, NothingSelectedIsSaidSo) {
  EXPECT_EQ(trouble(request({"99"})), "nothing_selected");
  EXPECT_EQ(trouble(request({"8"})), "nothing_selected");            // no case yet
  EXPECT_EQ(trouble(request({"7"}, "nas")), "nothing_selected");     // binds another role
  EXPECT_EQ(trouble(request({"role:source"}, "operator")), "");      // 2.1-a binds both
  PlanRequest nothing_to_run = request({"7"});
  nothing_to_run.alone = true;
  EXPECT_EQ(trouble(nothing_to_run), "nothing_selected");
}

TEST(PlanTest, AScenarioThatIsNotThereIsSaidSo) {
  PlanRequest asked = request();
  asked.scenario = "/nowhere/at/all.json";
  EXPECT_NE(trouble(asked), "");
  PlanRequest no_library = request({"7"});
  no_library.library = "/nowhere";
  EXPECT_NE(trouble(no_library), "");
}

}  // namespace
