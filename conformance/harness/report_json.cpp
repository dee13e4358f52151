#include "conformance/harness/report_json.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "conformance/cases/cases.h"
#include "conformance/harness/build.h"
#include "conformance/harness/decision.h"
#include "conformance/harness/not_judged.h"
#include "conformance/harness/printable.h"

namespace harness {
namespace {

using Json = nlohmann::json;

double seconds_of(std::int64_t ns) { return static_cast<double>(ns) / 1e9; }

/// To nine decimals, so that two compilers' last digits do not make two reports.
double rounded(double rate) { return std::round(rate * 1e9) / 1e9; }

std::string_view text_of(evidence::Keep keep) {
  return keep == evidence::Keep::kFull ? "full" : keep == evidence::Keep::kSampled ? "sampled" : "none";
}

constexpr const char* kMain = "main";

Json timing_of(const oracle::Timing& timing, std::size_t index) {
  const double limit_s = seconds_of(timing.limit_ns);
  return {{"population", kMain},
          {"class", index == 0 ? "fixed" : "mobile"},
          {"n", timing.n},
          {"exceeded", timing.exceeded},
          {"undecided", 0},
          {"excused", 0},
          {"limit_s", limit_s},
          {"uncertainty_s", 0.0},
          {"max_s", seconds_of(timing.max_ns)},
          {"p50_s", seconds_of(timing.p50_ns)},
          {"p95_s", seconds_of(timing.p95_ns)},
          {"p99_s", seconds_of(timing.p99_ns)},
          {"exceedance_rate_upper95", rounded(timing.exceedance_rate_upper95)},
          {"bin_s", rounded(1.5 * limit_s / static_cast<double>(std::max<std::size_t>(1, timing.histogram.size())))},
          {"histogram", timing.histogram},
          {"legs", Json::array()}};
}

Json finding_of(const oracle::Finding& finding, const std::string& replay) {
  return {{"verdict", catalogue::text_of(finding.verdict)},
          {"at", base::to_rfc3339(finding.at)},
          {"population", kMain},
          {"read_id", printable(finding.read_id)},
          {"camera", printable(finding.camera)},
          {"component", ""},
          {"blame", "subject"},
          {"expected", printable(finding.expected)},
          {"observed", printable(finding.observed)},
          {"read", printable(finding.read_text)},
          {"bytes", ""},
          {"robust", true},
          {"readings", Json::array()},
          {"timeline", Json::array()},
          {"legs", Json::array()},
          {"replay", replay},
          {"trace", ""}};
}

Json population_of(const oracle::Judgement& judgement) {
  return {{"name", kMain},
          {"verdict", catalogue::text_of(judgement.verdict)},
          {"observations", judgement.observations},
          {"against", judgement.against},
          {"undecided", judgement.undecided},
          {"least", judgement.least},
          {"reason", printable(judgement.reason)}};
}

Json requirement_of(const Assessment& assessment, const std::string& replay) {
  const catalogue::Requirement& requirement = *assessment.requirement;
  const oracle::Judgement& judgement = assessment.judgement;
  const cases::Case* deciding = cases::case_of(requirement.id);
  Json findings = Json::array(), timings = Json::array(), populations = Json::array();
  for (const oracle::Finding& finding : judgement.findings) findings.push_back(finding_of(finding, replay));
  for (const oracle::Timing& timing : judgement.timings) timings.push_back(timing_of(timing, timings.size()));
  if (judgement.verdict != catalogue::Verdict::kNotRun) populations.push_back(population_of(judgement));
  return {{"id", requirement.id},
          {"clause", requirement.clause},
          {"status", catalogue::text_of(assessment.status)},
          {"verdict", catalogue::text_of(judgement.verdict)},
          {"level", catalogue::text_of(requirement.level)},
          {"origin", catalogue::text_of(requirement.origin)},
          {"basis", "automated"},
          {"roles", requirement.roles},
          {"statement", requirement.statement},
          {"case", deciding == nullptr ? "" : deciding->id},
          {"expects", deciding == nullptr ? "" : deciding->expects},
          {"observations", judgement.observations},
          {"against", judgement.against},
          {"undecided", judgement.undecided},
          {"least", judgement.least},
          {"sampled_one_in", std::max<std::uint32_t>(1, judgement.sampled_one_in)},
          {"reason", printable(judgement.reason)},
          {"readings", requirement.readings},
          {"robust", true},
          {"by_reading", Json::array()},
          {"populations", std::move(populations)},
          {"timings", std::move(timings)},
          {"findings", std::move(findings)}};
}

/// The readings that a verdict of this run could hang on.
Json readings_in_force(const ReportParts& parts) {
  Json readings = Json::array();
  for (const catalogue::Reading& reading : parts.catalogue.readings) {
    const bool used = std::any_of(parts.assessments.begin(), parts.assessments.end(), [&](const Assessment& a) {
      const auto& named = a.requirement->readings;
      const bool ran = a.judgement.verdict != catalogue::Verdict::kNotRun && a.judgement.verdict != catalogue::Verdict::kNotApplicable;
      return ran && std::find(named.begin(), named.end(), reading.id) != named.end();
    });
    if (!used || reading.readings.empty()) continue;
    readings.push_back({{"id", reading.id},
                        {"clause", reading.clause},
                        {"unclear", reading.unclear},
                        {"chosen", 0},
                        {"readings", reading.readings},
                        {"question", reading.question},
                        {"hangs", Json::array()}});
  }
  return readings;
}

Json identity_of(const ReportParts& parts) {
  const scenario::Scenario& scenario = parts.scenario;
  const std::uint32_t one_in = parts.options.sampled_one_in.value_or(scenario.wire.sampled_one_in);
  const scenario::Fidelity fidelity = parts.options.fidelity.value_or(scenario.fidelity);
  return {
      {"subject",
       {{"role", parts.subject.role},
        {"vendor", parts.subject.vendor},
        {"product", parts.subject.product},
        {"version", parts.subject.version}}},
      {"role", parts.subject.role},
      {"selection", Json::array()},
      {"suite_version", suite_version()},
      {"specification", parts.catalogue.specification},
      {"specification_sha256", parts.catalogue.specification_sha256},
      {"profile", "default"},
      {"scenario", scenario.name},
      {"scenario_title", scenario.title},
      {"scenario_sha256", scenario.sha256},
      {"seed", parts.options.seed},
      {"replay", parts.summary.replay_line},
      {"build", build()},
      {"fidelity", fidelity == scenario::Fidelity::kFlow ? "flow" : "queue"},
      {"wire", one_in <= 1 ? std::string("bytes") : fmt::format("sampled 1/{}", one_in)},
      {"evidence",
       {{"keep", text_of(parts.keep)}, {"manifest_sha256", parts.manifest_sha256.empty() ? Json(nullptr) : Json(parts.manifest_sha256)}}}};
}

Json faults_of(const ReportParts& parts) {
  const base::Instant traffic = parts.scenario.start + parts.scenario.phases.warm_up;
  Json faults = Json::array();
  for (const scenario::Fault& fault : parts.summary.faults) {
    faults.push_back({{"id", fault.id},
                      {"fault", fault.fault},
                      {"target", fault.target},
                      {"on", base::to_rfc3339(traffic + fault.on)},
                      {"off", base::to_rfc3339(traffic + fault.off)}});
  }
  return faults;
}

Json judged_in(const ReportParts& parts) {
  Json ids = Json::array();
  for (const Assessment& assessment : parts.assessments) {
    if (assessment.judgement.verdict != catalogue::Verdict::kNotRun) ids.push_back(assessment.requirement->id);
  }
  return ids;
}

/// The run, in the words of its identity, with what passed in it.
Json main_population(const ReportParts& parts, const Json& identity) {
  Json population = {{"name", kMain},
                     {"from", base::to_rfc3339(parts.from)},
                     {"to", base::to_rfc3339(parts.to)},
                     {"passes", parts.summary.passes},
                     {"reads_sent", parts.summary.reads_sent},
                     {"reads_acknowledged", parts.summary.reads_acknowledged},
                     {"hits_delivered", parts.summary.hits_delivered},
                     {"digest", parts.summary.digest},
                     {"image_digest", parts.summary.image_digest},
                     {"faults", faults_of(parts)},
                     {"requirements", judged_in(parts)}};
  for (const char* key : {"scenario", "scenario_title", "scenario_sha256", "seed", "replay", "fidelity", "wire"}) {
    population[key] = identity[key];
  }
  return population;
}

Json suite_of(const ReportParts& parts) {
  const auto with_case = std::count_if(parts.assessments.begin(), parts.assessments.end(),
                                       [](const Assessment& a) { return cases::case_of(a.requirement->id) != nullptr; });
  return {{"version", suite_version()},
          {"requirements", parts.assessments.size()},
          {"with_case", with_case},
          {"without_case", static_cast<std::ptrdiff_t>(parts.assessments.size()) - with_case},
          {"mutants", Json::array()},
          {"null_subjects", Json::array()},
          {"reference", {{"killed_by", Json::array()}}},
          {"measured_at", ""}};
}

}  // namespace

std::string report_json(const ReportParts& parts) {
  const std::vector<Settled> all = settled(parts.assessments);
  const Counts counts = count(all);
  Json requirements = Json::array();
  for (const Assessment& assessment : parts.assessments) requirements.push_back(requirement_of(assessment, parts.summary.replay_line));
  const Json identity = identity_of(parts);
  const Json report = {{"format", "plumbline-report"},
                       {"version", 2},
                       {"decision", {{"outcome", catalogue::text_of(outcome_of(all))}, {"sentence", decision_sentence(parts.assessments)}}},
                       {"identity", identity},
                       {"populations", Json::array({main_population(parts, identity)})},
                       {"counts",
                        {{"met", counts.met},
                         {"not_met", counts.not_met},
                         {"not_established", counts.not_established},
                         {"not_applicable", counts.not_applicable},
                         {"not_testable", counts.not_testable}}},
                       {"requirements", std::move(requirements)},
                       {"sites", Json::array()},
                       {"suite", suite_of(parts)},
                       {"calibration", Json::array()},
                       {"readings", readings_in_force(parts)},
                       {"not_judged", not_judged(parts.assessments)},
                       {"attributions", parts.attributions},
                       {"synthetic", true}};
  return report.dump(2) + "\n";
}

}  // namespace harness
