#include "conformance/oracle/parse/text.h"

#include <cstdint>

#include <simdjson.h>

namespace oracle::parse {
namespace {

unsigned char byte_at(std::string_view text, std::size_t at) { return static_cast<unsigned char>(text[at]); }

/// How many bytes a character has whose first byte this is; 0 where it is none's first.
std::size_t length_of(unsigned char first) {
  if (first < 0x80) return 1;
  if (first >= 0xc2 && first <= 0xdf) return 2;
  if (first >= 0xe0 && first <= 0xef) return 3;
  if (first >= 0xf0 && first <= 0xf4) return 4;
  return 0;
}

bool is_white_space(std::uint32_t c) {
  return (c >= 0x09 && c <= 0x0d) || c == 0x20 || c == 0x85 || c == 0xa0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200a) ||
         c == 0x2028 || c == 0x2029 || c == 0x202f || c == 0x205f || c == 0x3000;
}

/// A letter with a mark, such as those of Welsh and Gaelic: U+00C0 to U+024F.
bool is_latin_letter(std::string_view two) {
  if (two.size() < 2 || (byte_at(two, 1) & 0xc0U) != 0x80) return false;
  const std::uint32_t c = (byte_at(two, 0) & 0x1fU) << 6 | (byte_at(two, 1) & 0x3fU);
  return (byte_at(two, 0) & 0xe0U) == 0xc0 && c >= 0xc0 && c <= 0x24f && c != 0xd7 && c != 0xf7;
}

/// The character at `at` of well-formed UTF-8; moves `at` behind it.
std::uint32_t next_character(std::string_view text, std::size_t& at) {
  const unsigned char first = byte_at(text, at);
  const std::size_t length = length_of(first);
  std::uint32_t c = length == 1 ? first : first & (0x7fU >> length);
  ++at;
  for (std::size_t i = 1; i < length && at < text.size(); ++i, ++at) c = c << 6 | (byte_at(text, at) & 0x3fU);
  return c;
}

}  // namespace

bool is_utf8(std::string_view bytes) { return simdjson::validate_utf8(bytes.data(), bytes.size()); }

std::string masked(std::string_view bytes) {
  std::string text(bytes);
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t length = length_of(byte_at(text, at));
    if (length > 0 && at + length <= text.size() && is_utf8(bytes.substr(at, length))) {
      at += length;
    } else {
      text[at++] = '?';
    }
  }
  return text;
}

bool has_white_space(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    if (is_white_space(next_character(text, at))) return true;
  }
  return false;
}

bool all_white_space(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    if (!is_white_space(next_character(text, at))) return false;
  }
  return true;
}

std::string shown(std::string_view bytes) {
  constexpr std::size_t kBytesMax = 80;
  constexpr std::string_view kHex = "0123456789abcdef";
  std::string text = "\"";
  const std::string_view seen = bytes.substr(0, kBytesMax);
  for (std::size_t at = 0; at < seen.size(); ++at) {
    const unsigned char byte = byte_at(seen, at);
    if (byte >= 0x20 && byte < 0x7f) {
      text += seen[at];
    } else if (is_latin_letter(seen.substr(at, 2))) {
      text += seen.substr(at++, 2);
    } else {
      text += "\\x";
      text += kHex[byte >> 4];
      text += kHex[byte & 15];
    }
  }
  text += bytes.size() > kBytesMax ? "...\"" : "\"";
  return text;
}

}  // namespace oracle::parse
