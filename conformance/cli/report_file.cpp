#include "conformance/cli/report_file.h"

#include <fmt/format.h>

#include "conformance/cli/plain_file.h"
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
  const fs::path file = report_file(path);
  std::error_code error;
  const auto bytes = fs::file_size(file, error);
  if (error) return base::fail(kReportUnreadable, fmt::format("{}: {}", file.string(), error.message()));
  if (bytes > reports::kReportBytesMax) return base::fail(kReportUnreadable, fmt::format("{}: found {} bytes", file.string(), bytes));
  auto in = open_plain(file, kReportUnreadable);
  if (!in) return tl::unexpected(in.error());
  std::string text(bytes, '\0');
  in->read(text.data(), static_cast<std::streamsize>(bytes));
  if (!*in) return base::fail(kReportUnreadable, file.string());
  return text;
}

base::Error found_in(const fs::path& path, const base::Error& error) {
  return found_in_file(report_file(path), error);
}

}  // namespace cli
