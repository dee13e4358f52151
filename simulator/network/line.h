// A line: what one connection has accepted, and how far each message has got.
#pragma once

#include <cstdint>
#include <deque>
#include <vector>

#include "simulator/network/network.h"
#include "simulator/network/platform.h"

namespace network {

/// The state of one connection. Its messages stand in order of acceptance: `crossed` of them have left the wire and wait out
/// their latency, then comes the one on the wire, if there is one, then those that wait for the wire.
class Line {
 public:
  Line(const Platform& platform, NodeId from, NodeId to, Fidelity fidelity, std::uint64_t window_bytes, Listener& listener);

  [[nodiscard]] NodeId from() const { return from_; }
  [[nodiscard]] NodeId to() const { return to_; }
  [[nodiscard]] Fidelity fidelity() const { return fidelity_; }
  [[nodiscard]] Listener& listener() const { return *listener_; }
  [[nodiscard]] const std::vector<Lane>& route() const { return route_; }
  [[nodiscard]] base::Duration latency() const { return latency_; }

  /// Which life of the connection this is: it grows with every break, so that what is under way from before can be told.
  [[nodiscard]] std::uint32_t life() const { return life_; }
  [[nodiscard]] bool is_up() const { return cuts_ == 0; }

  [[nodiscard]] SendOutcome accept(std::uint64_t bytes, std::uint64_t tag);

  /// Whether the wire is free and a message waits for it.
  [[nodiscard]] bool has_next() const { return !on_wire_ && crossed_ < accepted_.size(); }
  /// Puts the next message on the wire, and says how long it is.
  std::uint64_t begin();
  /// The message on the wire has left it. Returns when it arrives whole, which is never before the one ahead of it.
  base::Instant end(base::Instant at);
  /// The first message has arrived. Returns its tag.
  std::uint64_t deliver();

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
  };
  [[nodiscard]] bool has_room(std::uint64_t bytes) const {
    return held_bytes_ == 0 || (bytes <= window_bytes_ && held_bytes_ <= window_bytes_ - bytes);
  }

  NodeId from_, to_;
  Fidelity fidelity_;
  std::uint64_t window_bytes_;
  Listener* listener_;
  std::vector<Lane> route_;
  base::Duration latency_;

  std::uint32_t life_ = 0;
  std::uint32_t cuts_ = 0;  // links of the route that are down
  std::deque<Message> accepted_;
  std::size_t crossed_ = 0;
  bool on_wire_ = false;
  std::uint64_t held_bytes_ = 0;     // accepted and not yet delivered
  std::uint64_t refused_bytes_ = 0;  // of the message that would have blocked; 0: none
  base::Instant last_arrival_;
};

}  // namespace network
