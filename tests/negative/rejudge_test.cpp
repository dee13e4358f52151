// A full pack, judged again, gives the verdicts of the run it is of, to the last finding; and what the library says must not pass, does
// not.
#include <filesystem>
#include <map>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "conformance/cases/cases.h"
#include "conformance/evidence/pack.h"
#include "conformance/harness/population.h"
#include "conformance/oracle/oracle.h"
#include "tests/unit/conformance/harness/scratch.h"

namespace {

namespace fs = std::filesystem;
using catalogue::Verdict;

fs::path library() { return PLUMBLINE_SOURCE "/scenarios"; }

harness::Population judged(const fs::path& file, base::Witness* beside = nullptr) {
  auto scenario = scenario::load_scenario(file);
  if (!scenario) throw std::runtime_error(scenario.error().message());
  run::Options options;
  options.seed = scenario->seed;
  auto population = harness::run_population({"main", std::move(*scenario)}, options, run::reference_cast(), "default", beside);
  if (!population) throw std::runtime_error(population.error().message());
  return std::move(*population);
}

/// All that a judgement says, as text.
std::string text_of(const oracle::Judgement& j) {
  std::string text = fmt::format("{} {} {} {} {} {} '{}'", j.requirement, catalogue::text_of(j.verdict), j.observations, j.against,
                                 j.undecided,
                                 j.robust(), j.reason);
  for (const auto& other : j.otherwise) text += fmt::format("/{}", catalogue::text_of(other.conclusion.verdict));
  for (const oracle::Timing& t : j.timings) text += fmt::format(" [{} {} {} {} {}]", t.group, t.n, t.exceeded, t.p99_ns, t.max_ns);
  for (const oracle::Finding& f : j.findings)
    text += fmt::format("\n  {} {} {} | {} | {}", f.at.ns, f.read_id, f.component, f.expected, f.observed);
  return text;
}

class Rejudged : public testing::TestWithParam<const char*> {};

TEST_P(Rejudged, StreamAndPackGiveTheSame) {
  const scratch::Folder scratch;
  evidence::PackOptions options;
  options.keep = evidence::Keep::kFull;
  auto pack = evidence::make_pack_writer(scratch.path(), options);
  ASSERT_TRUE(pack) << pack.error().message();
  const harness::Population stream = judged(library() / GetParam(), pack->get());
  ASSERT_TRUE((*pack)->finish(stream.provenance, stream.tellings.from, stream.tellings.to));

  const auto oracle = oracle::make_oracle(catalogue::built_in(), {});
  const auto told = evidence::read_pack(scratch.path(), *oracle);
  ASSERT_TRUE(told) << told.error().message();
  const auto again = oracle->conclude();
  ASSERT_EQ(again.size(), stream.judgements.size());
  for (std::size_t i = 0; i < again.size(); ++i) EXPECT_EQ(text_of(again[i]), text_of(stream.judgements[i]));
}

INSTANTIATE_TEST_SUITE_P(Scenarios, Rejudged,
                         testing::Values("cases/2.3-metadata.json", "cases/3.1-crash.json", "cases/6-late-first-leg.json",
                                         "cases/2.2.3-places.json", "cases/2.2.4-images.json", "cases/7-outage.json", "faults/defects.json",
                                         "negative/vendor-defects.json", "negative/late-second-leg.json"),
                         [](const auto& tested) {
                           std::string name = tested.param;
                           for (char& c : name) c = std::isalnum(static_cast<unsigned char>(c)) ? c : '_';
                           return name;
                         });

/// What each scenario that must not pass is there for: the verdicts that it must have, and no other requirement failed.
TEST(NegativeScenarios, FailWhatTheyAreThereForAndNothingElse) {
  const std::map<std::string, std::vector<std::string>> failing{
      {"late-first-leg.json", {"6-b", "6-c"}},
      {"late-second-leg.json", {"6-b", "6-d"}},
      {"vendor-defects.json", {"2.2.1-c", "2.2.2-b", "2.3-f"}},
      {"broken-imagery.json", {"2.2.4-b", "2.2.4-c", "2.2.4-d", "2.2.4-e", "2.2.4-f", "2.2.4-g", "2.2.4-h"}},
      {"too-short.json", {}},
  };
  for (const auto& [file, expected] : failing) {
    const harness::Population population = judged(library() / "negative" / file);
    std::vector<std::string> failed;
    std::size_t passed = 0;
    for (const oracle::Judgement& judgement : population.judgements) {
      if (judgement.verdict == Verdict::kFail) failed.push_back(judgement.requirement);
      passed += judgement.verdict == Verdict::kPass ? 1 : 0;
    }
    EXPECT_EQ(failed, expected) << file;
    const Verdict receipt = population.judgement("6-c")->verdict;
    EXPECT_EQ(receipt == Verdict::kInconclusive, !file.starts_with("late-first"))
        << file << ": " << catalogue::text_of(receipt);
    EXPECT_GT(passed, 0u) << file;
  }
}

TEST(NegativeScenarios, LateHitsAreAttributedToTheirLegs) {
  const auto late_leg = [](const char* file, const char* requirement) {
    const harness::Population population = judged(library() / "negative" / file);
    std::map<std::string, int> legs;
    for (const oracle::Finding& finding : population.judgement(requirement)->findings) {
      for (const oracle::Leg& leg : finding.legs) legs[std::string(leg.name)] += leg.late ? 1 : 0;
    }
    std::string most = "none";
    int count = 0;
    for (const auto& [leg, n] : legs) {
      if (n > count) most = leg;
      count = std::max(count, n);
    }
    return most;
  };
  EXPECT_EQ(late_leg("late-first-leg.json", "6-b"), "wan");   // the gateway holds what it has received
  EXPECT_EQ(late_leg("late-second-leg.json", "6-b"), "nas");
}

}  // namespace
