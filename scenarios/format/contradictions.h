// What each value may be, the schema says; whether they fit together, this does.
#pragma once

#include "reference/base/result.h"
#include "scenarios/format/scenario.h"

namespace scenario {

/// Errors:  kScenarioContradicts; the detail gives the place as a JSON pointer, what was found, and what is expected. It does not name the
///          scenario's file.
[[nodiscard]] base::Result<void> check_contradictions(const Scenario& scenario);

}  // namespace scenario
