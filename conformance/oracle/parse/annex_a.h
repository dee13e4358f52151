// The codes of Annex A: those of two digits, which a read's Feed ID may be, and those that name lists alone.
#pragma once

#include <algorithm>
#include <array>
#include <string_view>

namespace oracle::parse {

/// In ascending order. 201 and the four codes of letters name lists, never a feed.
/// Source:  Annex A of the specification, and 2.3 for the two digits.
inline constexpr std::array<std::string_view, 50> kFeedCodes{
    "02", "03", "04", "05", "06", "07", "10", "11", "12", "13", "14", "16", "17", "20", "21", "22", "23",
    "24", "30", "31", "32", "33", "34", "35", "36", "37", "40", "41", "42", "43", "44", "45", "46", "47",
    "48", "50", "52", "53", "54", "55", "59", "60", "61", "62", "63", "88", "90", "93", "94", "98"};

inline constexpr std::array<std::string_view, 5> kListCodes{"201", "LEA", "MIDASGOLD", "TRIVIUM", "TUTELAGE"};

[[nodiscard]] inline bool is_feed_code(std::string_view code) {
  return std::binary_search(kFeedCodes.begin(), kFeedCodes.end(), code);
}

[[nodiscard]] inline bool is_list_code(std::string_view code) {
  return std::binary_search(kListCodes.begin(), kListCodes.end(), code);
}

}  // namespace oracle::parse
