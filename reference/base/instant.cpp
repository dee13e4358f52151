#include "reference/base/instant.h"

#include <charconv>

#include <date/date.h>
#include <fmt/format.h>

namespace base {
namespace {

constexpr std::int64_t kNsPerSecond = 1'000'000'000;

bool digits(std::string_view text, std::size_t from, std::size_t count, int& value) {
  value = 0;
  for (std::size_t i = from; i < from + count; ++i) {
    if (i >= text.size() || text[i] < '0' || text[i] > '9') return false;
    value = value * 10 + (text[i] - '0');
  }
  return true;
}

}  // namespace

std::string to_rfc3339(Instant at) {
  const std::chrono::sys_time<std::chrono::nanoseconds> when{std::chrono::nanoseconds{at.ns}};
  const auto day = date::floor<date::days>(when);
  const date::year_month_day ymd{day};
  const date::hh_mm_ss time{std::chrono::floor<std::chrono::microseconds>(when - day)};
  return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}.{:06}Z", static_cast<int>(ymd.year()),
                     static_cast<unsigned>(ymd.month()), static_cast<unsigned>(ymd.day()), time.hours().count(),
                     time.minutes().count(), time.seconds().count(), time.subseconds().count());
}

Result<Instant> parse_rfc3339(std::string_view text) {
  const auto refuse = [&] { return fail(kInstantNotRfc3339, fmt::format("found '{}'", text.substr(0, 40))); };
  int y = 0, mo = 0, d = 0, h = 0, mi = 0, s = 0;
  const bool shaped = digits(text, 0, 4, y) && digits(text, 5, 2, mo) && digits(text, 8, 2, d) && digits(text, 11, 2, h) &&
                      digits(text, 14, 2, mi) && digits(text, 17, 2, s) && text[4] == '-' && text[7] == '-' &&
                      text[10] == 'T' && text[13] == ':' && text[16] == ':';
  if (!shaped || text.back() != 'Z' || h > 23 || mi > 59 || s > 59) return refuse();
  const date::year_month_day ymd{date::year{y}, date::month{static_cast<unsigned>(mo)}, date::day{static_cast<unsigned>(d)}};
  if (!ymd.ok() || y < 1678 || y > 2261) return refuse();

  std::int64_t fraction = 0;
  if (text.size() > 20) {
    const std::size_t count = text.size() - 21;
    int value = 0;
    if (text[19] != '.' || count < 1 || count > 9 || !digits(text, 20, count, value)) return refuse();
    fraction = value;
    for (std::size_t i = count; i < 9; ++i) fraction *= 10;
  }
  const std::int64_t days = date::sys_days{ymd}.time_since_epoch().count();
  return Instant{((days * 24 + h) * 60 + mi) * 60 * kNsPerSecond + s * kNsPerSecond + fraction};
}

}  // namespace base
