#include "reports/text.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace reports {
namespace {

struct CodePoint {
  std::uint32_t value = 0;
  std::size_t bytes = 1;
};

/// The code point that begins at `i` of valid UTF-8.
CodePoint code_point(std::string_view text, std::size_t i) {
  const auto byte = [&](std::size_t k) { return std::uint32_t{static_cast<unsigned char>(i + k < text.size() ? text[i + k] : '\0')}; };
  const std::uint32_t first = byte(0);
  if (first < 0x80) return {first, 1};
  if (first < 0xe0) return {(first & 0x1f) << 6 | (byte(1) & 0x3f), 2};
  if (first < 0xf0) return {(first & 0x0f) << 12 | (byte(1) & 0x3f) << 6 | (byte(2) & 0x3f), 3};
  return {(first & 0x07) << 18 | (byte(1) & 0x3f) << 12 | (byte(2) & 0x3f) << 6 | (byte(3) & 0x3f), 4};
}

bool is_control(std::uint32_t c) { return (c < 0x20 && c != '\t' && c != '\n') || (c >= 0x7f && c < 0xa0); }

/// The marks, embeddings, overrides and isolates of Unicode's bidirectional algorithm, and the separators that break a line unseen.
bool turns_the_line(std::uint32_t c) {
  return c == 0x061c || c == 0x200e || c == 0x200f || (c >= 0x2028 && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

bool not_in_xml(std::uint32_t c) { return (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || c == 0xfffe || c == 0xffff; }

template <class Replace>
std::string replaced(std::string_view text, Replace replace) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint c = code_point(text, i);
    const std::string instead = replace(c.value);
    out += instead.empty() ? std::string(text.substr(i, c.bytes)) : instead;
    i += c.bytes;
  }
  return out;
}

}  // namespace

std::string shown(std::string_view text) {
  return replaced(text, [](std::uint32_t c) {
    return is_control(c) || turns_the_line(c) ? fmt::format("[U+{:04X}]", c) : std::string();
  });
}

std::string xml_text(std::string_view text) {
  return replaced(text, [](std::uint32_t c) { return not_in_xml(c) ? std::string("\xef\xbf\xbd") : std::string(); });
}

std::string thousands(std::uint64_t n) {
  const std::string digits = std::to_string(n);
  std::string text;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && (digits.size() - i) % 3 == 0) text += ',';
    text += digits[i];
  }
  return text;
}

std::string time_text(double seconds) {
  const double us = std::round(seconds * 1e6);
  if (us < 1 && seconds > 0) return fmt::format("{:.0f} ns", seconds * 1e9);
  if (us < 1e3) return fmt::format("{:.0f} µs", us);
  if (us < 1e6) return fmt::format("{:.1f} ms", us / 1e3);
  return fmt::format("{:.3f} s", us / 1e6);
}

std::string signed_time_text(double seconds) { return (seconds < 0 ? "−" : "+") + time_text(std::abs(seconds)); }

std::string percent_text(double rate) {
  const double percent = rate * 100.0;
  if (percent <= 0) return "0 %";
  const int decimals = percent >= 10 ? 0 : 1 - static_cast<int>(std::floor(std::log10(percent)));
  return fmt::format("{:.{}f} %", percent, std::min(decimals, 12));
}

std::string words(std::string_view identifier) {
  std::string text(identifier);
  for (char& c : text) c = c == '_' ? ' ' : c;
  return text;
}

}  // namespace reports
