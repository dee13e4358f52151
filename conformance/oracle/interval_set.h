// A set of counting numbers that costs what its gaps cost.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace oracle {

/// Numbers as intervals: those that come nearly in order take a few bytes in all.
class IntervalSet {
 public:
  /// False where the number was there already.
  bool insert(std::uint64_t n);
  [[nodiscard]] bool contains(std::uint64_t n) const;
  [[nodiscard]] std::uint64_t size() const { return size_; }
  [[nodiscard]] std::size_t intervals() const { return intervals_.size(); }

 private:
  struct Interval {
    std::uint64_t first, last;
  };
  /// The first interval that ends at n or beyond.
  [[nodiscard]] std::size_t reaching(std::uint64_t n) const;

  std::vector<Interval> intervals_;  ///< ascending, with at least one number between two
  std::uint64_t size_ = 0;
};

}  // namespace oracle
