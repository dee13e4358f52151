// A wire that keeps what is sent, and refuses when told to.
#pragma once

#include <vector>

#include "simulator/actors/actor.h"

namespace small {

struct FakeWire final : actors::Wire {
  struct Sent {
    doors::PeerId from, to;
    doors::Message message;
    doors::Last last;
  };
  std::vector<Sent> sent;
  doors::SendOutcome outcome = doors::SendOutcome::kAccepted;
  std::size_t room = 1'000'000;    // messages until it would block

  doors::SendOutcome send(doors::PeerId from, doors::PeerId to, doors::Message& message, doors::Last last) override {
    if (outcome != doors::SendOutcome::kAccepted) return outcome;
    if (room == 0) return doors::SendOutcome::kWouldBlock;
    --room;
    sent.push_back({from, to, std::move(message), last});
    return doors::SendOutcome::kAccepted;
  }
};

struct Deaf final : base::Witness {
  std::vector<std::size_t> kinds;
  void hear(const base::Event& event) override { kinds.push_back(event.body.index()); }
  template <class T>
  std::size_t count() const {
    const std::size_t kind = base::event::Body(T{}).index();
    std::size_t n = 0;
    for (const std::size_t k : kinds) n += k == kind ? 1 : 0;
    return n;
  }
};

}  // namespace small
