// What a run must hold while things break.
#include <gtest/gtest.h>

#include "simulator/actors/defect.h"
#include "tests/unit/simulator/run/run_small.h"

namespace {

using small::clean_minute;
using small::fault;
using small::run_small;
using small::seed;

scenario::Scenario with(std::vector<scenario::Fault> faults) {
  scenario::Scenario scenario = clean_minute();
  scenario.faults = std::move(faults);
  return scenario;
}

std::size_t received_twice(const small::Ledger& ledger) {
  std::size_t n = 0;
  for (const auto& [key, times] : ledger.received) n += times.size() > 1 ? 1 : 0;
  return n;
}

TEST(Faults, AWanOutageCostsTimeAlone) {
  const auto outcome = run_small(with({fault("link.down", "wan:lea:35", 10, 40)}), seed(1));
  small::expect_conserved(outcome);
  EXPECT_EQ(outcome.ledger.changes,
            (std::vector<std::string>{"op-cambs-1 online", "link.down on", "lea:35 down", "link.down off", "lea:35 up"}));
  base::Duration slowest;
  for (const auto& [read_id, at] : outcome.ledger.sent) {
    slowest = std::max(slowest, outcome.ledger.received.at("nas/" + read_id).front() - at);
  }
  EXPECT_GT(slowest, base::seconds(25));
}

TEST(Faults, TheBacklogOfAnOutageCrossesInBatches) {
  const scenario::Scenario outage = with({fault("link.down", "wan:lea:35", 10, 40)});
  run::Options flow = seed(1);
  flow.fidelity = scenario::Fidelity::kFlow;
  const auto by_queue = run_small(outage, seed(1));
  const auto by_flow = run_small(outage, flow);
  const auto undisturbed = run_small(clean_minute(), flow);
  small::expect_conserved(by_queue);
  small::expect_conserved(by_flow);
  EXPECT_EQ(by_queue.summary.flows, 0U);
  EXPECT_EQ(by_flow.ledger.acknowledged, by_queue.ledger.acknowledged);
  // 1,500 reads of the 3,000 wait; they cross in batches of 32 or more, and not a Comm each.
  EXPECT_LT(by_flow.summary.flows, undisturbed.summary.flows - 1'500 + 1'500 / 32 + 10);
}

TEST(Faults, ACameraKeepsItsReadsWhileItsUplinkIsDown) {
  const auto outcome = run_small(with({fault("link.down", "uplink:35-2-1", 10, 30)}), seed(2));
  small::expect_conserved(outcome);
  EXPECT_EQ(outcome.ledger.changes.at(2), "camera:35-2-1 down");
}

TEST(Faults, ALinkCutInMidFlowLosesNoRead) {
  scenario::Scenario scenario = with({fault("link.down", "uplink:*", 10, 11), fault("link.down", "wan:lea:35", 20, 22)});
  scenario.faults[0].on = base::seconds(10) + base::milliseconds(3);   // while a read is on its way
  run::Options options = seed(3);
  options.fidelity = scenario::Fidelity::kFlow;
  small::expect_conserved(run_small(scenario, options));
  small::expect_conserved(run_small(scenario, seed(3)));
}

TEST(Faults, AnOperatorWhoWasOfflineGetsEveryHitAfterwards) {
  const auto outcome = run_small(with({fault("link.down", "operator:op-cambs-1", 10, 40)}), seed(4));
  small::expect_conserved(outcome);
  EXPECT_EQ(outcome.ledger.changes.at(3), "op-cambs-1 offline");
}

TEST(Faults, ACrashOfNasLosesAndDoublesNothing) {
  std::size_t sent_again = 0;
  for (std::uint64_t n = 1; n <= 12; ++n) {
    scenario::Scenario scenario = with({fault("nas.crash", "nas", 20, 21)});
    scenario.phases.traffic = base::seconds(30);
    scenario.faults[0].on = base::seconds(20) + base::microseconds(1'733) * static_cast<std::int64_t>(n);
    const auto outcome = run_small(scenario, seed(n));
    small::expect_conserved(outcome);
    sent_again += received_twice(outcome.ledger);
  }
  EXPECT_GT(sent_again, 0U) << "no crash fell between receipt and answer: the test shows nothing";
}

TEST(Faults, ACrashOfTheGatewayLosesAndDoublesNothing) {
  for (std::uint64_t n = 1; n <= 6; ++n) {
    scenario::Scenario scenario = with({fault("lea.crash", "lea:35", 20, 21, {{"restart", "3 s"}})});
    scenario.phases.traffic = base::seconds(30);
    scenario.faults[0].on = base::seconds(20) + base::microseconds(1'333) * static_cast<std::int64_t>(n);
    small::expect_conserved(run_small(scenario, seed(n)));
  }
}

class StoreFaults : public testing::TestWithParam<std::map<std::string, std::string>> {};

TEST_P(StoreFaults, OfNasCostTimeAlone) {
  small::expect_conserved(run_small(with({fault("store.fault", "nas", 10, 40, GetParam())}), seed(5)));
}

TEST_P(StoreFaults, OfTheGatewayCostTimeAlone) {
  small::expect_conserved(run_small(with({fault("store.fault", "lea:35", 10, 40, GetParam())}), seed(6)));
}

INSTANTIATE_TEST_SUITE_P(Each, StoreFaults,
                         testing::Values(std::map<std::string, std::string>{{"outcome", "unknown"}, {"rate", "1/3"}},
                                         std::map<std::string, std::string>{{"outcome", "unknown"}},
                                         std::map<std::string, std::string>{{"outcome", "failed"}, {"rate", "1/2"}},
                                         std::map<std::string, std::string>{{"outcome", "full"}},
                                         std::map<std::string, std::string>{{"outcome", "slow"}, {"factor", "100"}}));

TEST(Faults, AWrongClockShowsInTheReadAndNowhereElse) {
  const auto outcome = run_small(with({fault("camera.clock", "camera:35-1-1", 10, 20, {{"offset", "+1 h"}})}), seed(7));
  small::expect_conserved(outcome);
  int wrong = 0;
  for (const auto& [read_id, text] : outcome.ledger.text_of_read) {
    const bool ahead = text.find("11/06/2019 07:59") != std::string::npos;
    EXPECT_TRUE(!ahead || read_id.starts_with("35-1-1:"));
    wrong += ahead;
  }
  EXPECT_NEAR(wrong, 10 * 50 / 6, 2);
}

TEST(Faults, MalformedReadsAreRefusedAndTheOthersStored) {
  const auto outcome =
      run_small(with({fault("read.malformed", "camera:*", 0, 60, {{"rate", "1/5"}, {"defect", "username_lower_case"}})}), seed(8));
  std::size_t malformed = 0;
  for (const auto& [read_id, text] : outcome.ledger.text_of_read) {
    const bool wrong = text.find("\"unattended\"") != std::string::npos;
    malformed += wrong;
    EXPECT_EQ(outcome.ledger.acknowledged.count("nas/" + read_id), wrong ? 0U : 1U) << text;
    EXPECT_EQ(outcome.ledger.refused.count("nas/" + read_id), wrong ? 1U : 0U) << text;
  }
  EXPECT_NEAR(static_cast<double>(malformed), 600.0, 90.0);
}

TEST(Faults, EveryDefectIsRefusedWithItsReasonButAGeotagElsewhere) {
  for (const actors::Defect& defect : actors::defects()) {
    SCOPED_TRACE(defect.name);
    scenario::Scenario scenario =
        with({fault("read.malformed", "camera:35-1-1", 0, 5, {{"rate", "1/1"}, {"defect", std::string(defect.name)}})});
    scenario.phases.traffic = base::seconds(5);
    const auto outcome = run_small(scenario, seed(9));
    std::size_t refused = 0;
    for (const auto& [key, reasons] : outcome.ledger.refused) {
      if (!key.starts_with("nas/")) continue;
      ++refused;
      EXPECT_FALSE(reasons.empty()) << key;
    }
    // What a geotag says is a concern and no ground to refuse a read: 2.2.4-h is a "may".
    EXPECT_EQ(refused > 0, defect.name != "overview_geotag_elsewhere");
    EXPECT_EQ(outcome.summary.backlog, 0U);
    EXPECT_EQ(outcome.summary.captures_returned, outcome.summary.reads_acknowledged);
  }
}

TEST(Faults, DrawnFaultsAreHealedAndCostTimeAlone) {
  for (std::uint64_t n = 1; n <= 20; ++n) {
    scenario::Scenario scenario = clean_minute();
    scenario.phases.traffic = base::seconds(30);
    scenario.drawn_faults =
        scenario::DrawnFaults{{{"link.down", 2}, {"nas.crash", 2}, {"lea.crash", 1}, {"store.fault", 2}, {"camera.clock", 1}}};
    small::expect_conserved(run_small(scenario, seed(n)));
  }
}

TEST(Faults, AreDrawnFromTheSeedAlone) {
  scenario::Scenario scenario = clean_minute();
  scenario.drawn_faults = scenario::DrawnFaults{{{"link.down", 3}, {"nas.crash", 2}, {"read.malformed", 2}}};
  std::set<std::size_t> counts;
  for (std::uint64_t n = 1; n <= 40; ++n) {
    const auto faults = run::faults_of(scenario, n);
    const auto again = run::faults_of(scenario, n);
    counts.insert(faults.size());
    ASSERT_EQ(faults.size(), again.size());
    for (std::size_t i = 0; i < faults.size(); ++i) {
      EXPECT_EQ(faults[i].id, again[i].id);
      EXPECT_EQ(faults[i].on, again[i].on);
      EXPECT_LT(faults[i].on, faults[i].off);
      EXPECT_LE(faults[i].off, scenario.phases.traffic);
      EXPECT_LE(faults[i - std::min<std::size_t>(i, 1)].on, faults[i].on);
    }
  }
  EXPECT_GT(counts.size(), 3U);
}

base::Result<run::Summary> attempt(const scenario::Fault& f) {
  small::World world({});
  small::Ledger ledger;
  return run::run_scenario(with({f}), world, run::reference_cast(), seed(1), ledger);
}

TEST(Faults, ThatCannotBeAreRefusedBeforeTheRun) {
  EXPECT_EQ(attempt(fault("wan.melted", "wan:lea:35", 1, 2)).error().kind, &run::kFaultUnknown);
  EXPECT_EQ(attempt(fault("link.down", "wan:lea:99", 1, 2)).error().kind, &run::kFaultTargetUnknown);
  EXPECT_EQ(attempt(fault("nas.crash", "lea:35", 1, 2)).error().kind, &run::kFaultTargetUnknown);
  EXPECT_EQ(attempt(fault("camera.clock", "camera:35-99-1", 1, 2)).error().kind, &run::kFaultTargetUnknown);
  EXPECT_EQ(attempt(fault("camera.clock", "camera:*", 1, 2, {{"offset", "an hour"}})).error().kind, &run::kFaultParameterUnfit);
  EXPECT_EQ(attempt(fault("store.fault", "nas", 1, 2, {{"outcome", "melted"}})).error().kind, &run::kFaultParameterUnfit);
  EXPECT_EQ(attempt(fault("store.fault", "nas", 1, 2, {{"rate", "2/1"}})).error().kind, &run::kFaultParameterUnfit);
  EXPECT_EQ(attempt(fault("link.down", "wan:lea:35", 1, 2, {{"colour", "red"}})).error().kind, &run::kFaultParameterUnfit);
}

}  // namespace
