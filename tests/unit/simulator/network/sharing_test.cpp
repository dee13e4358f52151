// What links do where messages contend: flows share, queues serve one after another, and neither touches what is not on its way.
#include <cstdlib>

#include "tests/unit/simulator/network/fixture.h"

namespace {

using namespace network_test;

void expect_near(Instant at, Duration since_start) { EXPECT_LE(std::abs((at - (kStart + since_start)).ns), 1'000) << (at - kStart).ns; }

TEST(Sharing, TwoFlowsHalveTheirSharedLink) {
  World world(Fidelity::kFlow);  // two gateways to the operator at 10 Mbit/s: 12,500 bytes alone take 10 ms
  world.send_at(seconds(1), world.connect(kLea1, kOperator), 12'500, 1);
  world.send_at(seconds(1), world.connect(kLea2, kOperator), 12'500, 2);
  world.run();
  ASSERT_EQ(world.log.delivered.size(), 2u);
  for (const auto& fate : world.log.delivered) {
    expect_near(fate.at, seconds(1) + milliseconds(20) + microseconds(fate.tag == 1 ? 28'387 : 30'051));
  }
}

TEST(Sharing, AFlowThatJoinsLateTakesItsShareFromThen) {
  World world(Fidelity::kFlow);
  world.send_at(seconds(1), world.connect(kLea1, kOperator), 12'500, 1);           // alone for 4 ms, half speed for 12 ms
  world.send_at(milliseconds(1'004), world.connect(kLea2, kOperator), 12'500, 2);  // half speed for 12 ms, alone for 4
  world.run();
  ASSERT_EQ(world.log.delivered.size(), 2u);
  expect_near(world.log.delivered[0].at, milliseconds(1'016) + microseconds(28'387));
  expect_near(world.log.delivered[1].at, milliseconds(1'020) + microseconds(30'051));
}

TEST(Sharing, AQueueServesInOrderOfArrival) {
  World world(Fidelity::kQueue);
  world.send_at(seconds(1), world.connect(kLea1, kOperator), 12'500, 1);
  world.send_at(milliseconds(1'004), world.connect(kLea2, kOperator), 12'500, 2);
  world.run();
  ASSERT_EQ(world.log.delivered.size(), 2u);
  EXPECT_EQ(world.log.delivered[0].at, kStart + milliseconds(1'010) + microseconds(28'387));
  EXPECT_EQ(world.log.delivered[1].at, kStart + milliseconds(1'020) + microseconds(30'051));
}

// A backlog before a slow link must not hold up others on the fast link behind it, to which it has not yet come.
TEST(Sharing, WhatWaitsForALinkDoesNotHoldTheNext) {
  World world(Fidelity::kQueue);
  for (std::uint64_t camera = 0; camera < 2; ++camera) {  // 10 s of traffic for wan:1
    world.send_at(seconds(1), world.connect(camera == 0 ? kLea1 : kCamera1, kNas), 62'500'000, camera);
  }
  const auto other = world.connect(kLea2, kNas);
  world.send_at(seconds(2), other, 1'000, 2);
  world.run();
  EXPECT_EQ(world.log.delivered[0].tag, 2u);
  EXPECT_EQ(world.log.delivered[0].at, kStart + seconds(2) + world.network->idle_transit(other, 1'000));
}

// In a network of flows, connections of queue keep to themselves.
TEST(Sharing, QueueConnectionsInANetworkOfFlowsTakeNothingFromThem) {
  World world(Fidelity::kFlow);
  const auto flow = world.network->connect(kLea1, kNas, {Fidelity::kFlow, kWide}, world.log);
  const auto queue = world.network->connect(kLea1, kNas, {Fidelity::kQueue, kWide}, world.log);
  world.send_at(seconds(1), flow, 1'250'000, 1);
  world.send_at(seconds(1), queue, 1'250'000, 2);
  world.run();
  ASSERT_EQ(world.log.delivered.size(), 2u);
  for (const auto& fate : world.log.delivered) expect_near(fate.at, seconds(1) + milliseconds(100) + microseconds(3'587));
}

class Fifo : public BothFidelities {};
INSTANTIATE_TEST_SUITE_P(Network, Fifo, testing::Values(Fidelity::kQueue, Fidelity::kFlow), fidelity_name);

TEST_P(Fifo, AShortMessageDoesNotOvertakeALongOne) {
  World world(GetParam());
  const auto connection = world.connect(kCamera1, kLea1);
  world.send_at(seconds(1), connection, 25'000, 1);
  world.send_at(milliseconds(1'001), connection, 1'000, 2);
  world.run();
  ASSERT_EQ(world.log.delivered.size(), 2u);
  EXPECT_EQ(world.log.delivered[0].tag, 1u);
  EXPECT_LT(world.log.delivered[0].at, world.log.delivered[1].at);
}

TEST_P(Fifo, NoMessageIsFasterThanTheLatency) {
  World world(GetParam());
  const auto connection = world.connect(kLea2, kNas);
  world.send_at(seconds(1), connection, 1, 1);
  world.run();
  EXPECT_GE(world.log.delivered.at(0).at, kStart + seconds(1) + world.network->latency(connection));
}

TEST_P(Fifo, AnAnswerSentFromADeliveryGoesAtOnce) {
  World world(GetParam());
  const auto there = world.connect(kLea2, kNas);
  const auto back = world.connect(kNas, kLea2);
  world.log.after_delivery = [&](ConnectionId connection, std::uint64_t tag) {
    if (connection != there) return;
    EXPECT_EQ(world.network->send(back, 100, tag + 1), SendOutcome::kAccepted);
  };
  world.send_at(seconds(1), there, 100, 1);
  world.run();
  ASSERT_EQ(world.log.delivered.size(), 2u);
  const Duration round = world.network->idle_transit(there, 100) + world.network->idle_transit(back, 100);
  EXPECT_LE(std::abs((world.log.delivered[1].at - (kStart + seconds(1) + round)).ns), 2'000);
}

}  // namespace
