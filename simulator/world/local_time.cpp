#include "simulator/world/local_time.h"

#include <chrono>

#include <date/date.h>

namespace world {
namespace {

date::sys_time<std::chrono::nanoseconds> sys_time(base::Instant at) {
  return date::sys_time<std::chrono::nanoseconds>(std::chrono::nanoseconds(at.ns));
}

date::sys_time<std::chrono::hours> last_sunday_at_one(date::year year, date::month month) {
  return date::sys_days(year / month / date::Sunday[date::last]) + std::chrono::hours(1);
}

}  // namespace

bool is_summer_time(base::Instant at) {
  const auto time = sys_time(at);
  const auto year = date::year_month_day(date::floor<date::days>(time)).year();
  return time >= last_sunday_at_one(year, date::March) && time < last_sunday_at_one(year, date::October);
}

int local_hour_of_week(base::Instant at) {
  const auto local = sys_time(is_summer_time(at) ? at + base::hours(1) : at);
  const auto day = date::floor<date::days>(local);
  const auto hour = std::chrono::duration_cast<std::chrono::hours>(local - day).count();
  const auto weekday = date::weekday(day).iso_encoding() - 1;  // Monday 0
  return static_cast<int>(weekday) * 24 + static_cast<int>(hour);
}

}  // namespace world
