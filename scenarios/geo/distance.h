// Distances and bearings on a sphere: good to half a percent, which is more than sites of synthetic cameras ask for.
#pragma once

namespace geo {

inline constexpr double kEarthRadiusMetres = 6'371'008.8;  // mean radius (IUGG)

/// Units:   degrees.
struct Place {
  double latitude = 0;
  double longitude = 0;
};

[[nodiscard]] double metres_between(Place a, Place b);

/// The course from `a` towards `b`, clockwise from north: 0 to 359 whole degrees.
[[nodiscard]] int bearing_deg(Place a, Place b);

}  // namespace geo
