// Runs a scenario in the small world, and asks what every run must answer alike.
#pragma once

#include <gtest/gtest.h>

#include "tests/unit/simulator/run/ledger.h"
#include "tests/unit/simulator/run/small_world.h"

namespace small {

struct Outcome {
  run::Summary summary;
  Ledger ledger;
};

inline run::Options seed(std::uint64_t n) {
  run::Options options;
  options.seed = n;
  return options;
}

inline Outcome run_small(const scenario::Scenario& scenario, const run::Options& options, const Shape& shape = {},
                         const run::Cast& cast = run::reference_cast()) {
  Outcome outcome;
  World world(shape);
  auto summary = run::run_scenario(scenario, world, cast, options, outcome.ledger);
  EXPECT_TRUE(summary.has_value()) << (summary ? "" : summary.error().message());
  if (summary) outcome.summary = *std::move(summary);
  return outcome;
}

/// Every pass was read, every read has exactly one capture and is given back, every hit arrived, and nothing is left anywhere.
inline void expect_conserved(const Outcome& outcome) {
  const run::Summary& s = outcome.summary;
  const Ledger& l = outcome.ledger;
  SCOPED_TRACE(s.replay_line);
  EXPECT_TRUE(l.in_order);
  EXPECT_GT(s.passes, 0U);
  EXPECT_EQ(s.passes, s.reads_sent);
  EXPECT_EQ(l.sent.size(), s.reads_sent);
  EXPECT_EQ(l.acks("nas"), s.reads_sent);
  EXPECT_EQ(s.reads_acknowledged, s.reads_sent);
  EXPECT_EQ(s.captures_returned, s.reads_acknowledged);
  EXPECT_EQ(l.census.at("nas"), static_cast<std::int64_t>(s.reads_sent));
  EXPECT_EQ(l.census.at("lea:35"), 0);
  EXPECT_EQ(s.backlog, 0U);
  std::set<std::string> captures;
  for (const auto& [key, ids] : l.acknowledged) {
    if (!key.starts_with("nas/")) continue;
    for (const std::string& id : ids) EXPECT_EQ(id, ids.front()) << key;
    EXPECT_TRUE(captures.insert(ids.front()).second) << "two reads with one capture: " << key;
    EXPECT_EQ(l.returned.count(ids.front()), 1U) << key;
  }
  for (const auto& [hit, times] : l.hits_sent) EXPECT_EQ(l.hits_delivered.count(hit), 1U) << hit;
  EXPECT_EQ(s.hits_delivered, l.hits_delivered.size());
  EXPECT_GT(s.hits_delivered, 0U);
}

}  // namespace small
