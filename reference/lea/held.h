// The reads a gateway holds: from a camera's message until NAS has them, or until they are given back.
#pragma once

#include <cstdint>
#include <vector>

#include "reference/base/instant.h"
#include "reference/doors/component.h"
#include "reference/doors/peers.h"

namespace lea {

/// Names a read for as long as it is held; also its exchange number at NAS, so that an answer finds its read without a table.
/// Never used again, not even by the gateway that takes this one's place: a late answer must not meet another read.
using Handle = base::Id<struct HandleTag>;

enum class Stored : std::uint8_t {
  kNo,          ///< waits for a local commit
  kCommitting,
  kYes,
};
enum class Place : std::uint8_t { kNowhere, kFresh, kBacklog, kInFlightFresh, kInFlightBacklog };

struct Held {
  Handle handle;
  doors::PeerId camera;
  doors::Session session;
  std::uint64_t exchange = 0;     ///< the camera's
  doors::Content content;         ///< as it came
  std::uint64_t row = 0;          ///< its key in the buffer, where `stored` is not kNo or `maybe_stored`
  base::Duration answer_by;       ///< mono time, where it is in flight
  doors::PeerId nas;              ///< to whom, likewise
  Stored stored = Stored::kNo;
  Place place = Place::kNowhere;
  bool maybe_stored = false;      ///< a local commit of it ended unknown
  bool answered = false;          ///< the camera knows
  bool at_nas = false;            ///< NAS has it, or has refused it for good; it is held for its local commit's sake
};

/// A slab of reads with handles that tell a slot's present read from its former ones.
///
/// Shape:   at most kCapacityMax reads.
class HeldReads {
 public:
  static constexpr std::size_t kCapacityMax = std::size_t{1} << 20;

  /// Handles of this life follow from when it began, in milliseconds: two lives would have to differ by less than they held reads.
  void begin(base::Instant at);

  [[nodiscard]] bool full() const { return used_ >= kCapacityMax; }
  [[nodiscard]] std::size_t size() const { return used_; }
  /// A new read; the reference is good until the next add(). Only where not full().
  Held& add();
  /// The read, or null where it is held no more. Good until the next add().
  [[nodiscard]] Held* find(Handle handle);
  void remove(Held& held);

 private:
  std::size_t used_ = 0;
  std::uint64_t serial_ = 1;
  std::vector<Held> slots_;
  std::vector<std::uint32_t> free_;
};

}  // namespace lea
