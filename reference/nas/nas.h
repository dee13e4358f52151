// The NAS core: takes reads in or refuses them, stores, matches, delivers hits, gives captures back.
#pragma once

#include <memory>

#include "reference/base/result.h"
#include "reference/doors/component.h"
#include "reference/doors/record_header.h"
#include "reference/nas/options.h"

namespace nas {

/// Makes a NAS front end.
///
/// A read is acknowledged when, and only when, its capture and its hits are durable; the same read again (same camera and read_id) is
/// stored once and acknowledged again. A capture's id and its hits' ids follow from the read, so that a commit whose outcome is unknown can
/// be repeated, and a crash between commit and acknowledgement loses and doubles nothing. Hits wait in the store's outbox, numbered for
/// each subscriber in the commit that stores them, until the subscriber acknowledges them, and are sent again after a restart or when the
/// subscriber comes back. Several front ends may work on one store.
///
/// Source:  3.1-a, 3.1-c, 4-a, 4-d, 5-l, 5-q, 6-a, 6-d.
[[nodiscard]] std::unique_ptr<doors::Component> make_nas(const doors::Doors& doors, const NasOptions& options);

/// The head of a record of a NAS with these options, and the options back from it.
/// Errors:  doors::kSettingsUnknown.
[[nodiscard]] doors::RecordHeader record_header(const NasOptions& options);
[[nodiscard]] base::Result<NasOptions> options_of(const doors::RecordHeader& header);

}  // namespace nas
