// The oracle: judges evidence, as a stream, in bounded memory, by parsers of its own.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "conformance/catalogue/catalogue.h"
#include "reference/base/witness.h"

namespace oracle {

/// A violation or an undecided observation that a report can show.
struct Finding {
  std::string requirement;       ///< "2.2.1-c"
  catalogue::Verdict verdict = catalogue::Verdict::kFail;
  base::Instant at;
  std::string read_id;           ///< or empty
  std::string camera;            ///< or empty
  std::string expected;
  std::string observed;
  std::string read_text;         ///< the bytes judged, where a read is concerned; else empty
};

/// Latencies of one budget. Units: nanoseconds; exact order statistics over all observations (no buckets).
struct Timing {
  std::uint64_t n = 0;
  std::uint64_t exceeded = 0;
  std::int64_t limit_ns = 0;
  std::int64_t max_ns = 0, p50_ns = 0, p95_ns = 0, p99_ns = 0;
  double exceedance_rate_upper95 = 1.0;   ///< exact (Clopper-Pearson) one-sided bound
  std::vector<std::uint64_t> histogram;   ///< counts in 20 equal bins from 0 to 1.5 limits; the last holds all beyond
};

/// What the oracle has to say of one requirement.
struct Judgement {
  std::string requirement;
  catalogue::Verdict verdict = catalogue::Verdict::kNotRun;
  std::string reason;                     ///< why not_run or inconclusive; else empty
  std::uint64_t observations = 0;         ///< positive ones
  std::uint64_t against = 0;
  std::uint64_t undecided = 0;
  std::uint64_t least = 1;
  std::uint32_t sampled_one_in = 1;       ///< where form was judged on encoded reads only
  std::vector<Finding> findings;          ///< the first 20; `against` counts all
  std::vector<Timing> timings;            ///< of a budget: of all classes but mobile, then of mobile; those that were observed
};

/// A set of streaming checks over one run's evidence.
class Oracle : public base::Witness {
 public:
  /// Judges what is left open by the end of the evidence, and says all. In order of the catalogue; requirements without a check are
  /// there too, as not_run with the catalogue's reason.
  [[nodiscard]] virtual std::vector<Judgement> conclude() = 0;
};

struct OracleOptions {
  std::uint32_t sampled_one_in = 1;    ///< of the wire: one read in so many crossed encoded
  std::uint32_t evidence_one_in = 1;   ///< of the evidence: a pack that holds one read in so many (PackCounts::sampled_one_in)
};

[[nodiscard]] std::unique_ptr<Oracle> make_oracle(const catalogue::Catalogue& catalogue, const OracleOptions& options);

/// The ids of the requirements that a check of the oracle judges.
[[nodiscard]] std::vector<std::string> judged_requirements();

}  // namespace oracle
