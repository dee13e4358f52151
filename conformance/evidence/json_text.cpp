#include "conformance/evidence/json_text.h"

#include <algorithm>
#include <array>

#include <simdjson.h>

namespace evidence {
namespace {

constexpr std::string_view kReplacement = "\xef\xbf\xbd";

bool plain(unsigned char byte) { return byte >= 0x20 && byte < 0x80 && byte != '"' && byte != '\\'; }

void append_escaped(std::string& out, unsigned char byte) {
  constexpr std::string_view kHex = "0123456789abcdef";
  if (byte == '"' || byte == '\\') {
    out += '\\';
    out += static_cast<char>(byte);
  } else {
    out += "\\u00";
    out += kHex[byte >> 4];
    out += kHex[byte & 15];
  }
}

/// How many bytes a character takes that begins with `first`; 0 where none does.
std::size_t length_by_first(unsigned char first) {
  if (first >= 0xc2 && first <= 0xdf) return 2;
  if (first >= 0xe0 && first <= 0xef) return 3;
  if (first >= 0xf0 && first <= 0xf4) return 4;
  return 0;
}

/// How many bytes the character takes that begins at `at`, beyond ASCII; 0 where there is none.
std::size_t wide_at(std::string_view text, std::size_t at) {
  const std::size_t length = length_by_first(static_cast<unsigned char>(text[at]));
  return length > 0 && at + length <= text.size() && simdjson::validate_utf8(text.data() + at, length) ? length : 0;
}

/// Appends the character that begins at `at`, or the replacement for one byte; returns how many bytes were taken.
std::size_t append_wide(std::string& out, std::string_view text, std::size_t at) {
  const std::size_t length = wide_at(text, at);
  if (length == 0) {
    out += kReplacement;
    return 1;
  }
  out.append(text, at, length);
  return length;
}

bool white(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

std::size_t skip_white(std::string_view text, std::size_t at) {
  while (at < text.size() && white(text[at])) ++at;
  return at;
}

/// The place after the string that begins at `at` with a quote; npos where it does not end.
std::size_t after_string(std::string_view text, std::size_t at) {
  // One byte is searched for at many times the speed of two; nearly always the first quote is the end.
  const std::size_t quote = text.find('"', at + 1);
  if (quote == std::string_view::npos) return quote;
  if (text[quote - 1] != '\\') return quote + 1;
  for (++at; at < text.size(); ++at) {
    if (text[at] == '\\') {
      ++at;
    } else if (text[at] == '"') {
      return at + 1;
    }
  }
  return std::string_view::npos;
}

/// The place after the value that begins at `at`; npos where it does not end.
std::size_t after_value(std::string_view text, std::size_t at) {
  std::size_t depth = 0;
  while (at < text.size()) {
    const char c = text[at];
    if (c == '"') {
      at = after_string(text, at);
      if (at == std::string_view::npos) return at;
      if (depth == 0) return at;
      continue;
    }
    if (c == '{' || c == '[') {
      ++depth;
    } else if (c == '}' || c == ']') {
      if (depth == 0) return at;
      if (--depth == 0) return at + 1;
    } else if (depth == 0 && (c == ',' || white(c))) {
      return at;
    }
    ++at;
  }
  return std::string_view::npos;
}

/// Where the value of the first member of that name begins; nothing where there is none, or the text is no object.
std::optional<std::size_t> start_of(std::string_view object, std::string_view key) {
  std::size_t at = skip_white(object, 0);
  if (at >= object.size() || object[at] != '{') return std::nullopt;
  while (true) {
    at = skip_white(object, at + 1);
    if (at >= object.size() || object[at] != '"') return std::nullopt;
    const std::size_t key_end = after_string(object, at);
    if (key_end == std::string_view::npos) return std::nullopt;
    const std::string_view name = object.substr(at + 1, key_end - at - 2);
    at = skip_white(object, key_end);
    if (at >= object.size() || object[at] != ':') return std::nullopt;
    const std::size_t from = skip_white(object, at + 1);
    if (name == key) return from;
    const std::size_t to = after_value(object, from);
    if (to == std::string_view::npos || to == from) return std::nullopt;
    at = skip_white(object, to);
    if (at >= object.size() || object[at] != ',') return std::nullopt;
  }
}

}  // namespace

void append_json_string(std::string& out, std::string_view text) {
  out += '"';
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t from = at;
    while (at < text.size() && plain(static_cast<unsigned char>(text[at]))) ++at;
    out.append(text, from, at - from);
    if (at == text.size()) break;
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte >= 0x80) {
      at += append_wide(out, text, at);
    } else {
      append_escaped(out, byte);
      ++at;
    }
  }
  out += '"';
}

std::string with_bad_bytes_masked(std::string_view text) {
  std::string masked(text);
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = static_cast<unsigned char>(text[at]) < 0x80 ? 1 : wide_at(text, at);
    if (length == 0) masked[at] = '?';
    at += std::max<std::size_t>(length, 1);
  }
  return masked;
}

std::optional<std::string_view> raw_member(std::string_view object, std::string_view key) {
  const auto from = start_of(object, key);
  if (!from) return std::nullopt;
  const std::size_t to = after_value(object, *from);
  if (to == std::string_view::npos || to == *from) return std::nullopt;
  return object.substr(*from, to - *from);
}

std::optional<std::string_view> raw_last_member(std::string_view object, std::string_view key) {
  const auto from = start_of(object, key);
  if (!from) return std::nullopt;
  const std::size_t brace = object.rfind('}');
  std::size_t to = brace;
  while (to > *from && white(object[to - 1])) --to;
  return object.substr(*from, to - *from);
}

}  // namespace evidence
