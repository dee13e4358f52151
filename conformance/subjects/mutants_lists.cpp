// Mutants of NAS that take in rows of lists as they should not (clause 5).
#include <algorithm>
#include <map>
#include <memory>
#include <utility>

#include "conformance/subjects/list_edits.h"
#include "conformance/subjects/mutant.h"
#include "conformance/subjects/wrapped.h"

namespace subjects {
namespace {

using doors::Channel;

// ---- what comes in is edited

/// Takes every list in whole, edits its rows, and hands it on as if it had come so.
class EditsLists final : public Wrapped {
 public:
  EditsLists(const doors::Doors& outer, doors::Factory inner, EditRow edit) : Wrapped(outer, std::move(inner)), edit_(std::move(edit)) {}

 private:
  void on_message(base::Now now, const doors::Principal& from, const doors::Message& message, doors::Last last) override {
    if (message.channel != Channel::kVoiList) return Wrapped::on_message(now, from, message, last);
    std::string& whole = coming_[{from.peer.value, message.exchange}];
    whole += message.content.text.view();
    if (last == doors::Last::kNo) return;
    hand_on(now, from, message, with_rows(whole, edit_));
    coming_.erase({from.peer.value, message.exchange});
  }
  void hand_on(base::Now now, const doors::Principal& from, doors::Message slice, std::string_view text) {
    constexpr std::size_t kSliceBytes = 16'384;
    std::size_t at = 0;
    do {
      const std::string_view part = text.substr(at, kSliceBytes);
      at += part.size();
      slice.content.text = base::Bytes(std::string(part));
      slice.content.size_bytes = static_cast<std::uint32_t>(part.size());
      Wrapped::on_message(now, from, slice, at == text.size() ? doors::Last::kYes : doors::Last::kNo);
    } while (at < text.size());
  }

