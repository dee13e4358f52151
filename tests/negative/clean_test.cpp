// What each clean scenario of a class of camera, of a city and of a motorway must show of clause 2: written down in
// tests/golden/verdicts, one file a scenario, and looked through by a person whenever it changes.
#include <filesystem>
#include <fstream>
#include <iterator>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "conformance/harness/population.h"

namespace {

namespace fs = std::filesystem;

const fs::path kApproved = PLUMBLINE_SOURCE "/tests/golden/verdicts";

/// "2.2.4-d pass", a line each requirement of clauses 2 and 3 that was looked for, in order of the catalogue.
std::string verdicts_of(const std::string& name) {
  auto scenario = scenario::load_scenario(PLUMBLINE_SOURCE "/scenarios/clean/" + name + ".json");
  if (!scenario) throw std::runtime_error(scenario.error().message());
  run::Options options;
  options.seed = scenario->seed;
  const auto population = harness::run_population({"main", std::move(*scenario)}, options, run::reference_cast(), "default");
  if (!population) throw std::runtime_error(population.error().message());
  std::string text;
  for (const oracle::Judgement& judgement : population->judgements) {
    const bool of_reads = judgement.requirement.starts_with("2.") || judgement.requirement.starts_with("3.");
    if (of_reads && judgement.verdict != catalogue::Verdict::kNotRun)
      text += fmt::format("{} {}\n", judgement.requirement, catalogue::text_of(judgement.verdict));
  }
  return text;
}

class Clean : public testing::TestWithParam<const char*> {};

TEST_P(Clean, HasTheVerdictsThatWereApproved) {
  const std::string verdicts = verdicts_of(GetParam());
  const fs::path file = kApproved / (std::string(GetParam()) + ".txt");
  if (std::getenv("UPDATE_GOLDEN") != nullptr) std::ofstream(file, std::ios::binary) << verdicts;
  std::ifstream in(file, std::ios::binary);
  const std::string approved{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  EXPECT_EQ(verdicts, approved) << file << ": UPDATE_GOLDEN=1 writes it again";
  EXPECT_EQ(verdicts.find("fail"), std::string::npos) << "nothing is wrong in a clean scenario";
}

INSTANTIATE_TEST_SUITE_P(Scenarios, Clean, testing::Values("static", "moveable", "dual-lane", "cctv", "city", "motorway-night"),
                         [](const auto& tested) {
                           std::string name = tested.param;
                           for (char& c : name) c = std::isalnum(static_cast<unsigned char>(c)) ? c : '_';
                           return name;
                         });

}  // namespace
