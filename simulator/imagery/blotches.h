// Dirt: irregular blotches, many small and a few large.
#pragma once

#include <cstdint>
#include <vector>

namespace imagery {

/// Fills `to` with how much dirt covers each pixel, 0 none to 230.
///
/// Shape:   width x height samples, rows from the top; both at most 256. All that `seed` and `dirt_permille` decide: at 0 nothing is
///          covered, at 1,000 and above nearly everything.
void blotch(std::uint64_t seed, std::uint32_t dirt_permille, int width, int height, std::vector<std::uint8_t>& to);

}  // namespace imagery
