// CSV by RFC 4180, row by row.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lists {

/// The cells of a row, quotes undone and nothing else: blanks, line ends in quotes and letter case stay as they are.
using Cells = std::vector<std::string>;

/// Gives `on_row` each row of `csv` but empty lines. A byte order mark is passed over.
/// Errors:  what was wrong with the grammar and at which byte; rows before it were given. A quote inside a cell that
///          is not quoted, something behind a closing quote, and a quote that is never closed are wrong.
[[nodiscard]] std::optional<std::string> read_csv(std::string_view csv, const std::function<void(const Cells&)>& on_row);

/// One cell as CSV, quoted where it has to be.
void write_cell(std::string& csv, std::string_view cell);

}  // namespace lists
