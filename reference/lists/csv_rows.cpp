#include "reference/lists/csv_rows.h"

#include <csv.h>

#include "reference/base/check.h"

namespace lists {
namespace {

constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";

/// libcsv's parser, freed whatever happens.
class Parser {
 public:
  Parser() {
    PLUMB_CHECK(csv_init(&parser_, CSV_STRICT | CSV_STRICT_FINI) == 0, "libcsv starts");
    csv_set_space_func(&parser_, [](unsigned char) { return 0; });   // or it would trim cells in silence
  }
  ~Parser() { csv_free(&parser_); }
  Parser(const Parser&) = delete;
  Parser& operator=(const Parser&) = delete;
  csv_parser* get() { return &parser_; }

 private:
  csv_parser parser_{};
};

struct Rows {
  const std::function<void(const Cells&)>& on_row;
  Cells cells;
};

void on_cell(void* text, std::size_t size, void* rows) {
  static_cast<Rows*>(rows)->cells.emplace_back(static_cast<const char*>(text), size);
}

void on_row_end(int, void* data) {
  auto& rows = *static_cast<Rows*>(data);
  rows.on_row(rows.cells);
  rows.cells.clear();
}

}  // namespace

std::optional<std::string> read_csv(std::string_view csv, const std::function<void(const Cells&)>& on_row) {
  const std::size_t mark = csv.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0;
  const std::string_view rest = csv.substr(mark);
  Parser parser;
  Rows rows{on_row, {}};
  const std::size_t read = csv_parse(parser.get(), rest.data(), rest.size(), on_cell, on_row_end, &rows);
  if (read != rest.size()) return "a quote out of place at byte " + std::to_string(mark + read);
  if (csv_fini(parser.get(), on_cell, on_row_end, &rows) != 0) return "a quote that is never closed";
  return std::nullopt;
}

void write_cell(std::string& csv, std::string_view cell) {
  if (cell.find_first_of(",\"\r\n") == std::string_view::npos) {
    csv += cell;
    return;
  }
  csv += '"';
  for (const char c : cell) {
    if (c == '"') csv += '"';
    csv += c;
  }
  csv += '"';
}

}  // namespace lists
