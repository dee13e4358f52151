// A run in report.json: what was run, how to run it again, and what happened.
#include <fmt/format.h>

#include "conformance/harness/report_parts.h"

namespace harness {
namespace {

Json faults_json(const Population& population) {
  const base::Instant traffic = population.scenario.start + population.scenario.phases.warm_up;
  Json faults = Json::array();
  for (const scenario::Fault& fault : population.summary.faults) {
    faults.push_back({{"id", fault.id},
                      {"fault", fault.fault},
                      {"target", fault.target},
                      {"on", base::to_rfc3339(traffic + fault.on)},
                      {"off", base::to_rfc3339(traffic + fault.off)}});
  }
  return faults;
}

Json judged_on(const Population& population, const ReportParts& parts) {
  Json ids = Json::array();
  for (const Assessment& assessment : parts.assessments) {
    for (const Showing& showing : assessment.showings) {
      if (showing.population == &population) ids.push_back(assessment.requirement->id);
    }
  }
  return ids;
}

}  // namespace

Json population_json(const Population& population, const ReportParts& parts) {
  const scenario::Scenario& scenario = population.scenario;
  const run::Summary& summary = population.summary;
  const std::uint32_t one_in = population.options.sampled_one_in.value_or(scenario.wire.sampled_one_in);
  const scenario::Fidelity fidelity = population.options.fidelity.value_or(scenario.fidelity);
  return {{"name", population.name},
          {"scenario", scenario.name},
          {"scenario_title", scenario.title},
          {"scenario_sha256", scenario.sha256},
          {"seed", population.options.seed},
          {"replay", summary.replay_line},
          {"fidelity", fidelity == scenario::Fidelity::kFlow ? "flow" : "queue"},
          {"wire", one_in <= 1 ? std::string("bytes") : fmt::format("sampled 1/{}", one_in)},
          {"from", base::to_rfc3339(population.from)},
          {"to", base::to_rfc3339(population.to)},
          {"passes", summary.passes},
          {"reads_sent", summary.reads_sent},
          {"reads_acknowledged", summary.reads_acknowledged},
          {"hits_delivered", summary.hits_delivered},
          {"digest", summary.digest},
          {"image_digest", summary.image_digest},
          {"faults", faults_json(population)},
          {"requirements", judged_on(population, parts)}};
}

}  // namespace harness
