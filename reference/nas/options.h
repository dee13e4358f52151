// What a NAS front end can be told.
#pragma once

#include <cstdint>

#include "reference/base/instant.h"

namespace nas {

/// The defaults are what a NAS of ours does; the readings are those of the register.
struct NasOptions {
  std::uint32_t units_in_batch_max = 256;     ///< reads in one commit
  std::uint32_t commits_in_flight_max = 4;
  std::uint32_t reads_waiting_max = 20'000;   ///< beyond it a read is answered 503: try again
  base::Duration retry_after = base::milliseconds(50);  ///< before a failed commit is tried again
  std::uint32_t front_end = 0;                ///< which of the front ends on one store this is
  std::uint64_t list_bytes_max = 512 * 1024 * 1024;
  base::Duration upload_idle_max = base::minutes(1);    ///< without a slice
  base::Duration pnc_timeout = base::milliseconds(500); ///< for an answer of the live link to the PNC, before it counts as down
  base::Duration pnc_probe_every = base::seconds(1);    ///< while it does
  std::uint32_t marks_compared = 0;           ///< R-04: lists::MarkEquality
  std::uint32_t none_identified_matches = 0;  ///< R-03: 1: QQQQQQQ, where listed
  std::uint32_t mmc_gives_hits = 0;           ///< R-33: 1: MMC data gives hits by itself
  std::uint32_t no_alert_alerts = 0;          ///< R-34: 1: hits of No Alert entries go to those who monitor
};

}  // namespace nas
