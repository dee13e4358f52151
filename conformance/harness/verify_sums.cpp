// What a report's rows add up to.
#include <algorithm>
#include <array>
#include <deque>
#include <map>

#include <fmt/format.h>

#include "conformance/harness/decision.h"
#include "conformance/harness/verify_parts.h"

namespace harness {
namespace {

using catalogue::Requirement;
using catalogue::Verdict;
using nlohmann::json;

/// The value that is written so. The schema allows no other words.
template <class Value, std::size_t Count>
Value value_of(const json& word, const std::array<Value, Count>& values) {
  const auto at = std::find_if(values.begin(), values.end(), [&](Value value) { return catalogue::text_of(value) == word; });
  return at == values.end() ? values.front() : *at;
}

Verdict verdict_of(const json& word) {
  return value_of(word, std::array{Verdict::kError, Verdict::kNotRun, Verdict::kPass, Verdict::kFail, Verdict::kInconclusive,
                                   Verdict::kNotApplicable, Verdict::kObserved});
}

/// As a row of a run has it. That a run held too few alone, and nothing that is open, stands in its reason only.
oracle::Conclusion conclusion_in(const json& row) {
  oracle::Conclusion c;
  c.verdict = verdict_of(row["verdict"]);
  c.reason = row["reason"].get<std::string>();
  c.observations = row["observations"].get<std::uint64_t>();
  c.against = row["against"].get<std::uint64_t>();
  c.undecided = row["undecided"].get<std::uint64_t>();
  c.too_few = c.verdict == Verdict::kInconclusive && c.undecided == 0 && c.reason.ends_with("are needed");
  return c;
}

/// What the rows come to; without any, what is recorded, as far as it takes no observation.
oracle::Conclusion sum_of(const json& requirement) {
  oracle::Conclusion sum;
  for (const json& row : requirement["populations"]) sum = combined(sum, conclusion_in(row));
  const Verdict recorded = verdict_of(requirement["verdict"]);
  const bool takes_none = recorded == Verdict::kNotRun || recorded == Verdict::kNotApplicable || recorded == Verdict::kError;
  if (requirement["populations"].empty() && takes_none) sum.verdict = recorded;
  if (sum.verdict == Verdict::kNotRun || requirement["populations"].empty()) sum.reason = requirement["reason"].get<std::string>();
  return sum;
}

/// A requirement as a report has it, as far as the decision asks.
Requirement requirement_in(const json& row) {
  Requirement requirement;
  requirement.id = row["id"].get<std::string>();
  requirement.level = value_of(row["level"], std::array{catalogue::Level::kMust, catalogue::Level::kShould, catalogue::Level::kMay,
                                                        catalogue::Level::kDesirable, catalogue::Level::kFact});
  requirement.origin =
      value_of(row["origin"], std::array{catalogue::Origin::kText, catalogue::Origin::kInferred, catalogue::Origin::kHouse});
  return requirement;
}

std::string place_of(const json& requirement, std::string_view part) {
  return fmt::format("report.json, requirement {}, {}", requirement["id"].get<std::string>(), part);
}

/// What the catalogue says of it.
void check_facts(const json& row, const Requirement& requirement, Verification& v) {
  const cases::Case* deciding = cases::case_of(requirement.id);
  const json facts{{"clause", requirement.clause},
                   {"level", catalogue::text_of(requirement.level)},
                   {"origin", catalogue::text_of(requirement.origin)},
                   {"roles", requirement.roles},
                   {"statement", requirement.statement},
                   {"readings", requirement.readings},
                   {"least", requirement.least_observations},
                   {"case", deciding == nullptr ? "" : std::string(deciding->id)},
                   {"expects", deciding == nullptr ? "" : std::string(deciding->expects)}};
  for (const auto& [key, fact] : facts.items()) compare_parts(place_of(row, key), row[key], fact, v);
}

/// Whether a claim spares the system a requirement, as far as the report says.
bool is_spared(const json& report, const std::string& id) {
  if (!report.contains("handed_in")) return false;
  const json& claims = report["handed_in"]["claims"];
  return std::any_of(claims.begin(), claims.end(), [&](const json& told) {
    const catalogue::Claim* claim = catalogue::built_in().find_claim(told["id"].get<std::string>());
    return claim != nullptr && told["against"] == 0 && std::ranges::find(claim->requirements, id) != claim->requirements.end();
  });
}

/// Whom it binds decides whether it applies, unless a claim does.
void check_scope(const json& report, const json& row, const Requirement& requirement, Verification& v) {
  const bool binds = in_scope(requirement, report["identity"]["role"].get<std::string>());
  if (binds == (row["verdict"] != "not_applicable") || (binds && is_spared(report, requirement.id))) return;
  compare_parts(place_of(row, "verdict"), row["verdict"], binds ? "one that applies" : "not_applicable", v);
}

/// A requirement whose verdict and status follow from its rows.
Assessment assessment_in(const json& row, const Requirement& stated, const Requirement* known, Verification& v) {
  Assessment assessment;
  assessment.requirement = &stated;
  assessment.conclusion = sum_of(row);
  const bool testable = known == nullptr ? row["status"] != "not_testable" : known->not_testable.empty();
  assessment.status = status_of(assessment.conclusion.verdict, testable);
  const oracle::Conclusion& sum = assessment.conclusion;
  compare_parts(place_of(row, "verdict"), row["verdict"], catalogue::text_of(sum.verdict), v);
  compare_parts(place_of(row, "status"), row["status"], catalogue::text_of(assessment.status), v);
  compare_parts(place_of(row, "observations"), row["observations"], sum.observations, v);
  compare_parts(place_of(row, "against"), row["against"], sum.against, v);
  compare_parts(place_of(row, "undecided"), row["undecided"], sum.undecided, v);
  compare_parts(place_of(row, "reason"), row["reason"], sum.reason, v);
  compare_parts(place_of(row, "robust"), row["robust"], row["by_reading"].empty(), v);
  return assessment;
}

void check_decision(const json& report, const std::vector<Assessment>& assessments, Verification& v) {
  const std::vector<Settled> all = settled(assessments);
  const Counts counts = count(all);
  compare_parts("report.json, counts", report["counts"],
                {{"met", counts.met},
                 {"not_met", counts.not_met},
                 {"not_established", counts.not_established},
                 {"not_applicable", counts.not_applicable},
                 {"not_testable", counts.not_testable}},
                v);
  compare_parts("report.json, decision", report["decision"],
                {{"outcome", catalogue::text_of(outcome_of(all))}, {"sentence", decision_sentence(assessments)}}, v);
}

/// Each run lists what was observed in it, and the first is the one that the report is about.
void check_runs(const json& report, Verification& v) {
  std::map<std::string, json> observed;
  for (const json& requirement : report["requirements"]) {
    for (const json& row : requirement["populations"]) observed[row["name"].get<std::string>()].push_back(requirement["id"]);
  }
  for (const json& run : report["populations"]) {
    const std::string name = run["name"].get<std::string>();
    const json due = observed.contains(name) ? observed[name] : json::array();
    compare_parts(fmt::format("report.json, run {}, requirements", name), run["requirements"], due, v);
    observed.erase(name);
  }
  for (const auto& [name, requirements] : observed) compare_parts(fmt::format("report.json, run {}", name), nullptr, requirements, v);
  const json& identity = report["identity"];
  for (const char* key : {"scenario", "scenario_title", "scenario_sha256", "seed", "replay", "fidelity", "wire"})
    compare_parts(fmt::format("report.json, identity, {}", key), identity[key], report["populations"][0][key], v);
  compare_parts("report.json, identity, role", identity["role"], identity["subject"]["role"], v);
}

/// The specification and the requirements that this suite judges by.
void check_catalogue(const json& report, Verification& v) {
  const catalogue::Catalogue& catalogue = catalogue::built_in();
  compare_parts("report.json, identity, specification", report["identity"]["specification"], catalogue.specification, v);
  compare_parts("report.json, identity, specification_sha256", report["identity"]["specification_sha256"], catalogue.specification_sha256,
                v);
  json recorded = json::array(), ids = json::array();
  for (const json& row : report["requirements"]) recorded.push_back(row["id"]);
  for (const Requirement& requirement : catalogue.requirements) ids.push_back(requirement.id);
  compare_parts("report.json, requirements", recorded, ids, v);
}

}  // namespace

void compare_parts(const std::string& where, const json& recorded, const json& found, Verification& v) {
  constexpr std::size_t kShown = 200;
  if (recorded == found) return;
  v.differences.push_back({where, recorded.dump().substr(0, kShown), found.dump().substr(0, kShown)});
}

void check_sums(const json& report, bool same_suite, Verification& v) {
  if (same_suite) check_catalogue(report, v);
  std::deque<Requirement> stated;   // assessments point at them
  std::vector<Assessment> assessments;
  for (const json& row : report["requirements"]) {
    const Requirement* known = same_suite ? catalogue::built_in().find(row["id"].get<std::string>()) : nullptr;
    if (known != nullptr) {
      check_facts(row, *known, v);
      check_scope(report, row, *known, v);
    }
    assessments.push_back(assessment_in(row, stated.emplace_back(requirement_in(row)), known, v));
  }
  check_decision(report, assessments, v);
  check_runs(report, v);
  v.checked.push_back("verdicts, counts and decision are what the rows of its runs add up to");
}

}  // namespace harness
