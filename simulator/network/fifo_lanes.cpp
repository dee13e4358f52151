#include "simulator/network/fifo_lanes.h"

#include <algorithm>
#include <limits>

namespace network {
namespace {

__extension__ using Wide = unsigned __int128;

constexpr std::uint64_t kPicobitsPerByte = 8'000'000'000'000;

}  // namespace

Picoseconds occupation(const LinkSpec& link, std::uint64_t bytes) {
  constexpr std::uint64_t kFitsInOneWord = std::numeric_limits<std::uint64_t>::max() / kPicobitsPerByte / 2;
  if (bytes <= kFitsInOneWord && link.bandwidth_bit_s <= std::numeric_limits<std::uint64_t>::max() / 2) {
    return std::min(static_cast<Picoseconds>((bytes * kPicobitsPerByte + link.bandwidth_bit_s - 1) / link.bandwidth_bit_s), kFarOff);
  }
  const Wide whole = (Wide{bytes} * kPicobitsPerByte + link.bandwidth_bit_s - 1) / link.bandwidth_bit_s;
  return static_cast<Picoseconds>(std::min(whole, static_cast<Wide>(kFarOff)));
}

std::optional<Picoseconds> FifoLanes::advance(Passage& passage, const std::vector<Lane>& route, Picoseconds now) {
  for (; passage.lane < route.size(); ++passage.lane) {
    if (passage.arrival > now) return passage.arrival;
    const Lane lane = route[passage.lane];
    Picoseconds& free = free_[lane.value];
    passage.arrival = std::max(passage.arrival, free);
    const Picoseconds took = occupation(platform_->link(lane), passage.bytes);
    free = std::min(passage.arrival, kFarOff - took) + took;
    passage.finish = std::max(passage.finish, free);
  }
  return std::nullopt;
}

void FifoLanes::clear(LinkId link, Picoseconds now) {
  for (const std::uint64_t lane : {2 * link.value, 2 * link.value + 1}) free_[lane] = std::min(free_[lane], now);
}

}  // namespace network
