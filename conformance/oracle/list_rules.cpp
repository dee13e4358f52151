#include "conformance/oracle/list_rules.h"

#include <algorithm>

#include <fmt/format.h>

#include "conformance/oracle/parse/capture_time.h"
#include "conformance/oracle/parse/text.h"
#include "conformance/oracle/parse/voi_words.h"

namespace oracle {
namespace {

using parse::Column;
using parse::VoiRow;

constexpr std::array<std::string_view, kDuties> kRequirements{"5-b", "5-c", "5-d", "5-e", "5-f", "5-g", "5-h", "5-i", "5-k"};
constexpr std::array<Column, 5> kMandatory{parse::kAction, parse::kReason, parse::kArea, parse::kWeed, parse::kMarking};

/// Whether it is known which cell is of which column. Fifteen cells may lack the sixth column, or any other: where the seventh then holds
/// something like a reason it is the sixth.
bool columns_known(const VoiRow& row) {
  if (row.cells.size() != parse::kColumns - 1) return row.laid_out();
  const parse::WordFound reason = parse::find_word(parse::kReason, row.at(parse::kReason));
  return reason.run_folded || reason.several;
}

void observe(RowFound& out, Duty duty) { out.observed |= static_cast<std::uint16_t>(1U << static_cast<unsigned>(duty)); }

}  // namespace

ListRules::ListRules(Docket& docket) {
  for (std::size_t i = 0; i < kDuties; ++i) tallies_[i] = &docket.of(kRequirements[i]);
  const Tally& columns = tally(Duty::kColumns);
  form_asked_ = columns.where("R-23", 0);
  fifteen_ = columns.where("R-18", 1);
  sixteen_ = columns.all() & ~fifteen_;
  mandatory_ = columns.all() & ~columns.where("R-18", 2);
  const Tally& words = tally(Duty::kWords);
  letter_ = words.where("R-21", 0);
  case_ = words.where("R-21", 1);
  split_ = words.where("R-25", 0);
  other_split_ = words.where("R-25", 1);
  one_split_ = tally(Duty::kOneReason).where("R-25", 0);
  by_role_ = tally(Duty::kReservedReasons).where("R-35", 0);
  by_code_ = tally(Duty::kReservedReasons).where("R-35", 1);
  const Tally& text = tally(Duty::kFreeText);
  code_points_ = text.where("R-19", 0);
  utf16_ = text.where("R-19", 1);
  bytes_ = text.where("R-19", 2);
}

void ListRules::fault(RowFound& out, Duty duty, Under under, std::size_t column, std::string_view expected, std::string_view found) const {
  if (under != 0) out.faults.push_back({duty, under, static_cast<std::uint8_t>(column), expected, found, under == all(duty)});
}

void ListRules::examine(const VoiRow& row, const National& national, RowFound& out) const {
  out.faults.clear();
  out.observed = 0;
  columns(row, out);
  if (!columns_known(row)) return;
  if (const std::string_view mark = row.at(parse::kVrm); !mark.empty()) {
    observe(out, Duty::kMark);
    if (!parse::is_mark(mark)) fault(out, Duty::kMark, all(Duty::kMark), parse::kVrm, "letters and digits alone, without spaces", mark);
  }
  words(row, parse::kAction, out);
  words(row, parse::kMarking, out);
  reason(row, national, out);
  texts(row, out);
  dates(row, out);
}

void ListRules::columns(const VoiRow& row, RowFound& out) const {
  observe(out, Duty::kColumns);
  if (!row.laid_out()) {
    fault(out, Duty::kColumns, all(Duty::kColumns), 0, "the template's 16 columns", "another number of columns");
  } else if (row.cells.size() == parse::kColumns) {
    fault(out, Duty::kColumns, fifteen_, 0, "15 columns, without a sixth", "16 columns");
  } else {
    fault(out, Duty::kColumns, sixteen_, 0, "the template's 16 columns", "15 columns");
  }
  if (!columns_known(row)) return;
  const std::string_view filled = "something in a column that must be filled";
  if (row.at(parse::kVrm).empty()) fault(out, Duty::kColumns, all(Duty::kColumns), parse::kVrm, filled, "");
  for (const Column column : kMandatory) {
    if (row.at(column).empty()) fault(out, Duty::kColumns, mandatory_, column, filled, "");
  }
}

/// ACTION and GSC. Two markings are a matter of 5-k alone.
void ListRules::words(const VoiRow& row, Column column, RowFound& out) const {
  const std::string_view cell = row.at(column);
  if (cell.empty()) return;
  const parse::WordFound found = parse::find_word(column, cell);
  if (column == parse::kMarking) {
    observe(out, Duty::kOneMarking);
    if (found.several) return fault(out, Duty::kOneMarking, all(Duty::kOneMarking), column, "one marking", cell);
  }
  observe(out, Duty::kWords);
  const Under wrong = (found.exact ? 0 : letter_) | (found.folded ? 0 : case_);
  fault(out, Duty::kWords, wrong, column,
        column == parse::kAction ? "Stop, Assess or No Alert, to the letter" : "OFFICIAL or OFFICIAL-SENSITIVE, to the letter", cell);
}

/// Two reasons are a matter of 5-e alone, and where the words may be divided in another way, of that way.
void ListRules::reason(const VoiRow& row, const National& national, RowFound& out) const {
  const std::string_view cell = row.at(parse::kReason);
  if (cell.empty()) return;
  const parse::WordFound found = parse::find_word(parse::kReason, cell);
  observe(out, Duty::kOneReason);
  if (found.several) {
    const Under several = all(Duty::kOneReason) & ~(found.run_folded ? all(Duty::kOneReason) & ~one_split_ : 0);
    return fault(out, Duty::kOneReason, several, parse::kReason, "one reason", cell);
  }
  observe(out, Duty::kWords);
  observe(out, Duty::kReservedReasons);
  const Under right = (found.exact ? split_ & letter_ : 0) | (found.folded ? split_ & case_ : 0) |
                      (found.run ? other_split_ & letter_ : 0) | (found.run_folded ? other_split_ & case_ : 0);
  fault(out, Duty::kWords, all(Duty::kWords) & ~right, parse::kReason, "a reason of the template, to the letter", cell);
  if (!found.reserved) return;
  fault(out, Duty::kReservedReasons, (national.by_role ? 0 : by_role_) | (national.by_code ? 0 : by_code_), parse::kReason,
        "Documents: this reason is for nationally populated lists alone", cell);
}

void ListRules::texts(const VoiRow& row, RowFound& out) const {
  if (const std::string_view grading = row.at(parse::kGrading); !grading.empty()) {
    observe(out, Duty::kGrading);
    if (!parse::is_grading(grading))
      fault(out, Duty::kGrading, all(Duty::kGrading), parse::kGrading, "a grading without X or spaces", grading);
  }
  const std::string_view text = row.at(parse::kInformation);
  if (text.empty()) return;
  observe(out, Duty::kFreeText);
  if (text.find_first_of("\r\n") != std::string_view::npos)
    return fault(out, Duty::kFreeText, all(Duty::kFreeText), parse::kInformation, "a text without a carriage return or a line feed", text);
  const parse::Lengths lengths = parse::lengths_of(text);
  const auto beyond = [](std::size_t length, Under set) { return length > parse::kInformationMax ? set : 0; };
  fault(out, Duty::kFreeText,
        beyond(lengths.code_points, code_points_) | beyond(lengths.utf16_units, utf16_) | beyond(lengths.bytes, bytes_),
        parse::kInformation, "at most 198 characters", text);
}

void ListRules::dates(const VoiRow& row, RowFound& out) const {
  for (const Column column : {parse::kStart, parse::kWeed}) {
    const std::string_view cell = row.at(column);
    if (cell.empty()) continue;
    observe(out, Duty::kDates);
    if (!parse::days_of_date(cell)) fault(out, Duty::kDates, all(Duty::kDates), column, "a date of the calendar as dd/mm/yyyy", cell);
  }
}

std::string ListRules::misplaced(std::span<const std::string_view> header) {
  for (std::size_t i = 0; i < header.size(); ++i) {
    const std::size_t named = parse::column_named(header[i]);
    const std::size_t here = header.size() == parse::kColumns - 1 && i + 1 >= parse::kWarningMarkers ? i + 2 : i + 1;
    if (named != 0 && named != here) return fmt::format("{} as the name of column {}", parse::shown(header[i]), here);
  }
  return {};
}

}  // namespace oracle
