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

std::string without_national_data(const scenario::Scenario& scenario) {
  if (std::string missing = without_traffic(scenario); !missing.empty()) return missing;
  return scenario.national ? "" : "The scenario has no national data.";
}

std::string without_lists(const scenario::Scenario& scenario) {
  return scenario.voi_lists.empty() ? "The scenario uploads no VOI list." : "";
}

std::string without_broken_rows(const scenario::Scenario& scenario) {
  const auto& lists = scenario.voi_lists;
  return std::any_of(lists.begin(), lists.end(), [](const auto& list) { return !list.broken.empty(); })
             ? ""
             : "No VOI list of the scenario has a row that breaks the template.";
}

std::string without_entries_by_day(const scenario::Scenario& scenario) {
  if (std::string missing = without_operator(scenario); !missing.empty()) return missing;
  const auto& lists = scenario.voi_lists;
  const bool any = std::any_of(lists.begin(), lists.end(), [](const auto& list) { return list.starts_in || list.weeds_in; });
  return any ? "" : "No list of the scenario has entries that begin or are weeded on one of its days.";
}

std::string without_another_owner(const scenario::Scenario& scenario) {
  const auto by_another = [](const scenario::VoiListSpec& list) {
    const std::string owner = list.file.substr(0, list.file.find('_'));
    return (!list.by.empty() && list.by != owner) || std::any_of(list.changes.begin(), list.changes.end(), [&](const auto& change) {
             return !change.by.empty() && change.by != owner;
           });
  };
  return std::any_of(scenario.voi_lists.begin(), scenario.voi_lists.end(), by_another)
             ? ""
             : "Nobody in the scenario tries to change a list that is another's.";
}

std::string without_a_watching_list(const scenario::Scenario& scenario) {
  const auto& lists = scenario.voi_lists;
  return std::any_of(lists.begin(), lists.end(), [](const auto& list) { return list.watching; })
             ? ""
             : "No VOI list of the scenario is for monitoring alone.";
}

std::string without_divided_operators(const scenario::Scenario& scenario) {
  if (std::string missing = without_operator(scenario); !missing.empty()) return missing;
  const auto may_see = [](const std::string& pattern, const std::string& file) {
    return pattern.ends_with('*') ? file.starts_with(pattern.substr(0, pattern.size() - 1)) : pattern == file;
  };
  for (const scenario::OperatorSpec& one : scenario.operators) {
    for (const scenario::VoiListSpec& list : scenario.voi_lists) {
      const auto& lists = one.wants.lists;
      const bool sees = std::any_of(lists.begin(), lists.end(), [&](const auto& pattern) { return may_see(pattern, list.file); });
      if (!sees && list.rows > 0) return "";
    }
  }
  return "Every operator of the scenario may see every list.";
}

}  // namespace cases
