// How far two places lie apart, and what that says beside a limit.
#pragma once

#include <cstdint>
#include <string>

#include "reference/base/witness.h"

namespace oracle {

/// The distance between two positions on the ellipsoid of WGS 84.
///
/// Shape:   by the ellipsoid's two radii of curvature at the middle latitude: right to a millimetre over a kilometre, below 85 degrees of
///          latitude. Far places come out as far away, and no more is asked of them.
/// Units:   millimetres, rounded.
/// Source:  radii: Snyder, Map Projections: A Working Manual, USGS Professional Paper 1395 (1987), equations 4-18 and 4-20; constants:
///          NIMA TR8350.2, third edition.
[[nodiscard]] std::int64_t distance_mm(base::event::Position a, base::event::Position b);

/// How far a step in latitude and one in longitude lead at a place, taken together. Units: steps of 1e-7 degree; millimetres.
[[nodiscard]] std::int64_t step_mm(base::event::Position at, std::int64_t latitude_step_e7, std::int64_t longitude_step_e7);

/// A distance beside a limit.
enum class Reach : std::uint8_t { kWithin, kUnclear, kBeyond };
/// Units: millimetres.
[[nodiscard]] inline Reach reach_of(std::int64_t distance_mm, std::int64_t uncertainty_mm, std::int64_t limit_mm) {
  if (distance_mm + uncertainty_mm <= limit_mm) return Reach::kWithin;
  return distance_mm - uncertainty_mm > limit_mm ? Reach::kBeyond : Reach::kUnclear;
}
/// For findings: "12.345 m".
[[nodiscard]] std::string metres(std::int64_t distance_mm);

}  // namespace oracle
