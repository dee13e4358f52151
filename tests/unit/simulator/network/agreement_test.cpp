// Where nothing contends, queue and flow agree to 1 us: one message, many in a row, every route, every size.
#include <algorithm>
#include <cstdlib>

#include "tests/unit/simulator/network/fixture.h"

namespace {

using namespace network_test;

struct Sending {
  Duration when;
  NodeId from, to;
  std::uint64_t bytes;
};

/// The arrivals of a list of messages, one connection for each pair of nodes, in order of tag.
std::vector<Instant> arrivals(Fidelity fidelity, const std::vector<Sending>& sendings) {
  World world(fidelity);
  std::map<std::pair<std::uint64_t, std::uint64_t>, ConnectionId> connections;
  for (std::size_t tag = 0; tag < sendings.size(); ++tag) {
    const Sending& s = sendings[tag];
    const auto key = std::pair(s.from.value, s.to.value);
    if (!connections.contains(key)) connections.emplace(key, world.connect(s.from, s.to));
    world.send_at(s.when, connections.at(key), s.bytes, tag);
  }
  world.run();
  std::vector<Instant> at(sendings.size());
  EXPECT_EQ(world.log.delivered.size(), sendings.size());
  for (const auto& fate : world.log.delivered) at[fate.tag] = fate.at;
  return at;
}

std::int64_t greatest_difference_ns(const std::vector<Sending>& sendings) {
  const auto queue = arrivals(Fidelity::kQueue, sendings);
  const auto flow = arrivals(Fidelity::kFlow, sendings);
  std::int64_t greatest = 0;
  for (std::size_t i = 0; i < sendings.size(); ++i) greatest = std::max(greatest, std::abs((queue[i] - flow[i]).ns));
  return greatest;
}

constexpr std::int64_t kAgreement_ns = 1'000;

TEST(Agreement, AMessageAloneTakesWhatIsReckonedByHand) {
  // 25,000 bytes over camera:1 at 20 Mbit/s: 10 ms; 12 ms + 50 us latency.
  EXPECT_EQ(arrivals(Fidelity::kQueue, {{seconds(1), kCamera1, kLea1, 25'000}})[0],
            kStart + seconds(1) + milliseconds(22) + microseconds(50));
  // Over wan:1 at 100 Mbit/s: 2 ms; 50 + 3,337 + 200 us.
  EXPECT_EQ(arrivals(Fidelity::kQueue, {{seconds(1), kLea1, kNas, 25'000}})[0], kStart + seconds(1) + microseconds(2'000 + 3'587));
}

TEST(Agreement, EveryRouteAndSizeAlone) {
  std::vector<Sending> sendings;
  Duration when = seconds(1);
  for (const NodeId from : {kNas, kOperator, kLea1, kCamera1, kCamera3, kLea2, kCamera4}) {
    for (const NodeId to : {kNas, kOperator, kLea1, kCamera2, kLea2}) {
      if (from == to) continue;
      for (const std::uint64_t bytes : {1u, 7u, 1'000u, 25'000u, 1'234'567u}) {
        sendings.push_back({when, from, to, bytes});
        when = when + microseconds(2'000'003);
      }
    }
  }
  EXPECT_LE(greatest_difference_ns(sendings), kAgreement_ns);
}

TEST(Agreement, AThousandMessagesInARowDoNotDriftApart) {
  std::vector<Sending> sendings;
  for (std::uint64_t i = 0; i < 1'000; ++i) sendings.push_back({seconds(1), kCamera3, kNas, 997 + 13 * (i % 17)});
  EXPECT_LE(greatest_difference_ns(sendings), kAgreement_ns);
}

TEST(Agreement, ShortMessagesBehindLongOnesOfTheirConnection) {
  EXPECT_LE(greatest_difference_ns({{seconds(1), kCamera1, kLea1, 25'000},
                                    {milliseconds(1'001), kCamera1, kLea1, 1'000},
                                    {milliseconds(1'002), kCamera1, kLea1, 40'000},
                                    {milliseconds(1'300), kCamera1, kLea1, 1}}),
            kAgreement_ns);
}

TEST(Agreement, BothDirectionsOfALinkAtOnce) {
  EXPECT_LE(greatest_difference_ns({{seconds(1), kLea1, kNas, 5'000'000}, {seconds(1), kNas, kLea1, 5'000'000}}), kAgreement_ns);
}

TEST(Agreement, CamerasWhoseLinksAreTheirOwn) {
  std::vector<Sending> sendings;
  for (std::uint64_t i = 0; i < 200; ++i) {
    for (const NodeId camera : {kCamera1, kCamera2, kCamera3})
      sendings.push_back({milliseconds(37 * i), camera, kLea1, 5'000 + 331 * i % 7'000});
  }
  EXPECT_LE(greatest_difference_ns(sendings), kAgreement_ns);
}

// One connection at a time, any instants and sizes.
RC_GTEST_PROP(Agreement, AnyMessagesOfOneConnection, (const std::vector<std::pair<std::uint32_t, std::uint16_t>>& drawn)) {
  std::vector<Sending> sendings;
  Duration when = seconds(1);
  for (const auto& [gap, bytes] : drawn) {
    when = when + base::nanoseconds(gap % 30'000'000);
    sendings.push_back({when, kCamera1, kNas, 1u + bytes});
  }
  const std::int64_t greatest = greatest_difference_ns(sendings);
  RC_ASSERT(greatest <= kAgreement_ns);
}

TEST(Agreement, IdleTransitIsWhatAnIdleRouteTakes) {
  for (const Fidelity fidelity : {Fidelity::kQueue, Fidelity::kFlow}) {
    World world(fidelity);
    const auto connection = world.connect(kCamera3, kOperator);
    EXPECT_EQ(world.network->latency(connection), milliseconds(30) + microseconds(3'337) + milliseconds(25));
    world.send_at(seconds(1), connection, 12'345, 0);
    world.run();
    const Duration expected = world.network->idle_transit(connection, 12'345);
    EXPECT_EQ(expected, base::nanoseconds(12'345'000) + world.network->latency(connection));
    EXPECT_LE(std::abs((world.log.delivered.at(0).at - (kStart + seconds(1) + expected)).ns), kAgreement_ns);
  }
}

}  // namespace
