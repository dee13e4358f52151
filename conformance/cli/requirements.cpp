// requirements: the catalogue, and which of it is judged.
#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "conformance/cases/cases.h"
#include "conformance/cli/command.h"
#include "conformance/cli/scenario_folder.h"
#include "conformance/harness/ordeal.h"
#include "conformance/harness/selection.h"

namespace cli {
namespace {

using catalogue::Requirement;

void add_options(po::options_description& options) {
  options.add_options()
      ("json", "as JSON, for programs")
      ("clause", po::value<std::string>()->value_name("PATTERN"),
       "these alone: a clause or id (* and ? as in file names), suite:, role: or class:")
      ("mutants", "put the suite to the test: run every mutant and null subject, and say which case caught which (about a minute)");
}

/// Why nothing judges it; empty where a case does.
std::string unjudged_because(const Requirement& requirement) {
  if (cases::case_of(requirement.id) != nullptr) return "";
  return requirement.not_testable.empty() ? requirement.no_case_yet : requirement.not_testable;
}

nlohmann::json json_of(const Requirement& requirement) {
  const cases::Case* deciding = cases::case_of(requirement.id);
  return {{"id", requirement.id},
          {"clause", requirement.clause},
          {"roles", requirement.roles},
          {"classes", requirement.classes},
          {"level", catalogue::text_of(requirement.level)},
          {"origin", catalogue::text_of(requirement.origin)},
          {"statement", requirement.statement},
          {"observable", requirement.observable},
          {"readings", requirement.readings},
          {"least_observations", requirement.least_observations},
          {"source_sha256", requirement.source_sha256},
          {"case", deciding == nullptr ? nlohmann::json(nullptr) : nlohmann::json(deciding->id)},
          {"suite", deciding == nullptr ? nlohmann::json(nullptr) : nlohmann::json(cases::text_of(deciding->suite))},
          {"scenario", deciding == nullptr ? nlohmann::json(nullptr) : nlohmann::json(deciding->scenario)},
          {"expects", deciding == nullptr ? nlohmann::json(nullptr) : nlohmann::json(deciding->expects)},
          {"unjudged_because", unjudged_because(requirement)}};
}

void print(const std::vector<const Requirement*>& chosen, std::ostream& out) {
  std::size_t judged = 0;
  for (const Requirement* requirement : chosen) {
    const cases::Case* deciding = cases::case_of(requirement->id);
    if (deciding != nullptr) ++judged;
    out << fmt::format("{:<8} {:<9} {:<8} {}\n", requirement->id, catalogue::text_of(requirement->level),
                       catalogue::text_of(requirement->origin), requirement->statement);
    out << fmt::format("{:27}{}\n", "", deciding != nullptr ? fmt::format("judged by {}: {}", deciding->id, deciding->expects)
                                                             : fmt::format("not judged: {}", unjudged_because(*requirement)));
  }
  out << fmt::format("\n{} requirements, {} with a case.\n", chosen.size(), judged);
}

void print(const harness::Ordeal& ordeal, std::ostream& out) {
  for (const harness::Fate& fate : ordeal.fates) {
    out << fmt::format("{:<8} {:<9} {:<52} {}\n", fate.mutant->requirement, fate.killed ? "killed" : "SURVIVED", fate.mutant->id,
                       fate.mutant->what);
    if (!fate.broken.empty()) out << fmt::format("{:18} also not met: {}\n", "", fmt::join(fate.broken, ", "));
    if (!fate.unexpected.empty()) out << fmt::format("{:18} NOT EXPECTED: {}\n", "", fmt::join(fate.unexpected, ", "));
  }
  out << "\n";
  for (const harness::NullScore& score : ordeal.null_subjects) {
    out << fmt::format("{:<14} meets {}; does not meet {}\n", score.name,
                       score.met.empty() ? "nothing" : fmt::format("{}", fmt::join(score.met, ", ")),
                       fmt::join(score.not_met, ", "));
  }
  out << fmt::format("reference      fails {}\n\n{} of {} mutants killed.\n",
                     ordeal.against_reference.empty() ? "nothing" : fmt::format("{}", fmt::join(ordeal.against_reference, ", ")),
                     ordeal.killed(), ordeal.fates.size());
  for (const std::string& id : ordeal.unproved())
    out << fmt::format("Not proved: {} has fewer than two mutants, or a case that kills none of them.\n", id);
}

/// The suite's own examination. Exits 0 where it stands.
int run_mutants(const po::variables_map& given, Console& console) {
  std::size_t done = 0;
  const auto ordeal = harness::run_ordeal(scenario_folder(), [&](std::string_view subject) {
    if (console.progress == Progress::kShown) console.err << fmt::format("\r{:>3} {:<60}", ++done, subject) << std::flush;
  });
  if (console.progress == Progress::kShown) console.err << "\r" << std::string(64, ' ') << "\r";
  if (!ordeal) return failed(console, ordeal.error());
  if (given.count("json") > 0) {
    console.out << harness::suite_quality_json(*ordeal);
  } else {
    print(*ordeal, console.out);
  }
  const bool expected = std::all_of(ordeal->fates.begin(), ordeal->fates.end(),
                                    [](const harness::Fate& f) { return f.killed && f.unexpected.empty(); });
  return expected && ordeal->unproved().empty() && ordeal->against_reference.empty() ? 0 : 1;
}

int run_requirements(const po::variables_map& given, Console& console) {
  if (given.count("mutants") > 0) return run_mutants(given, console);
  const catalogue::Catalogue& catalogue = catalogue::built_in();
  const std::string pattern = given.count("clause") == 0 ? "*" : given["clause"].as<std::string>();
  std::vector<const Requirement*> chosen;
  for (const Requirement& requirement : catalogue.requirements) {
    if (harness::pattern_takes(pattern, requirement)) chosen.push_back(&requirement);
  }
  if (chosen.empty())
    return failed(console, base::Error(harness::kNothingSelected, fmt::format("'{}' is no clause and no id of the catalogue", pattern)));
  if (given.count("json") == 0) {
    console.out << fmt::format("{} (SHA-256 {})\n\n", catalogue.specification, catalogue.specification_sha256);
    print(chosen, console.out);
    return 0;
  }
  nlohmann::json list = nlohmann::json::array();
  for (const Requirement* requirement : chosen) list.push_back(json_of(*requirement));
  const nlohmann::json document = {
      {"specification", catalogue.specification}, {"specification_sha256", catalogue.specification_sha256}, {"requirements", list}};
  console.out << document.dump(2) << "\n";
  return 0;
}

}  // namespace

const Command& requirements_command() {
  static const Command command{
      "requirements",
      "list what the specification obliges, and what judges it",
      "",
      Operand::kNone,
      "Lists every requirement of the catalogue in our own words, with its level, its origin, and the case that judges it\n"
      "or the reason why none does. With --mutants it examines the suite itself: each mutant is the reference with one promise\n"
      "broken, and must be caught by the case of that promise.",
      "plumbline requirements --clause 2.2",
      add_options,
      run_requirements,
  };
  return command;
}

}  // namespace cli
