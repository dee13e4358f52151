#include "simulator/run/run.h"

#include "simulator/run/records.h"
#include "simulator/run/simulation.h"

namespace run {
namespace {

tl::unexpected<base::Error> found_in(const scenario::Scenario& scenario, const base::Error& error) {
  if (scenario.file.empty()) return tl::unexpected(error);
  return base::fail(*error.kind, fmt::format("{}: {}", scenario.file.string(), error.detail));
}

}  // namespace

base::Result<Summary> run_scenario(const scenario::Scenario& scenario, world::World& world, const Cast& cast, const Options& options,
                                   base::Witness& witness) {
  Layout layout = make_layout(scenario, world);
  auto faults = resolve(faults_of(scenario, options.seed), scenario, layout, world, options.seed);
  if (!faults) return found_in(scenario, faults.error());
  auto plan = make_plan(scenario, world);
  if (!plan) return found_in(scenario, plan.error());
  auto records = Records::open(options, scenario.file, options.sampled_one_in.value_or(scenario.wire.sampled_one_in));
  if (!records) return tl::unexpected(records.error());
  Summary summary = Simulation(scenario, world, std::move(layout), {*std::move(faults), *std::move(plan)}, (*records)->wrap(cast),
                               options, witness)
                        .run();
  if (const auto finished = (*records)->finish(); !finished) return tl::unexpected(finished.error());
  return summary;
}

base::Result<Summary> run_scenario(const scenario::Scenario& scenario, const Cast& cast, const Options& options, base::Witness& witness) {
  auto world = world::make_world(scenario, options.seed);
  if (!world) return tl::unexpected(world.error());
  return run_scenario(scenario, **world, cast, options, witness);
}

}  // namespace run
