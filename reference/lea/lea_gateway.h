// The LEA's local infrastructure: takes reads from its cameras, keeps them until NAS has them, delivers fresh ones first.
#pragma once

#include <memory>

#include "reference/base/result.h"
#include "reference/doors/component.h"
#include "reference/doors/record_header.h"

namespace lea {

struct LeaGatewayOptions {
  std::uint32_t backlog_in_flight_max = 64;   ///< buffered reads under way to NAS at once, beside the fresh ones (7-d)
  std::uint32_t fresh_in_flight_max = 4'096;
  std::uint32_t reads_held_max = 1'000'000;   ///< at most 1,047,552; beyond it a camera is answered 503: try again
  base::Duration answer_timeout = base::seconds(10);     ///< an exchange without an answer goes back to the buffer
  base::Duration retry_after = base::milliseconds(200);  ///< after a 503 or a failed local commit
};

/// Makes a gateway. It forwards the bytes of a read as they came, commits each to its local buffer at once, and answers the camera
/// when the read is durable here or at NAS. With NAS unreachable it goes on buffering; when NAS is back it delivers the buffer beside the
/// fresh reads, which have priority. A read leaves the buffer when NAS has acknowledged or refused it.
///
/// NAS may have several front ends; reads are spread over those that can be reached.
///
/// A camera is answered once: 201 with `{}` where the read is durable here first, otherwise what NAS answered, a refusal too; 503 where
/// neither the store here nor NAS can have it. An idle gateway arms no timer.
///
/// Where somebody of the LEA (Role::kOperator) asks for hits, it asks NAS for them, keeps each, and acknowledges it when it is kept.
/// Source:  7-b, 7-c, 7-d, 6-c; 5-q, for hits.
[[nodiscard]] std::unique_ptr<doors::Component> make_lea_gateway(const doors::Doors& doors, const LeaGatewayOptions& options);

/// The head of a record of a gateway with these options, and the options back from it.
/// Errors:  doors::kSettingsUnknown.
[[nodiscard]] doors::RecordHeader record_header(const LeaGatewayOptions& options);
[[nodiscard]] base::Result<LeaGatewayOptions> options_of(const doors::RecordHeader& header);

}  // namespace lea
