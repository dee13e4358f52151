// Comma-separated values by RFC 4180, as the judge reads them.
#pragma once

#include <functional>
#include <span>
#include <string_view>

namespace oracle::parse {

/// Tells the cells of each row of a text, an empty row left out; the views are good for the call.
///
/// Shape:   rows end in CR LF, LF or CR, the last perhaps in none. A cell in quotes holds anything, a quote in it doubled; blanks are part
///          of a cell. A byte order mark is no part of the first.
/// Errors:  false where a quote stands in a cell that does not begin with one, where anything but a comma or a row's end comes behind a
///          closing quote, and where a quote is never closed. The rows before have been told then.
/// Source:  RFC 4180, by R-23.
[[nodiscard]] bool read_csv(std::string_view text, const std::function<void(std::span<const std::string_view>)>& tell);

}  // namespace oracle::parse
