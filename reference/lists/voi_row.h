// One row of a VOI list: checked against the template, column by column.
#pragma once

#include <optional>
#include <vector>

#include "reference/lists/csv_rows.h"
#include "reference/lists/voi_list.h"

namespace lists {

/// The entry of a row; none where the row breaks the template, and then `refused` has what is wrong with it.
[[nodiscard]] std::optional<domain::VoiEntry> read_row(const Cells& cells, std::uint32_t row, Population by,
                                                       std::vector<RefusedRow>& refused);

}  // namespace lists
