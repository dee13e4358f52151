// Somebody of an LEA who wants its gateway to be told of hits.
#pragma once

#include "reference/domain/subscription.h"
#include "simulator/actors/actor.h"

namespace actors {

/// A message that asks for hits.
[[nodiscard]] doors::Message wish_for(const domain::Subscription& wants);

/// Says to the gateway which hits the LEA wants, whenever it is connected.
class LeaStaff final : public Actor {
 public:
  LeaStaff(const Stage& stage, domain::Subscription wants, doors::PeerId self, doors::PeerId gateway);

  void on_peer(doors::PeerId self, doors::PeerState state) override;
  void on_ready(doors::PeerId) override {}
  void on_message(doors::PeerId, const doors::Message&) override {}

 private:
  Stage stage_;
  domain::Subscription wants_;
  doors::PeerId self_, gateway_;
};

}  // namespace actors
