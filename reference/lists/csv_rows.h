// CSV by RFC 4180, row by row, from text that may come in slices.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lists {

/// The cells of a row, quotes undone and nothing else: blanks, line ends in quotes and letter case stay as they are.
using Cells = std::vector<std::string>;

/// Reads CSV that comes in slices, cut anywhere: what comes out does not depend on the cuts.
///
/// Shape:   rows end in CR LF, LF or CR; empty lines and a byte order mark at the start are passed over. A row has at most kRowBytesMax
///          bytes, so that an open quote costs no more memory than that.
/// Errors:  what is wrong with the grammar and at which byte, as half a sentence; rows before it were given, and nothing may be fed
///          behind it. Wrong are a quote inside a cell that is not quoted, something behind a closing quote, a quote that is never closed,
///          and a row that is too long.
class CsvReader {
 public:
  static constexpr std::size_t kRowBytesMax = 64 * 1024;

  /// Where the text begins: at its start, where a byte order mark may stand, or at a row behind it.
  enum class From : std::uint8_t { kStart, kRow };

  explicit CsvReader(std::function<void(const Cells&)> on_row, From from = From::kStart);
  ~CsvReader();
  CsvReader(const CsvReader&) = delete;
  CsvReader& operator=(const CsvReader&) = delete;

  [[nodiscard]] std::optional<std::string> feed(std::string_view slice);
  [[nodiscard]] std::optional<std::string> finish();
  /// What was fed of the row that is under way; 0 between rows.
  [[nodiscard]] std::size_t row_bytes() const { return row_bytes_; }

 private:
  struct Machine;
  [[nodiscard]] std::optional<std::string> parse(std::string_view text);
  [[nodiscard]] std::optional<std::string> parse_line(std::string_view line);

  std::unique_ptr<Machine> machine_;
  std::uint64_t passed_ = 0;       ///< bytes fed to the grammar, the mark included
  std::size_t row_bytes_ = 0;      ///< of the row that is under way
  std::size_t mark_bytes_ = 0;     ///< how much of a byte order mark was seen
  bool mark_is_done_;
};

/// Gives `on_row` each row of a whole text. Errors as CsvReader's.
[[nodiscard]] std::optional<std::string> read_csv(std::string_view csv, const std::function<void(const Cells&)>& on_row);

/// One cell as CSV, quoted where it has to be.
void write_cell(std::string& csv, std::string_view cell);

}  // namespace lists
