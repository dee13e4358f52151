// The place that an image's Exif data names.
#pragma once

#include <cstdint>
#include <string_view>

#include "reference/base/witness.h"

namespace oracle::parse {

enum class GeotagState : std::uint8_t {
  kNone,     ///< no GPS data, or none that names a place
  kBroken,   ///< GPS data that is not well formed; `trouble` says where
  kPlace,
};

/// Shape:   `at` and the steps are meaningful for kPlace. A step is the finest that the rationals, as they are written, could differ by: a
///          place in whole seconds is known to some 30 m.
/// Units:   1e-7 degree.
struct Geotag {
  GeotagState state = GeotagState::kNone;
  std::string_view trouble;
  base::event::Position at;
  std::int64_t latitude_step_e7 = 0, longitude_step_e7 = 0;
};

/// Reads the GPS directory of a TIFF file, every offset checked; anything but that is passed over.
///
/// Shape:   degrees, minutes and seconds as three rationals each, with N or S and E or W; minutes and seconds up to 60. A file so broken
///          that it cannot be told whether it has GPS data has none.
/// Source:  Exif 2.32, 4.6.6; TIFF 6.0, section 2. 2.2.4 (2.2.4-h).
[[nodiscard]] Geotag geotag_of(std::string_view tiff);

}  // namespace oracle::parse
