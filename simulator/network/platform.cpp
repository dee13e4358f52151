#include "simulator/network/platform.h"

#include <utility>

#include <fmt/format.h>
#include <simgrid/kernel/routing/NetPoint.hpp>
#include <simgrid/s4u.hpp>

#include "reference/base/check.h"
#include "simulator/network/engine.h"

namespace network {
namespace {

namespace sg = simgrid::s4u;

constexpr double kHostFlops = 1e9;  // asked for, never used: nothing computes here

void check(const PlatformSpec& spec) {
  PLUMB_CHECK(!spec.zones.empty(), "a platform has a zone 0, the core");
  for (const auto& link : spec.links)
    PLUMB_CHECK(link.bandwidth_bit_s > 0 && link.latency.ns >= 0, "link " + link.name + " carries something");
  for (std::size_t i = 1; i < spec.zones.size(); ++i) {
    PLUMB_CHECK(spec.zones[i].uplink.value < spec.links.size(), "zone " + spec.zones[i].name + " has an uplink");
  }
  for (const auto& node : spec.nodes) {
    PLUMB_CHECK(node.zone < spec.zones.size() && node.uplink.value < spec.links.size(), "node " + node.name + " has a zone and an uplink");
  }
}

}  // namespace

Platform::Platform(PlatformSpec spec) : spec_(std::move(spec)) {
  check(spec_);
  const std::string prefix = fmt::format("p{}", next_platform_number());  // SimGrid's names are one a process
  sg::NetZone& star = create_platform_zone(prefix);

  std::vector<const sg::Link*> links;
  for (std::size_t i = 0; i < spec_.links.size(); ++i) {
    const auto* const link =
        star.create_split_duplex_link(fmt::format("{}/link/{}", prefix, i), static_cast<double>(spec_.links[i].bandwidth_bit_s) / 8);
    links.push_back(link);
    for (sg::Link* const lane : {link->get_link_up(), link->get_link_down()}) {
      lane_of_.emplace(lane, static_cast<std::uint32_t>(lanes_.size()));
      lanes_.push_back(lane);
    }
  }
  const auto upwards = [&](LinkId link) { return std::vector{sg::LinkInRoute(links[link.value], sg::LinkInRoute::Direction::UP)}; };

  std::vector<sg::NetZone*> zones;
  for (std::size_t i = 0; i < spec_.zones.size(); ++i) {
    zones.push_back(sg::create_star_zone(fmt::format("{}/zone/{}", prefix, i))->set_parent(&star));
    auto* const hub = zones.back()->create_router(fmt::format("{}/hub/{}", prefix, i));
    const auto uplink = i == 0 ? std::vector<sg::LinkInRoute>() : upwards(spec_.zones[i].uplink);
    star.add_route(zones.back()->get_netpoint(), nullptr, hub, nullptr, uplink);
  }
  for (std::size_t i = 0; i < spec_.nodes.size(); ++i) {
    const auto& node = spec_.nodes[i];
    hosts_.push_back(zones[node.zone]->create_host(fmt::format("{}/node/{}", prefix, i), kHostFlops));
    zones[node.zone]->add_route(hosts_.back()->get_netpoint(), nullptr, nullptr, nullptr, upwards(node.uplink));
  }
  star.seal();
}

simgrid::s4u::Host* Platform::host(NodeId node) const {
  PLUMB_CHECK(node.value < hosts_.size(), "the node is of this platform");
  return hosts_[node.value];
}

std::vector<Lane> Platform::route(NodeId from, NodeId to) const {
  std::vector<sg::Link*> links;
  host(from)->route_to(host(to), links, nullptr);
  std::vector<Lane> route;
  for (const auto* const link : links) route.push_back({lane_of_.at(link)});
  return route;
}

void Platform::turn(LinkId link, bool on) const {
  for (const std::size_t lane : {2 * link.value, 2 * link.value + 1}) on ? lanes_[lane]->turn_on() : lanes_[lane]->turn_off();
}

}  // namespace network
