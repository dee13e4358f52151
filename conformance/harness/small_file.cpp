#include "conformance/harness/small_file.h"

#include "conformance/evidence/files/container.h"

namespace harness {

base::Result<std::string> read_small_file(const std::filesystem::path& file, std::size_t bytes_max, const base::ErrorKind& kind) {
  const auto source = evidence::open_file(file);
  if (!source) return base::fail(kind, source.error().detail);
  auto text = evidence::read_all(**source, file.string(), bytes_max);
  if (!text) return base::fail(kind, text.error().detail);
  return text;
}

}  // namespace harness
