// A recorded run, replayed through the doors.
#include <fstream>

#include <gtest/gtest.h>

#include "reference/base/check.h"
#include "reference/doors/recorder.h"
#include "reference/doors/replayer.h"
#include "tests/unit/simulator/run/run_small.h"

namespace {

struct Records : testing::Test {
  std::filesystem::path folder = std::filesystem::path(testing::TempDir()) / "plumbline_run_records";
  run::Options options;

  Records() {
    std::filesystem::create_directories(folder);
    options.seed = 3;
    options.record_nas = folder / "nas.record";
    options.record_lea = folder / "lea.record";
  }
  ~Records() override { std::filesystem::remove_all(folder); }

  static scenario::Scenario stormy() {
    scenario::Scenario scenario = small::clean_minute();
    scenario.phases.traffic = base::seconds(20);
    scenario.faults = {small::fault("nas.crash", "nas", 8, 9),
                       small::fault("store.fault", "lea:35", 2, 12, {{"outcome", "unknown"}, {"rate", "1/4"}})};
    return scenario;
  }

  static void expect_identical(const std::filesystem::path& file, const run::Factory& factory) {
    std::ifstream record(file, std::ios::binary);
    ASSERT_TRUE(doors::read_record_header(record).has_value());
    const auto replayed = doors::replay(record, factory);
    ASSERT_TRUE(replayed.has_value()) << replayed.error().message();
    EXPECT_GT(replayed->calls_in, 1'000U);
    EXPECT_GT(replayed->calls_out, 1'000U);
    EXPECT_FALSE(replayed->cut_short);
    EXPECT_FALSE(replayed->divergence.has_value()) << replayed->divergence->expected << "\n" << replayed->divergence->got;
  }
};

TEST_F(Records, OfAStormyRunReplayBitForBit) {
  const auto recorded = small::run_small(stormy(), options);
  small::expect_conserved(recorded);
  expect_identical(options.record_nas, run::reference_cast().nas);
  expect_identical(options.record_lea, run::reference_cast().lea);
}

TEST_F(Records, ChangeNothingInTheRun) {
  const auto recorded = small::run_small(stormy(), options);
  run::Options plain;
  plain.seed = options.seed;
  EXPECT_EQ(recorded.summary.digest, small::run_small(stormy(), plain).summary.digest);
}

TEST_F(Records, OfARunThatBreaksAreTakenAway) {
  run::Cast cast = run::reference_cast();
  cast.nas = [](const doors::Doors&) -> std::unique_ptr<doors::Component> { throw base::Broken("on purpose"); };
  small::World world({});
  small::Ledger ledger;
  EXPECT_THROW(static_cast<void>(run::run_scenario(stormy(), world, cast, options, ledger)), base::Broken);
  EXPECT_TRUE(std::filesystem::is_empty(folder));
}

TEST_F(Records, AreRefusedWhereTheyCannotBe) {
  small::World world({});
  small::Ledger ledger;
  run::Options values = options;
  values.sampled_one_in = 64;
  EXPECT_EQ(run::run_scenario(stormy(), world, run::reference_cast(), values, ledger).error().kind, &doors::kRecordHoldsNoValues);
  options.record_lea = options.record_nas;
  EXPECT_EQ(run::run_scenario(stormy(), world, run::reference_cast(), options, ledger).error().kind, &run::kRecordExists);
  options.record_lea = folder / "lea.record";
  std::ofstream(options.record_lea) << "there";
  EXPECT_EQ(run::run_scenario(stormy(), world, run::reference_cast(), options, ledger).error().kind, &run::kRecordExists);
  EXPECT_FALSE(std::filesystem::exists(options.record_nas)) << "nothing half done";
  options.record_nas = folder / "no such folder" / "nas.record";
  options.records_there = run::RecordsThere::kReplace;
  EXPECT_EQ(run::run_scenario(stormy(), world, run::reference_cast(), options, ledger).error().kind, &doors::kRecordNotWritten);
}

}  // namespace
