// Where a read was captured (clause 2.2.3).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "reference/base/result.h"
#include "reference/domain/short_text.h"

namespace domain {

inline constexpr base::ErrorKind kLocationMissing{"location_missing", "2.2.3", "a location in every read", 1};
inline constexpr base::ErrorKind kLocationNotDecimal{
    "location_not_decimal", "2.2.3", "'latitude,longitude' in decimal degrees, or N0000000 E0000000 from a mobile system", 2};
inline constexpr base::ErrorKind kLocationOutOfRange{"location_out_of_range", "2.2.3",
                                                     "latitude -90 to 90 and longitude -180 to 180 degrees", 3};

/// A position, WGS 84, or the literal of a mobile system without a fix.
///
/// Units:   1e-7 degree, exact; latitude north positive, longitude east positive.
/// Source:  2.2.3 (2.2.3-a, d).
class Location {
 public:
  static constexpr std::string_view kNoFixText = "N0000000 E0000000";

  /// Errors:  kLocationOutOfRange.
  [[nodiscard]] static base::Result<Location> make(std::int32_t latitude_deg_e7, std::int32_t longitude_deg_e7);
  [[nodiscard]] static Location no_fix() { return Location(0, 0, true); }

  [[nodiscard]] bool has_fix() const { return !no_fix_; }
  [[nodiscard]] std::int32_t latitude_deg_e7() const { return latitude_; }
  [[nodiscard]] std::int32_t longitude_deg_e7() const { return longitude_; }
  /// "51.5073510,-0.1277580" with seven decimals, or the literal.
  [[nodiscard]] std::string text() const { return std::string(short_text().view()); }
  [[nodiscard]] ShortText short_text() const;
  friend bool operator==(Location, Location) = default;

 private:
  Location(std::int32_t lat, std::int32_t lon, bool none) : latitude_(lat), longitude_(lon), no_fix_(none) {}
  std::int32_t latitude_, longitude_;
  bool no_fix_;
};

/// Reads "latitude,longitude" in decimal degrees (a sign, digits, and one to ten decimals, the ones past the seventh cut off), or the
/// no-fix literal.
/// Errors:  kLocationMissing (empty), kLocationNotDecimal, kLocationOutOfRange.
[[nodiscard]] base::Result<Location> parse_location(std::string_view text);

}  // namespace domain
