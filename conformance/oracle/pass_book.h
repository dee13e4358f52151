// The true passages of vehicles whose reads are still to come.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include <tsl/robin_map.h>

#include "conformance/oracle/read_context.h"
#include "conformance/oracle/read_ids.h"

namespace oracle {

class PassBook {
 public:
  /// A pass that must be recorded, and no read so far.
  struct Unrecorded {
    base::Instant at;
    std::string camera;
  };

  /// `camera` is null where it is not registered; then nobody says that it records passes of which nothing can be made out.
  void hear(const Stamp& at, const base::event::Pass& e, const RegisteredCamera* camera);
  /// The pass that a read was made of. A pass belongs to the first read that names it; nothing where it is another's, or was not told.
  [[nodiscard]] std::optional<PassedBy> take(std::string_view pass_id);

  using UnrecordedById = std::map<std::string, Unrecorded, std::less<>>;
  /// Of which nothing could be made out.
  [[nodiscard]] const UnrecordedById& unrecorded() const { return unrecorded_; }
  /// Staged so that its pictures have to be adjusted.
  [[nodiscard]] const UnrecordedById& staged() const { return staged_; }
  /// Whether a read is awaited of any of these.
  [[nodiscard]] bool any_awaited() const { return !unrecorded_.empty() || !staged_.empty(); }

 private:
  tsl::robin_map<std::uint64_t, PassedBy, MixHash> passes_;   ///< by hash of pass_id
  UnrecordedById unrecorded_, staged_;
};

}  // namespace oracle
