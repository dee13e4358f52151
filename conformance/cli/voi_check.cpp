#include "conformance/cli/voi_check.h"

#include <array>
#include <cstdint>
#include <fstream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "conformance/cli/plain_file.h"
#include "conformance/evidence/files/hashed_file.h"
#include "reference/domain/utf8.h"
#include "reference/lists/list_name.h"
#include "reference/lists/voi_parser.h"
#include "reference/nas/list_answer.h"
#include "reports/text.h"

namespace cli {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kReadBytes = 256 * 1024;
constexpr std::string_view kNext =
    "Next: mend the list at the rows and columns named, and check it again; docs/voi-lists.md says what each may hold.\n";

struct Findings {
  lists::ListCounts counts;
  std::string version;

  [[nodiscard]] bool all_load() const { return counts.refused == 0 && !counts.header_is_wrong; }
};

/// What is wrong with the list's name, or with whose it is.
std::optional<base::Error> name_fault(const VoiCheck& check) {
  const std::string file = check.file.filename().string();
  const auto name = check.owner.empty() ? lists::parse_list_name(file) : lists::parse_own_list_name(file, check.owner);
  return name ? std::nullopt : std::optional(name.error());
}

void show_progress(Console& console, std::uint64_t bytes) {
  if (console.progress != Progress::kShown) return;
  console.err << fmt::format("\r{} MB read", reports::thousands(bytes / 1'000'000)) << std::flush;
}

/// Feeds one piece of the file. Gives a fault, or none.
std::optional<base::Error> feed(lists::VoiListParser& parser, std::string_view bytes) {
  while (!bytes.empty()) {
    const auto taken = parser.feed(bytes);
    if (!taken) return taken.error();
    bytes.remove_prefix(*taken);
  }
  return std::nullopt;
}

base::Result<Findings> read(std::ifstream in, const VoiCheck& check, lists::ListSink& sink, Console& console) {
  lists::VoiListParser parser(check.rules, sink);
  evidence::RunningHash hash;
  std::string buffer(kReadBytes, '\0');
  std::uint64_t bytes = 0;
  do {
    in.read(buffer.data(), static_cast<std::streamsize>(buffer.size()));
    const std::string_view piece(buffer.data(), static_cast<std::size_t>(in.gcount()));
    hash.add(piece);
    if (const auto fault = feed(parser, piece)) return tl::unexpected(found_in_file(check.file, *fault));
    bytes += piece.size();
    show_progress(console, bytes);
  } while (in);
  if (console.progress == Progress::kShown) console.err << "\r" << std::string(32, ' ') << "\r";
  if (in.bad()) return base::fail(kVoiFileUnreadable, fmt::format("found '{}', read as far as byte {}", check.file.string(), bytes));
  const auto counts = parser.finish();
  if (!counts) return tl::unexpected(found_in_file(check.file, counts.error()));
  return Findings{*counts, hash.hex()};
}

void print_line(std::ostream& out, std::string_view row, std::string_view column, std::string_view found, std::string_view expected,
                std::string_view clause) {
  out << fmt::format("{:>8}  {:<22}  {:<32}  {:<64}  {}\n", row, column, found, expected, clause);
}

/// Prints a line for each refusal, and a heading before the first.
class Table : public lists::ListSink {
 public:
  explicit Table(std::ostream& out) : out_(out) {}
  void on_entry(domain::VoiEntry) override {}
  void on_refused(lists::RefusedRow refused) override {
    const bool in_template = refused.column <= lists::kColumns;
    const std::string_view name = in_template ? lists::name_of(static_cast<lists::Column>(refused.column)) : "";
    print(refused.row == 0 ? "header" : std::to_string(refused.row), fmt::format("{} {}", refused.column, name), refused.found,
          refused.expected, refused.clause);
  }
  void on_name(std::string_view file, const base::Error& fault) { print("", "file name", file, fault.kind->expects, fault.kind->clause); }

 private:
  void print(std::string_view row, std::string_view column, std::string_view found, std::string_view expected, std::string_view clause) {
    if (!std::exchange(begun_, true)) print_line(out_, "row", "column", "found", "expected", "clause");
    print_line(out_, row, column, fmt::format("'{}'", domain::made_visible(found)), expected, clause);
  }

  std::ostream& out_;
  bool begun_ = false;
};

/// Prints the refused as members of a JSON array, or only counts.
class Json : public lists::ListSink {
 public:
  explicit Json(std::ostream* out) : out_(out) {}
  void on_entry(domain::VoiEntry) override {}
  void on_refused(lists::RefusedRow refused) override {
    if (out_ != nullptr) *out_ << (std::exchange(begun_, true) ? "," : "") << nas::encode_refused(refused);
  }

 private:
  std::ostream* out_;
  bool begun_ = false;
};

std::string sentence_of(const lists::ListCounts& counts) {
  if (counts.rows == 0) return "no rows: an empty list, which takes everything out of force that it replaces";
  const std::string rows = fmt::format("{} row{}", reports::thousands(counts.rows), counts.rows == 1 ? "" : "s");
  if (counts.refused == 0) return rows + ": all load";
  return fmt::format("{}: {} load, {} {} refused", rows, reports::thousands(counts.loaded), reports::thousands(counts.refused),
                     counts.refused == 1 ? "is" : "are");
}

int concluded(bool well, Console& console) {
  if (well) return 0;
  console.err << kNext;
  return kNonConformant;
}

}  // namespace

int check_as_table(const VoiCheck& check, Console& console) {
  auto in = open_plain(check.file, kVoiFileUnreadable);
  if (!in) return failed(console, in.error());
  const std::string file = check.file.filename().string();
  const auto fault = name_fault(check);
  Table table(console.out);
  if (fault) table.on_name(file, *fault);
  const auto found = read(*std::move(in), check, table, console);
  if (!found) return failed(console, found.error());
  console.out << fmt::format("{}: {}", domain::made_visible(file), sentence_of(found->counts));
  if (fault) console.out << "; but the list is refused whole, for its name";
  console.out << ".\n";
  return concluded(!fault && found->all_load(), console);
}

int check_as_json(const VoiCheck& check, Console& console) {
  Json counting(nullptr), printing(&console.out);
  const auto read_into = [&](Json& sink) {
    return open_plain(check.file, kVoiFileUnreadable).and_then([&](std::ifstream in) {
      return read(std::move(in), check, sink, console);
    });
  };
  const auto found = read_into(counting);
  if (!found) return failed(console, found.error());
  console.out << nas::list_answer_beginning(found->version, found->counts.rows, found->counts.loaded);
  const auto again = read_into(printing);
  if (!again || again->version != found->version) return failed(console, base::Error(kVoiFileChanged, check.file.string()));
  const auto fault = name_fault(check);
  if (!fault) {
    console.out << nas::kListAnswerEnd << "\n";
  } else {
    const nlohmann::ordered_json why{{"found", domain::excerpt(check.file.filename().string())},
                                     {"expected", fault->kind->expects},
                                     {"clause", fault->kind->clause}};
    console.out << "],\"list_refused\":" << why.dump() << "}\n";
  }
  return concluded(!fault && found->all_load(), console);
}

}  // namespace cli
