// What the ordeal showed, as JSON: for the committed record, and from it for each report.
#include <algorithm>

#include <nlohmann/json.hpp>

#include "conformance/cases/cases.h"
#include "conformance/harness/build.h"
#include "conformance/harness/ordeal.h"
#include "conformance/harness/report_parts.h"

namespace harness {
namespace {

Json fate_json(const Fate& fate) {
  return {{"id", fate.mutant->id},
          {"requirement", fate.mutant->requirement},
          {"what", fate.mutant->what},
          {"killed", fate.killed},
          {"consequences", fate.broken}};
}

}  // namespace

std::string suite_quality_json(const Ordeal& ordeal) {
  Json mutants = Json::array(), null_subjects = Json::array();
  for (const Fate& fate : ordeal.fates) mutants.push_back(fate_json(fate));
  for (const NullScore& score : ordeal.null_subjects) {
    null_subjects.push_back({{"name", score.name}, {"what", score.what}, {"met", score.met}, {"not_met", score.not_met}});
  }
  const Json quality{{"measured_at", suite_version()},
                     {"mutants", std::move(mutants)},
                     {"null_subjects", std::move(null_subjects)},
                     {"reference", {{"killed_by", ordeal.against_reference}}}};
  return quality.dump(2) + "\n";
}

Json suite_json(const ReportParts& parts) {
  Json suite = Json::parse(recorded_suite_quality());
  const auto with_case = std::count_if(parts.catalogue.requirements.begin(), parts.catalogue.requirements.end(),
                                       [](const catalogue::Requirement& r) { return cases::case_of(r.id) != nullptr; });
  suite["version"] = suite_version();
  suite["requirements"] = parts.catalogue.requirements.size();
  suite["with_case"] = with_case;
  suite["without_case"] = parts.catalogue.requirements.size() - static_cast<std::size_t>(with_case);
  return suite;
}

}  // namespace harness
