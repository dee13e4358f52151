// The decision in one sentence.
#pragma once

#include <string>
#include <vector>

#include "conformance/harness/assess.h"

namespace harness {

/// What an accreditor reads first, below the outcome's word.
[[nodiscard]] std::string decision_sentence(const std::vector<Assessment>& assessments);

}  // namespace harness