  EditRow edit_;
  std::map<std::pair<std::uint64_t, std::uint64_t>, std::string> coming_;  ///< by peer and exchange
};

run::Cast editing(EditRow edit) {
  return nas_made(
      [edit](const doors::Doors& doors, const doors::Factory& inner) { return std::make_unique<EditsLists>(doors, inner, edit); });
}

/// Puts one text in the place of another, in a column.
EditRow taking(lists::Column column, std::string found, std::string as) {
  return [=](std::uint64_t, Cells& cells) {
    if (cell(cells, column) == found) cell(cells, column) = as;
  };
}

EditRow editing_cell(lists::Column column, std::function<void(std::string&)> change) {
  return [column, change = std::move(change)](std::uint64_t, Cells& cells) { change(cell(cells, column)); };
}

void without_spaces(std::string& mark) { std::erase(mark, ' '); }
void up_to_a_space(std::string& mark) { mark.resize(std::min(mark.size(), mark.find(' '))); }
void without_x(std::string& grading) { std::erase(grading, 'X'); }
void at_most_198(std::string& text) { text.resize(std::min<std::size_t>(text.size(), 198)); }
void on_one_line(std::string& text) {
  std::erase(text, '\r');
  std::replace(text.begin(), text.end(), '\n', ' ');
}
void in_capitals(std::string& word) {
  if (word == "STOP") word = "Stop";
}
void first_of_two(std::string& words) { words.resize(std::min(words.size(), words.find(','))); }
void last_of_two(std::string& words) {
  if (const std::size_t comma = words.rfind(", "); comma != std::string::npos) words.erase(0, comma + 2);
}
void a_day_later(std::string& date) { date = moved(date, 1); }
void a_day_earlier(std::string& date) { date = moved(date, -1); }
void never(std::string& date) {
  if (moved(date, 0) == date && moved(date, 1) != date) date = "31/12/2099";
}
void at_once(std::string& date) { date.clear(); }
/// What a column keeps, whatever it was: an area for one that has none, a cell for one that is missing.
void filled(std::string& area) {
  if (area.empty()) area = "Unknown";
}
void with_all_columns(std::uint64_t, Cells& cells) { cells.resize(16); }

const std::vector<std::string_view> kNotTold{"5-m"};  // a row that was mended is not told of

}  // namespace

std::vector<Mutant> list_mutants() {
  using namespace lists;
  return {
      {"nas.adds-missing-columns", "nas", "5-b", "A row without its last column is taken in.", kNotTold, {}, editing(with_all_columns)},
      {"nas.fills-empty-areas",
       "nas",
       "5-b",
       "A row without force and area is taken in.",
       kNotTold,
       {},
       editing(editing_cell(kLeaAndArea, filled))},
      {"nas.takes-marks-with-spaces",
       "nas",
       "5-c",
       "A mark with a space in it is taken in without it.",
       {"5-m", "6-a"},
       {},
       editing(editing_cell(kVrm, without_spaces))},
      {"nas.cuts-marks-at-spaces",
       "nas",
       "5-c",
       "Of a mark with a space what stands before it is taken in.",
       kNotTold,
       {},
       editing(editing_cell(kVrm, up_to_a_space))},
      {"nas.takes-words-in-any-case", "nas", "5-d", "STOP is taken for Stop.", kNotTold, {}, editing(editing_cell(kAction, in_capitals))},
      {"nas.takes-any-reason",
       "nas",
       "5-d",
       "A reason that is none of the template's is taken for Other.",
       kNotTold,
       {},
       editing(taking(kReason, "Speeding", "Other"))},
      {"nas.takes-the-first-of-two-reasons",
       "nas",
       "5-e",
       "Of two reasons the first is taken.",
       kNotTold,
       {},
       editing(editing_cell(kReason, first_of_two))},
      {"nas.takes-the-last-of-two-reasons",
       "nas",
       "5-e",
       "Of two reasons the last is taken.",
       kNotTold,
       {},
       editing(editing_cell(kReason, last_of_two))},
      {"nas.takes-no-insurance-for-documents",
       "nas",
       "5-f",
       "No Insurance on a force's list is taken for Documents.",
       kNotTold,
       {},
       editing(taking(kReason, "No Insurance", "Documents"))},
      {"nas.takes-no-insurance-for-other",
       "nas",
       "5-f",
       "No Insurance on a force's list is taken for Other.",
       kNotTold,
       {},
       editing(taking(kReason, "No Insurance", "Other"))},
      {"nas.drops-x-from-gradings",
       "nas",
       "5-g",
       "A grading with an X is taken in without it.",
       kNotTold,
       {},
       editing(editing_cell(kIntel, without_x))},
      {"nas.drops-gradings-with-x",
       "nas",
       "5-g",
       "A row whose grading has an X is taken in without its grading.",
       kNotTold,
       {},
       editing(taking(kIntel, "1XA", ""))},
      {"nas.takes-199-characters",
       "nas",
       "5-h",
       "A text of 199 characters is taken in, cut at 198.",
       kNotTold,
       {},
       editing(editing_cell(kInformation, at_most_198))},
      {"nas.takes-texts-of-two-lines",
       "nas",
       "5-h",
       "A text of two lines is taken in as one.",
       kNotTold,
       {},
       editing(editing_cell(kInformation, on_one_line))},
      {"nas.takes-dates-by-iso-8601",
       "nas",
       "5-i",
       "A weed date 2099-06-30 is taken for 30/06/2099.",
       kNotTold,
       {},
       editing(taking(kWeedDate, "2099-06-30", "30/06/2099"))},
      {"nas.rolls-dates-over",
       "nas",
       "5-i",
       "The 31st of June is taken for the 1st of July.",
       kNotTold,
       {},
       editing(taking(kWeedDate, "31/06/2099", "01/07/2099"))},
      {"nas.weeds-a-day-late",
       "nas",
       "5-j",
       "Every entry is weeded a day late.",
       {"6-a"},
       {},
       editing(editing_cell(kWeedDate, a_day_later))},
      {"nas.never-weeds", "nas", "5-j", "No entry is ever weeded.", {"6-a"}, {}, editing(editing_cell(kWeedDate, never))},
      {"nas.takes-the-first-of-two-markings",
       "nas",
       "5-k",
       "Of two markings the first is taken.",
       kNotTold,
       {},
       editing(editing_cell(kGsc, first_of_two))},
      {"nas.takes-the-last-of-two-markings",
       "nas",
       "5-k",
       "Of two markings the last is taken.",
       kNotTold,
       {},
       editing(editing_cell(kGsc, last_of_two))},
      {"nas.starts-a-day-early",
       "nas",
       "5-o",
       "Every entry is in force a day before its start date.",
       {"6-a"},
       {},
       editing(editing_cell(kStartDate, a_day_earlier))},
      {"nas.starts-at-once", "nas", "5-o", "Every entry is in force at once.", {"6-a"}, {}, editing(editing_cell(kStartDate, at_once))},
      {"nas.alerts-on-no-alert",
       "nas",
       "6-a",
       "An entry with No Alert gives hits like any other.",
       {"5-m", "5-q"},
       {"cases/5-lists.json"},
       editing(taking(kAction, "No Alert", "Stop"))},
  };
}

}  // namespace subjects
