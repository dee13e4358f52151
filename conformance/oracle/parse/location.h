// Where a read says that it was made.
#pragma once

#include <cstdint>
#include <string_view>

#include "reference/base/witness.h"

namespace oracle::parse {

/// In which of the ways that readings know a text gives a place.
enum class LocationForm : std::uint8_t {
  kNone,      ///< in none
  kSigned,    ///< "51.507351,-0.127758": latitude, longitude, in signed degrees with decimals
  kLetters,   ///< the same with letters for signs: "51.507351N,0.127758W", "N51.507351 W0.127758"
  kNoFix,     ///< N0000000 E0000000, to the letter: no place is known
};

/// Shape:   `at` is meaningful for kSigned and kLetters, `trouble` for kNone: what is wrong, in words.
struct Location {
  LocationForm form = LocationForm::kNone;
  base::event::Position at;
  std::string_view trouble;

  [[nodiscard]] bool has_place() const { return form == LocationForm::kSigned || form == LocationForm::kLetters; }
};

/// Reads a location.
///
/// Shape:   one comma, and a space behind it at most; a number has one to three digits, a point and any decimals but none. How many
///          decimals is no matter of form: a place cut to few of them lies off, which 2.2.3-b finds. With letters, N or S and E or W stand
///          before or behind the numbers, which then have no sign; spaces are passed over, and one may stand for the comma.
/// Units:   1e-7 degree; what is finer is rounded. Latitude -90 to 90, longitude -180 to 180.
/// Source:  2.2.3 (2.2.3-a, d, e), R-06.
[[nodiscard]] Location location_of(std::string_view text);

}  // namespace oracle::parse
