#include "reference/domain/capture_time.h"

#include <date/date.h>

#include "reference/domain/utf8.h"

namespace domain {
namespace {

constexpr std::int64_t kNsPerSecond = 1'000'000'000;
constexpr std::string_view kShape = "dd/mm/yyyy hh:mm:ss";

int number(std::string_view text, std::size_t from, std::size_t count) {
  int value = 0;
  for (const char c : text.substr(from, count)) value = value * 10 + (c - '0');
  return value;
}

}  // namespace

CaptureTime CaptureTime::truncate(base::Instant at) {
  std::int64_t rest = at.ns % kNsPerSecond;
  if (rest < 0) rest += kNsPerSecond;
  return CaptureTime(base::Instant{at.ns - rest});
}

ShortText CaptureTime::short_text() const {
  const std::chrono::sys_time<std::chrono::seconds> when{std::chrono::seconds{second_.ns / kNsPerSecond}};
  const auto day = date::floor<date::days>(when);
  const date::year_month_day ymd{day};
  const auto within = static_cast<std::uint64_t>((when - day).count());
  ShortText text;
  text.push_number(static_cast<unsigned>(ymd.day()), 2);
  text.push('/');
  text.push_number(static_cast<unsigned>(ymd.month()), 2);
  text.push('/');
  text.push_number(static_cast<std::uint64_t>(static_cast<int>(ymd.year())), 4);
  text.push(' ');
  text.push_number(within / 3600, 2);
  text.push(':');
  text.push_number(within / 60 % 60, 2);
  text.push(':');
  text.push_number(within % 60, 2);
  return text;
}

base::Result<CaptureTime> parse_capture_time(std::string_view text) {
  const auto found = [&] { return "found '" + excerpt(text) + "'"; };
  if (text.size() != kShape.size()) return base::fail(kTimeWrongLength, found());
  for (std::size_t i = 0; i < kShape.size(); ++i) {
    const bool separator = kShape[i] == '/' || kShape[i] == ' ' || kShape[i] == ':';
    if (separator && text[i] != kShape[i]) return base::fail(kTimeWrongSeparator, found());
  }
  for (std::size_t i = 0; i < kShape.size(); ++i) {
    const bool separator = kShape[i] == '/' || kShape[i] == ' ' || kShape[i] == ':';
    if (!separator && (text[i] < '0' || text[i] > '9')) return base::fail(kTimeNotDigits, found());
  }
  const int year = number(text, 6, 4);
  const date::year_month_day ymd{date::year{year}, date::month{static_cast<unsigned>(number(text, 3, 2))},
                                 date::day{static_cast<unsigned>(number(text, 0, 2))}};
  if (!ymd.ok() || year < 1678 || year > 2261) return base::fail(kTimeNoSuchDate, found());
  const int hour = number(text, 11, 2), minute = number(text, 14, 2), second = number(text, 17, 2);
  if (hour > 23 || minute > 59 || second > 59) return base::fail(kTimeNoSuchHour, found());
  const std::int64_t days = date::sys_days{ymd}.time_since_epoch().count();
  return CaptureTime::truncate(base::Instant{(((days * 24 + hour) * 60 + minute) * 60 + second) * kNsPerSecond});
}

}  // namespace domain
