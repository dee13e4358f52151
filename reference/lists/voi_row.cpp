#include "reference/lists/voi_row.h"

#include <algorithm>
#include <limits>

#include "reference/domain/utf8.h"
#include "reference/lists/voi_template.h"

namespace lists {
namespace {

constexpr base::Instant kAlways{std::numeric_limits<std::int64_t>::min()};
constexpr std::string_view kClause = "5";

bool is_alphanumeric(std::string_view text) {
  const auto alphanumeric = [](char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); };
  return !text.empty() && std::all_of(text.begin(), text.end(), alphanumeric);
}

/// 00:00 GMT of a day "dd/mm/yyyy"; none where there is no such day.
std::optional<base::Instant> parse_day(const std::string& text) {
  if (text.size() != 10) return std::nullopt;
  const auto midnight = domain::parse_capture_time(text + " 00:00:00");
  if (!midnight) return std::nullopt;
  return midnight->instant();
}

/// Checks the cells of one row, and says what is wrong with them.
class RowReader {
 public:
  RowReader(const Cells& cells, std::uint32_t row, std::vector<RefusedRow>& refused) : cells_(cells), row_(row), refused_(refused) {}

  bool has_all_columns() {
    const int count = static_cast<int>(cells_.size());
    if (count == kColumns) return true;
    refuse(std::min(count, kColumns) + 1, std::to_string(count) + " columns", "16 columns");
    return false;
  }

  std::optional<domain::Vrm> vrm() {
    if (!is_alphanumeric(cell(kVrm))) return refuse(kVrm, "letters and digits only, no spaces"), std::nullopt;
    auto vrm = domain::Vrm::make(cell(kVrm));
    if (!vrm) return refuse(kVrm, vrm.error().kind->expects), std::nullopt;
    return std::move(*vrm);
  }

  std::optional<domain::Action> action() {
    const auto action = domain::find_action(cell(kAction));
    if (!action) refuse(kAction, "Stop, Assess or No Alert, to the letter");
    return action;
  }

  void check_reason(Population by) {
    const std::string& word = cell(kReason);
    if (is_reason(word, by)) return;
    if (is_national_reason(word)) refuse(kReason, "Documents: this reason is for nationally populated lists alone");
    else refuse(kReason, "one of the template's reasons, to the letter");
  }

  void check_intel() {
    const std::string& grading = cell(kIntel);
    if (grading.find_first_of("xX") != std::string::npos || domain::has_white_space(grading)) {
      refuse(kIntel, "a grading without X or spaces");
    }
  }

  void check_information() {
    const std::string& text = cell(kInformation);
    const std::size_t length = domain::code_points(text);
    if (text.find_first_of("\r\n") != std::string::npos) refuse(kInformation, "no carriage return or line feed");
    if (length > kInformationCodePointsMax) {
      refuse(kInformation, std::to_string(length) + " characters", "at most 198 characters");
    }
  }

  void check_lea_and_area() {
    if (domain::is_blank(cell(kLeaAndArea))) refuse(kLeaAndArea, "the force and area");
  }

  std::optional<base::Instant> start_date() {
    if (cell(kStartDate).empty()) return kAlways;
    const auto day = parse_day(cell(kStartDate));
    if (!day) refuse(kStartDate, "a date dd/mm/yyyy, or nothing");
    return day;
  }

  std::optional<base::Instant> weed_date(std::optional<base::Instant> start) {
    const auto day = parse_day(cell(kWeedDate));
    if (!day) refuse(kWeedDate, "a date dd/mm/yyyy");
    else if (start && *day < *start) refuse(kWeedDate, cell(kWeedDate), "no day before the start date", "house");
    return day;
  }

  void check_gsc() {
    if (!is_gsc(cell(kGsc))) refuse(kGsc, "OFFICIAL or OFFICIAL-SENSITIVE, to the letter");
  }

  const std::string& cell(Column column) const { return cells_[static_cast<std::size_t>(column - 1)]; }

 private:
  void refuse(Column column, std::string_view expected) { refuse(column, cell(column), expected); }
  void refuse(int column, std::string_view found, std::string_view expected, std::string_view clause = kClause) {
    refused_.push_back({row_, column, domain::excerpt(found), std::string(expected), std::string(clause)});
  }

  const Cells& cells_;
  std::uint32_t row_;
  std::vector<RefusedRow>& refused_;
};

}  // namespace

std::optional<domain::VoiEntry> read_row(const Cells& cells, std::uint32_t row, Population by, std::vector<RefusedRow>& refused) {
  const std::size_t before = refused.size();
  RowReader reader(cells, row, refused);
  if (!reader.has_all_columns()) return std::nullopt;
  auto vrm = reader.vrm();
  const auto action = reader.action();
  reader.check_reason(by);
  reader.check_intel();
  reader.check_information();
  reader.check_lea_and_area();
  const auto start = reader.start_date();
  const auto weed = reader.weed_date(start);
  reader.check_gsc();
  if (refused.size() != before) return std::nullopt;
  return domain::VoiEntry{std::move(*vrm), *action, reader.cell(kReason), reader.cell(kInformation), *start, *weed, row};
}

}  // namespace lists
