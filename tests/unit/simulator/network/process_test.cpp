// Many networks in one process: SimGrid has one engine, one clock, and one set of names.
#include <csignal>

#include "reference/base/check.h"
#include "tests/unit/simulator/network/fixture.h"

namespace {

using namespace network_test;

std::vector<std::string> contended_run(Fidelity fidelity) {
  World world(fidelity);
  const NodeId cameras[] = {kCamera1, kCamera2, kCamera3};
  for (std::uint64_t i = 0; i < 3; ++i) {
    const auto connection = world.connect(cameras[i], kNas);
    for (std::uint64_t n = 0; n < 300; ++n) world.send_at(base::nanoseconds(7'000'003 * n + i), connection, 9'001 + 977 * (n % 11), n);
  }
  const auto gateway = world.connect(kLea1, kNas);
  for (std::uint64_t n = 0; n < 30; ++n) world.send_at(milliseconds(61 * n), gateway, 250'001, n);
  world.run();
  return world.log.lines;
}

TEST(Process, ScenariosOneAfterAnotherGiveTheSameEachTime) {
  const auto flow = contended_run(Fidelity::kFlow);
  const auto queue = contended_run(Fidelity::kQueue);
  EXPECT_EQ(flow.size(), 930u);
  EXPECT_NE(flow, queue);  // they contend
  for (int again = 0; again < 5; ++again) {
    EXPECT_EQ(contended_run(Fidelity::kFlow), flow);
    EXPECT_EQ(contended_run(Fidelity::kQueue), queue);
  }
}

TEST(Process, ANetworkLeftWithFlowsUnderWayDoesNotDisturbTheNext) {
  const auto flow = contended_run(Fidelity::kFlow);
  {
    World world(Fidelity::kFlow);
    world.send_at(seconds(1), world.connect(kCamera1, kNas), 50'000'000, 1);
    world.send_at(seconds(1), world.connect(kLea1, kNas), 50'000'000, 2);
    world.run(seconds(2));
    EXPECT_TRUE(world.log.lines.empty());
  }
  EXPECT_EQ(contended_run(Fidelity::kFlow), flow);
}

TEST(Process, OneNetworkOfFlowsLivesAtATime) {
  const World first(Fidelity::kFlow);
  kernel::Kernel kernel(kStart);
  EXPECT_THROW(static_cast<void>(network::make_network(small_platform(), Fidelity::kFlow, kernel)), base::Broken);
  World beside(Fidelity::kQueue);  // any number of queues beside it
  beside.send_at(seconds(1), beside.connect(kCamera1, kLea1), 10, 1);
  beside.run();
  EXPECT_EQ(beside.log.delivered.size(), 1u);
}

TEST(Process, ANetworkForQueueAloneHasNoFlows) {
  World world(Fidelity::kQueue);
  EXPECT_THROW(world.network->connect(kCamera1, kLea1, {Fidelity::kFlow, 1}, world.log), base::Broken);
}

TEST(Process, RunningInPiecesGivesTheSame) {
  std::vector<std::string> whole, pieces;
  for (auto* const lines : {&whole, &pieces}) {
    World world(Fidelity::kFlow);
    const auto one = world.connect(kLea1, kOperator);
    const auto two = world.connect(kLea2, kOperator);
    for (std::uint64_t n = 0; n < 50; ++n) world.send_at(microseconds(3'001 * n), n % 2 == 0 ? one : two, 2'000 + 77 * n, n);
    if (lines == &pieces) {
      for (int ms = 0; ms < 700; ++ms) world.run(base::nanoseconds(1'000'003) * ms);
    }
    world.run();
    *lines = world.log.lines;
  }
  EXPECT_EQ(whole.size(), 50u);
  EXPECT_EQ(pieces, whole);
}

TEST(Process, TheSignalsStayTheProgramsOwn) {
  const World world(Fidelity::kQueue);
  struct sigaction now {};
  sigaction(SIGINT, nullptr, &now);
  EXPECT_EQ(now.sa_handler, SIG_DFL);
}

TEST(Process, APlatformMustHangTogether) {
  kernel::Kernel kernel(kStart);
  const auto make = [&](const network::PlatformSpec& spec) { static_cast<void>(network::make_network(spec, Fidelity::kQueue, kernel)); };
  EXPECT_THROW(make({}), base::Broken);
  auto spec = small_platform();
  spec.nodes[3].zone = 9;
  EXPECT_THROW(make(spec), base::Broken);
  spec = small_platform();
  spec.links[2].bandwidth_bit_s = 0;
  EXPECT_THROW(make(spec), base::Broken);
}

// The national platform: 20,000 nodes in 50 zones.
TEST(Process, ANationalPlatformStandsAndCarries) {
  network::PlatformSpec spec;
  spec.links = {{"nas", 10'000'000'000, microseconds(200)}};
  spec.zones = {{"core", {}}};
  spec.nodes = {{"nas", 0, {0}}};
  for (std::uint32_t zone = 1; zone <= 50; ++zone) {
    spec.links.push_back({fmt::format("wan:{}", zone), 1'000'000'000, milliseconds(4)});
    spec.zones.push_back({fmt::format("lea:{}", zone), {spec.links.size() - 1}});
    for (int camera = 0; camera < 400; ++camera) {
      spec.links.push_back({fmt::format("camera:{}:{}", zone, camera), 20'000'000, milliseconds(12)});
      spec.nodes.push_back({fmt::format("camera:{}:{}", zone, camera), zone, {spec.links.size() - 1}});
    }
  }
  World world(Fidelity::kQueue, spec);
  for (std::uint64_t node = 1; node < spec.nodes.size(); node += 97) world.send_at(seconds(1), world.connect({node}, {0}), 25'000, node);
  world.run();
  EXPECT_EQ(world.log.delivered.size(), (spec.nodes.size() - 2) / 97 + 1);
}

}  // namespace
