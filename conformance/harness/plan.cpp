#include "conformance/harness/plan.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "conformance/harness/algebra.h"

namespace harness {
namespace {

using catalogue::Requirement;

bool wanted(const Requirement& requirement, std::string_view role, const Selection& selection) {
  return in_scope(requirement, role) && selection.takes(requirement) && cases::case_of(requirement.id) != nullptr;
}

base::Result<bool> add_run(std::string name, const std::filesystem::path& file, std::vector<PlannedRun>& runs) {
  auto scenario = scenario::load_scenario(file);
  if (!scenario) return tl::unexpected(scenario.error());
  runs.push_back({std::move(name), std::move(*scenario)});
  return true;
}

/// Whether the scenario that was given is a case's own: to count one run twice would be no more evidence.
bool is_given(const PlanRequest& request, std::string_view scenario) {
  std::error_code not_there;
  return request.scenario && std::filesystem::equivalent(*request.scenario, request.library / scenario, not_there);
}

/// The cases' own runs, of those cases of which a requirement is wanted; two cases with one scenario share its run.
base::Result<bool> add_cases(const catalogue::Catalogue& catalogue, const PlanRequest& request, const Selection& selection,
                             std::vector<PlannedRun>& runs) {
  std::set<std::string_view> taken;
  for (const cases::Case& one : cases::all()) {
    const bool selected = std::any_of(one.requirements.begin(), one.requirements.end(), [&](std::string_view id) {
      return wanted(*catalogue.find(id), request.role, selection);
    });
    if (!selected || one.scenario.empty() || is_given(request, one.scenario) || !taken.insert(one.scenario).second) continue;
    if (auto added = add_run(std::string(one.id), request.library / one.scenario, runs); !added) return added;
  }
  return true;
}

/// As far as no run matters to it.
PlannedRequirement planned(const Requirement& requirement, std::string_view role, const Selection& selection) {
  PlannedRequirement p{&requirement, cases::case_of(requirement.id), {}, "", in_scope(requirement, role), selection.takes(requirement)};
  if (!p.in_scope) {
    p.why_not = fmt::format("Binds {}; the subject is {}.", fmt::join(requirement.roles, ", "), role);
  } else if (p.deciding == nullptr) {
    const std::string& reason = requirement.not_testable.empty() ? requirement.no_case_yet : requirement.not_testable;
    p.why_not = reason.empty() ? "No case judges it yet." : reason;
  } else if (!p.selected) {
    p.why_not = "Not selected for this run.";
  }
  return p;
}

/// In which runs it is due, and where it is in none, why.
void provoke(const std::vector<PlannedRun>& runs, PlannedRequirement& p) {
  for (const PlannedRun& run : runs) {
    const std::string missing = p.deciding->unprovoked(run.scenario);
    if (missing.empty()) p.runs.push_back(run.name);
    if (p.why_not.empty()) p.why_not = missing;
  }
  if (!p.runs.empty()) p.why_not.clear();
}

/// Errors:  kNothingSelected, where nothing of the selection could be judged of such a subject.
base::Result<Selection> selection_for(const catalogue::Catalogue& catalogue, std::string_view role,
                                      const std::vector<std::string>& select) {
  auto selection = Selection::make(catalogue, select);
  if (!selection) return selection;
  const auto& requirements = catalogue.requirements;
  const bool any = std::any_of(requirements.begin(), requirements.end(), [&](const Requirement& r) { return wanted(r, role, *selection); });
  if (!any) return base::fail(kNothingSelected, fmt::format("no requirement of the selection both has a case and binds {}", role));
  return selection;
}

}  // namespace

Plan plan_for(const catalogue::Catalogue& catalogue, std::vector<PlannedRun> runs, std::string_view role, const Selection& selection) {
  Plan plan{std::move(runs), {}};
  for (const Requirement& requirement : catalogue.requirements) {
    PlannedRequirement p = planned(requirement, role, selection);
    if (p.why_not.empty()) provoke(plan.runs, p);
    plan.requirements.push_back(std::move(p));
  }
  return plan;
}

base::Result<Plan> plan_for_evidence(const catalogue::Catalogue& catalogue, std::string_view role, const std::vector<std::string>& select) {
  const auto selection = selection_for(catalogue, role, select);
  if (!selection) return tl::unexpected(selection.error());
  Plan plan;
  for (const Requirement& requirement : catalogue.requirements) {
    PlannedRequirement p = planned(requirement, role, *selection);
    if (p.why_not.empty()) p.runs.push_back(std::string(kMainRun));
    plan.requirements.push_back(std::move(p));
  }
  return plan;
}

base::Result<Plan> make_plan(const catalogue::Catalogue& catalogue, const PlanRequest& request) {
  const auto selection = selection_for(catalogue, request.role, request.select);
  if (!selection) return tl::unexpected(selection.error());
  std::vector<PlannedRun> runs;
  if (request.scenario) {
    if (auto added = add_run(std::string(kMainRun), *request.scenario, runs); !added) return tl::unexpected(added.error());
  }
  if (!request.alone) {
    if (auto added = add_cases(catalogue, request, *selection, runs); !added) return tl::unexpected(added.error());
  }
  if (runs.empty()) return base::fail(kNothingSelected, "no scenario was given, and no case of the selection has one of its own");
  return plan_for(catalogue, std::move(runs), request.role, *selection);
}

}  // namespace harness
