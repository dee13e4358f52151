// The template of a VOI list (clause 5): its columns, and the words that some of them allow.
#pragma once

#include <string_view>

#include "reference/lists/voi_list.h"

namespace lists {

/// The columns, counted from 1. Column 6 is missing from the printed table.
enum Column : int {
  kVrm = 1, kMake, kModel, kColour, kAction, kWarningMarkers, kReason, kIntel, kInformation, kLeaAndArea, kStartDate, kWeedDate,
  kPncId, kGsc, kCad, kContact
};
inline constexpr int kColumns = 16;
inline constexpr std::size_t kInformationCodePointsMax = 198;   ///< 5-h; R-19

[[nodiscard]] std::string_view name_of(Column column);

/// Whether `word` is a REASON to the letter that a list of this population may give (R-25; 5-d, 5-f).
[[nodiscard]] bool is_reason(std::string_view word, Population by);
/// Whether `word` is one of the four that only nationally populated lists may give.
[[nodiscard]] bool is_national_reason(std::string_view word);
/// Whether `word` is a protective marking to the letter (5-k).
[[nodiscard]] bool is_gsc(std::string_view word);

}  // namespace lists
