#include "reports/bytes.h"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

namespace reports {
namespace {

constexpr std::size_t kPerLine = 16;

int digit_of(char c) {
  if (c >= 'A' && c <= 'Z') return c - 'A';
  if (c >= 'a' && c <= 'z') return c - 'a' + 26;
  if (c >= '0' && c <= '9') return c - '0' + 52;
  return c == '+' ? 62 : c == '/' ? 63 : -1;
}

std::optional<std::string> decoded(std::string_view base64) {
  if (base64.size() % 4 != 0) return std::nullopt;
  const std::size_t padding = base64.size() - std::min(base64.find_last_not_of('=') + 1, base64.size());
  if (padding > 2) return std::nullopt;
  std::string bytes;
  unsigned bits = 0, held = 0;
  for (const char c : base64.substr(0, base64.size() - padding)) {
    const int digit = digit_of(c);
    if (digit < 0) return std::nullopt;
    bits = (bits << 6 | static_cast<unsigned>(digit)) & 0xffffU;
    held += 6;
    if (held < 8) continue;
    held -= 8;
    bytes += static_cast<char>(bits >> held & 0xffU);
  }
  return bytes;
}

std::string line_of(std::string_view bytes, std::size_t offset) {
  std::string digits, letters;
  for (std::size_t i = 0; i < kPerLine; ++i) {
    if (i == kPerLine / 2) digits += ' ';
    if (i >= bytes.size()) {
      digits += "   ";
      continue;
    }
    const auto byte = static_cast<unsigned char>(bytes[i]);
    digits += fmt::format("{:02x} ", byte);
    letters += byte >= 0x20 && byte < 0x7f ? bytes[i] : '.';
  }
  return fmt::format("{:04x}  {} {}\n", offset, digits, letters);
}

}  // namespace

std::string hex_dump(std::string_view base64) {
  const auto bytes = decoded(base64);
  if (!bytes) return {};
  std::string text;
  for (std::size_t i = 0; i < bytes->size(); i += kPerLine) text += line_of(std::string_view(*bytes).substr(i, kPerLine), i);
  return text;
}

}  // namespace reports
