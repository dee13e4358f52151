// Storms: random sending over links that are cut and healed at random. Each tag is delivered or lost, exactly once, in order; the
// same storm gives the same log, whatever ran before in this process.
#include <algorithm>
#include <set>

#include "tests/unit/simulator/network/fixture.h"

namespace {

using namespace network_test;

/// One stroke of a storm: at its instant a message is sent, singly or batched, or a link changes.
struct Stroke {
  std::uint32_t gap_ns;
  std::uint8_t what;
  std::uint16_t bytes;
};

constexpr std::pair<NodeId, NodeId> kWays[] = {{kCamera1, kLea1}, {kCamera2, kLea1}, {kCamera3, kLea1}, {kCamera4, kLea2},
                                               {kLea1, kNas},     {kLea2, kNas},     {kNas, kLea1},     {kNas, kOperator},
                                               {kCamera1, kNas},  {kLea1, kOperator}};

struct Outcome {
  std::vector<std::string> lines;
  std::vector<std::vector<std::uint64_t>> accepted;  // tags, by connection
  std::vector<Log::Fate> delivered, lost;
  bool idle = false;
};

Outcome ride(Fidelity fidelity, const std::vector<Stroke>& storm, std::uint64_t window) {
  World world(fidelity);
  Outcome outcome;
  for (const auto& [from, to] : kWays) static_cast<void>(world.connect(from, to, window));
  outcome.accepted.resize(std::size(kWays));
  std::vector<bool> up(kLinks, true);
  Duration when = milliseconds(1);
  for (std::uint64_t tag = 0; tag < storm.size(); ++tag) {
    const Stroke& stroke = storm[tag];
    when = when + base::nanoseconds(stroke.gap_ns % 8'000'000);
    world.script.at(when, [&, tag] {
      if (stroke.what % 4 == 0) {
        const std::uint64_t link = stroke.bytes % kLinks;
        up[link] = !up[link];
        return world.network->set_link({link}, up[link]);
      }
      const std::uint64_t way = stroke.what % std::size(kWays);
      const auto crossing = stroke.bytes % 3 == 0 ? network::Crossing::kSingle : network::Crossing::kBatched;
      if (world.network->send({way}, 1u + stroke.bytes, tag, crossing) == SendOutcome::kAccepted) outcome.accepted[way].push_back(tag);
    });
  }
  world.run();
  outcome.lines = world.log.lines;
  outcome.delivered = world.log.delivered;
  outcome.lost = world.log.lost;
  outcome.idle = world.kernel.idle();
  return outcome;
}

/// The tags of one connection in the order in which their fates were told.
std::vector<std::uint64_t> tags_of(const std::vector<Log::Fate>& fates, std::uint64_t connection) {
  std::vector<std::uint64_t> tags;
  for (const auto& fate : fates) {
    if (fate.connection == connection) tags.push_back(fate.tag);
  }
  return tags;
}

void check_ledger(const Outcome& outcome) {
  RC_ASSERT(outcome.idle);
  for (std::uint64_t way = 0; way < std::size(kWays); ++way) {
    const auto delivered = tags_of(outcome.delivered, way);
    const auto lost = tags_of(outcome.lost, way);
    RC_ASSERT(std::is_sorted(delivered.begin(), delivered.end()));
    RC_ASSERT(std::is_sorted(lost.begin(), lost.end()));
    std::vector<std::uint64_t> all;
    std::merge(delivered.begin(), delivered.end(), lost.begin(), lost.end(), std::back_inserter(all));
    RC_ASSERT(all == outcome.accepted[way]);
  }
}

std::vector<Stroke> storm_of(const std::vector<std::tuple<std::uint32_t, std::uint8_t, std::uint16_t>>& drawn) {
  std::vector<Stroke> storm;
  for (const auto& [gap, what, bytes] : drawn) storm.push_back({gap, what, bytes});
  return storm;
}

auto any_storm() {
  using Drawn = std::tuple<std::uint32_t, std::uint8_t, std::uint16_t>;
  return rc::gen::resize(300, rc::gen::container<std::vector<Drawn>>(rc::gen::tuple(rc::gen::inRange<std::uint32_t>(0, 1U << 31),
                                                                                    rc::gen::inRange<std::uint8_t>(0, 255),
                                                                                    rc::gen::inRange<std::uint16_t>(0, 65'535))));
}

RC_GTEST_PROP(Storm, LosesNothingInQueue, ()) { check_ledger(ride(Fidelity::kQueue, storm_of(*any_storm()), kWide)); }
RC_GTEST_PROP(Storm, LosesNothingInFlow, ()) { check_ledger(ride(Fidelity::kFlow, storm_of(*any_storm()), kWide)); }
RC_GTEST_PROP(Storm, LosesNothingUnderBackPressureInQueue, ()) { check_ledger(ride(Fidelity::kQueue, storm_of(*any_storm()), 70'000)); }
RC_GTEST_PROP(Storm, LosesNothingUnderBackPressureInFlow, ()) { check_ledger(ride(Fidelity::kFlow, storm_of(*any_storm()), 70'000)); }

RC_GTEST_PROP(Storm, IsTheSameTwiceInQueue, ()) {
  const auto storm = storm_of(*any_storm());
  RC_ASSERT(ride(Fidelity::kQueue, storm, kWide).lines == ride(Fidelity::kQueue, storm, kWide).lines);
}

RC_GTEST_PROP(Storm, IsTheSameTwiceInFlow, ()) {
  const auto storm = storm_of(*any_storm());
  RC_ASSERT(ride(Fidelity::kFlow, storm, kWide).lines == ride(Fidelity::kFlow, storm, kWide).lines);
}

}  // namespace
