#include "conformance/oracle/interval_set.h"

#include <algorithm>

namespace oracle {

std::size_t IntervalSet::reaching(std::uint64_t n) const {
  // Nearly all numbers go to the end.
  if (intervals_.empty() || intervals_.back().last < n) return intervals_.size();
  const auto at =
      std::lower_bound(intervals_.begin(), intervals_.end(), n, [](const Interval& i, std::uint64_t value) { return i.last < value; });
  return static_cast<std::size_t>(at - intervals_.begin());
}

bool IntervalSet::contains(std::uint64_t n) const {
  const std::size_t at = reaching(n);
  return at < intervals_.size() && intervals_[at].first <= n;
}

bool IntervalSet::insert(std::uint64_t n) {
  const std::size_t at = reaching(n);
  if (at < intervals_.size() && intervals_[at].first <= n) return false;
  const bool joins_left = at > 0 && intervals_[at - 1].last + 1 == n;
  const bool joins_right = at < intervals_.size() && intervals_[at].first == n + 1;
  if (joins_left && joins_right) {
    intervals_[at - 1].last = intervals_[at].last;
    intervals_.erase(intervals_.begin() + static_cast<std::ptrdiff_t>(at));
  } else if (joins_left) {
    intervals_[at - 1].last = n;
  } else if (joins_right) {
    intervals_[at].first = n;
  } else {
    intervals_.insert(intervals_.begin() + static_cast<std::ptrdiff_t>(at), {n, n});
  }
  ++size_;
  return true;
}

}  // namespace oracle
