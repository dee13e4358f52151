// What is known of a read beside its text when it is sent.
#pragma once

#include <cstdint>
#include <optional>

#include "conformance/oracle/read_state.h"
#include "conformance/oracle/register.h"

namespace oracle {

/// A true passage of a vehicle.
struct PassedBy {
  Stamp at;
  std::optional<std::int32_t> direction_deg;
  bool unread = false;   ///< there was no plate to be read
  bool staged = false;   ///< its pictures are over the limits at a device's usual setting
  std::optional<base::event::Position> where;   ///< of the vehicle
};

struct ReadContext {
  Sighting sighting;
  const RegisteredCamera* camera = nullptr;   ///< null where the register does not have it
  std::optional<PassedBy> pass;               ///< what it was made of, where the evidence says so
  bool manual = false;                        ///< declared to have been typed in
  bool test = false;                          ///< declared to be a connectivity test

  [[nodiscard]] Kind kind() const { return camera == nullptr ? Kind::kNone : camera->kind; }
};

}  // namespace oracle
