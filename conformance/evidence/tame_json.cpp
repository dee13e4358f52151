#include "conformance/evidence/tame_json.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace evidence {
namespace {

constexpr std::size_t kEscapeBytes = 6;   // \uXXXX

bool is_half(int unit) { return unit >= 0xd800 && unit <= 0xdfff; }

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

/// How many bytes of escapes at `at`, which names half a surrogate pair, make a whole one; 0 where they do not.
std::size_t whole_pair(std::string_view text, std::size_t at) {
  const int first = hex4(text, at + 2);
  const bool escaped = text.substr(at + kEscapeBytes).starts_with("\\u");
  const int second = escaped ? hex4(text, at + kEscapeBytes + 2) : -1;
  return first <= 0xdbff && second >= 0xdc00 && second <= 0xdfff ? 2 * kEscapeBytes : 0;
}

/// The end of the string that begins at `at`; its lone halves are replaced.
std::size_t tame_string(std::string& text, std::size_t at) {
  for (++at; at < text.size() && text[at] != '"'; ++at) {
    if (text[at] != '\\') continue;
    if (at + 1 < text.size() && text[at + 1] == 'u' && is_half(hex4(text, at + 2))) {
      const std::size_t pair = whole_pair(text, at);
      if (pair == 0) text.replace(at, kEscapeBytes, "\\ufffd");
      at += std::max(pair, kEscapeBytes) - 1;
    } else {
      ++at;
    }
  }
  return at;
}

bool is_of_number(char c) { return (c >= '0' && c <= '9') || c == '-' || c == '+' || c == '.' || c == 'e' || c == 'E'; }

/// The last byte of the number that begins at `at`.
std::size_t tame_number(std::string& text, std::size_t at) {
  constexpr std::size_t kDigitsMax = 18;
  std::size_t end = at;
  while (end < text.size() && is_of_number(text[end])) ++end;
  const std::string number = text.substr(at, end - at);
  const std::string sign = number[0] == '-' ? "-" : "";
  std::string other;
  if (number.find_first_of(".eE") != number.npos) {
    if (std::isinf(std::strtod(number.c_str(), nullptr))) other = sign + "9e99";
  } else if (number.size() - sign.size() > kDigitsMax && number[sign.size()] != '0') {
    other = sign + std::string(kDigitsMax, '9');
  }
  if (!other.empty() && other.size() <= number.size())
    text.replace(at, number.size(), other + std::string(number.size() - other.size(), ' '));
  return end - 1;
}

}  // namespace

int hex4(std::string_view text, std::size_t at) {
  if (at + 4 > text.size()) return -1;
  int value = 0;
  for (std::size_t i = at; i < at + 4; ++i) {
    if (hex_digit(text[i]) < 0) return -1;
    value = value * 16 + hex_digit(text[i]);
  }
  return value;
}

std::string with_whole_escapes(std::string_view json) {
  std::string text(json);
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '"') at = tame_string(text, at);
  }
  return text;
}

std::string tamed(std::string_view json) {
  std::string text(json);
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '"') {
      at = tame_string(text, at);
    } else if (text[at] == '-' || (text[at] >= '0' && text[at] <= '9')) {
      at = tame_number(text, at);
    }
  }
  return text;
}

}  // namespace evidence
