#include "conformance/harness/population.h"

#include <algorithm>

#include "conformance/evidence/fan_out.h"
#include "conformance/harness/not_judged.h"

namespace harness {
namespace {

using evidence::Provenance;

Provenance provenance_of(const scenario::Scenario& scenario, const run::Options& options, const run::Summary& summary) {
  Provenance p;
  p.scenario = scenario.name;
  p.title = scenario.title;
  p.file = scenario.file.string();
  p.scenario_sha256 = scenario.sha256;
  p.seed = options.seed;
  p.replay = summary.replay_line;
  p.fidelity = options.fidelity.value_or(scenario.fidelity) == scenario::Fidelity::kFlow ? "flow" : "queue";
  p.wire_one_in = options.sampled_one_in.value_or(scenario.wire.sampled_one_in);
  p.digest = summary.digest;
  p.image_digest = summary.image_digest;
  const base::Instant traffic = scenario.start + scenario.phases.warm_up;
  for (const scenario::Fault& fault : summary.faults)
    p.faults.push_back({fault.id, fault.fault, fault.target, traffic + fault.on, traffic + fault.off});
  p.attributions = attributions_of(scenario);
  return p;
}

}  // namespace

void Counter::hear(const base::Event& event) {
  if (std::holds_alternative<base::event::Inspection>(event.body)) return;   // of the evidence, and not of the run
  if (first_) counted_.from = event.at;
  first_ = false;
  counted_.to = event.at;
  if (std::holds_alternative<base::event::Pass>(event.body)) ++counted_.passes;
  if (std::holds_alternative<base::event::ReadSent>(event.body)) ++counted_.reads_sent;
  if (std::holds_alternative<base::event::HitDelivered>(event.body)) ++counted_.hits_delivered;
  if (const auto* acknowledged = std::get_if<base::event::ReadAcknowledged>(&event.body))
    counted_.reads_acknowledged += acknowledged->component == "nas" ? 1 : 0;
}

const oracle::Judgement* Population::judgement(std::string_view requirement) const {
  const auto at = std::find_if(judgements.begin(), judgements.end(), [&](const auto& j) { return j.requirement == requirement; });
  return at == judgements.end() ? nullptr : &*at;
}

std::string subject_option(const subjects::Subject& subject) {
  return subject.name == "reference" ? "" : " --subject " + subject.name;
}

std::string replay_command(const subjects::Subject& subject, const std::string& profile, bool alone) {
  std::string command = "accredit" + subject_option(subject);
  if (profile != "default") command += " --profile " + profile;
  if (alone) command += " --alone";
  return command;
}

Population population_of(std::string name, oracle::Oracle& oracle, const Counter& counter) {
  Population population;
  population.name = std::move(name);
  population.tellings = counter.counted();
  population.judgements = oracle.conclude();
  population.calibration = oracle.calibration();
  population.sites = oracle.sites();
  return population;
}

base::Result<Population> run_population(const PlannedRun& planned, const run::Options& options, const run::Cast& cast,
                                        const std::string& profile, base::Witness* beside, const std::vector<Inspection>& inspections,
                                        const std::string& role) {
  const std::uint32_t sampled = options.sampled_one_in.value_or(planned.scenario.wire.sampled_one_in);
  const auto oracle = oracle::make_oracle(catalogue::built_in(), {sampled, 1, profile, role});
  Counter counter(planned.scenario.start);
  evidence::FanOut witnesses{&counter, oracle.get(), beside};
  const auto summary = run::run_scenario(planned.scenario, cast, options, witnesses);
  if (!summary) return tl::unexpected(summary.error());
  evidence::FanOut judges{oracle.get(), beside};   // what is counted is of the run alone
  tell(inspections, judges);
  Population population = population_of(planned.name, *oracle, counter);
  population.provenance = provenance_of(planned.scenario, options, *summary);
  population.retell = [scenario = planned.scenario, again_options = options, cast,
                       digest = summary->digest](base::Witness& witness) mutable {
    again_options.progress = {};
    return run::run_scenario(scenario, cast, again_options, witness).map([&](const run::Summary& again) { return again.digest == digest; });
  };
  return population;
}

}  // namespace harness
