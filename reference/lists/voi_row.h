// One row of a VOI list: checked against the template, column by column.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "reference/lists/csv_rows.h"
#include "reference/lists/voi_template.h"

namespace lists {

/// A row that was not taken in, and why: once for each column that is wrong, in order of columns.
///
/// Shape:   `row` counts entries from 1, the header and empty lines not counted; 0 is the header itself. `column` is the template's, from
///          1 (for a row of too few or too many, the first that is missing or too many). `found` is an excerpt.
struct RefusedRow {
  std::uint32_t row = 0;
  int column = 0;
  std::string found;
  std::string expected;
  std::string clause;
};

using OnRefused = std::function<void(RefusedRow)>;

/// The entry of a row; none where the row breaks the template, and then `on_refused` was told what is wrong with it.
[[nodiscard]] std::optional<domain::VoiEntry> read_row(const Cells& cells, std::uint32_t row, const Rules& rules,
                                                       const OnRefused& on_refused);

/// Whether a list's first row is a header: its first cell is VRM, in any letter case.
[[nodiscard]] bool is_header(const Cells& cells);

/// Tells of each cell of a header that names a column of the template in another's place, since rows are read by place (5-b). Other names
/// than the template's say nothing: the specification asks for no header.
void check_header(const Cells& cells, const Rules& rules, const OnRefused& on_refused);

}  // namespace lists
