#include "reference/domain/utf8.h"

#include <fmt/format.h>

namespace domain {
namespace {

bool is_white_space(int c) {
  return (c >= 0x09 && c <= 0x0d) || c == 0x20 || c == 0x85 || c == 0xa0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200a) ||
         c == 0x2028 || c == 0x2029 || c == 0x202f || c == 0x205f || c == 0x3000;
}

/// How many bytes a code point takes that begins with this byte; 0 where none does.
std::size_t length_of(unsigned char first) {
  return first < 0x80 ? 1 : first >= 0xf0 && first <= 0xf4 ? 4 : first >= 0xe0 && first < 0xf0 ? 3 : first >= 0xc2 && first < 0xe0 ? 2 : 0;
}

/// Whether these bytes may be the first of a code point that needs more.
bool is_beginning(std::string_view bytes) {
  if (length_of(static_cast<unsigned char>(bytes[0])) <= bytes.size()) return false;
  for (const char c : bytes.substr(1)) {
    if ((static_cast<unsigned char>(c) & 0xc0) != 0x80) return false;
  }
  return true;
}

bool is_unseen(int c) {
  const bool control = c < 0x20 || (c >= 0x7f && c < 0xa0);
  const bool no_width = c == 0xad || c == 0x034f || c == 0x061c || c == 0x180e || (c >= 0x200b && c <= 0x200f) || c == 0xfeff;
  const bool turns = (c >= 0x202a && c <= 0x202e) || (c >= 0x2060 && c <= 0x206f);
  return control || no_width || turns || (c != ' ' && is_white_space(c));
}

std::string name_of(int c) {
  switch (c) {
    case '\r': return "<CR>";
    case '\n': return "<LF>";
    case '\t': return "<TAB>";
    default: return fmt::format("<U+{:04X}>", c);
  }
}

}  // namespace

int next_code_point(std::string_view text, std::size_t& at) {
  const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0; };
  const int first = byte(at);
  if (first < 0x80) {
    ++at;
    return first;
  }
  const int length = static_cast<int>(length_of(static_cast<unsigned char>(first)));
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

std::optional<std::uint64_t> Utf8Stream::feed(std::string_view slice) {
  std::string joined;
  if (!open_.empty()) {
    joined = open_ + std::string(slice);
    slice = joined;
    open_.clear();
  }
  for (std::size_t at = 0; at < slice.size();) {
    if (static_cast<unsigned char>(slice[at]) < 0x80) {
      ++at;
      continue;
    }
    const std::size_t from = at;
    if (next_code_point(slice, at) >= 0) continue;
    if (!is_beginning(slice.substr(from))) return passed_ + from;
    open_ = slice.substr(from);
    passed_ += from;
    return std::nullopt;
  }
  passed_ += slice.size();
  return std::nullopt;
}

std::optional<std::uint64_t> Utf8Stream::finish() const { return open_.empty() ? std::nullopt : std::optional(passed_); }

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

std::size_t utf16_units(std::string_view text) {
  std::size_t count = code_points(text);
  for (const char c : text) count += static_cast<unsigned char>(c) >= 0xf0;   // beyond the first plane: a pair
  return count;
}

std::string made_visible(std::string_view text) {
  std::string shown;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t from = at;
    const int c = next_code_point(text, at);
    if (c < 0) {
      shown += "\xef\xbf\xbd";
      at = from + 1;
    } else {
      shown += is_unseen(c) ? name_of(c) : std::string(text.substr(from, at - from));
    }
  }
  return shown;
}

}  // namespace domain
