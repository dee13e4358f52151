// What a report must say that it does not say, and whose data it stands on.
#pragma once

#include <string>
#include <vector>

#include "conformance/harness/assess.h"

namespace harness {

/// The limits of this judgement, and each requirement that no evidence can settle.
[[nodiscard]] std::vector<std::string> not_judged(const std::vector<Assessment>& assessments);

/// The attribution lines that stand beside a scenario's data (attributions.json, next to the folder of its site table); where there is no
/// such file, a line that says so.
[[nodiscard]] std::vector<std::string> attributions_of(const scenario::Scenario& scenario);

}  // namespace harness
