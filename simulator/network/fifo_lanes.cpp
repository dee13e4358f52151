#include "simulator/network/fifo_lanes.h"

#include <algorithm>
#include <limits>

#include "reference/base/check.h"

namespace network {
namespace {

__extension__ using Wide = unsigned __int128;

constexpr std::uint64_t kPicobitsPerByte = 8'000'000'000'000;

}  // namespace

Picoseconds occupation(const LinkSpec& link, std::uint64_t bytes) {
  constexpr std::uint64_t kFitsInOneWord = std::numeric_limits<std::uint64_t>::max() / kPicobitsPerByte / 2;
  if (bytes <= kFitsInOneWord && link.bandwidth_bit_s <= std::numeric_limits<std::uint64_t>::max() / 2) {
    return static_cast<Picoseconds>((bytes * kPicobitsPerByte + link.bandwidth_bit_s - 1) / link.bandwidth_bit_s);
  }
  const Wide whole = (Wide{bytes} * kPicobitsPerByte + link.bandwidth_bit_s - 1) / link.bandwidth_bit_s;
  PLUMB_CHECK(whole <= static_cast<Wide>(std::numeric_limits<Picoseconds>::max() / 4), "a message crosses a link within 26 days");
  return static_cast<Picoseconds>(whole);
}

std::optional<Picoseconds> FifoLanes::advance(Passage& passage, const std::vector<Lane>& route, Picoseconds now) {
  for (; passage.lane < route.size(); ++passage.lane) {
    if (passage.arrival > now) return passage.arrival;
    const Lane lane = route[passage.lane];
    Picoseconds& free = free_[lane.value];
    passage.arrival = std::max(passage.arrival, free);
    free = passage.arrival + occupation(platform_->link(lane), passage.bytes);
    passage.finish = std::max(passage.finish, free);
  }
  return std::nullopt;
}

void FifoLanes::clear(LinkId link, Picoseconds now) {
  for (const std::uint64_t lane : {2 * link.value, 2 * link.value + 1}) free_[lane] = std::min(free_[lane], now);
}

}  // namespace network
