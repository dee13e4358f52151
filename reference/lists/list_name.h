// The name of a VOI list, which says whose it is (Annex A).
#pragma once

#include <string_view>

#include "reference/base/result.h"

namespace lists {

inline constexpr base::ErrorKind kListNameUnknown{"list_name_unknown", "Annex A",
                                                  "a file name that begins with a code of Annex A and an underscore", 1};
inline constexpr base::ErrorKind kListNotOwned{"list_not_owned", "5", "a list of the organisation that creates and manages it", 2};

/// "35_Cambs VOI List.csv", taken apart. Views into the name and into Annex A.
struct ListName {
  std::string_view code;     ///< "35": the organisation that creates and manages the list
  std::string_view text;     ///< "Cambs VOI List.csv": the owner's own words, which may be empty
  std::string_view symbol;   ///< "CAMBS": what the bottom of the symbol shows
};

/// Reads a file name `<code>_<text>`. The code stands to the letter: "7_x" and "lea_x" are nobody's.
/// Errors:  kListNameUnknown.
/// Source:  5, Annex A (5-l, A-a; R-08: any code of Annex A may name a list; R-38: 88 and LEA are two codes that show one text).
[[nodiscard]] base::Result<ListName> parse_list_name(std::string_view file);

/// The same, for an organisation that wants to put, change or remove the list: only the one that made it may (5-l).
/// Errors:  kListNameUnknown, kListNotOwned.
[[nodiscard]] base::Result<ListName> parse_own_list_name(std::string_view file, std::string_view organisation);

/// Whether `code` is an organisation of Annex A, and the text its hits show.
[[nodiscard]] bool is_annex_a_code(std::string_view code);
[[nodiscard]] std::string_view symbol_text(std::string_view code);

}  // namespace lists
