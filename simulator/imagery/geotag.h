// Where a picture was taken, as Exif.
#pragma once

#include <cstdint>
#include <string>

namespace imagery {

/// Units:   ten-millionths of a degree, north and east positive, WGS 84.
struct Geotag {
  std::int32_t latitude_deg_e7 = 0;
  std::int32_t longitude_deg_e7 = 0;
};

/// The payload of an APP1 segment with the place.
///
/// Shape:   "Exif", two zeros, and a TIFF structure by libexif with a GPS directory: version 2.3, latitude and longitude as degrees,
///          minutes and seconds. The seconds are ten-millionths, which keeps every ten-millionth of a degree exactly. Latitude -90 to 90
///          degrees, longitude -180 to 180: else a broken invariant.
/// Source:  2.2.4-h; Exif 2.3, 4.6.6.
[[nodiscard]] std::string exif_of(const Geotag& place);

}  // namespace imagery
