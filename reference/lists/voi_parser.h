// A VOI list that comes in slices: CSV by the template, row by row, to whoever wants the entries.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "reference/base/result.h"
#include "reference/domain/utf8.h"
#include "reference/lists/csv_rows.h"
#include "reference/lists/rules.h"
#include "reference/lists/voi_row.h"

namespace lists {

inline constexpr base::ErrorKind kListNotCsv{"list_not_csv", "house", "CSV by RFC 4180 in UTF-8 (R-23)", 2};
inline constexpr base::ErrorKind kListHasBadRows{"list_has_bad_rows", "5", "a list whose every row keeps to the template (R-22)", 3};

/// Who is told what a list holds.
class ListSink {
 public:
  virtual ~ListSink() = default;
  virtual void on_entry(domain::VoiEntry entry) = 0;
  /// Once for each column that is wrong; row by row, and in a row by column.
  virtual void on_refused(RefusedRow refused) = 0;
};

/// Shape:   `rows` = `loaded` + `refused`, each row once; a header is none. `header_is_wrong`: it was refused, too, as row 0.
struct ListCounts {
  std::uint64_t rows = 0;
  std::uint64_t loaded = 0;
  std::uint64_t refused = 0;
  bool header_is_wrong = false;
};

/// Reads a list of any length in bounded memory and in bounded pieces of work. What comes out does not depend on how it was sliced.
///
/// Shape:   CSV by RFC 4180 in UTF-8, with or without byte order mark; rows end in CR LF, LF or CR; empty lines are passed over. The
///          first row is a header where its first cell is VRM, in any letter case. An entry already weeded is an entry.
/// Errors:  kListNotCsv from feed and finish, after which nothing may be fed; kListHasBadRows from finish, where the rules have one bad
///          row refuse the file. What was told until then is to be forgotten.
/// Source:  5 (5-a to 5-k; ).
class VoiListParser {
 public:
  /// What one call takes at most: some 100 rows, well below a millisecond.
  static constexpr std::size_t kSliceBytesMax = 16 * 1024;

  /// Owner:   `sink` is the caller's, and told while it calls.
  VoiListParser(Rules rules, ListSink& sink);

  /// Reads the beginning of `bytes`, and says how much it took: kSliceBytesMax at most, and all of what is less.
  [[nodiscard]] base::Result<std::size_t> feed(std::string_view bytes);
  [[nodiscard]] base::Result<ListCounts> finish();
  /// Whether a row or a header was read.
  [[nodiscard]] bool is_begun() const { return !at_start_; }
  /// Rows so far, and the bytes at the end of what was fed that belong to the row behind them.
  [[nodiscard]] std::uint32_t rows() const { return static_cast<std::uint32_t>(counts_.rows); }
  [[nodiscard]] std::size_t open_bytes() const { return csv_.row_bytes() + half_.size(); }

 private:
  void on_row(const Cells& cells);
  [[nodiscard]] tl::unexpected<base::Error> not_csv(std::string_view what) const;
  [[nodiscard]] tl::unexpected<base::Error> not_utf8(std::uint64_t at) const;

  Rules rules_;
  ListSink& sink_;
  OnRefused on_refused_;
  domain::Utf8Stream utf8_;
  CsvReader csv_;
  std::uint64_t read_to_ = 0;   ///< bytes that the CSV reader has
  std::string half_;            ///< of a code point that a slice cut: read when it is whole, so that no cut changes what comes out
  ListCounts counts_;
  bool at_start_ = true;
};

/// Feeds a whole text. Errors as VoiListParser's.
[[nodiscard]] base::Result<ListCounts> parse_rows(std::string_view csv, const Rules& rules, ListSink& sink);

}  // namespace lists
