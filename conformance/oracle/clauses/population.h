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

/// Latencies, millions of them, in four bytes each: instants are judged in whole microseconds, so that nearly every latency is a whole
/// number of them, and less than half an hour. Any other is kept as it is, apart.
class Latencies {
 public:
  void add(base::Duration latency);
  void add(const Latencies& other);
  [[nodiscard]] std::uint64_t size() const { return us_.size() + others_ns_.size(); }
  [[nodiscard]] bool empty() const { return size() == 0; }
  /// The least value that `percent` of all do not exceed (nearest rank), in nanoseconds. There is one at least.
  [[nodiscard]] std::int64_t percentile_ns(std::size_t percent);
  /// Counts in equal bins from 0; the last holds all beyond.
  [[nodiscard]] std::vector<std::uint64_t> histogram(std::size_t bins, std::int64_t width_ns) const;

 private:
  // Not vectors, which would hold twice as many while they grow.
  std::deque<std::int32_t> us_;
  std::deque<std::int64_t> others_ns_;
};

/// How long one stretch of the way took, each time. Four bytes each, in whole microseconds; what is longer than an hour counts as an hour.
class LegTimes {
 public:
  void add(base::Duration took);
  [[nodiscard]] LegTiming summary(std::string_view name) const;

 private:
  std::deque<std::uint32_t> us_;
};

/// Latencies under one limit. Every one is kept, for percentiles are read off and not estimated.
class Population {
 public:
  explicit Population(base::Duration limit) : limit_(limit) {}

  [[nodiscard]] base::Duration limit() const { return limit_; }
  [[nodiscard]] std::uint64_t size() const { return latencies_.size(); }
  /// How many were surely within the limit.
  [[nodiscard]] std::uint64_t within() const { return size() - exceeded_ - unclear_; }
  [[nodiscard]] bool empty() const { return latencies_.empty(); }
  Zone add(base::Duration latency, base::Duration uncertainty);
  /// All latencies of another, under the same limit.
  void add(const Population& other);
  [[nodiscard]] std::int64_t percentile(std::size_t percent) { return latencies_.percentile_ns(percent); }
  [[nodiscard]] base::Duration uncertainty() const { return uncertainty_; }

  [[nodiscard]] Timing summary();

 private:
  base::Duration limit_, uncertainty_;
  Latencies latencies_;
  std::uint64_t exceeded_ = 0, unclear_ = 0;
};

}  // namespace oracle
