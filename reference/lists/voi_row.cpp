#include "reference/lists/voi_row.h"

#include <algorithm>
#include <limits>

#include <fmt/format.h>

#include "reference/domain/utf8.h"

namespace lists {
namespace {

using domain::WordColumn;

constexpr base::Instant kAlways{std::numeric_limits<std::int64_t>::min()};
constexpr base::Instant kNever{std::numeric_limits<std::int64_t>::max()};
constexpr std::string_view kClause = "5";

bool is_alphanumeric(std::string_view text) {
  const auto alphanumeric = [](char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); };
  return !text.empty() && std::all_of(text.begin(), text.end(), alphanumeric);
}

bool is_three_five_two(std::string_view grading) {
  return grading.size() == 3 && grading[0] >= '1' && grading[0] <= '3' && grading[1] >= 'A' && grading[1] <= 'E' &&
         (grading[2] == 'P' || grading[2] == 'C');
}

/// 00:00 GMT of a day "dd/mm/yyyy"; none where there is no such day.
std::optional<base::Instant> parse_day(const std::string& text) {
  if (text.size() != 10) return std::nullopt;
  const auto midnight = domain::parse_capture_time(text + " 00:00:00");
  if (!midnight) return std::nullopt;
  return midnight->instant();
}

std::string number_of(std::size_t count, std::string_view things) {
  return fmt::format("{} {}{}", count, things, count == 1 ? "" : "s");
}

/// Checks the cells of one row, and says what is wrong with them.
class RowReader {
 public:
  RowReader(const Cells& cells, std::uint32_t row, const Rules& rules, const OnRefused& on_refused)
      : cells_(cells), row_(row), rules_(rules), on_refused_(on_refused) {}

  [[nodiscard]] bool is_refused() const { return refused_; }

  bool has_all_columns() {
    const auto columns = columns_of(rules_.form);
    if (cells_.size() == columns.size()) return true;
    const int first = cells_.size() < columns.size() ? static_cast<int>(columns[cells_.size()]) : kColumns + 1;
    refuse(first, number_of(cells_.size(), "column"), number_of(columns.size(), "column"));
    return false;
  }

  std::optional<domain::Vrm> vrm() {
    if (!is_alphanumeric(cell(kVrm))) return refuse(kVrm, "letters and digits only, no spaces"), std::nullopt;
    auto vrm = domain::Vrm::make(cell(kVrm));
    if (!vrm) return refuse(kVrm, cell(kVrm), vrm.error().kind->expects, vrm.error().kind->clause), std::nullopt;
    return std::move(*vrm);
  }

  domain::Action action() {
    if (may_be_left_out(kAction)) return domain::Action::kAssess;
    const domain::StandardWord* word = find_word(rules_, WordColumn::kAction, cell(kAction));
    if (word != nullptr) return action_of(*word);
    refuse(kAction, "Stop, Assess or No Alert, to the letter");
    return domain::Action::kAssess;
  }

  void check_reason() {
    if (may_be_left_out(kReason)) return;
    const domain::StandardWord* word = find_word(rules_, WordColumn::kReason, cell(kReason));
    if (word == nullptr) return refuse(kReason, "one of the template's reasons, to the letter");
    if (word->use == domain::WordUse::kNationalLists && rules_.by != Population::kNational) {
      refuse(kReason, "Documents: this reason is for nationally populated lists alone");
    }
  }

  void check_intel() {
    const std::string& grading = cell(kIntel);
    if (grading.empty()) return;
    if (grading.find_first_of("xX") != std::string::npos || domain::has_white_space(grading)) {
      refuse(kIntel, "a grading without X or spaces");
    } else if (rules_.grading == Grading::kThreeFiveTwo && !is_three_five_two(grading)) {
      refuse(kIntel, "a grading such as 1AP: 1 to 3, A to E, P or C");
    }
  }

  void check_information() {
    const std::string& text = cell(kInformation);
    if (text.find_first_of("\r\n") != std::string::npos) refuse(kInformation, "no carriage return or line feed");
    const auto [length, unit] = length_of(text);
    if (length > kInformationMax) refuse(kInformation, number_of(length, unit), fmt::format("at most {} {}s", kInformationMax, unit));
  }

  base::Instant start_date() {
    if (cell(kStartDate).empty()) return kAlways;
    const auto day = parse_day(cell(kStartDate));
    if (!day) refuse(kStartDate, "a date dd/mm/yyyy, or nothing");
    return day.value_or(kAlways);
  }

