#include "reference/lists/list_parts.h"

#include <algorithm>
#include <utility>

#include "reference/base/check.h"

namespace lists {

void PartDirectory::end_part(std::uint32_t last_row, bool is_begun) {
  parts_.push_back({last_row, std::exchange(first_weed_day_, kDayNever)});
  if (!is_begun) empty_parts_ = parts();
}

PartPlace PartDirectory::find(std::uint32_t row) const {
  const auto found = std::ranges::lower_bound(parts_, row, {}, &Part::last_row);
  PLUMB_CHECK(found != parts_.end(), "a part holds each row of a list");
  return place(static_cast<std::uint32_t>(found - parts_.begin()));
}

void read_part(std::string_view part, PartPlace place, const Rules& rules, const std::function<bool(std::uint32_t)>& is_wanted,
               const std::function<void(domain::VoiEntry)>& on_entry) {
  std::uint32_t row = place.rows_before;
  bool may_be_header = place.may_hold_header;
  const auto on_row = [&](const Cells& cells) {
    if (std::exchange(may_be_header, false) && is_header(cells)) return;
    if (!is_wanted(++row)) return;
    if (auto entry = read_row(cells, row, rules, [](const RefusedRow&) {})) on_entry(*std::move(entry));
  };
  CsvReader reader(on_row, place.part == 0 ? CsvReader::From::kStart : CsvReader::From::kRow);
  const auto fault = reader.feed(part);
  PLUMB_CHECK(!fault && !reader.finish(), "what was stored of a list was read before");
}

}  // namespace lists
