// The NAS core: takes reads in or refuses them, stores, matches, delivers hits, gives captures back.
#pragma once

#include <memory>

#include "reference/base/result.h"
#include "reference/doors/component.h"
#include "reference/doors/record_header.h"

namespace nas {

/// What a NAS front end can be told.
struct NasOptions {
  std::uint32_t units_in_batch_max = 256;     ///< reads in one commit
  std::uint32_t commits_in_flight_max = 4;
  std::uint32_t reads_waiting_max = 20'000;   ///< beyond it a read is answered 503: try again
  base::Duration retry_after = base::milliseconds(50);  ///< before a failed commit is tried again
};

/// Makes a NAS front end.
///
/// A read is acknowledged when, and only when, its capture and its hits are durable; the same read again (same camera and read_id) is
/// stored once and acknowledged again. A capture's id and its hits' ids follow from the read, so that a commit whose outcome is unknown can
/// be repeated, and a crash between commit and acknowledgement loses and doubles nothing. Hits wait in the store's outbox until the
/// operator acknowledges them, and are sent again after a restart or when the operator comes back.
///
/// Source:  3.1-a, 3.1-c, 6-a, 6-d, 5-q.
[[nodiscard]] std::unique_ptr<doors::Component> make_nas(const doors::Doors& doors, const NasOptions& options);

/// The head of a record of a NAS with these options, and the options back from it.
/// Errors:  doors::kSettingsUnknown.
[[nodiscard]] doors::RecordHeader record_header(const NasOptions& options);
[[nodiscard]] base::Result<NasOptions> options_of(const doors::RecordHeader& header);

}  // namespace nas
