// Time, as integer nanoseconds. There is no now() here: whoever needs the time is handed it.
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "reference/base/result.h"

namespace base {

/// A length of time. Units: nanoseconds, signed.
struct Duration {
  std::int64_t ns = 0;

  friend constexpr auto operator<=>(Duration, Duration) = default;
  friend constexpr Duration operator+(Duration a, Duration b) { return {a.ns + b.ns}; }
  friend constexpr Duration operator-(Duration a, Duration b) { return {a.ns - b.ns}; }
  friend constexpr Duration operator*(Duration a, std::int64_t k) { return {a.ns * k}; }
  friend constexpr Duration operator/(Duration a, std::int64_t k) { return {a.ns / k}; }
};

constexpr Duration nanoseconds(std::int64_t n) { return {n}; }
constexpr Duration microseconds(std::int64_t n) { return {n * 1'000}; }
constexpr Duration milliseconds(std::int64_t n) { return {n * 1'000'000}; }
constexpr Duration seconds(std::int64_t n) { return {n * 1'000'000'000}; }
constexpr Duration minutes(std::int64_t n) { return seconds(n * 60); }
constexpr Duration hours(std::int64_t n) { return minutes(n * 60); }

/// A point in time. Units: nanoseconds since 1970-01-01T00:00:00Z, no leap seconds; years 1678 to 2262.
struct Instant {
  std::int64_t ns = 0;

  friend constexpr auto operator<=>(Instant, Instant) = default;
  friend constexpr Instant operator+(Instant a, Duration d) { return {a.ns + d.ns}; }
  friend constexpr Instant operator-(Instant a, Duration d) { return {a.ns - d.ns}; }
  friend constexpr Duration operator-(Instant a, Instant b) { return {a.ns - b.ns}; }
};

/// What time it is, as a component is told with every call. `wall` is its own clock, which may be wrong and may step;
/// `mono` counts from its start and never goes back, and is what durations are measured with.
struct Now {
  Instant wall;
  Duration mono;
};

/// Writes an instant as RFC 3339, UTC, with exactly six digits of the second: "2019-06-11T07:00:00.000000Z". Truncates.
[[nodiscard]] std::string to_rfc3339(Instant at);

inline constexpr ErrorKind kInstantNotRfc3339{"instant_not_rfc3339", "house",
                                              "an RFC 3339 instant in UTC, such as 2019-06-11T07:00:00.000000Z"};

/// Reads an RFC 3339 instant in UTC ("Z"), with none to nine digits of the second.
/// Errors:  kInstantNotRfc3339; a date or hour that does not exist is never rolled over.
[[nodiscard]] Result<Instant> parse_rfc3339(std::string_view text);

}  // namespace base
