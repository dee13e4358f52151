#include "conformance/cli/report_file.h"

#include "conformance/cli/plain_file.h"
#include "conformance/harness/small_file.h"
#include "reports/document.h"

namespace cli {

namespace fs = std::filesystem;

fs::path report_file(const fs::path& path) {
  std::error_code ignored;
  return fs::is_directory(path, ignored) ? path / "report.json" : path;
}

fs::path report_folder(const fs::path& path) {
  const fs::path folder = report_file(path).parent_path();
  return folder.empty() ? fs::path(".") : folder;
}

base::Result<std::string> read_report(const fs::path& path) {
  return harness::read_small_file(report_file(path), reports::kReportBytesMax, kReportUnreadable);
}

base::Error found_in(const fs::path& path, const base::Error& error) {
  return found_in_file(report_file(path), error);
}

}  // namespace cli
