// A person's word on a sample, held against what the evidence holds.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include <tsl/robin_set.h>

#include "conformance/oracle/read_ids.h"
#include "conformance/oracle/tally.h"
#include "reference/base/witness.h"

namespace oracle {

/// So many different things must have been looked at, or all where there are fewer.
inline constexpr std::size_t kSampleLeast = 20;

/// Names of things, as image_name() makes them of their SHA-256.
using InspectedNames = tsl::robin_set<std::uint64_t, MixHash>;

/// An inspection as it was told.
struct Inspected {
  Inspected(base::Instant told_at, const base::event::Inspection& e);

  base::Instant at;
  bool passed = false;
  std::vector<std::string> sample;
  std::string criterion, inspector;
};

/// What one inspection that passed counts for.
enum class Counts : std::uint8_t { kAsObservation, kForItsSample };

/// Takes inspections in: one whose sample names what the evidence does not hold is undecided, one that failed is against.
/// Returns what passed, in all.
[[nodiscard]] InspectedNames take_in(const std::vector<Inspected>& all, const std::function<bool(std::uint64_t)>& holds, Counts counts,
                                     Tally& tally);

}  // namespace oracle
