// The report: one canonical report.json, and everything else rendered from it.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "reference/base/result.h"

namespace reports {

inline constexpr base::ErrorKind kReportNotBySchema{"report_not_by_schema", "house", "what report.schema.json allows", 1};

inline constexpr base::ErrorKind kReportOfOtherVersion{"report_of_other_version", "house", "a report.json of version 3", 2};

/// The version of report.json that is read and written.
inline constexpr int kReportVersion = 3;

/// Checks a report.json against the published schema (reports/report.schema.json).
///
/// Errors:  kReportOfOtherVersion, which says which version was found; kReportNotBySchema, which says where the fault is.
[[nodiscard]] base::Result<bool> validate(std::string_view report_json);

/// One self-contained offline page. Errors: as validate().
[[nodiscard]] base::Result<std::string> render_html(std::string_view report_json);

/// JUnit XML: inconclusive and not_run become errors, never green. Errors: as validate().
[[nodiscard]] base::Result<std::string> render_junit(std::string_view report_json);

}  // namespace reports
