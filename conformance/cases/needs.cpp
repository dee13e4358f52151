// What cases need of a scenario to have anything to see.
#include <algorithm>

#include "conformance/cases/clauses.h"

namespace cases {

std::string without_traffic(const scenario::Scenario& scenario) {
  return scenario.phases.traffic.ns > 0 ? "" : "The scenario has no traffic phase, so no vehicle passes a camera.";
}

std::string without_listed_vehicles(const scenario::Scenario& scenario) {
  if (std::string missing = without_traffic(scenario); !missing.empty()) return missing;
  const bool listed = std::any_of(scenario.voi_lists.begin(), scenario.voi_lists.end(), [](const auto& list) { return list.rows > 0; });
  if (!listed) return "The scenario uploads no VOI list with entries, so nothing can match.";
  return scenario.world.of_interest_one_in > 0 ? "" : "No vehicle of the scenario is of interest, so nothing can match.";
}

std::string without_operator(const scenario::Scenario& scenario) {
  if (std::string missing = without_listed_vehicles(scenario); !missing.empty()) return missing;
  return scenario.operators.empty() ? "The scenario has no operator to whom a hit could go." : "";
}

std::string without_connectivity_tests(const scenario::Scenario& scenario) {
  return scenario.connectivity_tests.empty() ? "The scenario declares no test of connectivity." : "";
}

std::string without_unread_passes(const scenario::Scenario& scenario) {
  if (std::string missing = without_traffic(scenario); !missing.empty()) return missing;
  if (scenario.world.unread_one_in == 0) return "Every plate of the scenario can be read.";
  return scenario.world.records_unread ? "" : "No camera of the scenario records passes whose plate cannot be read.";
}

std::string without_drawn_images(const scenario::Scenario& scenario) {
  if (std::string missing = without_traffic(scenario); !missing.empty()) return missing;
  return scenario.images.from == scenario::Images::kDrawn
             ? ""
             : "The scenario's images come from a pool, not from what stood before the camera.";
}

std::string without_outage(const scenario::Scenario& scenario) {
  if (std::string missing = without_traffic(scenario); !missing.empty()) return missing;
  return scenario.faults.empty() && !scenario.drawn_faults ? "Nothing fails in the scenario." : "";
}

}  // namespace cases
