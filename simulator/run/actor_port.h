// Where the wiring ends at actors: they are always there, and take a message at once.
#pragma once

#include "simulator/actors/actor.h"
#include "simulator/run/wiring.h"

namespace run {

class ActorPort final : public Receiver {
 public:
  ActorPort(actors::Actor& actor, Parcels& parcels) : actor_(actor), parcels_(parcels) {}

  [[nodiscard]] bool alive() const override { return true; }
  void on_arrived(std::uint32_t tag) override {
    const Parcel& parcel = parcels_[tag];
    actor_.on_message(parcel.to, parcel.message);
    parcels_.release(tag);
  }
  void on_connection(const doors::Principal& self, const doors::Principal&, doors::PeerState state) override {
    actor_.on_peer(self.peer, state);
  }
  void on_room(doors::PeerId self, doors::PeerId) override { actor_.on_ready(self); }

 private:
  actors::Actor& actor_;
  Parcels& parcels_;
};

}  // namespace run
