// A requirement in report.json: its verdict, under which readings, in which runs, and its timings.
#include <algorithm>
#include <cmath>

#include "conformance/harness/printable.h"
#include "conformance/harness/report_parts.h"

namespace harness {
namespace {

constexpr std::size_t kElsewhereMax = 3;

/// To nine decimals, so that two compilers' last digits do not make two reports.
double rounded(double rate) { return std::round(rate * 1e9) / 1e9; }

Json legs_json(const std::vector<oracle::LegTiming>& legs) {
  Json all = Json::array();
  for (const oracle::LegTiming& leg : legs) {
    all.push_back({{"leg", leg.name}, {"p50_s", seconds_of(leg.p50_ns)}, {"p99_s", seconds_of(leg.p99_ns)},
                   {"max_s", seconds_of(leg.max_ns)}});
  }
  return all;
}

Json timing_json(const oracle::Timing& timing, const Population& population) {
  return {{"population", population.name},
          {"class", timing.group},
          {"n", timing.n},
          {"exceeded", timing.exceeded},
          {"undecided", timing.undecided},
          {"excused", timing.excused},
          {"limit_s", seconds_of(timing.limit_ns)},
          {"uncertainty_s", seconds_of(timing.uncertainty_ns)},
          {"max_s", seconds_of(timing.max_ns)},
          {"p50_s", seconds_of(timing.p50_ns)},
          {"p95_s", seconds_of(timing.p95_ns)},
          {"p99_s", seconds_of(timing.p99_ns)},
          {"exceedance_rate_upper95", rounded(timing.exceedance_rate_upper95)},
          {"bin_s", seconds_of(timing.bin_ns)},
          {"histogram", timing.histogram},
          {"legs", legs_json(timing.legs)}};
}

Json showing_json(const Showing& showing) {
  const oracle::Judgement& j = *showing.judgement;
  return {{"name", showing.population->name},
          {"verdict", catalogue::text_of(j.verdict)},
          {"observations", j.observations},
          {"against", j.against},
          {"undecided", j.undecided},
          {"least", j.least},
          {"reason", printable(j.reason)}};
}

/// The combinations of readings that give another verdict.
Json by_reading_json(const Assessment& assessment) {
  Json all = Json::array();
  for (const auto& otherwise : assessment.otherwise) {
    Json choice = Json::object();
    for (const oracle::Choice& c : otherwise.choices) choice[c.reading] = c.alternative;
    all.push_back({{"choice", std::move(choice)}, {"verdict", catalogue::text_of(otherwise.conclusion.verdict)}});
  }
  return all;
}

std::uint32_t sampled_one_in(const Assessment& assessment) {
  std::uint32_t one_in = 1;
  for (const Showing& showing : assessment.showings) one_in = std::max(one_in, showing.judgement->sampled_one_in);
  return one_in;
}

/// Where a person's word decided it in any run, that is said.
std::string_view basis_of(const Assessment& assessment) {
  const auto& showings = assessment.showings;
  const bool inspected = std::any_of(showings.begin(), showings.end(), [](const Showing& s) { return s.judgement->inspected; });
  return inspected ? "inspection" : "automated";
}

/// Those that the profile sees, of every run; behind them a few that hold by another reading alone.
Json findings_json(const Assessment& assessment, const ReportParts& parts) {
  Json seen = Json::array(), elsewhere = Json::array();
  for (const Showing& showing : assessment.showings) {
    for (const oracle::Finding& finding : showing.judgement->findings) {
      if (finding.in_profile) {
        seen.push_back(finding_json(finding, assessment, showing, parts));
      } else if (elsewhere.size() < kElsewhereMax) {
        elsewhere.push_back(finding_json(finding, assessment, showing, parts));
      }
    }
  }
  for (Json& finding : elsewhere) seen.push_back(std::move(finding));
  return seen;
}

}  // namespace

Json requirement_json(const Assessment& assessment, const ReportParts& parts) {
  const catalogue::Requirement& requirement = *assessment.requirement;
  const oracle::Conclusion& conclusion = assessment.conclusion;
  Json timings = Json::array(), populations = Json::array();
  for (const Showing& showing : assessment.showings) {
    populations.push_back(showing_json(showing));
    for (const oracle::Timing& timing : showing.judgement->timings) timings.push_back(timing_json(timing, *showing.population));
  }
  return {{"id", requirement.id},
          {"clause", requirement.clause},
          {"status", catalogue::text_of(assessment.status)},
          {"verdict", catalogue::text_of(conclusion.verdict)},
          {"level", catalogue::text_of(requirement.level)},
          {"origin", catalogue::text_of(requirement.origin)},
          {"roles", requirement.roles},
          {"statement", requirement.statement},
          {"case", assessment.deciding == nullptr ? std::string() : std::string(assessment.deciding->id)},
          {"expects", assessment.deciding == nullptr ? std::string() : std::string(assessment.deciding->expects)},
          {"basis", basis_of(assessment)},
          {"observations", conclusion.observations},
          {"against", conclusion.against},
          {"undecided", conclusion.undecided},
          {"least", assessment.least},
          {"sampled_one_in", sampled_one_in(assessment)},
          {"reason", printable(conclusion.reason)},
          {"readings", requirement.readings},
          {"robust", assessment.robust},
          {"by_reading", by_reading_json(assessment)},
          {"populations", std::move(populations)},
          {"timings", std::move(timings)},
          {"findings", findings_json(assessment, parts)}};
}

}  // namespace harness
