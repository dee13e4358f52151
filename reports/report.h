// The report: one canonical report.json, and everything else rendered from it.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "reference/base/result.h"

namespace reports {

inline constexpr base::ErrorKind kReportNotBySchema{"report_not_by_schema", "house", "what report.schema.json allows", 1};

/// Checks a report.json against the published schema (reports/report.schema.json).
[[nodiscard]] base::Result<bool> validate(std::string_view report_json);

/// One self-contained offline page. Errors: kReportNotBySchema.
[[nodiscard]] base::Result<std::string> render_html(std::string_view report_json);

/// JUnit XML: inconclusive and not_run become errors, never green. Errors: kReportNotBySchema.
[[nodiscard]] base::Result<std::string> render_junit(std::string_view report_json);

}  // namespace reports
