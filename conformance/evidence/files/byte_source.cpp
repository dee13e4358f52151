#include "conformance/evidence/files/byte_source.h"

#include <fmt/format.h>

#include "conformance/evidence/pack.h"

namespace evidence {

base::Result<std::string> read_all(ByteSource& source, std::string_view name, std::size_t bytes_max) {
  constexpr std::size_t kPiece = std::size_t{64} << 10;
  std::string text;
  while (true) {
    const std::size_t before = text.size();
    text.resize(before + kPiece);
    const auto count = source.read({text.data() + before, kPiece});
    if (!count) return tl::unexpected(count.error());
    text.resize(before + *count);
    if (text.size() > bytes_max) return base::fail(kPackUnreadable, fmt::format("{}: expected at most {} bytes", name, bytes_max));
    if (*count < kPiece) return text;
  }
}

}  // namespace evidence
