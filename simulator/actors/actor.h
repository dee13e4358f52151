// What an actor is: somebody at the edge of the system, emulated, who speaks the messages of the doors over the same wiring as the core.
#pragma once

#include <cstdint>

#include "reference/base/witness.h"
#include "reference/doors/component.h"
#include "simulator/kernel/kernel.h"

namespace actors {

/// The wiring as an actor has it.
class Wire {
 public:
  virtual ~Wire() = default;
  /// Sends a message, or a slice of a long one, from one party to another. `message` is moved from where the outcome is kAccepted,
  /// and left as it was otherwise.
  [[nodiscard]] virtual doors::SendOutcome send(doors::PeerId from, doors::PeerId to, doors::Message& message,
                                                doors::Last last = doors::Last::kYes) = 0;
};

/// Somebody at the edge with one connection each; `self` tells apart those whom one object plays (all cameras).
class Actor {
 public:
  virtual ~Actor() = default;
  virtual void on_peer(doors::PeerId self, doors::PeerState state) = 0;
  virtual void on_ready(doors::PeerId self) = 0;
  virtual void on_message(doors::PeerId self, const doors::Message& message) = 0;
};

/// What every actor is given. Owner: borrowed; it outlives the actors.
struct Stage {
  kernel::Kernel& kernel;
  Wire& wire;
  base::Witness& witness;
  std::uint64_t seed = 0;
};

constexpr bool is_success(std::uint16_t status) { return status >= 200 && status < 300; }
inline constexpr std::uint16_t kTryAgain = 503;

}  // namespace actors
