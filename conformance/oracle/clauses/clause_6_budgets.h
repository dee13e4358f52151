// Clause 6, the budgets: 6-b capture to hit, 6-c capture to receipt, 6-d receipt to hit.
#pragma once

#include <array>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "conformance/oracle/clauses/legs.h"
#include "conformance/oracle/clauses/population.h"
#include "conformance/oracle/docket.h"
#include "conformance/oracle/outages.h"
#include "conformance/oracle/read_state.h"

namespace oracle {

/// One way from one instant to another, under a limit for mobile systems and one for all others.
///
/// Shape:   which two instants is a matter of reading, so there is a measure for each way to take them, and a latency is
///          observed by one of them. One beyond its limit with something down on its path while it was due is excused, or is not,
///          by reading. Every latency counts, or the 99th percentile of all.
class Budget {
 public:
  struct Limits {
    base::Duration fixed, mobile;
  };
  /// What one latency is of.
  struct Case {
    Stamp from;
    bool mobile = false;
    bool buffered = false;   ///< its read was held back by a failure before `from`
    Path path;
    std::string_view read_id, camera, read_text;
    Way way;
  };
  using Measure = std::size_t;

  /// `what` is due, and `needs` names the events without which that cannot be observed.
  Budget(Tally& tally, const Outages& outages, Limits limits, std::string_view what, std::string_view needs);

  /// A way to take the two instants, by the combinations of readings that take them so. The first measure is the default's.
  [[nodiscard]] Measure measure(Under set);

  /// The tester's own clock adds `uncertainty` to every latency from now on.
  void calibrate(base::Duration uncertainty) { calibration_ = uncertainty; }

  /// It came.
  void observe(Measure by, const Case& of, const Stamp& to);
  /// It had not come at `now`. No observation where it was not due yet.
  void overdue(Measure by, const Case& of, base::Instant now);

  /// Says to the tally what was observed, and hands it the timings.
  void conclude();

 private:
  /// Which alternatives of R-11 a latency counts under.
  enum Standing : std::uint8_t { kAlways, kUnlessNone, kUnexcused };
  static constexpr std::size_t kStandings = 3;
  static constexpr std::size_t kKeptMax = Tally::kFindingsMax;
  static constexpr std::array kDoers{Doer::kSubject, Doer::kAnother, Doer::kOpen};   ///< of a latency

  struct Late {
    std::string read_id, camera, read_text, component, observed;
    base::Instant at, due;
    std::vector<Leg> legs;
    base::Duration limit;
    Zone zone = Zone::kBeyond;
    Standing standing = kAlways;
    Doer doer = Doer::kSubject;
    bool mobile = false;
  };
  struct Measured {
    Under set = 0;
    std::array<std::vector<Population>, kDoers.size()> by_group;   ///< by doer of what is late; of each, fixed and mobile, each by standing
    std::deque<Late> kept;
    std::array<std::array<std::uint64_t, kStandings>, 2> kept_count{}, seen_count{};   ///< by zone (beyond, unclear) and standing
    std::uint64_t anothers_kept = 0;
    std::array<std::array<LegTimes, kLegs.size()>, 2> legs;   ///< of fixed and of mobile systems
  };

  [[nodiscard]] static const Population& population(const Measured& measured, Doer doer, bool mobile, std::size_t standing) {
    return measured.by_group[static_cast<std::size_t>(doer)][(mobile ? kStandings : 0) + standing];
  }
  static void add(Measured& measured, Doer doer, const Case& of, Standing standing, base::Duration latency, base::Duration uncertainty) {
    measured.by_group[static_cast<std::size_t>(doer)][(of.mobile ? kStandings : 0) + standing].add(latency, uncertainty);
  }
  [[nodiscard]] base::Duration limit(bool mobile) const { return mobile ? limits_.mobile : limits_.fixed; }
  [[nodiscard]] bool excusable(const Case& of) const { return outages_.overlap(of.path, of.from.at, of.from.at + limit(of.mobile)); }
  [[nodiscard]] bool concerns_subject(const Case& of);
  [[nodiscard]] Part part(const Case& of, const std::vector<Leg>& legs, std::optional<base::Instant> open_until = {}) const;
  void keep_late(Measured& measured, const Case& of, base::Instant at, Zone zone, Standing standing, const Part& part,
                 std::vector<Leg> legs, std::string observed);
  void conclude_within(const Measured& measured);
  void conclude_late();
  void conclude_unkept(const Measured& measured);
  [[nodiscard]] Population counted(const Measured& measured, bool mobile, Under set, Doer doer) const;
  void conclude_percentile(const Measured& measured, bool mobile);
  void hand_timing(const Measured& measured, bool mobile);

  Tally& tally_;
  const Outages& outages_;
  Limits limits_;
  std::string_view what_, needs_;
  Under each_, percentile_;
  std::array<Under, kStandings> by_standing_;
  base::Duration calibration_{};
  std::vector<Measured> measures_;
  bool passed_over_ = false;   ///< ways on which nothing is in the subject's role
};

}  // namespace oracle
