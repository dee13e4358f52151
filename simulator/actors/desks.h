// The desks at which administrators type in marks that no camera read.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <vector>

#include "simulator/actors/actor.h"
#include "simulator/actors/outlet.h"
#include "simulator/world/world.h"

namespace actors {

/// A desk of an LEA. Its reads bear NRD ID 0 (2.3), which is how the specification marks what was typed in.
struct Desk {
  domain::CameraId id;                  ///< FEED-SOURCE-0
  std::string username;                 ///< who sits there
  std::vector<std::uint32_t> cameras;   ///< of the LEA: a sighting is reported from one of these places
  doors::PeerId peer;                   ///< the LEA's gateway
};

/// Desk i is party `first + i`, and to a policy camera `World::cameras().size() + i`.
class Desks final : public Actor {
 public:
  /// Owner: the world and the outlet outlive the desks.
  Desks(const Stage& stage, const world::World& world, Outlet& outlet, doors::PeerId first, std::vector<Desk> desks);

  /// An administrator types in the mark of a vehicle of the population, seen at one of the LEA's cameras, both by draw: told as
  /// manual.entry, and sent as a read without images.
  void type_in(std::uint32_t desk);

  void on_peer(doors::PeerId self, doors::PeerState state) override { queues_[index_of(self)].on_peer(state); }
  void on_ready(doors::PeerId self) override { queues_[index_of(self)].on_ready(); }
  void on_message(doors::PeerId self, const doors::Message& answer) override { queues_[index_of(self)].on_message(answer); }

 private:
  [[nodiscard]] std::size_t index_of(doors::PeerId self) const { return self.value - first_.value; }

  Stage stage_;
  const world::World& world_;
  Outlet& outlet_;
  doors::PeerId first_;
  std::vector<Desk> desks_;
  std::deque<ReadQueue> queues_;   // by desk; none is ever moved
  std::uint64_t typed_ = 0;
};

}  // namespace actors
