#include "reference/domain/location.h"

#include <cstdlib>

#include "reference/domain/utf8.h"

namespace domain {
namespace {

constexpr std::int64_t kUnit = 10'000'000;

/// Decimal degrees to 1e-7 degree, decimals past the seventh cut off; false where `text` is none.
bool parse_degrees(std::string_view text, std::int64_t& value) {
  const bool negative = !text.empty() && text[0] == '-';
  if (!text.empty() && (text[0] == '-' || text[0] == '+')) text.remove_prefix(1);
  const std::size_t point = text.find('.');
  if (point == std::string_view::npos || point < 1 || point > 3) return false;
  const std::string_view decimals = text.substr(point + 1);
  if (decimals.empty() || decimals.size() > 10) return false;
  value = 0;
  for (const char c : text.substr(0, point)) {
    if (c < '0' || c > '9') return false;
    value = value * 10 + (c - '0');
  }
  std::int64_t unit = kUnit;
  value *= kUnit;
  for (const char c : decimals) {
    if (c < '0' || c > '9') return false;
    unit /= 10;
    value += (c - '0') * unit;
  }
  if (negative) value = -value;
  return true;
}

void push_degrees(ShortText& text, std::int32_t value) {
  const auto size = static_cast<std::uint64_t>(std::llabs(value));
  if (value < 0) text.push('-');
  text.push_number(size / kUnit);
  text.push('.');
  text.push_number(size % kUnit, 7);
}

ShortText pair(std::int32_t latitude, std::int32_t longitude) {
  ShortText text;
  push_degrees(text, latitude);
  text.push(',');
  push_degrees(text, longitude);
  return text;
}

}  // namespace

base::Result<Location> Location::make(std::int32_t latitude_deg_e7, std::int32_t longitude_deg_e7) {
  const auto within = [](std::int64_t value, std::int64_t limit) { return value >= -limit * kUnit && value <= limit * kUnit; };
  if (!within(latitude_deg_e7, 90) || !within(longitude_deg_e7, 180)) {
    return base::fail(kLocationOutOfRange, "found " + std::string(pair(latitude_deg_e7, longitude_deg_e7).view()));
  }
  return Location(latitude_deg_e7, longitude_deg_e7, false);
}

ShortText Location::short_text() const {
  if (!no_fix_) return pair(latitude_, longitude_);
  ShortText text;
  text.push(kNoFixText);
  return text;
}

base::Result<Location> parse_location(std::string_view text) {
  const auto found = [&] { return "found '" + excerpt(text) + "'"; };
  if (text.empty()) return base::fail(kLocationMissing);
  if (text == Location::kNoFixText) return Location::no_fix();
  const std::size_t comma = text.find(',');
  std::int64_t latitude = 0, longitude = 0;
  if (comma == std::string_view::npos || !parse_degrees(text.substr(0, comma), latitude) ||
      !parse_degrees(text.substr(comma + 1), longitude)) {
    return base::fail(kLocationNotDecimal, found());
  }
  if (std::llabs(latitude) > 90 * kUnit || std::llabs(longitude) > 180 * kUnit) return base::fail(kLocationOutOfRange, found());
  return Location::make(static_cast<std::int32_t>(latitude), static_cast<std::int32_t>(longitude));
}

}  // namespace domain
