#include "conformance/cli/plain_file.h"

#include <cerrno>
#include <cstring>

#include <fmt/format.h>

namespace cli {

namespace fs = std::filesystem;

base::Result<std::ifstream> open_plain(const fs::path& file, const base::ErrorKind& kind) {
  std::error_code error;
  const fs::file_status found = fs::status(file, error);
  if (error) return base::fail(kind, fmt::format("{}: {}", file.string(), error.message()));
  if (!fs::is_regular_file(found)) return base::fail(kind, file.string() + ": expected a plain file");
  std::ifstream in(file, std::ios::binary);
  if (!in) return base::fail(kind, fmt::format("{}: {}", file.string(), std::strerror(errno)));
  return in;
}

base::Error found_in_file(const fs::path& file, const base::Error& error) {
  return base::Error(*error.kind, error.detail.empty() ? file.string() : fmt::format("{}: {}", file.string(), error.detail));
}

}  // namespace cli
