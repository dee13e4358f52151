#include "conformance/oracle/parse/voi_rows.h"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include <csv.h>

#include "conformance/oracle/parse/capture_time.h"
#include "conformance/oracle/parse/text.h"

namespace oracle::parse {
namespace {

constexpr std::size_t kColumns = 16;
// Columns of the template, counted from 0.
enum Column : std::size_t {
  kVrm = 0,
  kAction = 4,
  kReason = 6,
  kGrading = 7,
  kInformation = 8,
  kArea = 9,
  kStart = 10,
  kWeed = 11,
  kMarking = 13
};
constexpr std::size_t kInformationMax = 198;
constexpr std::int64_t kNsPerDay = 86'400'000'000'000;

constexpr std::array<std::string_view, 3> kActions{"Stop", "Assess", "No Alert"};
// The four words kept for national lists are left out: whether they are right is not for this file to say.
constexpr std::array<std::string_view, 17> kReasons{"Intel Serious Crime",
                                                    "Cloned",
                                                    "Low Crime",
                                                    "Drugs",
                                                    "Intel Sexual",
                                                    "Intel Low Crime",
                                                    "Offender Management",
                                                    "Impaired Driving",
                                                    "Documents",
                                                    "Disqualified",
                                                    "Other",
                                                    "LEA P1",
                                                    "LEA P2",
                                                    "LEA P3",
                                                    "LEA P4",
                                                    "LEA P5",
                                                    "LEA P6"};
constexpr std::array<std::string_view, 2> kMarkings{"OFFICIAL", "OFFICIAL-SENSITIVE"};

template <std::size_t Count>
bool among(std::string_view word, const std::array<std::string_view, Count>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool alphanumeric(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  });
}

std::size_t characters(std::string_view utf8) {
  return static_cast<std::size_t>(
      std::count_if(utf8.begin(), utf8.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xc0U) != 0x80U; }));
}

/// Gathers the cells of a row, as libcsv gives them.
class Rows {
 public:
  explicit Rows(const std::function<void(const VoiRow&)>& tell) : tell_(tell) {}

  void cell(std::string_view text) { cells_.emplace_back(text); }

  void end_of_row() {
    if (first_ && !cells_.empty() && cells_.front() == "VRM") {
      first_ = false;
      cells_.clear();
      return;
    }
    first_ = false;
    ++row_.row;
    tell_(row());
    cells_.clear();
  }

 private:
  [[nodiscard]] std::string_view at(std::size_t column) const {
    return column < cells_.size() ? std::string_view(cells_[column]) : std::string_view();
  }

  VoiRow row() {
    VoiRow row = row_;
    row.vrm = at(kVrm);
    row.no_alert = at(kAction) == "No Alert";
    const auto start = days_of_date(at(kStart)), weed = days_of_date(at(kWeed));
    if (start) row.from_ns = *start * kNsPerDay;
    if (weed) row.weed_ns = *weed * kNsPerDay;
    row.plain =
        cells_.size() == kColumns && alphanumeric(row.vrm) && words_plain() && texts_plain() && weed && (start || at(kStart).empty());
    return row;
  }

  [[nodiscard]] bool words_plain() const {
    return among(at(kAction), kActions) && among(at(kReason), kReasons) && among(at(kMarking), kMarkings);
  }

  [[nodiscard]] bool texts_plain() const {
    const std::string_view information = at(kInformation);
    return !at(kArea).empty() && is_utf8(information) && characters(information) <= kInformationMax &&
           information.find_first_of("\r\n") == std::string_view::npos && at(kGrading).find_first_of("Xx ") == std::string_view::npos;
  }

  const std::function<void(const VoiRow&)>& tell_;
  std::vector<std::string> cells_;
  VoiRow row_;
  bool first_ = true;
};

extern "C" {
void voi_cell(void* text, std::size_t size, void* rows) {
  static_cast<Rows*>(rows)->cell({static_cast<const char*>(text), size});
}
void voi_row(int, void* rows) { static_cast<Rows*>(rows)->end_of_row(); }
}

}  // namespace

bool read_voi_rows(std::string_view csv, const std::function<void(const VoiRow&)>& tell) {
  constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";
  if (csv.starts_with(kByteOrderMark)) csv.remove_prefix(kByteOrderMark.size());
  csv_parser parser;
  if (csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI) != 0) return false;
  Rows rows(tell);
  bool whole = csv_parse(&parser, csv.data(), csv.size(), voi_cell, voi_row, &rows) == csv.size();
  whole = whole && csv_fini(&parser, voi_cell, voi_row, &rows) == 0;
  csv_free(&parser);
  return whole;
}

}  // namespace oracle::parse
