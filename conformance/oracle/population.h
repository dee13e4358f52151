// The latencies of one budget, and what they say of it.
#pragma once

#include <cstdint>
#include <vector>

#include "conformance/oracle/oracle.h"
#include "reference/base/instant.h"

namespace oracle {

/// How one latency stands to its limit, given an expanded uncertainty U: within where t + U <= L, beyond where t - U > L.
enum class Zone : std::uint8_t { kWithin, kUnclear, kBeyond };
[[nodiscard]] Zone zone_of(base::Duration latency, base::Duration limit, base::Duration uncertainty);

/// The exact upper bound, with 95 % confidence, on the rate of an event that was seen `k` times in `n` (Clopper and Pearson, one-sided).
/// Shape:   1 for n = 0 and for k >= n.
[[nodiscard]] double rate_upper95(std::uint64_t k, std::uint64_t n);

/// Latencies under one limit. Every one is kept, 8 bytes each, for percentiles are read off and not estimated.
class Population {
 public:
  explicit Population(base::Duration limit) : limit_(limit) {}

  [[nodiscard]] base::Duration limit() const { return limit_; }
  [[nodiscard]] bool empty() const { return latencies_ns_.empty(); }
  Zone add(base::Duration latency, base::Duration uncertainty);

  /// Shape:   the p-th percentile is the least value that p % of all do not exceed (nearest rank).
  [[nodiscard]] Timing summary();

 private:
  base::Duration limit_;
  std::vector<std::int64_t> latencies_ns_;
  std::uint64_t exceeded_ = 0;
};

}  // namespace oracle
