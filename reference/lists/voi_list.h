// A VOI list as a file (clause 5): CSV by the 16-column template to entries.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "reference/base/result.h"
#include "reference/domain/hit.h"

namespace lists {

inline constexpr base::ErrorKind kListNameUnknown{"list_name_unknown", "Annex A", "a file name that begins with a code of Annex A and an underscore", 1};
inline constexpr base::ErrorKind kListNotCsv{"list_not_csv", "house", "CSV by RFC 4180 in UTF-8 (R-23)", 2};

/// A row that was not taken in, and why. `row` counts entries from 1; `column` the template's columns from 1.
struct RefusedRow {
  std::uint32_t row = 0;
  int column = 0;
  std::string found;
  std::string expected;
  std::string clause;
};

struct VoiList {
  std::string file;              ///< "35_Cambs VOI List.csv"
  std::string owner;             ///< the Annex A code it begins with
  std::vector<domain::VoiEntry> entries;
  std::vector<RefusedRow> refused;
};

/// Reads a list. A row that breaks the template is refused and the rest is loaded; nothing is altered.
/// Errors:  kListNameUnknown, kListNotCsv.
[[nodiscard]] base::Result<VoiList> parse_voi_list(std::string_view file, std::string_view csv);

/// Writes a list by the template, with a header row.
[[nodiscard]] std::string encode_voi_list(const VoiList& list);

/// Whether `code` is an organisation of Annex A, and the text its hits show.
[[nodiscard]] bool is_annex_a_code(std::string_view code);
[[nodiscard]] std::string_view symbol_text(std::string_view code);

}  // namespace lists
