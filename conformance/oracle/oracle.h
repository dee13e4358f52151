// The oracle: judges evidence, as a stream, in bounded memory, by parsers of its own.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "conformance/catalogue/catalogue.h"
#include "conformance/oracle/combinations.h"
#include "reference/base/witness.h"

namespace oracle {

/// A stretch of the way of a read or a hit: camera (pass to sending), lea (to the LEA's receipt), wan (to NAS's), nas (to the hit's
/// sending), hit (to its operator). `late`: the longest stretch of a half that took longer than its share.
struct Leg {
  std::string_view name;
  base::Instant from, to;
  bool late = false;
  [[nodiscard]] base::Duration took() const { return to - from; }
};

/// Whose doing something is, as it concerns the subject.
enum class Doer : std::uint8_t {
  kSubject,
  kAnother,   ///< of a part in another role
  kOpen,      ///< of one of several, and the evidence does not say of which
  kUntold,    ///< the evidence names nobody
};

/// A violation or an undecided observation that a report can show.
struct Finding {
  std::string requirement;       ///< "2.2.1-c"
  catalogue::Verdict verdict = catalogue::Verdict::kFail;
  base::Instant at;              ///< when it was observed
  std::string read_id;           ///< or empty
  std::string camera;            ///< or empty
  std::string component;         ///< whose doing it is, as far as the evidence says: "camera:35-12-42", "lea:35", "nas"; or empty
  Doer doer = Doer::kSubject;
  std::string expected;
  std::string observed;
  std::string read_text;         ///< the bytes judged, where a read is concerned; else empty
  base::Instant due;             ///< by when what is expected should have been there; `at` where that is the same
  std::vector<Leg> legs;         ///< of a late read or hit
  bool in_profile = true;        ///< whether it holds as the profile reads the text; otherwise by another reading alone
  bool robust = true;            ///< whether it holds under every combination of readings
  std::vector<Combinations::Alternatives> readings;   ///< under which it holds, where it is not robust
};

/// How long one stretch of the way took, over all that went it. Units: nanoseconds.
struct LegTiming {
  std::string_view name;
  std::uint64_t n = 0;
  std::int64_t p50_ns = 0, p99_ns = 0, max_ns = 0;
};

/// Latencies of one budget. Units: nanoseconds; exact order statistics over all observations (no buckets).
struct Timing {
  std::string_view group;                 ///< fixed, mobile
  std::uint64_t n = 0;
  std::uint64_t exceeded = 0;             ///< surely beyond the limit
  std::uint64_t undecided = 0;            ///< within the uncertainty of it
  std::uint64_t excused = 0;              ///< beyond it, and left out of n, since something on the path was down (R-11)
  std::int64_t limit_ns = 0;
  std::int64_t uncertainty_ns = 0;        ///< expanded, the greatest of all observations
  std::int64_t max_ns = 0, p50_ns = 0, p95_ns = 0, p99_ns = 0;
  double exceedance_rate_upper95 = 1.0;   ///< exact (Clopper-Pearson) one-sided bound
  std::int64_t bin_ns = 0;                ///< width of a bin of the histogram
  std::vector<std::uint64_t> histogram;   ///< counts in 20 equal bins from 0 to 1.5 limits; the last holds all beyond
  std::vector<LegTiming> legs;
};

/// What is concluded under one combination of readings.
struct Conclusion {
  catalogue::Verdict verdict = catalogue::Verdict::kNotRun;
  std::string reason;                     ///< why not_run or inconclusive; else empty
  std::uint64_t observations = 0;         ///< positive ones
  std::uint64_t against = 0;
  std::uint64_t undecided = 0;
  bool too_few = false;                   ///< inconclusive for want of observations alone
};

/// What the oracle has to say of one requirement: its conclusion under the profile, and under every other combination of readings.
struct Judgement : Conclusion {
  std::string requirement;
  std::uint64_t least = 1;
  std::uint32_t sampled_one_in = 1;       ///< where form was judged on encoded reads only
  bool inspected = false;                 ///< it rests on what a person saw, and not on what a machine found alone
  std::vector<Finding> findings;          ///< the first 20, those under the profile first; `against` counts all
  std::vector<Timing> timings;            ///< of a budget: of all classes but mobile, then of mobile; those that were observed

  struct Otherwise {
    std::vector<Choice> choices;
    Conclusion conclusion;
  };
  std::vector<Otherwise> otherwise;       ///< every combination but the profile's
  [[nodiscard]] bool robust() const;      ///< whether the verdict is the same under all
};

/// A comparison of a clock with another, as the evidence has it.
struct Calibration {
  std::string component;                  ///< "tester": the clock that all others are compared with
  base::Duration offset, expanded_uncertainty;
  std::string method;
};

/// What was judged of one camera.
struct SiteTally {
  std::string camera;                     ///< "35-12-42"
  std::optional<base::event::Position> position;   ///< where the evidence tells it
  std::uint64_t reads = 0, against = 0, undecided = 0;
};

/// A set of streaming checks over one run's evidence.
class Oracle : public base::Witness {
 public:
  /// Judges what is left open by the end of the evidence, and says all. In order of the catalogue; requirements without a check are
  /// there too, as not_run with the catalogue's reason.
  [[nodiscard]] virtual std::vector<Judgement> conclude() = 0;
  /// The tester's own clock, and the uncertainty that every latency was judged with. Good after conclude().
  [[nodiscard]] virtual std::vector<Calibration> calibration() const = 0;
  /// In order of name. Good after conclude().
  [[nodiscard]] virtual std::vector<SiteTally> sites() const = 0;
};

struct OracleOptions {
  std::uint32_t sampled_one_in = 1;    ///< of the wire: one read in so many crossed encoded
  std::uint32_t evidence_one_in = 1;   ///< of the evidence: a pack that holds one read in so many (PackCounts::sampled_one_in)
  std::string profile = "default";     ///< one of the catalogue's
  std::string role = "whole";          ///< the subject's: clause 5 binds who keeps a list otherwise than NAS (SubjectRole)
  bool reads_alone = false;            ///< the evidence holds reads as sent and nothing that could follow them, so that none is remembered
};

[[nodiscard]] std::unique_ptr<Oracle> make_oracle(const catalogue::Catalogue& catalogue, const OracleOptions& options);

/// Instants are judged in whole microseconds, as a pack keeps them, so that a difference is uncertain by one.
inline constexpr base::Duration kResolution = base::microseconds(1);

/// What the oracle judges, and the readings that each check depends on.
struct Check {
  std::string_view requirement;
  std::vector<std::string_view> readings;
};
/// In order of the catalogue.
[[nodiscard]] const std::vector<Check>& checks();

/// The ids of the requirements that a check of the oracle judges.
[[nodiscard]] std::vector<std::string> judged_requirements();

}  // namespace oracle
