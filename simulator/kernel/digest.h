// The digest of a run: one number that is equal for two runs in which the same happened.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "reference/base/instant.h"

namespace kernel {

/// Sums hash(time, kind, entity, n, fields) over a run, for each simulated second. The sum is commutative, so the order of events of one
/// second does not matter, and the digests of two parts add up to the digest of the whole.
class Digest {
 public:
  explicit Digest(base::Instant start) : start_(start) {}

  void add(base::Instant at, std::uint64_t kind, std::uint64_t entity, std::uint64_t n, std::uint64_t fields);
  void merge(const Digest& other);

  /// 16 hexadecimal digits over all seconds.
  [[nodiscard]] std::string text() const;
  /// The sum of one second since the start; 0 where nothing happened. For finding where two runs part.
  [[nodiscard]] std::uint64_t second(std::size_t n) const { return n < seconds_.size() ? seconds_[n] : 0; }
  [[nodiscard]] std::size_t seconds() const { return seconds_.size(); }

 private:
  base::Instant start_;
  std::vector<std::uint64_t> seconds_;
};

}  // namespace kernel
