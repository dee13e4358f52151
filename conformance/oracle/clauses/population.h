// The latencies of one budget, and what they say of it.
#pragma once

#include <cstdint>
#include <deque>
#include <string_view>
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

/// Values that come one after another, millions of them: a vector would hold twice as many while it grows.
using Values = std::deque<std::int64_t>;

/// The least value that `percent` of all do not exceed (nearest rank). `values` is not empty; its order is lost.
[[nodiscard]] std::int64_t percentile(Values& values, std::size_t percent);

/// How long one stretch of the way took, each time. Four bytes each, in whole microseconds; what is longer than an hour counts as an hour.
class LegTimes {
 public:
  void add(base::Duration took);
  [[nodiscard]] LegTiming summary(std::string_view name) const;

 private:
  std::deque<std::uint32_t> us_;
};

/// Latencies under one limit. Every one is kept, 8 bytes each, for percentiles are read off and not estimated.
class Population {
 public:
  explicit Population(base::Duration limit) : limit_(limit) {}

  [[nodiscard]] base::Duration limit() const { return limit_; }
  [[nodiscard]] std::uint64_t size() const { return latencies_ns_.size(); }
  /// How many were surely within the limit.
  [[nodiscard]] std::uint64_t within() const { return size() - exceeded_ - unclear_; }
  [[nodiscard]] bool empty() const { return latencies_ns_.empty(); }
  Zone add(base::Duration latency, base::Duration uncertainty);
  /// All latencies of another, under the same limit.
  void add(const Population& other);
  [[nodiscard]] std::int64_t percentile(std::size_t percent) { return oracle::percentile(latencies_ns_, percent); }
  [[nodiscard]] base::Duration uncertainty() const { return uncertainty_; }

  [[nodiscard]] Timing summary();

 private:
  base::Duration limit_, uncertainty_;
  Values latencies_ns_;
  std::uint64_t exceeded_ = 0, unclear_ = 0;
};

}  // namespace oracle
