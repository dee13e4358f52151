#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include <csv.h>
#include <fmt/format.h>

#include "conformance/evidence/files/container.h"
#include "conformance/evidence/files/hashed_file.h"
#include "conformance/evidence/read_teller.h"
#include "reference/base/check.h"
#include "reference/base/hash.h"

namespace evidence {
namespace {

enum class Form { kText, kNumber, kTruth, kImage };
struct Column {
  std::string_view name;
  Form form;
};
/// The fields of a read (docs/wire.md).
constexpr std::array kColumns{
    Column{"vrm", Form::kText},          Column{"time", Form::kText},         Column{"location", Form::kText},
    Column{"feed_id", Form::kText},      Column{"source_id", Form::kNumber},  Column{"nrd_id", Form::kNumber},
    Column{"preset_id", Form::kNumber},  Column{"lane_id", Form::kText},      Column{"alias_id", Form::kText},
    Column{"username", Form::kText},     Column{"plate_patch", Form::kImage}, Column{"overview", Form::kImage},
    Column{"camera_class", Form::kText}, Column{"direction", Form::kNumber},  Column{"confidence", Form::kNumber},
    Column{"read_id", Form::kText},      Column{"buffered", Form::kTruth},
};

constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";
constexpr std::size_t kRowBytesMax = std::size_t{1} << 20;
constexpr std::size_t kImageBytesMax = std::size_t{16} << 20;
constexpr std::size_t kImagesKeptMax = 4'096;
constexpr std::size_t kImagesKeptBytesMax = std::size_t{256} << 20;
constexpr std::size_t kChunk = std::size_t{64} << 10;

/// As JSON writes an integer or a decimal; anything else stays text, for the judge to see as it is.
bool is_number(std::string_view text) {
  if (text.starts_with('-')) text.remove_prefix(1);
  const auto digits = [](std::string_view part) {
    return !part.empty() && part.size() <= 15 && std::all_of(part.begin(), part.end(), [](char c) { return c >= '0' && c <= '9'; });
  };
  const std::size_t point = text.find('.');
  const std::string_view whole = text.substr(0, point);
  if (!digits(whole) || (whole.size() > 1 && whole[0] == '0')) return false;
  return point == text.npos || digits(text.substr(point + 1));
}

/// Whatever the bytes, also such as are no UTF-8: they are what was handed in.
void append_verbatim_string(std::string& out, std::string_view text) {
  out += '"';
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    if (static_cast<unsigned char>(c) < 0x20) {
      out += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
    } else {
      out += c;
    }
  }
  out += '"';
}

/// A table that is being read. libcsv calls back, so what goes wrong is remembered, and the rest passed over.
class Table {
 public:
  Table(const std::string& name, const Container& beside, const ReadsOptions& options, base::Witness& witness)
      : file_(name), beside_(beside), teller_(options, witness) {
    PLUMB_CHECK(csv_init(&parser_, CSV_STRICT | CSV_STRICT_FINI | CSV_REPALL_NL) == 0, "libcsv starts");
    csv_set_space_func(&parser_, [](unsigned char) { return 0; });   // or it would trim cells in silence
  }
  ~Table() { csv_free(&parser_); }
  Table(const Table&) = delete;
  Table& operator=(const Table&) = delete;

  base::Result<PackCounts> tell(ByteSource& source) {
    std::string chunk(kChunk, '\0');
    RunningHash hash;
    for (bool first = true, ended = false; !ended && !fault_; first = false) {
      const auto count = source.read(chunk);
      if (!count) return tl::unexpected(count.error());
      ended = *count < chunk.size();
      hash.add({chunk.data(), *count});
      std::string_view bytes(chunk.data(), *count);
      if (first && bytes.starts_with(kByteOrderMark)) bytes.remove_prefix(kByteOrderMark.size());
      fed_ += bytes.size();
      if (csv_parse(&parser_, bytes.data(), bytes.size(), on_cell, on_row, this) != bytes.size())
        fail(0, "expected quotes around a whole cell alone, and doubled inside");
      // What has no end yet libcsv keeps, and tells of later; each of a row's bytes may be a quote, which stands twice.
      if (!fault_ && fed_ > 2 * kRowBytesMax + kChunk) fail_of_size();
    }
    if (!fault_ && csv_fini(&parser_, on_cell, on_row, this) != 0) fail(0, "expected the quote to be closed");
    if (!fault_ && reads_ == 0)
      fault_ = base::Error(kPackUnreadable,
                           fmt::format("{}: expected a row of names and a row a read; found {}", file_, row_ == 1 ? "nothing" : "no read"));
    if (fault_) return tl::unexpected(*fault_);
    return PackCounts{.told = teller_.told(), .sha256 = hash.hex()};
  }

 private:
  struct Image {
    base::Bytes bytes;
    std::string sha256;
  };

  static void on_cell(void* text, std::size_t size, void* self) {
    static_cast<Table*>(self)->cell({static_cast<const char*>(text), size});
  }
  static void on_row(int end, void* self) { static_cast<Table*>(self)->end_of_row(end); }

  void cell(std::string_view text) {
    if (fault_) return;
    row_bytes_ += text.size();
    if (row_bytes_ > kRowBytesMax) return fail_of_size();
    cells_.emplace_back(text);
    // More than can be right are not kept, and of a first row so long one name is wrong.
    if (columns_.empty()) {
      if (cells_.size() > kColumns.size()) header();
      return;
    }
    if (cells_.size() > columns_.size())
      fail(cells_.size(), fmt::format("expected {} cells, as many as there are names; found more", columns_.size()));
  }

