#include "reference/formats/permille.h"

#include <charconv>
#include <string>

namespace formats {
namespace {

/// A number as digits with a point before `digits[point]`; leading zeros are no digits of it.
struct Decimal {
  std::string digits;
  std::int64_t point = 0;
};

std::optional<std::int64_t> parse_exponent(std::string_view text) {
  if (!text.empty() && text[0] == '+') text.remove_prefix(1);
  int exponent = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), exponent);
  if (fault != std::errc() || end != text.data() + text.size() || exponent > 999 || exponent < -999) return std::nullopt;
  return exponent;
}

Decimal parse_mantissa(std::string_view text) {
  Decimal decimal;
  bool behind_point = false;
  for (const char c : text) {
    if (c == '.') {
      behind_point = true;
    } else if (c != '0' || !decimal.digits.empty()) {
      decimal.digits += c;
      decimal.point += behind_point ? 0 : 1;
    } else {
      decimal.point -= behind_point ? 1 : 0;
    }
  }
  return decimal;
}

}  // namespace

std::optional<std::int16_t> whole_permille(std::int64_t number) {
  if (number != 0 && number != 1) return std::nullopt;
  return static_cast<std::int16_t>(number * 1000);
}

std::optional<std::int16_t> parse_permille(std::string_view number) {
  const bool negative = !number.empty() && number[0] == '-';
  if (negative) number.remove_prefix(1);
  const std::size_t letter = number.find_first_of("eE");
  Decimal decimal = parse_mantissa(number.substr(0, letter));
  while (!decimal.digits.empty() && decimal.digits.back() == '0') decimal.digits.pop_back();
  if (letter != std::string_view::npos) {
    const auto exponent = parse_exponent(number.substr(letter + 1));
    if (!exponent) return std::nullopt;
    decimal.point += *exponent;
  }
  if (decimal.digits.empty()) return std::int16_t{0};
  if (negative) return std::nullopt;
  if (decimal.point == 1 && decimal.digits == "1") return std::int16_t{1000};
  if (decimal.point > 0) return std::nullopt;

  int value = 0;
  for (std::int64_t place = 0; place < 3; ++place) {
    const std::int64_t at = place + decimal.point;
    const bool there = at >= 0 && at < static_cast<std::int64_t>(decimal.digits.size());
    value = value * 10 + (there ? decimal.digits[static_cast<std::size_t>(at)] - '0' : 0);
  }
  return static_cast<std::int16_t>(value);
}

}  // namespace formats
