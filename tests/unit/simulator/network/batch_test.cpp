// Batches: messages that cross together, in one Comm or one passage, and arrive together.
#include <cstdlib>

#include "tests/unit/simulator/network/fixture.h"

namespace {

using namespace network_test;
using network::Crossing;
using Lines = std::vector<std::string>;

class Batch : public BothFidelities {};
INSTANTIATE_TEST_SUITE_P(Network, Batch, testing::Values(Fidelity::kQueue, Fidelity::kFlow), fidelity_name);

TEST_P(Batch, OfOneInstantCrossesAtOnceAndArrivesWhole) {
  World world(GetParam());
  const auto connection = world.connect(kCamera1, kLea1);
  for (std::uint64_t tag = 1; tag <= 3; ++tag) world.send_at(seconds(1), connection, 25'000, tag, Crossing::kBatched);
  world.run();
  EXPECT_EQ(world.log.lines, (Lines{"1.042050000 delivered 0 1", "1.042050000 delivered 0 2", "1.042050000 delivered 0 3"}));
  EXPECT_EQ(world.network->crossings(GetParam()), 1U);
}

TEST_P(Batch, TakesWhatWaitsWhenTheWireComesFreeUpToTheNextSingleMessage) {
  World world(GetParam());
  const auto connection = world.connect(kCamera1, kLea1);
  world.send_at(seconds(1), connection, 25'000, 1);  // 10 ms on the wire
  for (std::uint64_t tag = 2; tag <= 4; ++tag) world.send_at(milliseconds(1'000 + tag), connection, 2'500, tag, Crossing::kBatched);
  world.send_at(milliseconds(1'006), connection, 2'500, 5);
  world.send_at(milliseconds(1'007), connection, 2'500, 6, Crossing::kBatched);
  world.run();
  EXPECT_EQ(world.log.lines,
            (Lines{"1.022050000 delivered 0 1", "1.025050000 delivered 0 2", "1.025050000 delivered 0 3", "1.025050000 delivered 0 4",
                   "1.026050000 delivered 0 5", "1.027050000 delivered 0 6"}));
  EXPECT_EQ(world.network->crossings(GetParam()), 4U);
}

TEST_P(Batch, ABacklogMakesFewCrossingsAndLosesNothing) {
  World world(GetParam());
  constexpr std::uint64_t kBacklog = 10'000, kBytes = 25'000, kInBatch = network::kBatchBytesMax / kBytes;
  const auto connection = world.connect(kLea1, kNas);
  for (std::uint64_t tag = 0; tag < kBacklog; ++tag) world.send_at(seconds(1), connection, kBytes, tag, Crossing::kBatched);
  world.run();
  ASSERT_EQ(world.log.delivered.size(), kBacklog);
  for (std::uint64_t tag = 0; tag < kBacklog; ++tag) EXPECT_EQ(world.log.delivered[tag].tag, tag);
  EXPECT_EQ(world.network->crossings(GetParam()), (kBacklog + kInBatch - 1) / kInBatch);
  EXPECT_EQ(world.log.delivered.back().at, kStart + seconds(1 + 20) + microseconds(3'587)) << "no slower than one at a time";
}

// What a fresh read finds ahead of it is what was accepted before; of what is sent after it nothing is.
TEST_P(Batch, AFreshMessageOvertakesNothingAndWaitsForOneBatch) {
  World world(GetParam());
  const auto connection = world.connect(kLea1, kNas);  // 100 Mbit/s: a batch of 1,000,000 bytes takes 80 ms
  for (std::uint64_t tag = 0; tag < 40; ++tag) world.send_at(seconds(1), connection, 25'000, tag, Crossing::kBatched);
  world.send_at(milliseconds(1'010), connection, 25'000, 1'000);
  for (std::uint64_t tag = 40; tag < 80; ++tag) world.send_at(milliseconds(1'010), connection, 25'000, tag, Crossing::kBatched);
  world.run();
  ASSERT_EQ(world.log.delivered.size(), 81U);
  EXPECT_EQ(world.log.delivered[40].tag, 1'000U);
  EXPECT_EQ(world.log.delivered[40].at, kStart + milliseconds(1'082) + microseconds(3'587));
  EXPECT_EQ(world.log.delivered[80].at, kStart + milliseconds(1'162) + microseconds(3'587));
  EXPECT_EQ(world.network->crossings(GetParam()), 3U);
}

TEST_P(Batch, HoldsNoMoreThanItsConnectionAllowsAndALargerMessageCrossesAlone) {
  World world(GetParam());
  const auto connection = world.network->connect(kCamera1, kLea1, {GetParam(), kWide, 10'000}, world.log);
  const std::uint64_t sizes[] = {4'000, 6'000, 1, 12'000, 5'000, 5'001};  // 4,000 + 6,000 fill one; the others go one by one
  for (std::uint64_t tag = 0; tag < std::size(sizes); ++tag) world.send_at(seconds(1), connection, sizes[tag], tag, Crossing::kBatched);
  world.run();
  EXPECT_EQ(world.log.delivered.size(), std::size(sizes));
  EXPECT_EQ(world.network->crossings(GetParam()), 5U);
}

TEST_P(Batch, FillsTheWindowUntilAllOfItHasArrived) {
  World world(GetParam());
  const auto connection = world.connect(kCamera1, kLea1, 50'000);
  world.script.at(seconds(1), [&] {
    EXPECT_EQ(world.network->send(connection, 25'000, 1, Crossing::kBatched), SendOutcome::kAccepted);
    EXPECT_EQ(world.network->send(connection, 25'000, 2, Crossing::kBatched), SendOutcome::kAccepted);
    EXPECT_EQ(world.network->send(connection, 25'000, 3, Crossing::kBatched), SendOutcome::kWouldBlock);
  });
  world.run();
  EXPECT_EQ(world.log.lines, (Lines{"1.032050000 delivered 0 1", "1.032050000 delivered 0 2", "1.032050000 ready 0"}));
}

TEST_P(Batch, IsLostWholeWhereItsLinkIsCut) {
  for (const Duration cut : {seconds(1), milliseconds(1'015), milliseconds(1'031)}) {  // as it begins, on the wire, in its latency
    World world(GetParam());
    const auto connection = world.connect(kCamera1, kLea1);
    world.send_at(seconds(1), connection, 25'000, 1, Crossing::kBatched);
    world.send_at(seconds(1), connection, 25'000, 2, Crossing::kBatched);
    world.link_at(cut, kCamera1Link, false);
    world.link_at(milliseconds(1'040), kCamera1Link, true);
    world.send_at(milliseconds(1'050), connection, 25'000, 3, Crossing::kBatched);
    world.run();
    EXPECT_EQ(world.log.lines, (Lines{fmt::format("{:.9f} down 0 lost [1 2]", static_cast<double>(cut.ns) / 1e9),
                                      "1.040000000 up 0 lost []", "1.072050000 delivered 0 3"}));
  }
}

TEST_P(Batch, CutFromWithinItsDeliveryLosesWhatHadNotBeenHandedOver) {
  World world(GetParam());
  const auto connection = world.connect(kCamera1, kLea1);
  world.log.after_delivery = [&](ConnectionId, std::uint64_t tag) {
    if (tag == 2) world.network->set_link(kCamera1Link, false);
  };
  for (std::uint64_t tag = 1; tag <= 4; ++tag) world.send_at(seconds(1), connection, 25'000, tag, Crossing::kBatched);
  world.run();
  EXPECT_EQ(world.log.lines, (Lines{"1.052050000 delivered 0 1", "1.052050000 delivered 0 2", "1.052050000 down 0 lost [3 4]"}));
}

struct Drawn {
  Duration when;
  std::uint64_t bytes;
  Crossing crossing;
};

std::vector<Log::Fate> fates(Fidelity fidelity, const std::vector<Drawn>& sendings) {
  World world(fidelity);
  const auto connection = world.connect(kCamera1, kNas);
  for (std::size_t tag = 0; tag < sendings.size(); ++tag)
    world.send_at(sendings[tag].when, connection, sendings[tag].bytes, tag, sendings[tag].crossing);
  world.run();
  return world.log.delivered;
}

// Any singles and batched messages of one connection. A byte takes 400 ns: each message comes at its own remainder of that, so that
// none comes at the very instant at which the wire is free, where who goes along is a matter of order.
RC_GTEST_PROP(BatchAgreement, AnyMessagesOfOneConnection,
              (const std::vector<std::tuple<std::uint32_t, std::uint16_t, bool>>& drawn)) {
  std::vector<Drawn> sendings;
  Duration when = seconds(1);
  for (const auto& [gap, bytes, batched] : drawn) {
    if (sendings.size() == 190) break;
    when = when + base::nanoseconds(400 * (gap % 50'000) + 2);
    sendings.push_back({when, 1U + bytes, batched ? Crossing::kBatched : Crossing::kSingle});
  }
  const auto queue = fates(Fidelity::kQueue, sendings);
  const auto flow = fates(Fidelity::kFlow, sendings);
  RC_ASSERT(queue.size() == sendings.size() && flow.size() == sendings.size());
  for (std::size_t i = 0; i < queue.size(); ++i) {
    RC_ASSERT(queue[i].tag == i && flow[i].tag == i);
    RC_ASSERT(std::abs((queue[i].at - flow[i].at).ns) <= 1'000);
  }
}

}  // namespace
