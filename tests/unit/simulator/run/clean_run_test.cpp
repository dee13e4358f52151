// A run in good weather: everything that passes is read, stored, given back.
#include <gtest/gtest.h>

#include "tests/unit/simulator/run/run_small.h"

namespace {

using small::clean_minute;
using small::run_small;
using small::seed;

TEST(CleanRun, DeliversEveryPass) {
  const auto outcome = run_small(clean_minute(), seed(1));
  small::expect_conserved(outcome);
  EXPECT_EQ(outcome.summary.passes, 3'000U);
  EXPECT_EQ(outcome.summary.hits_delivered, 300U);
}

TEST(CleanRun, TellsItsPhasesInOrder) {
  const auto outcome = run_small(clean_minute(), seed(1));
  EXPECT_EQ(outcome.ledger.phases, (std::vector<std::string>{"warm_up", "faults", "quiet", "liveness", "final"}));
  EXPECT_EQ(outcome.ledger.cameras, 6);
  EXPECT_EQ(outcome.ledger.changes, std::vector<std::string>{"op-cambs-1 online"});
}

TEST(CleanRun, EndsAsSoonAsNothingIsLeftToDo) {
  const auto outcome = run_small(clean_minute(), seed(1));
  EXPECT_LT(outcome.summary.simulated, base::seconds(5 + 60 + 5 + 20));
}

TEST(CleanRun, PutsTheListInForceBeforeTraffic) {
  const auto outcome = run_small(clean_minute(), seed(1));
  EXPECT_EQ(outcome.ledger.uploads, 1);
  EXPECT_EQ(outcome.ledger.in_force, 1);
  EXPECT_FALSE(outcome.ledger.version.empty());
}

TEST(CleanRun, TakesEachReadThroughTheGatewayAndOutOfItsBuffer) {
  const auto outcome = run_small(clean_minute(), seed(1));
  for (const auto& [read_id, at] : outcome.ledger.sent) {
    ASSERT_EQ(outcome.ledger.received.at("lea:35/" + read_id).size(), 1U);
    ASSERT_EQ(outcome.ledger.received.at("nas/" + read_id).size(), 1U);
    EXPECT_GT(outcome.ledger.received.at("lea:35/" + read_id).front() - at, base::milliseconds(12));
    EXPECT_LT(outcome.ledger.received.at("nas/" + read_id).front() - at, base::milliseconds(100));
  }
  EXPECT_EQ(outcome.ledger.buffered, outcome.ledger.deleted);
}

TEST(CleanRun, BytesAndValuesTakeTheSameTimeAndTheSameWay) {
  scenario::Scenario scenario = clean_minute();
  const auto bytes = run_small(scenario, seed(3));
  run::Options sampled = seed(3);
  sampled.sampled_one_in = 64;
  const auto values = run_small(scenario, sampled);
  small::expect_conserved(values);
  EXPECT_EQ(bytes.ledger.texts, 3'000);
  EXPECT_GT(values.ledger.values, 2'800);
  EXPECT_GT(values.ledger.texts, 0);
  EXPECT_EQ(bytes.ledger.sent, values.ledger.sent);
  EXPECT_EQ(bytes.ledger.received, values.ledger.received);
  EXPECT_EQ(bytes.ledger.acknowledged, values.ledger.acknowledged);
  EXPECT_EQ(bytes.ledger.hit_of_read, values.ledger.hit_of_read);
  EXPECT_EQ(bytes.ledger.hits_delivered, values.ledger.hits_delivered);
  EXPECT_EQ(bytes.ledger.returned, values.ledger.returned);
  EXPECT_EQ(bytes.summary.events, values.summary.events);
}

TEST(CleanRun, TinyWindowsHoldReadsBackAndLoseNone) {
  scenario::Scenario dense = clean_minute();
  dense.phases.traffic = base::seconds(10);
  small::Shape shape;
  shape.every = base::milliseconds(2);   // more than go over the uplinks one at a time
  run::Options tiny = seed(4);
  tiny.window_bytes_max = 1;             // one message at a time
  const auto held = run_small(dense, tiny, shape);
  const auto free = run_small(dense, seed(4), shape);
  small::expect_conserved(held);
  const auto last_sent = [](const small::Outcome& outcome) {
    base::Instant last;
    for (const auto& [read_id, at] : outcome.ledger.sent) last = std::max(last, at);
    return last;
  };
  EXPECT_GT(last_sent(held), last_sent(free) + base::seconds(1));
}

TEST(CleanRun, FlowDeliversTheSameReadsAsQueue) {
  run::Options flow = seed(5);
  flow.fidelity = scenario::Fidelity::kFlow;
  const auto by_flow = run_small(clean_minute(), flow);
  const auto by_queue = run_small(clean_minute(), seed(5));
  small::expect_conserved(by_flow);
  EXPECT_EQ(by_flow.ledger.acknowledged, by_queue.ledger.acknowledged);
  EXPECT_EQ(by_flow.ledger.hit_of_read, by_queue.ledger.hit_of_read);
}

TEST(CleanRun, ReportsProgressFromBetweenEvents) {
  run::Options options = seed(6);
  base::Instant last;
  std::uint64_t reads = 0;
  options.progress = [&](base::Instant at, std::uint64_t n) {
    EXPECT_GT(at, last);
    EXPECT_GE(n, reads);
    last = at;
    reads = n;
  };
  static_cast<void>(run_small(clean_minute(), options));
  EXPECT_GT(reads, 1'000U);
}

TEST(CleanRun, SaysHowToDoItAgain) {
  run::Options options = seed(7);
  options.sampled_one_in = 64;
  EXPECT_EQ(run::replay_line(clean_minute(), options).substr(0, 90),
            "plumbline simulate scenarios/small.json --seed 7 --fidelity queue --wire 'sampled 1/64'  #");
}

}  // namespace
