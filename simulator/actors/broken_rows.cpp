#include "simulator/actors/broken_rows.h"

#include <array>

#include "reference/lists/csv_rows.h"
#include "reference/lists/rules.h"

namespace actors {
namespace {

struct Way {
  std::string_view name;
  lists::Column column;
  std::string_view cell;
};

/// What stands in which cell. `vrm_space`, `information_199` and `column_missing` are made below.
constexpr std::array kWays{Way{"action_case", lists::kAction, "STOP"},
                           Way{"two_reasons", lists::kReason, "Cloned, Drugs"},
                           Way{"reason_unknown", lists::kReason, "Speeding"},
                           Way{"reason_national", lists::kReason, "No Insurance"},
                           Way{"intel_x", lists::kIntel, "1XA"},
                           Way{"carriage_return", lists::kInformation, "Two\r\nlines"},
                           Way{"no_area", lists::kLeaAndArea, ""},
                           Way{"no_weed_date", lists::kWeedDate, ""},
                           Way{"date_form", lists::kWeedDate, "2099-06-30"},
                           Way{"no_such_day", lists::kWeedDate, "31/06/2099"},
                           Way{"gsc_two", lists::kGsc, "OFFICIAL, OFFICIAL-SENSITIVE"}};

}  // namespace

std::string broken_row(std::string_view way, std::string_view mark) {
  std::array<std::string, lists::kColumns> cells;
  const auto cell = [&cells](lists::Column column) -> std::string& { return cells[static_cast<std::size_t>(column - 1)]; };
  cell(lists::kVrm) = mark;
  cell(lists::kAction) = "Stop";
  cell(lists::kReason) = "Other";
  cell(lists::kLeaAndArea) = "Traffic";
  cell(lists::kWeedDate) = "30/06/2099";
  cell(lists::kGsc) = "OFFICIAL";
  for (const Way& known : kWays) {
    if (known.name == way) cell(known.column) = known.cell;
  }
  if (way == "vrm_space") cell(lists::kVrm).insert(std::min<std::size_t>(4, mark.size()), " ");
  if (way == "information_199") cell(lists::kInformation) = std::string(199, 'x');
  const std::size_t count = way == "column_missing" ? cells.size() - 1 : cells.size();
  std::string row;
  for (std::size_t i = 0; i < count; ++i) {
    if (i > 0) row += ',';
    lists::write_cell(row, cells[i]);
  }
  return row += "\r\n";
}

}  // namespace actors
