// A run in report.json: what was run, how to run it again, and what happened.
#include <fmt/format.h>

#include "conformance/harness/printable.h"
#include "conformance/harness/report_parts.h"

namespace harness {
namespace {

using evidence::Provenance;

Json faults_json(const Provenance& provenance) {
  Json faults = Json::array();
  for (const evidence::GivenFault& fault : provenance.faults) {
    faults.push_back({{"id", fault.id},
                      {"fault", fault.fault},
                      {"target", fault.target},
                      {"on", base::to_rfc3339(fault.on)},
                      {"off", base::to_rfc3339(fault.off)}});
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
  const Provenance& provenance = population.provenance;
  const Tellings& tellings = population.tellings;
  const bool run = provenance.simulated();
  const Json none = nullptr;
  return {{"name", population.name},
          {"scenario", printable(provenance.scenario)},
          {"scenario_title", printable(provenance.title)},
          {"scenario_sha256", run ? Json(provenance.scenario_sha256) : none},
          {"seed", run ? Json(provenance.seed) : none},
          {"replay", printable(provenance.replay)},
          {"fidelity", run ? Json(provenance.fidelity) : none},
          {"wire", provenance.wire_one_in <= 1 ? std::string("bytes") : fmt::format("sampled 1/{}", provenance.wire_one_in)},
          {"from", base::to_rfc3339(tellings.from)},
          {"to", base::to_rfc3339(tellings.to)},
          {"passes", tellings.passes},
          {"reads_sent", tellings.reads_sent},
          {"reads_acknowledged", tellings.reads_acknowledged},
          {"hits_delivered", tellings.hits_delivered},
          {"digest", printable(provenance.digest)},
          {"image_digest", printable(provenance.image_digest)},
          {"faults", faults_json(provenance)},
          {"requirements", judged_on(population, parts)}};
}

}  // namespace harness