  /// `start` is kAlways where there is none to hold it against.
  base::Instant weed_date(base::Instant start) {
    if (may_be_left_out(kWeedDate)) return kNever;
    const auto day = parse_day(cell(kWeedDate));
    if (!day) return refuse(kWeedDate, "a date dd/mm/yyyy"), kNever;
    if (*day < start) refuse(kWeedDate, cell(kWeedDate), "no day before the start date", "house");
    return rules_.weed_day == WeedDay::kFromItsStart ? *day : *day + base::hours(24);
  }

  void check_gsc() {
    if (may_be_left_out(kGsc)) return;
    if (find_word(rules_, WordColumn::kGsc, cell(kGsc)) == nullptr) refuse(kGsc, "OFFICIAL or OFFICIAL-SENSITIVE, to the letter");
  }

  /// Of a column whose cells may hold anything.
  void check_free(Column column, std::string_view expected) {
    if (rules_.mandatory.holds(column) && domain::is_blank(cell(column))) refuse(column, expected);
  }

  const std::string& cell(Column column) const {
    static const std::string kNone;
    const bool without_six = rules_.form == TemplateForm::kNoColumnSix;
    if (without_six && column == kWarningMarkers) return kNone;
    return cells_[static_cast<std::size_t>(without_six && column > kWarningMarkers ? column - 2 : column - 1)];
  }

 private:
  bool may_be_left_out(Column column) const { return cell(column).empty() && !rules_.mandatory.holds(column); }

  std::pair<std::size_t, std::string_view> length_of(std::string_view text) const {
    if (rules_.counted_in == CountedIn::kBytes) return {text.size(), "byte"};
    if (rules_.counted_in == CountedIn::kUtf16Units) return {domain::utf16_units(text), "UTF-16 unit"};
    return {domain::code_points(text), "character"};
  }

  void refuse(Column column, std::string_view expected) { refuse(column, cell(column), expected); }
  void refuse(int column, std::string_view found, std::string_view expected, std::string_view clause = kClause) {
    refused_ = true;
    on_refused_({row_, column, domain::excerpt(found), std::string(expected), std::string(clause)});
  }

  const Cells& cells_;
  std::uint32_t row_;
  const Rules& rules_;
  const OnRefused& on_refused_;
  bool refused_ = false;
};

}  // namespace

std::optional<domain::VoiEntry> read_row(const Cells& cells, std::uint32_t row, const Rules& rules, const OnRefused& on_refused) {
  RowReader reader(cells, row, rules, on_refused);
  if (!reader.has_all_columns()) return std::nullopt;
  auto vrm = reader.vrm();
  for (const Column column : {kMake, kModel, kColour}) reader.check_free(column, "something in this column");
  const domain::Action action = reader.action();
  if (rules.form == TemplateForm::kSixteenColumns) reader.check_free(kWarningMarkers, "something in this column");
  reader.check_reason();
  reader.check_free(kIntel, "a grading");
  reader.check_intel();
  reader.check_free(kInformation, "something in this column");
  reader.check_information();
  reader.check_free(kLeaAndArea, "the force and area");
  reader.check_free(kStartDate, "a date dd/mm/yyyy");
  const base::Instant start = reader.start_date();
  const base::Instant weed = reader.weed_date(start);
  reader.check_free(kPncId, "something in this column");
  reader.check_gsc();
  for (const Column column : {kCad, kContact}) reader.check_free(column, "something in this column");
  if (reader.is_refused()) return std::nullopt;
  return domain::VoiEntry{std::move(*vrm), action, reader.cell(kReason), reader.cell(kInformation), start, weed, row,
                          reader.cell(kWarningMarkers), reader.cell(kGsc)};
}

bool is_header(const Cells& cells) { return find_column(cells[0]) == kVrm && cells[0].size() == name_of(kVrm).size(); }

void check_header(const Cells& cells, const Rules& rules, const OnRefused& on_refused) {
  const auto columns = columns_of(rules.form);
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const auto named = find_column(cells[i]);
    if (!named) continue;
    if (i < columns.size() && *named == columns[i]) continue;
    const Column place = i < columns.size() ? columns[i] : static_cast<Column>(kColumns + 1);
    const std::string expected = i < columns.size() ? fmt::format("{}, whose place this is", name_of(place)) : "no further column";
    on_refused({0, place, domain::excerpt(cells[i]), expected, std::string(kClause)});
  }
}

}  // namespace lists
