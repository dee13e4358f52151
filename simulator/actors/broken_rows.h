// Rows of lists that break the template (clause 5), each in one way.
#pragma once

#include <string>
#include <string_view>

namespace actors {

/// A row of a list with this mark that breaks the template in the way of that name (docs/scenario.md), line end and all; a sound row
/// where there is no such name.
[[nodiscard]] std::string broken_row(std::string_view way, std::string_view mark);

}  // namespace actors
