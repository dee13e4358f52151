// The outline of the country and the borders of its police areas, as paths of SVG.
#pragma once

#include <string>

namespace reports {

/// A point of the map's plane. Units: a thousandth of a degree of latitude; y downwards.
struct Point {
  double x = 0, y = 0;
};

/// Where the plane's country lies: x from 0 to kCountryWidth, y from 0 to kCountryHeight.
inline constexpr double kCountryWidth = 6'300, kCountryHeight = 11'200;

/// Equirectangular at 54 degrees north. Units: degrees.
[[nodiscard]] Point projected(double latitude, double longitude);

[[nodiscard]] const std::string& land_path();      ///< closed rings, one a piece of land
[[nodiscard]] const std::string& borders_path();   ///< lines where two police areas meet

}  // namespace reports
