#include "reference/domain/utf8.h"

namespace domain {
namespace {

bool is_white_space(int c) {
  return (c >= 0x09 && c <= 0x0d) || c == 0x20 || c == 0x85 || c == 0xa0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200a) ||
         c == 0x2028 || c == 0x2029 || c == 0x202f || c == 0x205f || c == 0x3000;
}

}  // namespace

int next_code_point(std::string_view text, std::size_t& at) {
  const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0; };
  const int first = byte(at);
  if (first < 0x80) {
    ++at;
    return first;
  }
  const int length = first >= 0xf0 && first <= 0xf4 ? 4 : first >= 0xe0 && first < 0xf0 ? 3 : first >= 0xc2 && first < 0xe0 ? 2 : 0;
  if (length == 0) return -1;
  int value = first & (0xff >> (length + 1));
  for (int i = 1; i < length; ++i) {
    const int next = byte(at + static_cast<std::size_t>(i));
    if ((next & 0xc0) != 0x80) return -1;
    value = (value << 6) | (next & 0x3f);
  }
  const bool overlong = (length == 3 && value < 0x800) || (length == 4 && value < 0x10000);
  const bool surrogate = value >= 0xd800 && value <= 0xdfff;
  if (overlong || surrogate || value > 0x10ffff) return -1;
  at += static_cast<std::size_t>(length);
  return value;
}

bool is_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (static_cast<unsigned char>(text[at]) < 0x80) {
      ++at;
      continue;
    }
    if (next_code_point(text, at) < 0) return false;
  }
  return true;
}

bool has_white_space(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const int c = next_code_point(text, at);
    if (c < 0) return false;
    if (is_white_space(c)) return true;
  }
  return false;
}

bool is_blank(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (!is_white_space(next_code_point(text, at))) return false;
  }
  return true;
}

std::string excerpt(std::string_view text) {
  std::string shown;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t from = at;
    const bool valid = next_code_point(text, at) >= 0;
    if (!valid) at = from + 1;
    if (at > 64) return shown + "...";
    shown += valid ? text.substr(from, at - from) : std::string_view("\xef\xbf\xbd");
  }
  return shown;
}

std::size_t code_points(std::string_view text) {
  std::size_t count = 0;
  for (const char c : text) count += (static_cast<unsigned char>(c) & 0xc0) != 0x80;
  return count;
}

}  // namespace domain
