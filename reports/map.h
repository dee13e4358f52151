// The map of sites, as SVG of our own on the outline of the country.
#pragma once

#include <string>
#include <vector>

namespace reports {

/// What came of a site's reads; each has its own form on the map.
enum class Outcome { kClear, kSilent, kUndecided, kAgainst };

/// A camera on the map. Units: degrees, WGS 84. `camera` is text without markup; it is escaped here.
struct Place {
  std::string camera;
  double latitude = 0, longitude = 0;
  Outcome outcome = Outcome::kClear;
};

/// The whole country with the places and, where they lie close together, a frame around what surroundings_svg() shows.
///
/// Shape:   equirectangular at 54 degrees north, 1,000 units a degree of latitude. The land and the borders of police areas have the ids
///          "land" and "borders", which surroundings_svg() refers to: both belong into one page, this one first.
[[nodiscard]] std::string country_svg(const std::vector<Place>& places, const std::string& labelled_by);

/// The places' surroundings with a scale and the names of cameras that something speaks against (the first dozen). Empty where the
/// places are spread over the country.
[[nodiscard]] std::string surroundings_svg(const std::vector<Place>& places, const std::string& labelled_by);

}  // namespace reports
