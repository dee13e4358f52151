// A slow and plain second calendar, to check the fast one against: it counts the days one year and one month at a time.
#pragma once

#include <array>
#include <cstdint>

namespace plain_calendar {

inline bool is_leap(int year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

inline int days_of(int year, int month) {
  constexpr std::array<int, 12> kDays{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return kDays[static_cast<std::size_t>(month - 1)] + (month == 2 && is_leap(year) ? 1 : 0);
}

/// Seconds since 1970-01-01 00:00:00 of a date and time that exist.
inline std::int64_t seconds(int year, int month, int day, int hour, int minute, int second) {
  std::int64_t days = day - 1;
  for (int m = 1; m < month; ++m) days += days_of(year, m);
  for (int y = 1970; y < year; ++y) days += is_leap(y) ? 366 : 365;
  for (int y = year; y < 1970; ++y) days -= is_leap(y) ? 366 : 365;
  return ((days * 24 + hour) * 60 + minute) * 60 + second;
}

}  // namespace plain_calendar
