// The platform in SimGrid: a star of zones, each a star of nodes; and the routes it gives.
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include <simgrid/forward.h>

#include "simulator/network/network.h"

namespace network {

/// One direction of a link: its number, twice, and one more where it leads away from the hub.
struct Lane {
  std::uint32_t value = 0;
  [[nodiscard]] std::uint32_t link() const { return value / 2; }
};

/// Builds the platform of a specification and answers for its routes.
///
/// SimGrid's links have no latency: who carries a message adds it. A process may build any number of platforms, one after
/// another or side by side; SimGrid frees none of them (37 MB for 20,000 nodes).
class Platform {
 public:
  explicit Platform(PlatformSpec spec);

  [[nodiscard]] const PlatformSpec& spec() const { return spec_; }
  [[nodiscard]] const LinkSpec& link(Lane lane) const { return spec_.links[lane.link()]; }
  [[nodiscard]] simgrid::s4u::Host* host(NodeId node) const;
  /// The lanes from a node to another, in order.
  [[nodiscard]] std::vector<Lane> route(NodeId from, NodeId to) const;
  /// Turns a link on or off in SimGrid.
  void turn(LinkId link, bool on) const;

 private:
  PlatformSpec spec_;
  std::vector<simgrid::s4u::Host*> hosts_;
  std::vector<simgrid::s4u::Link*> lanes_;
  std::unordered_map<const simgrid::s4u::Link*, std::uint32_t> lane_of_;  // asked, never walked
};

}  // namespace network
