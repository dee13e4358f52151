// The cases: what is provoked, and what is expected of it. One file a clause; each case a value.
//
// A case holds no wire detail and judges nothing: the oracle's checks do, by requirement. It says which requirements it decides, what run
// provokes them, and when a scenario cannot.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "scenarios/format/scenario.h"

namespace cases {

/// The provocation of a case that needs no run of its own: the scenario that is being accredited.
inline constexpr std::string_view kMainScenario = "main scenario";

/// One case.
///
/// Shape:   `id` is the clause's with "case-" before it, and never changes; `requirements` are ids of the catalogue, each in one
///          case only; `provoked_by` is kMainScenario or the path of a scenario file.
struct Case {
  std::string_view id;
  std::string_view clause;
  std::vector<std::string_view> requirements;
  std::string_view provoked_by = kMainScenario;
  std::string_view expects;

  /// Why a scenario provokes nothing that this case could see, as a sentence; empty where it does.
  std::string (*unprovoked)(const scenario::Scenario& scenario);
};

/// All cases, in order of clause.
[[nodiscard]] const std::vector<Case>& all();

/// The case that decides a requirement, or null where none does yet.
[[nodiscard]] const Case* case_of(std::string_view requirement);

}  // namespace cases
