// Where everybody of a scenario stands in the network: nodes, zones, and links by name.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "scenarios/format/scenario.h"
#include "simulator/network/network.h"
#include "simulator/world/world.h"

namespace run {

/// A link as faults and evidence name it.
struct NamedLink {
  std::string name;    ///< "wan:lea:35", "uplink:35-1-12", "operator:op-cambs-1", "front_end:nas"
  std::string from;    ///< "lea:35", "camera:35-1-12"
  std::string to;
};

/// A star of LEA zones: the NAS front end, operators, list owner and auditor stand in the core, each LEA site in a zone of its own
/// with its cameras and desks. A camera belongs to the LEA whose code is its Feed ID.
struct Layout {
  network::PlatformSpec platform;
  std::vector<NamedLink> links;                  ///< by LinkId
  std::vector<std::string> leas;                 ///< "lea:35", in order
  std::vector<std::uint32_t> lea_of_camera;
  network::NodeId nas, list_owner, auditor;
  network::NodeId pnc;                           ///< where the scenario has national data
  std::vector<network::NodeId> lea_nodes, operator_nodes, camera_nodes;
  std::vector<std::uint32_t> lea_of_desk;        ///< by manual entry of the scenario; one of an LEA that is not there stands with the first
  std::vector<network::NodeId> desk_nodes;
  std::vector<std::uint32_t> lea_of_staff;       ///< likewise by subscription of an LEA
  std::vector<network::NodeId> staff_nodes;

  [[nodiscard]] std::optional<network::LinkId> link(std::string_view name) const;
};

[[nodiscard]] Layout make_layout(const scenario::Scenario& scenario, const world::World& world);

}  // namespace run
