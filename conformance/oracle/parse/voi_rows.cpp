#include "conformance/oracle/parse/voi_rows.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "conformance/oracle/parse/capture_time.h"
#include "conformance/oracle/parse/csv_rows.h"
#include "conformance/oracle/parse/text.h"
#include "conformance/oracle/parse/voi_words.h"

namespace oracle::parse {
namespace {

constexpr std::int64_t kNsPerDay = 86'400'000'000'000;
constexpr std::array<Column, 6> kMandatory{kVrm, kAction, kReason, kArea, kWeed, kMarking};
// As printed, with nothing but letters and digits left.
constexpr std::array<std::string_view, kColumns> kNames{
    "VRM",    "MAKE",       "MODEL",             "COLOUR",     "ACTION",    "WARNINGMARKERS", "REASON", "INTEL3X5X2",
    "INFORMATIONACTION", "LEAANDAREA", "STARTDATE", "WEEDDATE", "PNCID", "GSCMARKING", "CAD", "CONTACT"};

bool words_plain(const VoiRow& row, bool national) {
  const WordFound reason = find_word(kReason, row.at(kReason));
  return find_word(kAction, row.at(kAction)).exact && reason.exact && (national || !reason.reserved) &&
         find_word(kMarking, row.at(kMarking)).exact;
}

bool texts_plain(const VoiRow& row) {
  const std::string_view information = row.at(kInformation);
  return is_mark(row.at(kVrm)) && information.size() <= kInformationMax && information.find_first_of("\r\n") == std::string_view::npos &&
         std::all_of(row.cells.begin(), row.cells.end(), is_utf8) && is_grading(row.at(kGrading));
}

}  // namespace

bool read_voi_rows(std::string_view csv, const std::function<void(const VoiRow&)>& tell,
                   const std::function<void(std::span<const std::string_view>)>& tell_header) {
  bool first = true;
  std::uint32_t number = 0;
  return read_csv(csv, [&](std::span<const std::string_view> cells) {
    const bool header = first && column_named(cells.front()) == kVrm;
    first = false;
    if (!header) return tell({++number, cells});
    if (tell_header) tell_header(cells);
  });
}

std::size_t column_named(std::string_view header_cell) {
  std::string name;
  for (const char c : header_cell) {
    if (c >= 'a' && c <= 'z') name += static_cast<char>(c - 'a' + 'A');
    if ((c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')) name += c;
  }
  if (name == "GSC") return kMarking;
  const auto* at = std::find(kNames.begin(), kNames.end(), name);
  return at == kNames.end() ? 0 : static_cast<std::size_t>(at - kNames.begin()) + 1;
}

EntryFacts facts_of(const VoiRow& row, bool national) {
  EntryFacts facts;
  facts.no_alert = row.at(kAction) == "No Alert";
  const auto start = days_of_date(row.at(kStart)), weed = days_of_date(row.at(kWeed));
  if (start) facts.from_ns = *start * kNsPerDay;
  if (weed) facts.weed_ns = *weed * kNsPerDay;
  const bool filled = std::none_of(kMandatory.begin(), kMandatory.end(), [&](Column c) { return row.at(c).empty(); });
  const bool dated = weed && (start || row.at(kStart).empty()) && facts.from_ns <= facts.weed_ns;
  facts.plain = row.cells.size() == kColumns && filled && dated && words_plain(row, national) && texts_plain(row);
  return facts;
}

}  // namespace oracle::parse
