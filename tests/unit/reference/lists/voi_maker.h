// VOI lists for tests: a row that is right, to be spoilt cell by cell.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "reference/lists/csv_rows.h"
#include "reference/lists/voi_list.h"

namespace voi_maker {

/// A row of sixteen cells; columns count from 1.
class Row {
 public:
  Row with(int column, std::string_view cell) const {
    Row other = *this;
    other.cells_[static_cast<std::size_t>(column - 1)] = cell;
    return other;
  }
  std::string csv() const {
    std::string line;
    for (const std::string& cell : cells_) {
      if (&cell != &cells_[0]) line += ',';
      lists::write_cell(line, cell);
    }
    return line + "\r\n";
  }

 private:
  std::array<std::string, 16> cells_{"AB00CDE",        "FORD",        "FOCUS",      "RED",        "Stop", "",         "Drugs", "1AP",
                                     "Ask for papers", "CAMBS South", "01/06/2019", "30/06/2019", "",     "OFFICIAL", "",      "101"};
};

inline constexpr std::string_view kHeader =
    "VRM,MAKE,MODEL,COLOUR,ACTION,WARNING MARKERS,REASON,INTEL 3X5X2,INFORMATION/ ACTION,LEA AND AREA,START DATE,WEED DATE,PNC ID,GSC,CAD,"
    "CONTACT\r\n";
inline constexpr std::string_view kFile = "35_Cambs VOI List.csv";

}  // namespace voi_maker
