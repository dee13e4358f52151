// Who is told of which hits in a run: operators by list, area and priority, and an LEA that asked; and what the evidence says of it.
#include <gtest/gtest.h>

#include "reference/formats/answers.h"
#include "simulator/actors/operator_client.h"
#include "tests/unit/simulator/run/run_small.h"

namespace {

using small::clean_minute;
using small::fault;

/// What the evidence says of each who is told: what they ask for, and of which reads they had a hit.
struct Told final : base::Witness {
  struct Subscriber {
    std::vector<std::string> lists, cameras, actions;
    std::set<std::string> delivered, acknowledged;  ///< hit ids
  };
  std::map<std::string, Subscriber> by_name;
  std::map<std::string, std::string> camera_of_read, read_of_hit, action_of_hit;

  void hear(const base::Event& event) override {
    if (const auto* e = std::get_if<base::event::Operator>(&event.body)) {
      Subscriber& one = by_name[std::string(e->operator_name)];
      one.lists.assign(e->lists.begin(), e->lists.end());
      one.cameras.assign(e->cameras.begin(), e->cameras.end());
      one.actions.assign(e->actions.begin(), e->actions.end());
    } else if (const auto* sent = std::get_if<base::event::ReadSent>(&event.body)) {
      camera_of_read[std::string(sent->read_id)] = sent->camera;
    } else if (const auto* hit = std::get_if<base::event::HitSent>(&event.body)) {
      read_of_hit[std::string(hit->hit_id)] = hit->read_id;
    } else if (const auto* there = std::get_if<base::event::HitDelivered>(&event.body)) {
      by_name[std::string(there->operator_name)].delivered.emplace(there->hit_id);
    } else if (const auto* seen = std::get_if<base::event::HitAcknowledged>(&event.body)) {
      by_name[std::string(seen->operator_name)].acknowledged.emplace(seen->hit_id);
    } else if (const auto* shown = std::get_if<base::event::SymbolShown>(&event.body)) {
      action_of_hit[std::string(shown->hit_id)] = shown->action;
    }
  }
  [[nodiscard]] std::string camera_of(const std::string& hit) const { return camera_of_read.at(read_of_hit.at(hit)); }
};

Told run(const scenario::Scenario& scenario, const small::Shape& shape = {}) {
  small::World world(shape);
  Told told;
  const auto summary = run::run_scenario(scenario, world, run::reference_cast(), {}, told);
  EXPECT_TRUE(summary.has_value()) << (summary ? "" : summary.error().message());
  if (summary) {
    EXPECT_EQ(summary->backlog, 0U);
  }
  return told;
}

TEST(Subscribers, OperatorsAreToldOfTheirAreaAndPriorityAndNoMore) {
  scenario::Scenario scenario = clean_minute();
  scenario.voi_lists = {{"35_Small VOI List.csv", 16}};   // every eighth row is to be stopped
  scenario.operators.push_back({"op-area", "35", {{"35_*"}, {"35-1-1"}, {}}});
  scenario.operators.push_back({"op-stop", "35", {{"35_*"}, {}, {"Stop"}}});
  const Told told = run(scenario, {.rows = 16});
  const auto& all = told.by_name.at("op-cambs-1");
  const auto& area = told.by_name.at("op-area");
  const auto& stop = told.by_name.at("op-stop");
  EXPECT_EQ(area.cameras, std::vector<std::string>{"35-1-1"});
  EXPECT_EQ(stop.actions, std::vector<std::string>{"Stop"});
  std::set<std::string> of_area, to_stop;
  for (const std::string& hit : all.delivered) {
    if (told.camera_of(hit) == "35-1-1") of_area.insert(hit);
    if (told.action_of_hit.at(hit) == "Stop") to_stop.insert(hit);
  }
  EXPECT_GT(of_area.size(), 10U);
  EXPECT_GT(to_stop.size(), 10U);
  EXPECT_LT(to_stop.size(), all.delivered.size());
  EXPECT_EQ(area.delivered, of_area);
  EXPECT_EQ(stop.delivered, to_stop);
}

TEST(Subscribers, AnLeaThatAskedIsToldLikeAnOperator) {
  scenario::Scenario scenario = clean_minute();
  scenario.lea.subscriptions = {{"lea:35", {{"35_*"}, {}, {}}}};
  const Told told = run(scenario);
  const auto& lea = told.by_name.at("lea:35");
  EXPECT_EQ(lea.lists, std::vector<std::string>{"35_*"});
  EXPECT_GT(lea.delivered.size(), 100U);
  EXPECT_EQ(lea.delivered, told.by_name.at("op-cambs-1").delivered);
  EXPECT_EQ(lea.acknowledged, lea.delivered);
}

TEST(Subscribers, AnLeaMissesNoHitThroughCrashesOfBothAndABrokenLine) {
  scenario::Scenario scenario = clean_minute();
  scenario.lea.subscriptions = {{"lea:35", {{"35_*"}, {}, {}}}};
  scenario.faults = {fault("lea.crash", "lea:35", 10, 20), fault("link.down", "wan:lea:35", 25, 35), fault("nas.crash", "nas", 40, 45),
                     fault("store.fault", "lea:35", 46, 58, {{"outcome", "unknown"}, {"rate", "1/2"}})};
  const Told told = run(scenario);
  const auto& lea = told.by_name.at("lea:35");
  EXPECT_EQ(lea.delivered, told.by_name.at("op-cambs-1").delivered);
  EXPECT_EQ(lea.acknowledged, lea.delivered);
}

TEST(Subscribers, AnLeaThatIsNotThereStopsTheRun) {
  scenario::Scenario scenario = clean_minute();
  scenario.lea.subscriptions = {{"lea:07", {{"07_*"}, {}, {}}}};
  small::World world({});
  Told told;
  const auto summary = run::run_scenario(scenario, world, run::reference_cast(), {}, told);
  ASSERT_FALSE(summary.has_value());
  EXPECT_EQ(summary.error().kind, &run::kProvocationUnfit);
}

// ---- two front ends

scenario::Scenario two_front_ends(std::vector<scenario::Fault> faults) {
  scenario::Scenario scenario = clean_minute();
  scenario.nas.front_ends = 2;
  scenario.operators.push_back({"op-cambs-2", "35", {{"35_*"}, {}, {}}});
  scenario.faults = std::move(faults);
  return scenario;
}

TEST(TwoFrontEnds, ShareTheReadsAndTellBothOperators) {
  const scenario::Scenario scenario = two_front_ends({});
  const auto outcome = small::run_small(scenario, {});
  EXPECT_EQ(outcome.summary.reads_acknowledged, outcome.summary.reads_sent);
  EXPECT_EQ(outcome.ledger.census.at("nas"), static_cast<std::int64_t>(outcome.summary.reads_sent));
  const Told told = run(scenario);
  EXPECT_GT(told.by_name.at("op-cambs-2").delivered.size(), 100U);
  EXPECT_EQ(told.by_name.at("op-cambs-1").delivered, told.by_name.at("op-cambs-2").delivered);
}

TEST(TwoFrontEnds, TheLossOfOneCostsNoReadAndNoHit) {
  const auto outcome = small::run_small(two_front_ends({fault("nas.crash", "nas:2", 15, 40)}), {});
  EXPECT_EQ(outcome.summary.backlog, 0U);
  EXPECT_EQ(outcome.summary.reads_acknowledged, outcome.summary.reads_sent);
  EXPECT_EQ(outcome.summary.captures_returned, outcome.summary.reads_sent);
  EXPECT_EQ(outcome.ledger.changes, (std::vector<std::string>{"op-cambs-1 online", "op-cambs-2 online", "nas.crash on", "nas:2 down",
                                                              "op-cambs-2 down", "nas.crash off", "nas:2 up", "op-cambs-2 up"}))
      << "NAS itself is up all along";
  for (const auto& [read_id, at] : outcome.ledger.sent) {
    EXPECT_LT(outcome.ledger.received.at("nas/" + read_id).front() - at, base::seconds(2)) << read_id;
  }
  const Told told = run(two_front_ends({fault("nas.crash", "nas:2", 15, 40)}));
  EXPECT_EQ(told.by_name.at("op-cambs-1").delivered, told.by_name.at("op-cambs-2").delivered);
}

TEST(TwoFrontEnds, NasIsDownWhileNoneIsLeft) {
  const auto outcome = small::run_small(two_front_ends({fault("nas.crash", "nas", 15, 20)}), {});
  EXPECT_EQ(outcome.summary.reads_acknowledged, outcome.summary.reads_sent);
  const auto& changes = outcome.ledger.changes;
  EXPECT_EQ(std::count(changes.begin(), changes.end(), "nas down"), 1);
  EXPECT_EQ(std::count(changes.begin(), changes.end(), "nas up"), 1);
}

TEST(TwoFrontEnds, OneOfOneIsNoTarget) {
  scenario::Scenario scenario = clean_minute();
  scenario.faults = {fault("nas.crash", "nas:1", 15, 20)};
  small::World world({});
  Told told;
  const auto summary = run::run_scenario(scenario, world, run::reference_cast(), {}, told);
  ASSERT_FALSE(summary.has_value());
  EXPECT_EQ(summary.error().kind, &run::kFaultTargetUnknown);
}

}  // namespace
