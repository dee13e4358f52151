// The time in a read, by clause 2.2.2.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace oracle::parse {

/// What is wrong with a text that should be 'dd/mm/yyyy hh:mm:ss', in words; nothing where it is a moment of the calendar.
///
/// Shape:   19 bytes; days by the length of the month, leap years by the Gregorian rule; hours 00 to 23, minutes and seconds 00 to 59
///          (a leap second has no place in a form that is to be compared with clocks); years 0001 to 9999.
/// Source:  2.2.2 (2.2.2-a).
[[nodiscard]] std::optional<std::string_view> trouble_of_time(std::string_view text);

/// A moment 'dd/mm/yyyy hh:mm:ss' that trouble_of_time() finds nothing wrong with, as seconds since 1970-01-01 00:00:00.
[[nodiscard]] std::int64_t seconds_of_time(std::string_view text);

/// A date 'dd/mm/yyyy' as days since 1970-01-01; nothing where it is none.
/// Source:  5 (5-i).
[[nodiscard]] std::optional<std::int64_t> days_of_date(std::string_view text);

}  // namespace oracle::parse
