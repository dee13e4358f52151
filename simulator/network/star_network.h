// The network over a platform: connections of both fidelities, and what links do to them.
#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <memory>
#include <vector>

#include "simulator/network/fifo_lanes.h"
#include "simulator/network/flows.h"
#include "simulator/network/line.h"
#include "simulator/network/network.h"

namespace network {

class StarNetwork final : public Network, public kernel::Target {
 public:
  StarNetwork(const PlatformSpec& platform, Fidelity fidelity, kernel::Kernel& kernel);

  ConnectionId connect(NodeId from, NodeId to, const Way& way, Listener& listener) override;
  SendOutcome send(ConnectionId connection, std::uint64_t bytes, std::uint64_t tag, Crossing crossing) override;
  void set_link(LinkId link, bool up) override;
  [[nodiscard]] bool is_up(ConnectionId connection) const override { return at(connection).line.is_up(); }
  [[nodiscard]] base::Duration latency(ConnectionId connection) const override { return at(connection).line.latency(); }
  [[nodiscard]] base::Duration idle_transit(ConnectionId connection, std::uint64_t bytes) const override;
  [[nodiscard]] std::uint64_t crossings(Fidelity fidelity) const override { return crossings_[static_cast<std::size_t>(fidelity)]; }
  void run_until(base::Instant until) override;

  void on_event(std::uint32_t what, std::uint64_t which) override;

 private:
  /// A connection. `passage` is where that on its wire is; in `queue` the next may begin when the lanes are done with it. While it
  /// `waits`, an event is to come that begins the next.
  struct Connection {
    Line line;
    Passage passage;
    Picoseconds clear_at = 0;
    bool waits = false;
  };
  /// What a listener is to be told of its connection's state.
  struct Notice {
    std::uint32_t connection;
    bool up;
    std::vector<std::uint64_t> lost;
  };

  [[nodiscard]] const Connection& at(ConnectionId id) const;
  [[nodiscard]] Picoseconds now_ps() const { return (kernel_->now() - start_).ns * kPicosecondsPerNs; }
  [[nodiscard]] std::uint64_t key(std::uint32_t connection) const;
  void schedule(Picoseconds when, std::uint32_t what, std::uint32_t connection);

  void gather(std::uint32_t index);
  void start_next(std::uint32_t index, Picoseconds from);
  void pass(std::uint32_t index);
  void leave_wire(std::uint32_t index, base::Instant at);
  void deliver(std::uint32_t index);
  void settle_flows();
  void notify(std::uint32_t index, bool up, std::vector<std::uint64_t> lost);
  void tell_next_notice();

  Platform platform_;
  kernel::Kernel* kernel_;
  base::Instant start_;
  FifoLanes lanes_;
  std::unique_ptr<Flows> flows_;                      // only where flows can be had
  std::deque<Connection> connections_;                // they never move: a listener may connect while it is told something
  std::vector<std::vector<std::uint32_t>> crossing_;  // by link: the connections that cross it
  std::vector<bool> link_up_;
  std::array<std::uint64_t, 2> crossings_{};          // by fidelity
  std::deque<Notice> notices_;
};

}  // namespace network
