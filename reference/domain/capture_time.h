// The time of a read, as the specification writes it (clause 2.2.2).
#pragma once

#include <string>
#include <string_view>

#include "reference/base/instant.h"
#include "reference/base/result.h"
#include "reference/domain/short_text.h"

namespace domain {

inline constexpr base::ErrorKind kTimeMissing{"time_missing", "2.2.2", "a time in every read", 0};
inline constexpr base::ErrorKind kTimeWrongLength{"time_wrong_length", "2.2.2", "'dd/mm/yyyy hh:mm:ss', 19 bytes", 1};
inline constexpr base::ErrorKind kTimeWrongSeparator{"time_wrong_separator", "2.2.2", "'dd/mm/yyyy hh:mm:ss'", 2};
inline constexpr base::ErrorKind kTimeNotDigits{"time_not_digits", "2.2.2", "decimal digits in 'dd/mm/yyyy hh:mm:ss'", 3};
inline constexpr base::ErrorKind kTimeNoSuchDate{"time_no_such_date", "2.2.2", "a date of the calendar", 4};
inline constexpr base::ErrorKind kTimeNoSuchHour{"time_no_such_hour", "2.2.2", "a time from 00:00:00 to 23:59:59", 5};

/// The time at which a VRM was captured.
///
/// Units:   whole seconds, GMT (+0) all year; what lies below a second is cut off.
/// Source:  2.2.2 (2.2.2-a, b).
class CaptureTime {
 public:
  [[nodiscard]] static CaptureTime truncate(base::Instant at);

  [[nodiscard]] base::Instant instant() const { return second_; }
  /// 'dd/mm/yyyy hh:mm:ss'.
  [[nodiscard]] std::string text() const { return std::string(short_text().view()); }
  [[nodiscard]] ShortText short_text() const;
  friend auto operator<=>(CaptureTime, CaptureTime) = default;

 private:
  explicit CaptureTime(base::Instant second) : second_(second) {}
  base::Instant second_;
};

/// Reads the capture time of a read.
///
/// Shape:   exactly 19 bytes, "dd/mm/yyyy hh:mm:ss", ASCII digits, 24-hour clock; years 1678 to 2261.
/// Errors:  kTimeWrongLength, kTimeWrongSeparator, kTimeNotDigits, kTimeNoSuchDate, kTimeNoSuchHour. A date is never rolled over.
/// Source:  2.2.2 (2.2.2-a).
[[nodiscard]] base::Result<CaptureTime> parse_capture_time(std::string_view text);

}  // namespace domain
