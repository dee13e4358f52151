#include "simulator/run/run.h"

#include "simulator/run/simulation.h"

namespace run {

base::Result<Summary> run_scenario(const scenario::Scenario& scenario, world::World& world, const Cast& cast, const Options& options,
                                   base::Witness& witness) {
  Layout layout = make_layout(scenario, world);
  auto faults = resolve(faults_of(scenario, options.seed), scenario, layout, world, options.seed);
  if (!faults) return tl::unexpected(faults.error());
  Simulation simulation(scenario, world, std::move(layout), *std::move(faults), cast, options, witness);
  return simulation.run();
}

base::Result<Summary> run_scenario(const scenario::Scenario& scenario, const Cast& cast, const Options& options, base::Witness& witness) {
  auto world = world::make_world(scenario, options.seed);
  if (!world) return tl::unexpected(world.error());
  return run_scenario(scenario, **world, cast, options, witness);
}

}  // namespace run
