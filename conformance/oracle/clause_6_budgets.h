// Clause 6, the budgets: 6-b capture to hit, 6-c capture to receipt, 6-d receipt to hit.
#pragma once

#include <string_view>

#include "conformance/oracle/docket.h"
#include "conformance/oracle/outages.h"
#include "conformance/oracle/population.h"
#include "conformance/oracle/read_state.h"

namespace oracle {

/// One way from one instant to another, under a limit for mobile systems and one for all others.
///
/// Shape:   an observation is one latency. One beyond its limit is excused, and counts for nothing, where something on its path was down
///          while it was due.
class Budget {
 public:
  struct Limits {
    base::Duration fixed, mobile;
  };
  /// `what` is due, and `needs` names the events without which that cannot be observed.
  Budget(Tally& tally, const Outages& outages, Limits limits, std::string_view what, std::string_view needs)
      : tally_(tally), outages_(outages), fixed_(limits.fixed), mobile_(limits.mobile), what_(what), needs_(needs) {}

  /// The tester's own clock adds `uncertainty` to every latency from now on.
  void calibrate(base::Duration uncertainty) { calibration_ = uncertainty; }

  /// It came.
  void observe(const Stamp& from, const Stamp& to, bool mobile, const Path& path, const Sighting& sighting);
  /// It had not come at `now`. No observation where it was not due yet.
  void overdue(const Stamp& from, base::Instant now, bool mobile, const Path& path, const Sighting& sighting);

  /// Hands the timings to the tally.
  void conclude();

 private:
  Population& population(bool mobile) { return mobile ? mobile_ : fixed_; }
  [[nodiscard]] bool excused(const Stamp& from, base::Duration limit, const Path& path) const;

  Tally& tally_;
  const Outages& outages_;
  Population fixed_, mobile_;
  std::string_view what_, needs_;
  base::Duration calibration_{};
};

}  // namespace oracle
