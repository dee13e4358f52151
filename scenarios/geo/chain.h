// The points of one road in the order in which one drives by them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "scenarios/geo/distance.h"

namespace geo {

/// The road a name stands for: "A1" for "A1(M)" too, and nothing for "C" and "U", which name no road.
[[nodiscard]] std::string road_of(std::string_view name);

/// Orders places along a road: nearest neighbour from the place that is farthest out, then pieces turned round for as long as that
/// makes the way shorter. Returns indices into `places`; equal input gives equal output.
[[nodiscard]] std::vector<std::size_t> chain(const std::vector<Place>& places);

}  // namespace geo
