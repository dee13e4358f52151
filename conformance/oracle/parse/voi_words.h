// What single cells of a VOI list may hold: standard words, marks, gradings, and how long a text is.
#pragma once

#include <cstddef>
#include <string_view>

#include "conformance/oracle/parse/voi_rows.h"

namespace oracle::parse {

/// How a cell of a column with standard words (ACTION, REASON, GSC) reads.
///
/// Shape:   a word of the column to the letter (`exact`), or but for case (`folded`, which `exact` implies); `reserved` where that is
///          one of the four that national lists alone may give. Of a reason: some words on end out of the row of them as it is printed,
///          which by another way to divide it may be one (`run`, `run_folded`, likewise). `several`: two words of the column or more,
///          whatever their case and whatever stands between them.
/// Source:  5-d, 5-e, 5-f, 5-k.
struct WordFound {
  bool exact = false, folded = false;
  bool reserved = false;
  bool run = false, run_folded = false;
  bool several = false;
};
[[nodiscard]] WordFound find_word(Column column, std::string_view cell);

/// Letters and digits alone, and at least one.
/// Source:  5-c.
[[nodiscard]] bool is_mark(std::string_view cell);

/// Without the letter X, in either case, and without white space; nothing is a grading, too.
/// Source:  5-g.
[[nodiscard]] bool is_grading(std::string_view cell);

inline constexpr std::size_t kInformationMax = 198;
/// How long a text is, by each way to count. Shape: of well-formed UTF-8.
struct Lengths {
  std::size_t code_points = 0, utf16_units = 0, bytes = 0;
};
[[nodiscard]] Lengths lengths_of(std::string_view text);

}  // namespace oracle::parse
