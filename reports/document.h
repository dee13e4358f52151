// A report.json as a value: read with care, checked by the schema.
#pragma once

#include <cstddef>
#include <string_view>

#include <nlohmann/json.hpp>

#include "reference/base/result.h"

namespace reports {

inline constexpr std::size_t kReportBytesMax = 64u << 20;
inline constexpr int kReportDepthMax = 16;

/// How deep the brackets of a JSON text nest, those in strings not counted.
[[nodiscard]] int bracket_depth(std::string_view json);

/// Reads a report and checks it.
///
/// Shape:   at most kReportBytesMax, brackets no deeper than kReportDepthMax, valid UTF-8, as report.schema.json has it.
/// Errors:  kReportOfOtherVersion, whose detail says which; kReportNotBySchema, whose detail says where in the report and what was found.
[[nodiscard]] base::Result<nlohmann::json> read_document(std::string_view report_json);

}  // namespace reports
