// Mutants of whoever keeps a list (clause 5): the file that they upload is not as it should be.
#include <functional>
#include <string>
#include <utility>

#include "conformance/subjects/list_edits.h"
#include "conformance/subjects/mutant.h"

namespace subjects {
namespace {

constexpr std::uint64_t kOneIn = 50;
constexpr std::size_t kLongText = 199;  // one more than may be

run::Cast keeping(run::ListPolicy policy) {
  run::Cast cast = run::reference_cast();
  cast.list = std::move(policy);
  return cast;
}

/// Rows are edited; the file keeps its name.
run::Cast writing(EditRow edit) {
  return keeping([edit = std::move(edit)](std::string&, std::string& csv) { csv = with_rows(csv, edit); });
}

/// Some rows of every list in another way than the rest, or, of lists for monitoring, some rows that ask for action.
EditRow with_action_mixed(std::string_view of, std::string to) {
  return [of = std::string(of), to = std::move(to)](std::uint64_t row, Cells& cells) {
    if (row % kOneIn == 0 && cell(cells, lists::kAction) == of) cell(cells, lists::kAction) = to;
  };
}

void without_a_column(std::uint64_t row, Cells& cells) {
  if (row % kOneIn == 0) cells.pop_back();
}

void with_a_space(std::uint64_t row, Cells& cells) {
  if (row % kOneIn != 0) return;
  std::string& mark = cell(cells, lists::kVrm);
  mark.insert(mark.size() / 2, 1, ' ');
}

}  // namespace

std::vector<Mutant> source_mutants() {
  using namespace lists;
  return {
      {"source.names-a-list-without-a-code",
       "source",
       "5-a",
       "Every list's name lacks its code.",
       {},
       {},
       keeping([](std::string& file, std::string&) { file.erase(0, file.find('_') + 1); })},
      {"source.leaves-a-column-out", "source", "5-b", "One row in fifty lacks its last column.", {}, {}, writing(without_a_column)},
      {"source.writes-a-space-in-marks", "source", "5-c", "One mark in fifty has a space in it.", {}, {}, writing(with_a_space)},
      {"source.writes-stop-in-capitals",
       "source",
       "5-d",
       "One action in fifty is STOP.",
       {},
       {},
       writing(setting(kAction, "STOP", kOneIn))},
      {"source.gives-two-reasons",
       "source",
       "5-e",
       "One entry in fifty gives two reasons.",
       {},
       {},
       writing(setting(kReason, "Cloned, Drugs", kOneIn))},
      {"source.gives-no-mot-as-a-reason",
       "source",
       "5-f",
       "One entry in fifty of a force's list gives No MOT as its reason.",
       {},
       {},
       writing(setting(kReason, "No MOT", kOneIn))},
      {"source.writes-gradings-with-x",
       "source",
       "5-g",
       "One grading in fifty is 3x5x2.",
       {},
       {},
       writing(setting(kIntel, "3x5x2", kOneIn))},
      {"source.writes-199-characters",
       "source",
       "5-h",
       "One text in fifty has 199 characters.",
       {},
       {},
       writing(setting(kInformation, std::string(kLongText, 'x'), kOneIn))},
      {"source.writes-dates-by-iso-8601",
       "source",
       "5-i",
       "One weed date in fifty is written by ISO 8601.",
       {},
       {},
       writing(setting(kWeedDate, "2099-06-30", kOneIn))},
      {"source.gives-two-markings",
       "source",
       "5-k",
       "One entry in fifty bears two markings.",
       {},
       {},
       writing(setting(kGsc, "OFFICIAL, OFFICIAL-SENSITIVE", kOneIn))},
      {"source.watches-on-any-list",
       "source",
       "5-n",
       "One entry in fifty of every list has No Alert.",
       {},
       {},
       writing(with_action_mixed("Assess", "No Alert"))},
      {"source.asks-to-stop-on-a-watching-list",
       "source",
       "5-n",
       "One entry in fifty of a list for monitoring says Stop.",
       {},
       {},
       writing(with_action_mixed("No Alert", "Stop"))},
  };
}

}  // namespace subjects
