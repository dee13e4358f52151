// The published schema of scenarios, and the one place that validates by it.
#pragma once

#include <string_view>

#include <nlohmann/json_fwd.hpp>

#include "reference/base/result.h"

namespace scenario {

/// scenario.schema.json, JSON Schema draft-07, as embedded at build time.
[[nodiscard]] std::string_view schema_json();

/// Checks a document by the schema.
/// Errors:  kScenarioNotBySchema; the detail gives the innermost place that does not fit as a JSON pointer, what was found there, and what
/// the
///          schema expects. It does not name the file.
[[nodiscard]] base::Result<void> check_by_schema(const nlohmann::json& document);

}  // namespace scenario
