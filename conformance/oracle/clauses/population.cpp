#include "conformance/oracle/clauses/population.h"

#include <algorithm>
#include <cmath>

namespace oracle {
namespace {

/// The continued fraction of the incomplete beta function, by Lentz's method (Numerical methods; DLMF 8.17.22).
double beta_fraction(double a, double b, double x) {
  constexpr double kTiny = 1e-300;
  constexpr int kStepsMax = 100'000;
  const auto away_from_zero = [](double v) { return std::abs(v) < kTiny ? kTiny : v; };
  double c = 1, d = 1 / away_from_zero(1 - (a + b) * x / (a + 1)), value = d;
  for (int m = 1; m <= kStepsMax; ++m) {
    const double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / away_from_zero(1 + even * d);
    c = away_from_zero(1 + even / c);
    value *= d * c;
    const double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / away_from_zero(1 + odd * d);
    c = away_from_zero(1 + odd / c);
    const double step = d * c;
    value *= step;
    if (std::abs(step - 1) < 1e-15) break;
  }
  return value;
}

/// The regularised incomplete beta function I_x(a, b): the distribution function of Beta(a, b).
double beta_distribution(double a, double b, double x) {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const double front = std::exp(std::lgamma(a + b) - std::lgamma(a) - std::lgamma(b) + a * std::log(x) + b * std::log1p(-x));
  if (x < (a + 1) / (a + b + 2)) return front * beta_fraction(a, b, x) / a;
  return 1 - front * beta_fraction(b, a, 1 - x) / b;
}

constexpr std::size_t kBins = 20;

/// 20 of them reach from 0 to 1.5 limits.
std::int64_t bin_of(std::int64_t limit_ns) { return std::max<std::int64_t>(1, limit_ns * 3 / 2 / static_cast<std::int64_t>(kBins)); }

/// The least value that `percent` of all do not exceed (nearest rank). `values` is not empty; its order is lost.
template <class Value>
Value percentile(std::deque<Value>& values, std::size_t percent) {
  const std::size_t at = (values.size() * percent + 99) / 100 - 1;
  std::nth_element(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(at), values.end());
  return values[at];
}

constexpr std::int64_t kNsPerUs = 1000;

}  // namespace

Zone zone_of(base::Duration latency, base::Duration limit, base::Duration uncertainty) {
  if (latency + uncertainty <= limit) return Zone::kWithin;
  return latency - uncertainty > limit ? Zone::kBeyond : Zone::kUnclear;
}

double rate_upper95(std::uint64_t k, std::uint64_t n) {
  constexpr double kConfidence = 0.95;
  constexpr int kHalvings = 200;
  if (n == 0 || k >= n) return 1;
  double low = 0, high = 1;
  for (int i = 0; i < kHalvings && high - low > 1e-16; ++i) {
    const double middle = (low + high) / 2;
    const bool below = beta_distribution(static_cast<double>(k + 1), static_cast<double>(n - k), middle) < kConfidence;
    (below ? low : high) = middle;
  }
  return (low + high) / 2;
}

void Latencies::add(base::Duration latency) {
  const std::int64_t us = latency.ns / kNsPerUs;
  if (us * kNsPerUs == latency.ns && us >= INT32_MIN && us <= INT32_MAX) {
    us_.push_back(static_cast<std::int32_t>(us));
  } else {
    others_ns_.push_back(latency.ns);
  }
}

void Latencies::add(const Latencies& other) {
  us_.insert(us_.end(), other.us_.begin(), other.us_.end());
  others_ns_.insert(others_ns_.end(), other.others_ns_.begin(), other.others_ns_.end());
}

std::int64_t Latencies::percentile_ns(std::size_t percent) {
  if (others_ns_.empty()) return percentile(us_, percent) * kNsPerUs;
  std::deque<std::int64_t> all_ns = others_ns_;
  for (const std::int32_t us : us_) all_ns.push_back(us * kNsPerUs);
  return percentile(all_ns, percent);
}

std::vector<std::uint64_t> Latencies::histogram(std::size_t bins, std::int64_t width_ns) const {
  std::vector<std::uint64_t> counts(bins, 0);
  const auto count = [&](std::int64_t latency_ns) {
    const auto bin = static_cast<std::size_t>(std::max<std::int64_t>(0, latency_ns / width_ns));
    ++counts[std::min(bin, bins - 1)];
  };
  for (const std::int32_t us : us_) count(us * kNsPerUs);
  for (const std::int64_t ns : others_ns_) count(ns);
  return counts;
}

void LegTimes::add(base::Duration took) {
  constexpr std::int64_t kHour_us = 3'600'000'000;
  us_.push_back(static_cast<std::uint32_t>(std::clamp<std::int64_t>(took.ns / 1000, 0, kHour_us)));
}

LegTiming LegTimes::summary(std::string_view name) const {
  std::deque<std::uint32_t> values = us_;
  if (values.empty()) return {name};
  return {name, values.size(), percentile(values, 50) * kNsPerUs, percentile(values, 99) * kNsPerUs, percentile(values, 100) * kNsPerUs};
}

Zone Population::add(base::Duration latency, base::Duration uncertainty) {
  latencies_.add(latency);
  uncertainty_ = std::max(uncertainty_, uncertainty);
  const Zone zone = zone_of(latency, limit_, uncertainty);
  if (zone == Zone::kBeyond) ++exceeded_;
  if (zone == Zone::kUnclear) ++unclear_;
  return zone;
}

void Population::add(const Population& other) {
  latencies_.add(other.latencies_);
  uncertainty_ = std::max(uncertainty_, other.uncertainty_);
  exceeded_ += other.exceeded_;
  unclear_ += other.unclear_;
}

Timing Population::summary() {
  Timing timing;
  timing.n = latencies_.size();
  timing.exceeded = exceeded_;
  timing.undecided = unclear_;
  timing.limit_ns = limit_.ns;
  timing.uncertainty_ns = uncertainty_.ns;
  timing.exceedance_rate_upper95 = rate_upper95(exceeded_, timing.n);
  timing.bin_ns = bin_of(limit_.ns);
  timing.histogram = latencies_.histogram(kBins, timing.bin_ns);
  if (latencies_.empty()) return timing;
  timing.p50_ns = percentile(50);
  timing.p95_ns = percentile(95);
  timing.p99_ns = percentile(99);
  timing.max_ns = percentile(100);
  return timing;
}

}  // namespace oracle
