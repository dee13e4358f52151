// rooms: simulator/run
// The same seed gives the same run, and another seed another.
#include <cstdlib>
#include <fstream>

#include <gtest/gtest.h>

#include "tests/unit/simulator/run/run_small.h"

namespace {

scenario::Scenario stormy() {
  scenario::Scenario scenario = small::clean_minute();
  scenario.phases.traffic = base::seconds(30);
  scenario.drawn_faults =
      scenario::DrawnFaults{{{"link.down", 2}, {"nas.crash", 1}, {"store.fault", 2}, {"camera.clock", 1}, {"read.malformed", 1}}};
  return scenario;
}

run::Summary once(std::uint64_t seed, scenario::Fidelity fidelity, std::uint32_t one_in = 1) {
  run::Options options;
  options.seed = seed;
  options.fidelity = fidelity;
  options.sampled_one_in = one_in;
  return small::run_small(stormy(), options).summary;
}

class OfTheRun : public testing::TestWithParam<scenario::Fidelity> {};

TEST_P(OfTheRun, OneSeedGivesOneDigest) {
  for (std::uint64_t seed = 1; seed <= 4; ++seed) {
    const run::Summary first = once(seed, GetParam());
    const run::Summary again = once(seed, GetParam());
    EXPECT_EQ(first.digest, again.digest) << first.replay_line;
    EXPECT_EQ(first.image_digest, again.image_digest) << first.replay_line;
    EXPECT_EQ(first.events, again.events) << first.replay_line;
  }
}

TEST_P(OfTheRun, AnotherSeedGivesAnother) {
  std::set<std::string> digests, image_digests;
  for (std::uint64_t seed = 1; seed <= 8; ++seed) {
    const run::Summary summary = once(seed, GetParam());
    digests.insert(summary.digest);
    image_digests.insert(summary.image_digest);
  }
  EXPECT_EQ(digests.size(), 8U);
  EXPECT_EQ(image_digests.size(), 8U);
}

INSTANTIATE_TEST_SUITE_P(Each, OfTheRun, testing::Values(scenario::Fidelity::kQueue, scenario::Fidelity::kFlow));

// The approved digests of one run, of events and of images, which every compiler must give. They change with whatever changes what
// happens in the run, and with libjpeg-turbo; then they are rewritten by
//
//     UPDATE_GOLDEN=1 build/release/tests/determinism --gtest_filter='Digest.*'
//
// and held against a build of the other compiler (`cmake --preset clang`).
TEST(Digest, OfQueueIsTheSameFromEveryCompiler) {
  const std::string file = PLUMBLINE_SOURCE "/tests/determinism/queue_digest.txt";
  const run::Summary summary = once(5, scenario::Fidelity::kQueue);
  const std::string digests = summary.digest + ' ' + summary.image_digest;
  if (std::getenv("UPDATE_GOLDEN") != nullptr) {
    std::ofstream(file) << digests << '\n';
    GTEST_SKIP() << "wrote " << file;
  }
  std::string approved;
  std::getline(std::ifstream(file), approved);
  EXPECT_EQ(digests, approved) << summary.replay_line;
}

}  // namespace
