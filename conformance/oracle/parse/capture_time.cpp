#include "conformance/oracle/parse/capture_time.h"

#include <date/date.h>

namespace oracle::parse {
namespace {

/// The number that `count` digits at `at` make; -1 where one is no digit.
int digits(std::string_view text, std::size_t at, std::size_t count) {
  int value = 0;
  for (const char c : text.substr(at, count)) {
    if (c < '0' || c > '9') return -1;
    value = value * 10 + (c - '0');
  }
  return value;
}

std::optional<date::year_month_day> date_of(std::string_view text) {
  const int day = digits(text, 0, 2), month = digits(text, 3, 2), year = digits(text, 6, 4);
  if (day < 1 || month < 1 || year < 1) return std::nullopt;
  const date::year_month_day found{date::year{year}, date::month{static_cast<unsigned>(month)}, date::day{static_cast<unsigned>(day)}};
  if (!found.ok()) return std::nullopt;
  return found;
}

bool has_form(std::string_view text, std::string_view form) {
  if (text.size() != form.size()) return false;
  for (std::size_t i = 0; i < form.size(); ++i) {
    const bool digit = text[i] >= '0' && text[i] <= '9';
    if (form[i] == '0' ? !digit : text[i] != form[i]) return false;
  }
  return true;
}

}  // namespace

std::optional<std::string_view> trouble_of_time(std::string_view text) {
  if (!has_form(text, "00/00/0000 00:00:00")) return "not of the form dd/mm/yyyy hh:mm:ss";
  if (!date_of(text)) return "a date the calendar does not have";
  if (digits(text, 11, 2) > 23) return "an hour beyond 23";
  if (digits(text, 14, 2) > 59) return "a minute beyond 59";
  if (digits(text, 17, 2) > 59) return "a second beyond 59";
  return std::nullopt;
}

std::int64_t seconds_of_time(std::string_view text) {
  constexpr std::int64_t kDay = 86'400, kHour = 3'600, kMinute = 60;
  const std::int64_t days = date::sys_days{*date_of(text)}.time_since_epoch().count();
  return days * kDay + digits(text, 11, 2) * kHour + digits(text, 14, 2) * kMinute + digits(text, 17, 2);
}

std::optional<std::int64_t> days_of_date(std::string_view text) {
  if (!has_form(text, "00/00/0000")) return std::nullopt;
  const auto found = date_of(text);
  if (!found) return std::nullopt;
  return date::sys_days{*found}.time_since_epoch().count();
}

}  // namespace oracle::parse
