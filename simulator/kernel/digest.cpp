#include "simulator/kernel/digest.h"

#include <fmt/format.h>

#include "reference/base/check.h"
#include "reference/base/hash.h"

namespace kernel {
namespace {

constexpr std::int64_t kNsPerSecond = 1'000'000'000;

}  // namespace

void Digest::add(base::Instant at, std::uint64_t kind, std::uint64_t entity, std::uint64_t n, std::uint64_t fields) {
  PLUMB_CHECK(at >= start_, "a run's events come after its start");
  const auto second = static_cast<std::size_t>((at - start_).ns / kNsPerSecond);
  if (second >= seconds_.size()) seconds_.resize(second + 1);
  using base::mix64;
  seconds_[second] += mix64(mix64(mix64(mix64(mix64(static_cast<std::uint64_t>(at.ns)) ^ kind) ^ entity) ^ n) ^ fields);
}

void Digest::merge(const Digest& other) {
  PLUMB_CHECK(other.start_ == start_, "digests of one run have one start");
  if (other.seconds_.size() > seconds_.size()) seconds_.resize(other.seconds_.size());
  for (std::size_t i = 0; i < other.seconds_.size(); ++i) seconds_[i] += other.seconds_[i];
}

std::string Digest::text() const {
  std::uint64_t sum = 0;
  for (std::size_t i = 0; i < seconds_.size(); ++i) {
    if (seconds_[i] != 0) sum += base::mix64(base::mix64(i) ^ seconds_[i]);
  }
  return fmt::format("{:016x}", sum);
}

}  // namespace kernel
