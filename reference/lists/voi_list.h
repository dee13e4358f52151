// A VOI list as a file (clause 5): CSV by the 16-column template to entries.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "reference/base/result.h"
#include "reference/domain/hit.h"

namespace lists {

inline constexpr base::ErrorKind kListNameUnknown{"list_name_unknown", "Annex A",
                                                  "a file name that begins with a code of Annex A and an underscore", 1};
inline constexpr base::ErrorKind kListNotCsv{"list_not_csv", "house", "CSV by RFC 4180 in UTF-8 (R-23)", 2};

/// A row that was not taken in, and why: once for each column that is wrong, in order of columns.
///
/// Shape:   `row` counts entries from 1, the header and empty lines not counted; `column` the template's columns from 1 (for a
///          row of too few or too many, the first that is missing or too many). `found` is an excerpt.
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

/// Who fills a list: a force, or whoever populates it for the nation, who alone may give No Insurance, No MOT, No Tax and No Keeper as a
/// reason (5-f; R-35).
enum class Population : std::uint8_t { kForce, kNational };

/// Reads a list. A row that breaks the template is refused and the rest is loaded; nothing is altered.
///
/// Shape:   CSV by RFC 4180 in UTF-8, with or without byte order mark; rows end in CR LF, LF or CR; empty lines are passed over.
///          The first row is a header where its first cell is VRM, in any letter case. An entry already weeded is loaded and never matches.
/// Errors:  kListNameUnknown, kListNotCsv.
/// Source:  5 (5-a to 5-k; ).
[[nodiscard]] base::Result<VoiList> parse_voi_list(std::string_view file, std::string_view csv, Population by = Population::kForce);

/// Writes a list by the template, with a header row, so that parse_voi_list gives the same entries, numbered from 1.
///
/// Shape:   what an entry does not know is filled in: LEA AND AREA with the owner's symbol text, GSC with OFFICIAL. Days stand
///          for instants. The template has no way to say "never weeded": such an entry is written without a weed date, and refused
///          when read.
[[nodiscard]] std::string encode_voi_list(const VoiList& list);

/// Whether `code` is an organisation of Annex A, and the text its hits show.
[[nodiscard]] bool is_annex_a_code(std::string_view code);
[[nodiscard]] std::string_view symbol_text(std::string_view code);

}  // namespace lists
