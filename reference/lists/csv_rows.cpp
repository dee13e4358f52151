#include "reference/lists/csv_rows.h"

#include <csv.h>

#include "reference/base/check.h"

namespace lists {
namespace {

constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";
constexpr std::size_t kCellBytesStep = 4'096;   // by which libcsv's room for a cell grows
constexpr int kRowNotBegun = 0;                 // libcsv's state between rows

}  // namespace

/// libcsv's parser and the row it is in.
struct CsvReader::Machine {
  explicit Machine(std::function<void(const Cells&)> teller) : on_row(std::move(teller)) {
    PLUMB_CHECK(csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI) == 0, "libcsv starts");
    csv_set_space_func(&parser, [](unsigned char) { return 0; });   // or it would trim cells in silence
    csv_set_blk_size(&parser, kCellBytesStep);
  }
  ~Machine() { csv_free(&parser); }
  Machine(const Machine&) = delete;
  Machine& operator=(const Machine&) = delete;

  static void on_cell(void* text, std::size_t size, void* machine) {
    static_cast<Machine*>(machine)->cells.emplace_back(static_cast<const char*>(text), size);
  }
  static void on_row_end(int, void* machine) {
    auto& self = *static_cast<Machine*>(machine);
    self.on_row(self.cells);
    self.cells.clear();
  }

  csv_parser parser{};
  std::function<void(const Cells&)> on_row;
  Cells cells;
};

CsvReader::CsvReader(std::function<void(const Cells&)> on_row, From from)
    : machine_(std::make_unique<Machine>(std::move(on_row))), mark_is_done_(from == From::kRow) {}
CsvReader::~CsvReader() = default;

std::optional<std::string> CsvReader::feed(std::string_view slice) {
  while (!mark_is_done_ && !slice.empty()) {
    if (mark_bytes_ < kByteOrderMark.size() && slice[0] == kByteOrderMark[mark_bytes_]) {
      ++mark_bytes_;
      slice.remove_prefix(1);
      continue;
    }
    mark_is_done_ = true;
    if (mark_bytes_ == kByteOrderMark.size()) passed_ += mark_bytes_;
    else if (auto fault = parse(kByteOrderMark.substr(0, mark_bytes_))) return fault;   // it was none
  }
  return parse(slice);
}

std::optional<std::string> CsvReader::finish() {
  if (!mark_is_done_ && mark_bytes_ < kByteOrderMark.size()) {
    if (auto fault = parse(kByteOrderMark.substr(0, mark_bytes_))) return fault;
  }
  if (csv_fini(&machine_->parser, Machine::on_cell, Machine::on_row_end, machine_.get()) != 0) return "a quote that is never closed";
  return std::nullopt;
}

std::optional<std::string> CsvReader::parse(std::string_view text) {
  while (!text.empty()) {
    const std::size_t end = text.find_first_of("\r\n");
    const std::string_view line = text.substr(0, end == std::string_view::npos ? end : end + 1);
    if (auto fault = parse_line(line)) return fault;
    text.remove_prefix(line.size());
  }
  return std::nullopt;
}

/// A row can end only where a line does, so its length is known at every line's end.
std::optional<std::string> CsvReader::parse_line(std::string_view line) {
  row_bytes_ += line.size();
  if (row_bytes_ > kRowBytesMax) {
    return "a row of more than " + std::to_string(kRowBytesMax) + " bytes that begins at byte " +
           std::to_string(passed_ + line.size() - row_bytes_) + ": a quote may not be closed";
  }
  const std::size_t read = csv_parse(&machine_->parser, line.data(), line.size(), Machine::on_cell, Machine::on_row_end, machine_.get());
  passed_ += read;
  if (read != line.size()) return "a quote out of place at byte " + std::to_string(passed_);
  if (machine_->parser.pstate == kRowNotBegun) row_bytes_ = 0;
  return std::nullopt;
}

std::optional<std::string> read_csv(std::string_view csv, const std::function<void(const Cells&)>& on_row) {
  CsvReader reader(on_row);
  if (auto fault = reader.feed(csv)) return fault;
  return reader.finish();
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
