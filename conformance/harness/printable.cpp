#include "conformance/harness/printable.h"

#include <algorithm>

#include <fmt/format.h>

namespace harness {
namespace {

/// The length of the UTF-8 sequence that begins the text, or 0 where none does: no overlong form, no surrogate, nothing above U+10FFFF.
std::size_t sequence_length(std::string_view text) {
  const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u; };
  const auto continues = [&](std::size_t i, unsigned low = 0x80, unsigned high = 0xbf) { return byte(i) >= low && byte(i) <= high; };
  const unsigned first = byte(0);
  if (first < 0x80) return 1;
  if (first >= 0xc2 && first <= 0xdf) return continues(1) ? 2 : 0;
  if (first >= 0xe0 && first <= 0xef) {
    return continues(1, first == 0xe0 ? 0xa0 : 0x80, first == 0xed ? 0x9f : 0xbf) && continues(2) ? 3 : 0;
  }
  if (first >= 0xf0 && first <= 0xf4) {
    return continues(1, first == 0xf0 ? 0x90 : 0x80, first == 0xf4 ? 0x8f : 0xbf) && continues(2) && continues(3) ? 4 : 0;
  }
  return 0;
}

}  // namespace

std::string printable(std::string_view bytes, std::size_t bytes_max) {
  std::string text;
  std::size_t i = 0;
  while (i < bytes.size() && text.size() < bytes_max) {
    const std::size_t length = sequence_length(bytes.substr(i));
    if (length == 0) text += fmt::format("\\x{:02X}", static_cast<unsigned char>(bytes[i]));
    else text += bytes.substr(i, length);
    i += std::max<std::size_t>(length, 1);
  }
  if (i < bytes.size()) text += fmt::format(" … ({} bytes in all)", bytes.size());
  return text;
}

}  // namespace harness
