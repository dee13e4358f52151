// A line: what one connection has accepted, and how far each message has got.
#pragma once

#include <cstdint>
#include <deque>
#include <vector>

#include "simulator/network/network.h"
#include "simulator/network/platform.h"

namespace network {

/// The state of one connection. Its messages stand in order of acceptance: `crossed` of them have left the wire and wait out
/// their latency, then come those on the wire, one or a batch, then those that wait for the wire.
class Line {
 public:
  Line(const Platform& platform, NodeId from, NodeId to, const Way& way, Listener& listener);

  [[nodiscard]] NodeId from() const { return from_; }
  [[nodiscard]] NodeId to() const { return to_; }
  [[nodiscard]] Fidelity fidelity() const { return way_.fidelity; }
  [[nodiscard]] Listener& listener() const { return *listener_; }
  [[nodiscard]] const std::vector<Lane>& route() const { return route_; }
  [[nodiscard]] base::Duration latency() const { return latency_; }

  /// Which life of the connection this is: it grows with every break, so that what is under way from before can be told.
  [[nodiscard]] std::uint32_t life() const { return life_; }
  [[nodiscard]] bool is_up() const { return cuts_ == 0; }

  [[nodiscard]] SendOutcome accept(std::uint64_t bytes, std::uint64_t tag, Crossing crossing);

  /// Whether the wire is free and a message waits for it.
  [[nodiscard]] bool has_next() const { return on_wire_ == 0 && crossed_ < accepted_.size(); }
  /// Puts the next message on the wire, or the next batch, and says how long it is.
  std::uint64_t begin();
  /// What was on the wire has left it. Returns when it arrives whole, which is never before what is ahead of it.
  base::Instant end(base::Instant at);
  /// A message that has arrived, and whether it was the last of those it crossed with.
  struct Arrival {
    std::uint64_t tag;
    bool last;
  };
  /// The first message has arrived.
  Arrival deliver();

  /// Whether somebody was told kWouldBlock, and would not be now. Says so once.
  [[nodiscard]] bool takes_ready();

  /// A link of the route was cut. Returns whether the connection was up until now; then it has broken, `lost` takes the tags.
  bool cut(std::vector<std::uint64_t>& lost);
  /// A link of the route was healed. Returns whether the connection is up again.
  bool heal() { return --cuts_ == 0; }

 private:
  struct Message {
    std::uint64_t bytes;
    std::uint64_t tag;
    Crossing crossing;
    bool last = false;  // of its batch; known once it is on the wire
  };
  [[nodiscard]] bool has_room(std::uint64_t bytes) const {
    return held_bytes_ == 0 || (bytes <= way_.window_bytes && held_bytes_ <= way_.window_bytes - bytes);
  }

  NodeId from_, to_;
  Way way_;
  Listener* listener_;
  std::vector<Lane> route_;
  base::Duration latency_;

  std::uint32_t life_ = 0;
  std::uint32_t cuts_ = 0;  // links of the route that are down
  std::deque<Message> accepted_;
  std::size_t crossed_ = 0;
  std::size_t on_wire_ = 0;
  std::uint64_t held_bytes_ = 0;     // accepted and not yet delivered
  std::uint64_t refused_bytes_ = 0;  // of the message that would have blocked; 0: none
  base::Instant last_arrival_;
};

}  // namespace network
