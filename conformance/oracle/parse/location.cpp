#include "conformance/oracle/parse/location.h"

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <string>

#include "conformance/oracle/parse/text.h"

namespace oracle::parse {
namespace {

using base::event::Position;

constexpr std::string_view kNoFixText = "N0000000 E0000000";
constexpr std::size_t kLongest = 64;
constexpr std::int64_t kUnit = 10'000'000;   // of 1e-7 degree
constexpr std::size_t kPlaces = 7;

/// Degrees without a sign, "0.127758", in 1e-7 degree; a digit past the seventh decimal rounds, and what is behind it cannot matter.
std::optional<std::int64_t> unsigned_degrees(std::string_view text) {
  const std::size_t point = text.find('.');
  if (point == std::string_view::npos || point < 1 || point > 3 || point + 1 == text.size()) return std::nullopt;
  std::int64_t value = 0;
  for (const char c : text.substr(0, point)) {
    if (!is_digit(c)) return std::nullopt;
    value = value * 10 + (c - '0');
  }
  const std::string_view decimals = text.substr(point + 1);
  if (!std::all_of(decimals.begin(), decimals.end(), is_digit)) return std::nullopt;
  for (std::size_t i = 0; i < kPlaces; ++i) value = value * 10 + (i < decimals.size() ? decimals[i] - '0' : 0);
  return decimals.size() > kPlaces && decimals[kPlaces] >= '5' ? value + 1 : value;
}

std::optional<std::int64_t> signed_degrees(std::string_view text) {
  const bool has_sign = !text.empty() && (text[0] == '-' || text[0] == '+');
  const auto size = unsigned_degrees(has_sign ? text.substr(1) : text);
  if (!size) return std::nullopt;
  return has_sign && text[0] == '-' ? -*size : *size;
}

/// Degrees with one of two letters before or behind them; the second is for what is negative.
std::optional<std::int64_t> lettered_degrees(std::string_view text, std::string_view letters) {
  if (text.size() < 2) return std::nullopt;
  const bool before = letters.find(text.front()) != std::string_view::npos;
  const char letter = before ? text.front() : text.back();
  if (letters.find(letter) == std::string_view::npos) return std::nullopt;
  const auto size = unsigned_degrees(before ? text.substr(1) : text.substr(0, text.size() - 1));
  if (!size) return std::nullopt;
  return letter == letters[1] ? -*size : *size;
}

Location in_range(LocationForm form, std::int64_t latitude, std::int64_t longitude) {
  const std::int64_t quarter = 90 * kUnit, half = 180 * kUnit;
  if (std::llabs(latitude) > quarter) {
    const bool swapped = std::llabs(latitude) <= half && std::llabs(longitude) <= quarter;
    return {
        LocationForm::kNone, {}, swapped ? "a latitude beyond 90 degrees, as where the two are swapped" : "a latitude beyond 90 degrees"};
  }
  if (std::llabs(longitude) > half) return {LocationForm::kNone, {}, "a longitude beyond 180 degrees"};
  return {form, {static_cast<std::int32_t>(latitude), static_cast<std::int32_t>(longitude)}, {}};
}

/// Nothing where the text is not in signed degrees.
std::optional<Location> in_signed_degrees(std::string_view text) {
  const std::size_t comma = text.find(',');
  if (comma == std::string_view::npos) return std::nullopt;
  std::string_view second = text.substr(comma + 1);
  if (second.starts_with(' ')) second.remove_prefix(1);
  const auto latitude = signed_degrees(text.substr(0, comma)), longitude = signed_degrees(second);
  if (!latitude || !longitude) return std::nullopt;
  return in_range(LocationForm::kSigned, *latitude, *longitude);
}

/// Likewise where it is not in degrees with letters.
std::optional<Location> with_letters(std::string_view text) {
  std::string dense(text);
  std::erase(dense, ' ');
  std::size_t divide = dense.find(',');
  std::size_t behind = divide + 1;
  if (divide == std::string::npos) {
    divide = behind = dense.find_first_of("NSEW", dense.empty() || is_digit(dense[0]) ? 0 : 1);
    if (divide == std::string::npos) return std::nullopt;
    if (is_digit(dense[0])) divide = behind = divide + 1;
  }
  const std::string_view all = dense;
  const auto latitude = lettered_degrees(all.substr(0, divide), "NS"), longitude = lettered_degrees(all.substr(behind), "EW");
  if (!latitude || !longitude) return std::nullopt;
  return in_range(LocationForm::kLetters, *latitude, *longitude);
}

bool holds_any(std::string_view text, std::initializer_list<std::string_view> marks) {
  return std::any_of(marks.begin(), marks.end(), [&](std::string_view mark) { return text.find(mark) != std::string_view::npos; });
}

/// Whether nothing but letters' case and what stands between makes it another text than the one for no fix.
bool nearly_no_fix(std::string_view text) {
  std::string plain;
  for (const char c : text) {
    if (is_digit(c)) plain += c;
    if ((c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z')) plain += static_cast<char>(c & ~0x20);
  }
  return plain == "N0000000E0000000";
}

std::string_view trouble_of(std::string_view text) {
  if (text.find_first_not_of(' ') == std::string_view::npos) return "an empty text";
  if (text.size() > kLongest) return "a text longer than any place";
  if (nearly_no_fix(text)) return "the text for no fix, spelt another way";
  if (holds_any(text, {"'", "\"", "\xe2\x80\xb2", "\xe2\x80\xb3", ":"})) return "minutes and seconds instead of decimals";
  if (holds_any(text, {"\xc2\xb0", "\xc2\xba", "deg"})) return "a degree sign";
  const auto commas = std::count(text.begin(), text.end(), ',');
  if (commas == 0) return "no comma between latitude and longitude";
  if (commas > 1) return "more than one comma";
  if (text.find('.') == std::string_view::npos) return "degrees without decimals";
  return "no two numbers of degrees with decimals";
}

}  // namespace

Location location_of(std::string_view text) {
  if (text == kNoFixText) return {LocationForm::kNoFix, {}, {}};
  if (text.size() <= kLongest) {
    if (const auto found = in_signed_degrees(text)) return *found;
    if (const auto found = with_letters(text)) return *found;
  }
  return {LocationForm::kNone, {}, trouble_of(text)};
}

}  // namespace oracle::parse
