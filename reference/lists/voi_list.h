// A VOI list as a file (clause 5): CSV by the 16-column template to entries.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "reference/base/result.h"
#include "reference/domain/hit.h"
#include "reference/lists/list_name.h"
#include "reference/lists/rules.h"
#include "reference/lists/voi_parser.h"

namespace lists {

struct VoiList {
  std::string file;              ///< "35_Cambs VOI List.csv"
  std::string owner;             ///< the Annex A code it begins with
  std::vector<domain::VoiEntry> entries;
  std::vector<RefusedRow> refused;
};

/// Reads a list that is whole. A row that breaks the template is refused and the rest is loaded; nothing is altered.
///
/// Shape:   as VoiListParser's, which it is one use of; its time and memory are in proportion to the text.
/// Errors:  kListNameUnknown, kListNotCsv, kListHasBadRows.
/// Source:  5 (5-a to 5-k; ).
[[nodiscard]] base::Result<VoiList> parse_voi_list(std::string_view file, std::string_view csv, const Rules& rules = {});

/// Writes a list by the template, with a header row, so that parse_voi_list gives the same entries, numbered from 1.
///
/// Shape:   what an entry does not know is filled in: LEA AND AREA with the owner's symbol text, CONTACT with its control room, an empty
///          GSC with OFFICIAL. Days stand for instants. The template has no way to say "never weeded": such an entry is written without a
///          weed date, and refused when read.
[[nodiscard]] std::string encode_voi_list(const VoiList& list);

}  // namespace lists
