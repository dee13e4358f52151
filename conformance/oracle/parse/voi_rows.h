// The rows of a VOI list, as the judge reads them from the file that was uploaded.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string_view>

namespace oracle::parse {

/// The columns of the template, counted as it is printed; the sixth is not.
enum Column : std::uint8_t {
  kVrm = 1, kMake, kModel, kColour, kAction, kWarningMarkers, kReason, kGrading, kInformation, kArea, kStart, kWeed, kPncId, kMarking,
  kCad, kContact
};
inline constexpr std::size_t kColumns = 16;

/// An entry of a list.
///
/// Shape:   `number` counts entries from 1, a header not counted. A row of 15 cells has no column 6, one of 16 has them all; of any other
///          the columns cannot be told apart.
/// Owner:   the cells are borrowed for the call.
struct VoiRow {
  std::uint32_t number = 0;
  std::span<const std::string_view> cells;

  [[nodiscard]] bool laid_out() const { return cells.size() == kColumns || cells.size() == kColumns - 1; }
  /// The text of a column; empty where the row does not reach so far.
  [[nodiscard]] std::string_view at(Column column) const {
    const std::size_t shift = cells.size() == kColumns - 1 && column > kWarningMarkers ? 2 : 1;
    const std::size_t at = column - shift;
    const bool none = at >= cells.size() || (cells.size() == kColumns - 1 && column == kWarningMarkers);
    return none ? std::string_view() : cells[at];
  }
};

/// Reads a list (CSV by RFC 4180) and tells each row, and the header where there is one: a first row whose first cell is VRM, in any case.
///
/// Errors:  from where a text is no CSV any more no further row is told; the result is then false.
/// Source:  5, R-23.
[[nodiscard]] bool read_voi_rows(std::string_view csv, const std::function<void(const VoiRow&)>& tell,
                                 const std::function<void(std::span<const std::string_view>)>& tell_header = {});

/// The column that a cell of a header names, whatever its case, blanks and punctuation; 0 where it is none of the template.
[[nodiscard]] std::size_t column_named(std::string_view header_cell);

/// What matching needs of an entry.
///
/// Shape:   `plain` where the row keeps to the whole template of clause 5 however it is read (R-18 apart): such a row must match. One that
///          does not may have been refused, so that it may match and need not.
/// Units:   `from_ns` and `weed_ns` nanoseconds since 1970, 00:00 GMT of start and weed date; the least and the greatest where none
///          is given.
struct EntryFacts {
  bool plain = false;
  bool no_alert = false;
  std::int64_t from_ns = INT64_MIN;
  std::int64_t weed_ns = INT64_MAX;
};
/// `national`: the list may give the reasons that are kept for national ones.
[[nodiscard]] EntryFacts facts_of(const VoiRow& row, bool national);

}  // namespace oracle::parse
