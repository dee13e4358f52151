// What the suite itself is worth: which mutants it kills, how null subjects fare, and how the clocks were compared.
#include <fmt/format.h>

#include "reports/matrix.h"
#include "reports/text.h"
#include "reports/view.h"

namespace reports::view {
namespace {

Data mutant_of(const Json& mutant) {
  Data entry;
  for (const char* key : {"id", "requirement", "what"}) entry.set(key, text_of(mutant[key]));
  entry.set("result", mutant["killed"].get<bool>() ? "killed" : "survived");
  std::string also;
  for (const Json& id : mutant["consequences"]) also += (also.empty() ? "" : ", ") + text_of(id);
  entry.set("also", optional_text(also));
  return entry;
}

void add_mutants(const Json& mutants, Data& page) {
  Data all{Data::type::list}, survivors{Data::type::list};
  std::vector<Mutant> rows;
  for (const Json& mutant : mutants) {
    all.push_back(mutant_of(mutant));
    Mutant row{text_of(mutant["id"]), text_of(mutant["requirement"]), mutant["killed"].get<bool>(), {}};
    for (const Json& id : mutant["consequences"]) row.consequences.push_back(text_of(id));
    if (!row.killed) survivors.push_back(mutant_of(mutant));
    rows.push_back(std::move(row));
  }
  set_list(page, "mutants", all);
  set_list(page, "survivors", survivors);
  std::size_t surviving = 0;
  for (const Mutant& row : rows) surviving += row.killed ? 0 : 1;
  page.set("mutants_count", thousands(rows.size()));
  page.set("killed_count", thousands(rows.size() - surviving));
  page.set("survivors_count", thousands(surviving));
  page.set("matrix", kill_matrix_svg(rows, "suite-matrix"));
}

void add_null_subjects(const Json& subjects, Data& page) {
  Data list{Data::type::list};
  for (const Json& subject : subjects) {
    Data entry;
    for (const char* key : {"name", "what"}) entry.set(key, text_of(subject[key]));
    set_list(entry, "met", list_of(subject["met"]));
    entry.set("not_met_count", thousands(subject["not_met"].size()));
    set_list(entry, "not_met", list_of(subject["not_met"]));
    list.push_back(entry);
  }
  set_list(page, "null_subjects", list);
}

/// Empty where the suite that judged is the one that was measured.
std::string age_of(const Json& suite) {
  const std::string measured = text_of(suite["measured_at"]), version = text_of(suite["version"]);
  if (measured.empty()) return "The suite's power was not measured for this build: what it would miss is not known.";
  if (measured == version) return "";
  return fmt::format("Measured with version {}, not with {}, which judged here.", measured, version);
}

std::string signed_text(double seconds) { return seconds == 0 ? "0" : signed_time_text(seconds); }

}  // namespace

void add_suite(const Json& report, Data& page) {
  const Json& suite = report["suite"];
  page.set("suite_age", optional_text(age_of(suite)));
  page.set("suite_measured", !suite["measured_at"].get_ref<const std::string&>().empty());
  for (const char* key : {"with_case", "without_case"}) page.set(key, thousands(number_of(suite, key)));
  page.set("suite_requirements", thousands(number_of(suite, "requirements")));
  add_mutants(suite["mutants"], page);
  add_null_subjects(suite["null_subjects"], page);
  set_list(page, "reference_fails", list_of(suite["reference"]["killed_by"]));
}

void add_calibration(const Json& report, Data& page) {
  Data list{Data::type::list};
  for (const Json& clock : report["calibration"]) {
    Data entry;
    entry.set("population", population_words(clock["population"]));
    for (const char* key : {"component", "method"}) entry.set(key, text_of(clock[key]));
    entry.set("offset", signed_text(clock["offset_s"].get<double>()));
    entry.set("resolution", time_text(clock["resolution_s"].get<double>()));
    entry.set("overhead", time_text(clock["overhead_s"].get<double>()));
    entry.set("uncertainty", time_text(clock["expanded_uncertainty_s"].get<double>()));
    list.push_back(entry);
  }
  set_list(page, "calibration", list);
}

}  // namespace reports::view
