// How many of a camera's reads name a place that is near the true one.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <tsl/robin_map.h>

#include "conformance/oracle/read_context.h"
#include "conformance/oracle/tally.h"

namespace oracle {

/// A true position: of whom, and how well it is known.
struct Truth {
  base::event::Position at;
  std::int32_t uncertainty_mm = 0;
};

/// 2.2.3-b by one understanding of whose place a read gives, under both of how often it must be right.
///
/// Shape:   where each read must be, one that is beyond the limit stands against by itself; where 95 of 100 must be, a camera does so as
///          one finding, once more than 5 of 100 of its reads are, and is undecided where that hangs on reads that are.
class PlaceShares {
 public:
  static constexpr std::int64_t kLimit_mm = 10'000;

  /// `whose` goes into findings: "surveyed", "of the pass".
  PlaceShares(Tally& tally, Under set, std::string_view whose, std::string_view missing);
  void observe(base::event::Position place, const Truth& truth, const ReadContext& context);
  void conclude();

 private:
  struct Share {
    std::string camera;
    Kind kind = Kind::kNone;
    std::uint64_t within = 0, unclear = 0, beyond = 0;
    // The read that is furthest away, of those that are not within.
    base::Instant at;
    std::int64_t distance_mm = -1;
    std::string read_id, read_text, observed;
  };
  [[nodiscard]] Share& share_of(const ReadContext& context);
  void conclude(const Share& share);

  Tally& tally_;
  Under share_, each_;
  std::string_view whose_, missing_;
  std::vector<Share> shares_;   ///< in the order in which cameras were first observed
  tsl::robin_map<std::uint64_t, std::uint32_t, MixHash> by_camera_;
};

}  // namespace oracle
