// VOI lists written otherwise than they were: what mutants of NAS do to an upload, and mutants of a list's keeper to a file.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "reference/lists/csv_rows.h"
#include "reference/lists/rules.h"

namespace subjects {

using lists::Cells;
/// Changes the cells of an entry; `row` counts from 1, a header not counted.
using EditRow = std::function<void(std::uint64_t row, Cells& cells)>;

/// The list with each entry edited; as it is where it is no CSV.
[[nodiscard]] std::string with_rows(std::string_view csv, const EditRow& edit);

/// The cell of a column, or one that nobody looks at where the row does not reach so far.
[[nodiscard]] std::string& cell(Cells& cells, lists::Column column);

/// Sets a column in one row of `n`; 1: in every row.
[[nodiscard]] EditRow setting(lists::Column column, std::string text, std::uint64_t n);

/// A date 'dd/mm/yyyy' so many days later; as it is where it is none of the calendar.
[[nodiscard]] std::string moved(std::string_view date, int days);

}  // namespace subjects
