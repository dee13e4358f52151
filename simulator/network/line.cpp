#include "simulator/network/line.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "reference/base/check.h"

namespace network {
namespace {

constexpr base::Instant kLongAgo{std::numeric_limits<std::int64_t>::min()};

}  // namespace

Line::Line(const Platform& platform, NodeId from, NodeId to, const Way& way, Listener& listener)
    : from_(from), to_(to), way_(way), listener_(&listener), route_(platform.route(from, to)), last_arrival_(kLongAgo) {
  PLUMB_CHECK(!route_.empty(), "a route has a link");
  for (const Lane lane : route_) latency_ = latency_ + platform.link(lane).latency;
}

SendOutcome Line::accept(std::uint64_t bytes, std::uint64_t tag, Crossing crossing) {
  PLUMB_CHECK(bytes > 0, "a message has a byte");
  if (!is_up()) return SendOutcome::kDown;
  if (!has_room(bytes)) {
    refused_bytes_ = bytes;
    return SendOutcome::kWouldBlock;
  }
  accepted_.push_back({bytes, tag, crossing});
  held_bytes_ += bytes;
  return SendOutcome::kAccepted;
}

std::uint64_t Line::begin() {
  const auto waiting = accepted_.begin() + static_cast<std::ptrdiff_t>(crossed_);
  auto end = waiting + 1;
  std::uint64_t bytes = waiting->bytes;
  while (waiting->crossing == Crossing::kBatched && end != accepted_.end() && end->crossing == Crossing::kBatched &&
         bytes <= way_.batch_bytes_max && end->bytes <= way_.batch_bytes_max - bytes) {
    bytes += end++->bytes;
  }
  (end - 1)->last = true;
  on_wire_ = static_cast<std::size_t>(end - waiting);
  return bytes;
}

base::Instant Line::end(base::Instant at) {
  PLUMB_CHECK(on_wire_ > 0, "what leaves the wire was on it");
  crossed_ += std::exchange(on_wire_, 0);
  last_arrival_ = std::max(last_arrival_, at + latency_);
  return last_arrival_;
}

Line::Arrival Line::deliver() {
  PLUMB_CHECK(crossed_ > 0, "what arrives has left the wire");
  const Message first = accepted_.front();
  accepted_.pop_front();
  --crossed_;
  held_bytes_ -= first.bytes;
  return {first.tag, first.last};
}

bool Line::takes_ready() {
  if (refused_bytes_ == 0 || !has_room(refused_bytes_)) return false;
  refused_bytes_ = 0;
  return true;
}

bool Line::cut(std::vector<std::uint64_t>& lost) {
  if (cuts_++ > 0) return false;
  for (const Message& message : accepted_) lost.push_back(message.tag);
  accepted_.clear();
  crossed_ = 0;
  on_wire_ = 0;
  held_bytes_ = 0;
  refused_bytes_ = 0;
  last_arrival_ = kLongAgo;
  ++life_;
  return true;
}

}  // namespace network
