#include "conformance/harness/small_file.h"

#include <fmt/format.h>

#include "conformance/evidence/files/container.h"

namespace harness {

base::Result<std::string> read_small_file(const std::filesystem::path& file, std::size_t bytes_max, const base::ErrorKind& kind) {
  const auto source = evidence::open_file(file);
  if (!source) return base::fail(kind, source.error().detail);
  constexpr std::size_t kPiece = std::size_t{64} << 10;
  std::string text;
  while (true) {
    const std::size_t before = text.size();
    text.resize(before + kPiece);
    const auto count = (*source)->read({text.data() + before, kPiece});
    if (!count) return base::fail(kind, count.error().detail);
    text.resize(before + *count);
    if (text.size() > bytes_max) return base::fail(kind, fmt::format("{}: expected at most {} bytes", file.string(), bytes_max));
    if (*count < kPiece) return text;
  }
}

}  // namespace harness
