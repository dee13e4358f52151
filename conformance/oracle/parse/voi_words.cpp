#include "conformance/oracle/parse/voi_words.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>

#include "conformance/oracle/parse/text.h"

namespace oracle::parse {
namespace {

constexpr std::array<std::string_view, 3> kActions{"Stop", "Assess", "No Alert"};
constexpr std::array<std::string_view, 21> kReasons{
    "Intel Serious Crime", "Cloned",       "Low Crime", "Drugs",  "Intel Sexual", "Intel Low Crime", "Offender Management",
    "Impaired Driving",    "Documents",    "Disqualified", "Other", "No Insurance", "No MOT",        "No Tax",
    "No Keeper",           "LEA P1",       "LEA P2",    "LEA P3", "LEA P4",       "LEA P5",          "LEA P6"};
constexpr std::array<std::string_view, 4> kReserved{"No Insurance", "No MOT", "No Tax", "No Keeper"};
constexpr std::array<std::string_view, 2> kMarkings{"OFFICIAL-SENSITIVE", "OFFICIAL"};
// As the words run together in the text, the notes not to use some of them left out.
constexpr std::string_view kPrinted =
    " Intel Serious Crime Cloned Low Crime Drugs Intel Sexual Intel Low Crime Offender Management Impaired Driving Documents Disqualified "
    "Other No Insurance No MOT No Tax No Keeper LEA P1 LEA P2 LEA P3 LEA P4 LEA P5 LEA P6 ";

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool same_folded(std::string_view a, std::string_view b) {
  return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) { return lower(x) == lower(y); });
}

std::string lowered(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), lower);
  return out;
}

std::span<const std::string_view> words_of(Column column) {
  if (column == kAction) return kActions;
  return column == kReason ? std::span<const std::string_view>(kReasons) : std::span<const std::string_view>(kMarkings);
}

bool among(std::string_view cell, std::span<const std::string_view> words, bool (*same)(std::string_view, std::string_view)) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return same(cell, word); });
}

bool same(std::string_view a, std::string_view b) { return a == b; }

/// Whether the rest of a cell is words with something that is no letter or digit between them: `count` so far.
bool divides(std::string_view rest, std::span<const std::string_view> words, int count) {
  if (rest.empty()) return count > 1;
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
    if (rest.size() < word.size() || !same_folded(rest.substr(0, word.size()), word)) return false;
    const std::string_view behind = rest.substr(word.size());
    const std::size_t next = behind.find_first_not_of(" ,;/+&|-");
    if (next == std::string_view::npos) return count + 1 > 1;
    return next > 0 && divides(behind.substr(next), words, count + 1);
  });
}

bool is_run(std::string_view cell, std::string_view printed) {
  return !cell.empty() && printed.find(" " + std::string(cell) + " ") != std::string_view::npos;
}

}  // namespace

WordFound find_word(Column column, std::string_view cell) {
  WordFound found;
  const auto words = words_of(column);
  found.exact = among(cell, words, same);
  found.folded = found.exact || among(cell, words, same_folded);
  found.reserved = column == kReason && found.folded && among(cell, kReserved, same_folded);
  if (column == kReason) {
    found.run = found.exact || is_run(cell, kPrinted);
    found.run_folded = found.run || found.folded || is_run(lowered(cell), lowered(kPrinted));
  }
  found.several = !found.folded && divides(cell, words, 0);
  return found;
}

bool is_mark(std::string_view cell) {
  return !cell.empty() && std::all_of(cell.begin(), cell.end(), [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  });
}

bool is_grading(std::string_view cell) {
  return cell.find_first_of("Xx") == std::string_view::npos && !has_white_space(masked(cell));
}

Lengths lengths_of(std::string_view text) {
  Lengths lengths{0, 0, text.size()};
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte & 0xc0U) == 0x80U) continue;   // no first byte of a character
    ++lengths.code_points;
    lengths.utf16_units += byte >= 0xf0 ? 2 : 1;
  }
  return lengths;
}

}  // namespace oracle::parse
