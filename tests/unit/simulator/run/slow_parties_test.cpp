// Parties that are slow without being down: reads and hits come late, and nothing in the truth excuses it.
#include <gtest/gtest.h>

#include "tests/unit/simulator/run/run_small.h"

namespace {

using small::clean_minute;
using small::fault;

small::Outcome with(const std::string& kind, const std::string& target) {
  scenario::Scenario scenario = clean_minute();
  scenario.faults = {fault(kind, target, 10, 30, {{"delay", "2500 ms"}})};
  const auto outcome = small::run_small(scenario, {});
  small::expect_conserved(outcome);
  EXPECT_EQ(outcome.ledger.changes, (std::vector<std::string>{"op-cambs-1 online", kind + " on", kind + " off"}))
      << "no link, no component";
  return outcome;
}

/// Reads that came to `component` more than 2 s after they were sent.
std::size_t late_at(const small::Outcome& outcome, const std::string& component) {
  std::size_t late = 0;
  for (const auto& [read_id, at] : outcome.ledger.sent) {
    late += outcome.ledger.received.at(component + "/" + read_id).front() - at > base::seconds(2) ? 1 : 0;
  }
  return late;
}

constexpr std::size_t kSlowReads = 20 * 50;   // twenty seconds, fifty reads a second

TEST(SlowParties, AGatewayMakesTheFirstLegLate) {
  const auto outcome = with("component.slow", "lea:35");
  EXPECT_EQ(late_at(outcome, "lea:35"), 0U) << "it has them in time, and sits on them";
  EXPECT_NEAR(static_cast<double>(late_at(outcome, "nas")), kSlowReads, 5);
}

struct SecondLeg final : base::Witness {
  std::map<std::string, base::Instant> received, sent;
  std::size_t late_sent = 0, late_delivered = 0;
  void hear(const base::Event& event) override {
    if (const auto* e = std::get_if<base::event::ReadReceived>(&event.body); e != nullptr && e->component == "nas") {
      received.emplace(e->read_id, event.at);
    } else if (const auto* hit = std::get_if<base::event::HitSent>(&event.body)) {
      sent.emplace(hit->hit_id, event.at);
      late_sent += event.at - received.at(std::string(hit->read_id)) > base::seconds(2) ? 1 : 0;
    } else if (const auto* delivered = std::get_if<base::event::HitDelivered>(&event.body)) {
      late_delivered += event.at - sent.at(std::string(delivered->hit_id)) > base::seconds(2) ? 1 : 0;
    }
  }
};

SecondLeg second_leg(const std::string& kind, const std::string& target) {
  scenario::Scenario scenario = clean_minute();
  scenario.faults = {fault(kind, target, 10, 30, {{"delay", "2500 ms"}})};
  small::World world({});
  SecondLeg heard;
  EXPECT_TRUE(run::run_scenario(scenario, world, run::reference_cast(), {}, heard).has_value());
  return heard;
}

TEST(SlowParties, ASlowNasMakesTheSecondLegLate) {
  EXPECT_EQ(late_at(with("component.slow", "nas"), "nas"), 0U);
  const SecondLeg heard = second_leg("component.slow", "nas");
  EXPECT_NEAR(static_cast<double>(heard.late_sent), kSlowReads / 10, 3);
  EXPECT_EQ(heard.late_delivered, 0U);
}

TEST(SlowParties, ASlowOperatorMakesDeliveryLateAlone) {
  with("operator.slow", "operator:op-cambs-1");
  const SecondLeg heard = second_leg("operator.slow", "operator:op-cambs-1");
  EXPECT_EQ(heard.late_sent, 0U);
  EXPECT_NEAR(static_cast<double>(heard.late_delivered), kSlowReads / 10, 3);
}

TEST(SlowParties, MustBeThere) {
  scenario::Scenario scenario = clean_minute();
  scenario.faults = {fault("operator.slow", "op-cambs-1", 10, 30)};
  small::World world({});
  small::Ledger ledger;
  const auto summary = run::run_scenario(scenario, world, run::reference_cast(), {}, ledger);
  ASSERT_FALSE(summary.has_value());
  EXPECT_EQ(summary.error().kind, &run::kFaultTargetUnknown);
}

}  // namespace
