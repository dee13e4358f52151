#include "conformance/oracle/parse/british_time.h"

#include <date/date.h>

namespace oracle::parse {

bool is_summer_time(base::Instant at) {
  const date::sys_time<std::chrono::nanoseconds> when{std::chrono::nanoseconds(at.ns)};
  const date::year year = date::year_month_day{date::floor<date::days>(when)}.year();
  const auto begins = date::sys_days{year / date::March / date::Sunday[date::last]} + std::chrono::hours(1);
  const auto ends = date::sys_days{year / date::October / date::Sunday[date::last]} + std::chrono::hours(1);
  return begins <= when && when < ends;
}

}  // namespace oracle::parse