  void fail_of_size() { fail(0, fmt::format("expected a row of at most {} bytes; a quote may not be closed", kRowBytesMax)); }

  /// Of each line end by itself, as we asked, so that blank rows count; the two of a CRLF are one.
  void end_of_row(int end) {
    const int before = std::exchange(row_end_, end);
    if (end != '\n' || before != '\r' || !cells_.empty()) row();
  }

  void row() {
    row_bytes_ = fed_ = 0;
    if (fault_) return;
    const bool blank = cells_.empty() || (cells_.size() == 1 && cells_[0].empty());
    if (columns_.empty()) {
      if (!blank) header();
    } else if (!blank) {
      read();
    }
    cells_.clear();
    ++row_;
  }

  void header() {
    std::set<std::string> names;
    for (std::size_t i = 0; i < cells_.size(); ++i) {
      const auto* at = std::find_if(kColumns.begin(), kColumns.end(), [&](const Column& column) { return column.name == cells_[i]; });
      if (at == kColumns.end())
        return fail(i + 1, fmt::format("expected a field of a read, such as vrm; found '{:.64}'", cells_[i]));   // its beginning
      if (!names.insert(cells_[i]).second) return fail(i + 1, fmt::format("expected {} in one column", cells_[i]));
      columns_.push_back(at);
    }
  }

  void read() {
    if (cells_.size() < columns_.size())
      return fail(cells_.size() + 1,
                  fmt::format("expected {} cells, as many as there are names; found {}", columns_.size(), cells_.size()));
    if (images_.size() >= kImagesKeptMax || images_bytes_ > kImagesKeptBytesMax) {
      images_.clear();
      images_bytes_ = 0;
    }
    base::event::ReadBody body;
    std::map<std::string_view, std::string_view> values;
    text_.assign(1, '{');
    for (std::size_t i = 0; i < cells_.size(); ++i) {
      if (cells_[i].empty()) continue;
      values[columns_[i]->name] = cells_[i];
      if (text_.size() > 1) text_ += ',';
      text_ += fmt::format("\"{}\":", columns_[i]->name);
      if (columns_[i]->form != Form::kImage) {
        append(*columns_[i], cells_[i]);
      } else if (!append_image(i, columns_[i]->name == "overview" ? body.overview : body.plate_patch)) {
        return;
      }
    }
    text_ += "}";
    body.text = text_;
    teller_.tell(fmt::format("row:{}", row_), camera_name(values["feed_id"], values["source_id"], values["nrd_id"]), values["camera_class"],
                 body);
    ++reads_;
  }

  void append(const Column& column, std::string_view cell) {
    const bool bare =
        (column.form == Form::kNumber && is_number(cell)) || (column.form == Form::kTruth && (cell == "true" || cell == "false"));
    if (bare) {
      text_ += cell;
    } else {
      append_verbatim_string(text_, cell);
    }
  }

  bool append_image(std::size_t column, const base::Bytes*& place) {
    const Image* image = image_of(column);
    if (image == nullptr) return false;
    place = &image->bytes;
    text_ += fmt::format(R"({{"sha256":"{}","bytes":{}}})", image->sha256, image->bytes.size());
    return true;
  }

  /// Null where it is not there; that is then the table's fault.
  const Image* image_of(std::size_t column) {
    const std::string& name = cells_[column];
    if (const auto at = images_.find(name); at != images_.end()) return &at->second;
    if (const std::string no_path = path_fault(name); !no_path.empty()) {
      fail(column + 1, "expected the name of a file beside the table; " + no_path);
      return nullptr;
    }
    auto content = beside_.content(name, kImageBytesMax);
    if (!content || !*content) {
      fail(column + 1, content ? fmt::format("expected a file beside the table; '{}' is not there", name) : content.error().detail);
      return nullptr;
    }
    images_bytes_ += (*content)->size();
    std::string hash = base::sha256_hex(**content);
    return &images_.emplace(name, Image{base::Bytes(*std::move(*content)), std::move(hash)}).first->second;
  }

  /// Column 0: the row as a whole. The first fault stands.
  void fail(std::size_t column, std::string_view what) {
    if (fault_) return;
    const std::string place = column == 0 ? "" : fmt::format(", column {}", column);
    fault_ = base::Error(kPackUnreadable, fmt::format("{}, row {}{}: {}", file_, row_, place, what));
  }

  std::string file_;
  const Container& beside_;
  ReadTeller teller_;
  csv_parser parser_{};
  std::vector<const Column*> columns_;
  std::vector<std::string> cells_;
  std::size_t row_bytes_ = 0;      ///< of the cells of the row so far
  std::size_t fed_ = 0;            ///< about, since the row began
  std::size_t images_bytes_ = 0;
  std::uint64_t row_ = 1, reads_ = 0;
  int row_end_ = 0;   ///< what ended the row before
  std::map<std::string, Image> images_;
  std::string text_;
  std::optional<base::Error> fault_;
};

}  // namespace

base::Result<PackCounts> tell_csv(const std::filesystem::path& path, const ReadsOptions& options, base::Witness& witness) {
  auto text = open_file(path);
  if (!text) return tl::unexpected(text.error());
  const auto beside = open_directory(path.has_parent_path() ? path.parent_path() : ".");
  return tell_csv(path.string(), *std::move(text), *beside, options, witness);
}

base::Result<PackCounts> tell_csv(const std::string& name, std::unique_ptr<ByteSource> text, const Container& beside,
                                  const ReadsOptions& options, base::Witness& witness) {
  return Table(name, beside, options, witness).tell(*text);
}

}  // namespace evidence
