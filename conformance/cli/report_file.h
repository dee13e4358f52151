// Reports that are handed in, by file or by folder.
#pragma once

#include <filesystem>
#include <string>

#include "reference/base/result.h"

namespace cli {

inline constexpr base::ErrorKind kReportUnreadable{"report_unreadable", "house", "a report.json that can be read", 1};

/// The file meant: the report.json inside where `path` is a folder.
[[nodiscard]] std::filesystem::path report_file(const std::filesystem::path& path);

/// The folder that the file stands in, "." where it is named alone.
[[nodiscard]] std::filesystem::path report_folder(const std::filesystem::path& path);

/// The bytes of a report, unchecked.
///
/// Errors:  kReportUnreadable, whose detail names the file. More than reports::kReportBytesMax is not read.
[[nodiscard]] base::Result<std::string> read_report(const std::filesystem::path& path);

/// The same error, with the file it was found in.
[[nodiscard]] base::Error found_in(const std::filesystem::path& path, const base::Error& error);

}  // namespace cli
