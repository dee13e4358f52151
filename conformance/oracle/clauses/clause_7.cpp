#include "conformance/oracle/clauses/clause_7.h"

#include <fmt/format.h>

namespace oracle {
namespace {

constexpr std::string_view kKept = "a read that came while the way to NAS had failed kept by the LEA's local component";
constexpr std::string_view kDelivered = "what was kept through the failure delivered to NAS after it";

}  // namespace

bool Clause7::caught(const ReadState& read, base::Instant until) const {
  return read.at_lea_since && outages_.any() && outages_.overlap({{}, read.lea.view(), {}}, read.at_lea_since->at, until);
}

void Clause7::received(const ReadState& read, base::Instant at) {
  if (!caught(read, at)) return;
  const Sighting where{at, {}, read.camera.view(), {}, read.lea.view()};
  kept_.met(where);
  delivered_.met(where);
}

void Clause7::never_received(const ReadState& read, std::string_view read_id, base::Instant at, bool whole) {
  if (!caught(read, at)) return;
  const Sighting where{read.at_lea_since->at, read_id, read.camera.view(), {}, read.lea.view()};
  const bool still_kept = read.buffered && !read.deleted;
  if (!whole) {
    (still_kept ? delivered_ : kept_).undecided(where, still_kept ? kDelivered : kKept, "not at NAS when the evidence ended");
  } else if (still_kept) {
    kept_.met(where);
    delivered_.against(where, kDelivered,
                       fmt::format("kept, and not at NAS by {}, when all failures had been healed", base::to_rfc3339(at)));
  } else {
    kept_.against(where, kKept, read.deleted ? "kept, and deleted before NAS had it" : "not kept, and never at NAS");
  }
}

void Clause7::conclude() {
  constexpr std::string_view kNone = "no read was with a LEA component while the way to NAS had failed: the evidence holds no such outage";
  if (outages_.any()) return;
  kept_.missing(std::string(kNone));
  delivered_.missing(std::string(kNone));
}

}  // namespace oracle
