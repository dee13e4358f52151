// What may be done otherwise with a read between its capture and its sending: a policy, handed in with the cast of a run.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "reference/domain/read.h"
#include "reference/formats/read_json.h"

namespace actors {

/// Why a read was made.
enum class Occasion : std::uint8_t {
  kPass,             ///< a vehicle with a mark to be read
  kPassWithoutMark,  ///< a vehicle without one
  kConnectivityTest,
  kManualEntry,      ///< an administrator typed it in
};

/// A read at the moment of its capture, and who captures it.
struct Capture {
  std::uint32_t camera = 0;         ///< index into World::cameras(); beyond the last for a party that types marks in
  std::string_view text;            ///< "35-1-12"
  Occasion occasion = Occasion::kPass;
  bool detailed = false;            ///< before a scene whose pictures have to be adjusted (2.2.4-g)
  std::uint64_t n = 0;              ///< the read's number at its sender, counted from 1; the end of its read_id
  std::uint64_t overall = 0;        ///< captures of all senders so far, with this one
  base::Instant at;                 ///< simulated time
  base::Instant clock;              ///< what the sender's clock shows
  std::uint32_t reconnections = 0;  ///< how often the sender's connection has come back
};

/// What the register is told of a camera's place.
struct Enrolment {
  domain::Location recorded;
  std::string position_source = "gps";   ///< how it was found
};

/// What becomes of a capture. The default: it is sent at once, as it is.
struct Handling {
  bool altered = false;   ///< both `alter` are called, and the read crosses as text whatever the scenario's `wire`
  bool dropped = false;   ///< it is never sent, and its number is not used again
  bool twice = false;     ///< it is sent again as another read: with the next number and the read_id that goes with it
  base::Duration delay;   ///< it waits so long in the camera before it may be sent; others overtake it
};

/// Consulted at each capture, in this order: handle, alter (the read), alter (its encoded form, once for each time it is sent as another
/// read). What is witnessed is what is sent. A policy may keep state and must draw nothing from outside it: a run is a value.
///
/// Shape:   leave `read_id` as it is, or the evidence cannot tie the events of the read together.
class CameraPolicy {
 public:
  virtual ~CameraPolicy() = default;
  /// Whenever the register is told of a camera.
  virtual void enrol(std::uint32_t /*camera*/, Enrolment& /*enrolment*/) {}
  [[nodiscard]] virtual Handling handle(const Capture& /*capture*/) { return {}; }
  virtual void alter(const Capture& /*capture*/, domain::Read& /*read*/) {}
  virtual void alter(const Capture& /*capture*/, formats::EncodedRead& /*read*/) {}
};

}  // namespace actors
