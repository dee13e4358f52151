// The small scenarios of the library, each run by the reference.
#include <filesystem>

#include <gtest/gtest.h>

#include "tests/unit/simulator/run/run_small.h"

namespace {

small::Outcome run_file(const std::string& path) {
  small::Outcome outcome;
  const auto scenario = scenario::load_scenario(PLUMBLINE_SOURCE "/scenarios/" + path);
  EXPECT_TRUE(scenario.has_value()) << scenario.error().message();
  run::Options options;
  options.seed = scenario->seed;
  auto summary = run::run_scenario(*scenario, run::reference_cast(), options, outcome.ledger);
  EXPECT_TRUE(summary.has_value()) << (summary ? "" : summary.error().message());
  if (summary) outcome.summary = *std::move(summary);
  return outcome;
}

std::vector<std::string> files_in(const std::string& folder) {
  std::vector<std::string> files;
  for (const auto& entry : std::filesystem::directory_iterator(std::string(PLUMBLINE_SOURCE "/scenarios/") + folder)) {
    files.push_back(folder + "/" + entry.path().filename().string());
  }
  std::sort(files.begin(), files.end());
  return files;
}

TEST(Library, ThereIsAScenarioForEachCase) {
  const auto files = files_in("cases");
  for (const auto* name : {"2.1-connectivity-tests", "2.2.1-unread", "2.2.2-midnight-in-june", "2.2.3-places", "2.2.4-images",
                           "2.3-metadata", "3.1-crash", "6-matching", "6-late-first-leg", "6-late-second-leg", "7-outage"}) {
    EXPECT_EQ(std::count(files.begin(), files.end(), std::string("cases/") + name + ".json"), 1) << name;
  }
}

TEST(Library, EachCaseRunsAndComesToRest) {
  for (const std::string& file : files_in("cases")) {
    SCOPED_TRACE(file);
    const auto outcome = run_file(file);
    EXPECT_GT(outcome.summary.reads_sent, 100U);
    EXPECT_EQ(outcome.summary.reads_acknowledged, outcome.summary.reads_sent) << "all its reads are sound";
    EXPECT_EQ(outcome.summary.captures_returned, outcome.summary.reads_sent);
    EXPECT_EQ(outcome.summary.backlog, 0U);
    EXPECT_TRUE(outcome.ledger.refused.empty());
  }
}

TEST(Library, EachNegativeScenarioRunsAndComesToRest) {
  for (const std::string& file : files_in("negative")) {
    SCOPED_TRACE(file);
    const auto outcome = run_file(file);
    EXPECT_GT(outcome.summary.reads_sent, 100U);
    const auto refused = std::count_if(outcome.ledger.refused.begin(), outcome.ledger.refused.end(),
                                       [](const auto& refusal) { return refusal.first.starts_with("nas/"); });
    EXPECT_EQ(outcome.summary.reads_acknowledged + static_cast<std::uint64_t>(refused), outcome.summary.reads_sent);
    EXPECT_EQ(outcome.summary.backlog, 0U);
  }
}

TEST(Library, EachDegradedScenarioRunsAndComesToRest) {
  for (const std::string& file : files_in("degraded")) {
    if (file.ends_with("list-storm.json")) continue;   // a million rows: `plumbline accredit` runs it
    SCOPED_TRACE(file);
    const auto outcome = run_file(file);
    EXPECT_GT(outcome.summary.reads_sent, 100U);
    EXPECT_EQ(outcome.summary.reads_acknowledged, outcome.summary.reads_sent);
    EXPECT_EQ(outcome.summary.captures_returned, outcome.summary.reads_sent);
    EXPECT_EQ(outcome.summary.backlog, 0U);
    EXPECT_GT(outcome.summary.hits_delivered, 50U);
  }
}

TEST(Library, MatchingIsDenseEnoughForTheRateToBeBounded) {
  EXPECT_GE(run_file("cases/6-matching.json").summary.hits_delivered, 3'300U);
}

TEST(Library, TheCasesProvokeWhatTheyAreFor) {
  EXPECT_GE(run_file("cases/2.1-connectivity-tests.json").ledger.tested.size(), 30U);
  EXPECT_GE(run_file("cases/2.2.1-unread.json").ledger.unmarked, 30);
  EXPECT_GE(run_file("cases/2.3-metadata.json").ledger.typed.size(), 50U);
  EXPECT_GE(run_file("cases/2.2.3-places.json").ledger.enrolled.at("35-1-1").size(), 2U);
  EXPECT_GE(run_file("cases/2.2.4-images.json").ledger.detailed, 30);
  EXPECT_GE(run_file("cases/7-outage.json").ledger.buffered.size(), 1'000U);
}

}  // namespace
