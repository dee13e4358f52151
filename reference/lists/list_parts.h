// A list as it is stored, in parts of whole rows: which part holds a row, and what entries a part holds.
#pragma once

#include <algorithm>
#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

#include "reference/lists/posting.h"
#include "reference/lists/voi_row.h"

namespace lists {

/// Where a part stands in its list: parts are numbered from 0, rows from 1. A header may be in it where only empty lines are before.
struct PartPlace {
  std::uint32_t part = 0;
  std::uint32_t rows_before = 0;
  bool may_hold_header = false;
  friend bool operator==(const PartPlace&, const PartPlace&) = default;
};

/// Which rows the parts of a version hold: all that is kept in memory of a list besides its postings in the match index.
///
/// Shape:   8 bytes a part. A part may hold no row: a header alone, or empty lines.
class PartDirectory {
 public:
  /// An entry of the part that end_part() ends.
  void add(const domain::VoiEntry& entry) { first_weed_day_ = std::min(first_weed_day_, day_of(entry.weeded_at)); }
  /// The part that is open holds the rows up to `last_row`, and is followed by another; `is_begun`: a row, or a header, was read so far.
  void end_part(std::uint32_t last_row, bool is_begun);

  [[nodiscard]] std::uint32_t parts() const { return static_cast<std::uint32_t>(parts_.size()); }
  [[nodiscard]] PartPlace place(std::uint32_t part) const {
    return {part, part == 0 ? 0 : parts_[part - 1].last_row, part <= empty_parts_};
  }
  /// The part that holds a row; `row` is one of the list's.
  [[nodiscard]] PartPlace find(std::uint32_t row) const;
  /// Whether the part holds an entry whose weed date has come at `at`.
  [[nodiscard]] bool has_weeded(std::uint32_t part, base::Instant at) const { return parts_[part].first_weed_day <= day_of(at); }

 private:
  struct Part {
    std::uint32_t last_row = 0;
    std::uint32_t first_weed_day = 0;
  };
  std::vector<Part> parts_;
  std::uint32_t empty_parts_ = 0;              ///< before the first row or header
  std::uint32_t first_weed_day_ = kDayNever;   ///< of the open part
};

/// Gives `on_entry` the entries of a part in those rows that `is_wanted`, in order. A row that was refused when the list came in is none.
void read_part(std::string_view part, PartPlace place, const Rules& rules, const std::function<bool(std::uint32_t)>& is_wanted,
               const std::function<void(domain::VoiEntry)>& on_entry);

}  // namespace lists
