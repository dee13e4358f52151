// CSV tables, read through OGR.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "reference/base/result.h"

namespace geo {

inline constexpr base::ErrorKind kSourceUnreadable{"source_unreadable", "house", "a source file that OGR can read", 1};
inline constexpr base::ErrorKind kSourceUnfit{"source_unfit", "house", "the columns and values the source is known for", 2};

/// A row, by column name. Every value is text.
using Row = std::map<std::string, std::string>;

/// Reads a CSV file whose first line names the columns.
///
/// Errors:  kSourceUnreadable; kSourceUnfit where one of `columns` is missing. The detail names the file.
[[nodiscard]] base::Result<std::vector<Row>> read_table(const std::filesystem::path& file, const std::vector<std::string>& columns);

/// A whole number of a row. Errors:  kSourceUnfit.
[[nodiscard]] base::Result<std::int64_t> whole_number(const Row& row, const std::string& column);

}  // namespace geo
