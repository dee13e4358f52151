#include "scenarios/format/quantity.h"

#include <array>
#include <charconv>
#include <optional>
#include <span>

namespace scenario {
namespace {

struct Unit {
  std::string_view name;
  std::uint64_t size;
};

constexpr std::array kTimes{Unit{"ns", 1},
                            Unit{"us", 1'000},
                            Unit{"ms", 1'000'000},
                            Unit{"s", 1'000'000'000},
                            Unit{"min", 60'000'000'000},
                            Unit{"h", 3'600'000'000'000},
                            Unit{"d", 86'400'000'000'000}};
constexpr std::array kBandwidths{Unit{"bit/s", 1}, Unit{"kbit/s", 1'000}, Unit{"Mbit/s", 1'000'000}, Unit{"Gbit/s", 1'000'000'000}};
constexpr std::array kShares{Unit{"%", 1}};

constexpr std::uint64_t kTimeMax = 400 * kTimes.back().size;
constexpr std::uint64_t kBandwidthMax = 10'000 * kBandwidths.back().size;

std::string listed(std::span<const Unit> units) {
  std::string text;
  for (const auto& unit : units) text += (text.empty() ? "" : ", ") + std::string(unit.name);
  return text;
}

/// Digits alone, as a number of at most 15 of them.
std::optional<std::uint64_t> whole(std::string_view digits) {
  std::uint64_t value = 0;
  const auto* end = digits.data() + digits.size();
  const auto [stopped, fault] = std::from_chars(digits.data(), end, value);
  if (digits.empty() || digits.size() > 15 || fault != std::errc{} || stopped != end) return std::nullopt;
  return value;
}

/// `text` in the smallest of the units, at most `most`. `what` names the kind of quantity with an example.
base::Result<std::uint64_t> parse(std::string_view text, std::span<const Unit> units, std::uint64_t most, std::string_view what) {
  const auto space = text.find(' ');
  const auto number = whole(text.substr(0, space));
  const auto unit_text = space == std::string_view::npos ? std::string_view() : text.substr(space + 1);
  for (const auto& unit : units) {
    if (unit.name != unit_text || !number) continue;
    if (*number > most / unit.size) break;
    return *number * unit.size;
  }
  return base::fail(kQuantityUnfit, fmt::format("found '{}', expected {}; units: {}", text, what, listed(units)));
}

constexpr std::string_view kTimeWhat = "a length of time of at most 400 d in whole numbers, such as 12 ms";

/// Decimal degrees in 1e-7 degree, without floating point on the way.
std::optional<std::int32_t> degrees_e7(std::string_view text, std::uint64_t most) {
  constexpr std::uint64_t kOne = 10'000'000;
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  const auto point = text.find('.');
  if (point == std::string_view::npos || text.size() - point > 8) return std::nullopt;
  const auto degrees = whole(text.substr(0, point));
  const auto fraction = whole(text.substr(point + 1));
  if (!degrees || !fraction) return std::nullopt;
  std::uint64_t scaled = *fraction;
  for (std::size_t digits = text.size() - point - 1; digits < 7; ++digits) scaled *= 10;
  if (*degrees > most || *degrees * kOne + scaled > most * kOne) return std::nullopt;
  const auto value = static_cast<std::int32_t>(*degrees * kOne + scaled);
  return negative ? -value : value;
}

}  // namespace

base::Result<base::Duration> parse_duration(std::string_view text) {
  return parse(text, kTimes, kTimeMax, kTimeWhat).map([](std::uint64_t ns) { return base::nanoseconds(static_cast<std::int64_t>(ns)); });
}

base::Result<base::Duration> parse_offset(std::string_view text) {
  if (!text.starts_with('-') && !text.starts_with('+')) {
    return base::fail(kQuantityUnfit, fmt::format("found '{}', expected a sign and a length of time, such as +1 h", text));
  }
  const auto length = parse_duration(text.substr(1));
  if (!length || text.front() == '+') return length;
  return base::Duration{} - *length;
}

base::Result<std::uint64_t> parse_bandwidth(std::string_view text) {
  const auto bits = parse(text, kBandwidths, kBandwidthMax, "a bandwidth of at most 10000 Gbit/s in whole numbers, such as 20 Mbit/s");
  if (bits && *bits == 0) return base::fail(kQuantityUnfit, fmt::format("found '{}', expected a bandwidth above 0", text));
  return bits;
}

base::Result<std::uint32_t> parse_percent(std::string_view text) {
  return parse(text, kShares, 100, "a share from 0 % to 100 % in whole numbers, such as 60 %").map([](std::uint64_t share) {
    return static_cast<std::uint32_t>(share);
  });
}

base::Result<Position> parse_position(std::string_view text) {
  const auto comma = text.find(',');
  if (comma != std::string_view::npos) {
    const auto latitude = degrees_e7(text.substr(0, comma), 90);
    const auto longitude = degrees_e7(text.substr(comma + 1), 180);
    if (latitude && longitude) return Position{*latitude, *longitude};
  }
  return base::fail(kQuantityUnfit,
                    fmt::format("found '{}', expected latitude and longitude in decimal degrees, such as 52.205101,-0.121840", text));
}

base::Result<std::uint32_t> parse_one_in(std::string_view text) {
  const auto n = text.starts_with("1/") ? whole(text.substr(2)) : std::nullopt;
  if (!n || *n == 0 || *n > 1'000'000'000)
    return base::fail(kQuantityUnfit, fmt::format("found '{}', expected a ratio such as 1/100", text));
  return static_cast<std::uint32_t>(*n);
}

}  // namespace scenario
