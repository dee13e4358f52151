// The parts of report.json, each made by itself.
#pragma once

#include <nlohmann/json.hpp>

#include "conformance/harness/report_json.h"

namespace harness {

using Json = nlohmann::json;

/// Units: seconds.
[[nodiscard]] inline double seconds_of(std::int64_t ns) { return static_cast<double>(ns) / 1e9; }

[[nodiscard]] Json requirement_json(const Assessment& assessment, const ReportParts& parts);
[[nodiscard]] Json population_json(const Population& population, const ReportParts& parts);
[[nodiscard]] Json finding_json(const oracle::Finding& finding, const Assessment& assessment, const Showing& showing,
                                const ReportParts& parts);
/// What the suite is worth, as it was measured when it was built (docs/judging.md).
[[nodiscard]] Json suite_json(const ReportParts& parts);

}  // namespace harness
