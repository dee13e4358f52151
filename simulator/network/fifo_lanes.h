// The `queue` fidelity: lanes that serve one message after another, in integers.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "simulator/network/platform.h"

namespace network {

/// Picoseconds since the start of the network: fine enough that a million roundings stay under 1 us. Holds 106 days.
using Picoseconds = std::int64_t;

inline constexpr Picoseconds kPicosecondsPerNs = 1'000;

/// Later than any run's end, which scenarios have within 60 days: what takes longer than this is not across while anybody looks.
inline constexpr Picoseconds kFarOff = 100 * 86'400 * Picoseconds{1'000'000'000'000};

/// Where a message is on its way: the lane it comes to next, when its first bit is there, when its last bit has left the lanes so far.
struct Passage {
  std::uint64_t bytes = 0;
  std::size_t lane = 0;
  Picoseconds arrival = 0;
  Picoseconds finish = 0;
};

/// How long a message occupies a link; rounded up, and at most kFarOff.
[[nodiscard]] Picoseconds occupation(const LinkSpec& link, std::uint64_t bytes);

/// All lanes of a platform, each serving messages in the order in which their first bits come to it.
///
/// A message cuts through: a lane begins it when its first bit is there and the lane is free, and its last bit is across when the
/// slowest lane is done with it. What waits for a lane has not yet come to the next one.
class FifoLanes {
 public:
  explicit FifoLanes(const Platform& platform) : platform_(&platform), free_(2 * platform.spec().links.size(), 0) {}

  /// Takes a message as far as it gets by `now`. Returns nothing once it is on its last lane, with `finish` set; otherwise
  /// when to call again.
  [[nodiscard]] std::optional<Picoseconds> advance(Passage& passage, const std::vector<Lane>& route, Picoseconds now);

  /// Forgets what stood on a link that was cut.
  void clear(LinkId link, Picoseconds now);

 private:
  const Platform* platform_;
  std::vector<Picoseconds> free_;  // by lane: when it is done with what came so far
};

}  // namespace network
