// What an accreditation would run, and what it would judge on which run: the dry half of it.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "conformance/cases/cases.h"
#include "conformance/catalogue/catalogue.h"
#include "conformance/harness/selection.h"
#include "scenarios/format/scenario.h"

namespace harness {

/// The name of the run of the scenario that was given.
inline constexpr std::string_view kMainRun = "main";

/// One run: kMainRun, or a case's own, by the case's id.
struct PlannedRun {
  std::string name;
  scenario::Scenario scenario;
};

/// A requirement as the plan has it.
struct PlannedRequirement {
  const catalogue::Requirement* requirement = nullptr;
  const cases::Case* deciding = nullptr;   ///< null where none does
  std::vector<std::string> runs;           ///< those that provoke what its case would see
  std::string why_not;                     ///< why it will not be judged; empty where it will
  bool in_scope = true, selected = true;
};

/// Shape:   the main run first, where there is one; then each selected case's own, in order of the cases. Every selected requirement is
///          looked for in every run, so that nothing against it is overlooked; `runs` names where it is due.
struct Plan {
  std::vector<PlannedRun> runs;
  std::vector<PlannedRequirement> requirements;   ///< all of the catalogue, in its order
};

/// What to plan for.
struct PlanRequest {
  std::optional<std::filesystem::path> scenario;   ///< none: the library of cases alone
  std::filesystem::path library;                   ///< the folder of the cases' scenarios: .../scenarios
  bool alone = false;                              ///< no case's own run
  std::string role;                                ///< the subject's
  std::vector<std::string> select;
};

/// The plan for runs whose scenarios are there.
[[nodiscard]] Plan plan_for(const catalogue::Catalogue& catalogue, std::vector<PlannedRun> runs, std::string_view role,
                            const Selection& selection);

/// The plan for evidence that was gathered already: every requirement is looked for in it, whatever it may hold.
/// Errors:  kNothingSelected: the selection takes nothing, or nothing that binds the role.
[[nodiscard]] base::Result<Plan> plan_for_evidence(const catalogue::Catalogue& catalogue, std::string_view role,
                                                   const std::vector<std::string>& select);

/// The plan for runs that are asked for, with the scenarios read from their files.
/// Errors:  those of scenario::load_scenario, kNothingSelected: the selection takes nothing, or nothing that binds the role, or there is
///          nothing to run.
[[nodiscard]] base::Result<Plan> make_plan(const catalogue::Catalogue& catalogue, const PlanRequest& request);

}  // namespace harness
