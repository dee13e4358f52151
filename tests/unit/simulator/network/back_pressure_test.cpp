// The window: what is accepted, what would block, and when there is room again.
#include "tests/unit/simulator/network/fixture.h"

namespace {

using namespace network_test;
using Lines = std::vector<std::string>;

class BackPressure : public BothFidelities {};
INSTANTIATE_TEST_SUITE_P(Network, BackPressure, testing::Values(Fidelity::kQueue, Fidelity::kFlow), fidelity_name);

TEST_P(BackPressure, BlocksAtTheWindowAndSaysWhenThereIsRoom) {
  World world(GetParam());
  const auto connection = world.connect(kCamera1, kLea1, 60'000);
  world.script.at(seconds(1), [&] {
    EXPECT_EQ(world.network->send(connection, 25'000, 1), SendOutcome::kAccepted);
    EXPECT_EQ(world.network->send(connection, 25'000, 2), SendOutcome::kAccepted);
    EXPECT_EQ(world.network->send(connection, 25'000, 3), SendOutcome::kWouldBlock);
    EXPECT_EQ(world.network->send(connection, 10'001, 3), SendOutcome::kWouldBlock);
    EXPECT_EQ(world.network->send(connection, 10'000, 3), SendOutcome::kAccepted);
  });
  world.log.after_ready = [&](ConnectionId id) { EXPECT_EQ(world.network->send(id, 10'001, 4), SendOutcome::kAccepted); };
  world.run();
  EXPECT_EQ(world.log.lines,
            (Lines{"1.022050000 delivered 0 1", "1.022050000 ready 0", "1.032050000 delivered 0 2", "1.036050000 delivered 0 3",
                   GetParam() == Fidelity::kQueue ? "1.040050400 delivered 0 4" : "1.040050000 delivered 0 4"}));
}

TEST_P(BackPressure, AMessageLargerThanTheWindowGoesAlone) {
  World world(GetParam());
  const auto connection = world.connect(kCamera1, kLea1, 1'000);
  world.script.at(seconds(1), [&] {
    EXPECT_EQ(world.network->send(connection, 25'000, 1), SendOutcome::kAccepted);
    EXPECT_EQ(world.network->send(connection, 1, 2), SendOutcome::kWouldBlock);
    EXPECT_EQ(world.network->send(connection, 25'000, 2), SendOutcome::kWouldBlock);
  });
  world.run();
  EXPECT_EQ(world.log.lines, (Lines{"1.022050000 delivered 0 1", "1.022050000 ready 0"}));
}

TEST_P(BackPressure, ReadyWaitsUntilTheBlockedMessageFits) {
  World world(GetParam());
  const auto connection = world.connect(kCamera1, kLea1, 50'000);
  world.script.at(seconds(1), [&] {
    EXPECT_EQ(world.network->send(connection, 5'000, 1), SendOutcome::kAccepted);
    EXPECT_EQ(world.network->send(connection, 40'000, 2), SendOutcome::kAccepted);
    EXPECT_EQ(world.network->send(connection, 25'000, 3), SendOutcome::kWouldBlock);
  });
  world.run();
  EXPECT_EQ(world.log.lines, (Lines{"1.014050000 delivered 0 1", "1.030050000 delivered 0 2", "1.030050000 ready 0"}));
}

TEST_P(BackPressure, ABreakEmptiesTheWindow) {
  World world(GetParam());
  const auto connection = world.connect(kCamera1, kLea1, 30'000);
  world.script.at(seconds(1), [&] {
    EXPECT_EQ(world.network->send(connection, 25'000, 1), SendOutcome::kAccepted);
    EXPECT_EQ(world.network->send(connection, 25'000, 2), SendOutcome::kWouldBlock);
    world.network->set_link(kCamera1Link, false);
  });
  world.link_at(seconds(2), kCamera1Link, true);
  world.send_at(seconds(3), connection, 25'000, 2);
  world.run();
  EXPECT_EQ(world.log.lines, (Lines{"1.000000000 down 0 lost [1]", "2.000000000 up 0 lost []", "3.022050000 delivered 0 2"}));
}

// A sender that always has more: at no time is more under way than the window, and all of it arrives in order.
TEST_P(BackPressure, ASenderThatFillsTheWindowSendsAll) {
  World world(GetParam());
  constexpr std::uint64_t kMessages = 500;
  const auto connection = world.connect(kLea1, kNas, 100'000);
  std::uint64_t next = 0;
  const auto fill = [&] {
    while (next < kMessages && world.network->send(connection, 20'000 + next % 7, next) == SendOutcome::kAccepted) ++next;
    EXPECT_LE(next - world.log.delivered.size(), 5u);
  };
  world.script.at(seconds(1), fill);
  world.log.after_ready = [&](ConnectionId) { fill(); };
  world.run();
  ASSERT_EQ(world.log.delivered.size(), kMessages);
  for (std::uint64_t i = 0; i < kMessages; ++i) EXPECT_EQ(world.log.delivered[i].tag, i);
}

}  // namespace
