// Links that fail and come back: every message is delivered or lost, exactly once, in order, and nothing hangs.
#include "tests/unit/simulator/network/fixture.h"

namespace {

using namespace network_test;
using Lines = std::vector<std::string>;

class Outage : public BothFidelities {};
INSTANTIATE_TEST_SUITE_P(Network, Outage, testing::Values(Fidelity::kQueue, Fidelity::kFlow), fidelity_name);

TEST_P(Outage, ACutInMidFlowLosesWhatIsUnderWayAndWhatWaits) {
  World world(GetParam());
  const auto connection = world.connect(kCamera1, kLea1);
  for (std::uint64_t tag = 1; tag <= 4; ++tag) world.send_at(seconds(1), connection, 25'000, tag);  // 10 ms each on the wire
  world.link_at(milliseconds(1'025), kCamera1Link, false);  // 1 has arrived (22.05 ms); 2 is in its latency, 3 on the wire, 4 waits
  world.run();
  EXPECT_EQ(world.log.lines, (Lines{"1.022050000 delivered 0 1", "1.025000000 down 0 lost [2 3 4]"}));
}

TEST_P(Outage, ACutWhileOnlyLatencyIsLeftLosesTheMessage) {
  World world(GetParam());
  const auto connection = world.connect(kCamera1, kLea1);
  world.send_at(seconds(1), connection, 25'000, 1);
  world.link_at(milliseconds(1'022), kCamera1Link, false);
  world.run();
  EXPECT_EQ(world.log.lines, Lines{"1.022000000 down 0 lost [1]"});
}

TEST_P(Outage, AfterHealingItGoesOnAsIfNew) {
  World world(GetParam());
  const auto connection = world.connect(kCamera1, kLea1);
  world.send_at(seconds(1), connection, 25'000'000, 1);
  world.link_at(seconds(2), kCamera1Link, false);
  world.script.at(seconds(3), [&] {
    EXPECT_FALSE(world.network->is_up(connection));
    EXPECT_EQ(world.network->send(connection, 1, 2), SendOutcome::kDown);
  });
  world.link_at(seconds(4), kCamera1Link, true);
  world.send_at(seconds(5), connection, 25'000, 3);
  world.run();
  EXPECT_EQ(world.log.lines, (Lines{"2.000000000 down 0 lost [1]", "4.000000000 up 0 lost []", "5.022050000 delivered 0 3"}));
}

TEST_P(Outage, SendingAgainFromTheNewsOfHealing) {
  World world(GetParam());
  const auto connection = world.connect(kCamera1, kLea1);
  world.log.after_state = [&](ConnectionId id, bool up) {
    if (!up) return;
    EXPECT_EQ(world.network->send(id, 25'000, 9), SendOutcome::kAccepted);
  };
  world.send_at(seconds(1), connection, 25'000, 1);
  world.link_at(milliseconds(1'005), kCamera1Link, false);
  world.link_at(milliseconds(1'006), kCamera1Link, true);
  world.run();
  EXPECT_EQ(world.log.lines, (Lines{"1.005000000 down 0 lost [1]", "1.006000000 up 0 lost []", "1.028050000 delivered 0 9"}));
}

TEST_P(Outage, ACutAndAHealOfOneInstantAreBothTold) {
  World world(GetParam());
  const auto connection = world.connect(kCamera1, kLea1);
  world.send_at(seconds(1), connection, 25'000, 1);
  world.script.at(milliseconds(1'005), [&] {
    world.network->set_link(kCamera1Link, false);
    world.network->set_link(kCamera1Link, true);
    EXPECT_TRUE(world.log.lines.empty());  // told from an event, not from the call
    EXPECT_TRUE(world.network->is_up(connection));
    EXPECT_EQ(world.network->send(connection, 25'000, 2), SendOutcome::kAccepted);
  });
  world.run();
  EXPECT_EQ(world.log.lines, (Lines{"1.005000000 down 0 lost [1]", "1.005000000 up 0 lost []", "1.027050000 delivered 0 2"}));
}

TEST_P(Outage, ARouteIsUpWhenAllItsLinksAre) {
  World world(GetParam());
  const auto connection = world.connect(kCamera1, kNas);
  world.link_at(seconds(1), kWan1, false);
  world.link_at(seconds(2), kCamera1Link, false);
  world.link_at(seconds(3), kWan1, true);
  world.link_at(seconds(3), kWan1, true);  // already up: nothing
  world.link_at(seconds(4), kCamera1Link, true);
  world.link_at(seconds(5), kWan2, false);  // not on its way
  world.run();
  EXPECT_TRUE(world.network->is_up(connection));
  EXPECT_EQ(world.log.lines, (Lines{"1.000000000 down 0 lost []", "4.000000000 up 0 lost []"}));
}

TEST_P(Outage, AConnectionMadeOverALinkThatIsDownIsDown) {
  World world(GetParam());
  world.network->set_link(kWan1, false);
  const auto connection = world.connect(kLea1, kNas);
  EXPECT_FALSE(world.network->is_up(connection));
  EXPECT_EQ(world.network->send(connection, 10, 1), SendOutcome::kDown);
  world.link_at(seconds(1), kWan1, true);
  world.send_at(seconds(2), connection, 1'000, 2);
  world.run();
  EXPECT_EQ(world.log.delivered.size(), 1u);
}

TEST_P(Outage, OthersGoOnWithTheShareThatIsSetFree) {
  World world(GetParam());
  const auto first = world.connect(kLea1, kOperator);
  const auto second = world.connect(kLea2, kOperator);
  world.send_at(seconds(1), first, 1'250'000, 1);  // 1 s alone
  world.send_at(seconds(1), second, 1'250'000, 2);
  world.link_at(milliseconds(1'500), kWan1, false);
  world.run();
  ASSERT_EQ(world.log.delivered.size(), 1u);
  EXPECT_EQ(world.log.delivered[0].tag, 2u);
  // Flow: half speed for 0.5 s, then alone for 0.75 s. Queue: the second waited for the first's second on the operator's link.
  const Duration on_the_wire = GetParam() == Fidelity::kFlow ? milliseconds(1'250) : seconds(2);
  EXPECT_EQ(world.log.delivered[0].at, kStart + seconds(1) + on_the_wire + microseconds(30'051));
}

TEST_P(Outage, NothingHangsWhereEverythingIsDown) {
  World world(GetParam());
  std::vector<ConnectionId> connections;
  for (const NodeId camera : {kCamera1, kCamera2, kCamera3, kCamera4}) connections.push_back(world.connect(camera, kNas));
  for (std::uint64_t i = 0; i < connections.size(); ++i) world.send_at(seconds(1), connections[i], 1'000'000, i);
  world.script.at(milliseconds(1'050), [&] {
    for (std::uint64_t link = 0; link < kLinks; ++link) world.network->set_link({link}, false);
  });
  world.run(seconds(1'000'000));
  EXPECT_TRUE(world.log.delivered.empty());
  EXPECT_EQ(world.log.lost.size(), 4u);
  EXPECT_TRUE(world.kernel.idle());
  EXPECT_EQ(world.kernel.now(), kStart + seconds(1'000'000));
}

TEST_P(Outage, ALinkThatBreaksTheMomentAMessageLeavesTheWire) {
  World world(GetParam());
  const auto connection = world.connect(kCamera1, kLea1);
  world.link_at(milliseconds(1'010), kCamera1Link, false);  // scheduled first: the same instant, the earlier event
  world.send_at(seconds(1), connection, 25'000, 1);
  world.run();
  EXPECT_EQ(world.log.lines, Lines{"1.010000000 down 0 lost [1]"});
}

TEST_P(Outage, ACutFromWithinADelivery) {
  World world(GetParam());
  const auto connection = world.connect(kCamera1, kLea1);
  world.log.after_delivery = [&](ConnectionId, std::uint64_t tag) {
    if (tag == 1) world.network->set_link(kCamera1Link, false);
  };
  for (std::uint64_t tag = 1; tag <= 3; ++tag) world.send_at(seconds(1), connection, 25'000, tag);
  world.run();
  EXPECT_EQ(world.log.lines, (Lines{"1.022050000 delivered 0 1", "1.022050000 down 0 lost [2 3]"}));
}

}  // namespace
