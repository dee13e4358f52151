#include <fmt/format.h>

#include "simulator/run/run.h"

namespace run {

std::string replay_line(const scenario::Scenario& scenario, const Options& options) {
  const auto fidelity = options.fidelity.value_or(scenario.fidelity);
  const std::uint32_t one_in = options.sampled_one_in.value_or(scenario.wire.sampled_one_in);
  const std::string wire = one_in == 1 ? "bytes" : fmt::format("'sampled 1/{}'", one_in);
  return fmt::format("plumbline {} {} --seed {} --fidelity {} --wire {}  # scenario {}, build {}", options.command,
                     scenario.file.string(), options.seed, fidelity == scenario::Fidelity::kQueue ? "queue" : "flow", wire,
                     scenario.sha256.substr(0, 12), PLUMBLINE_VERSION);
}

}  // namespace run
