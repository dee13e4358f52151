// When an event was, as its line has it.
#pragma once

#include <charconv>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "conformance/evidence/fields.h"

namespace evidence {

/// Reads the member `at` of one event after another. Nearly all are in the second of the one before, and differ in the fraction alone.
class InstantReader {
 public:
  /// Throws LineFault as Fields::instant() does, and of years that nobody gathers evidence in: what is reckoned from an instant, a clock's
  /// offset and uncertainties, stays within those that base::Instant holds.
  [[nodiscard]] base::Instant read(const Fields& f) {
    const std::string_view text = f.text("at");
    if (text.size() == kBytes && text.starts_with(second_) && text.back() == 'Z' && !second_.empty()) {
      std::uint32_t us = 0;   // of an unsigned number no sign is read
      const char* end = text.data() + kBytes - 1;
      const auto parsed = std::from_chars(text.data() + kToFraction, end, us);
      if (parsed.ec == std::errc() && parsed.ptr == end) return second_at_ + base::microseconds(us);
    }
    const base::Instant at = f.instant("at");
    if (at < kFirst || at >= kEnd) Fields::expected("at", "an instant of the years 1900 to 2099");
    second_ = text.size() > kToFraction ? text.substr(0, kToFraction) : std::string_view();
    second_at_ = {at.ns - (at.ns % kSecond_ns + kSecond_ns) % kSecond_ns};
    return at;
  }

 private:
  static constexpr std::size_t kToFraction = std::string_view("2019-06-11T07:00:00.").size();
  static constexpr std::size_t kBytes = kToFraction + std::string_view("000000Z").size();
  static constexpr std::int64_t kSecond_ns = 1'000'000'000;
  static constexpr base::Instant kFirst{-2'208'988'800 * kSecond_ns}, kEnd{4'102'444'800 * kSecond_ns};   ///< 1 January 1900 and 2100

  std::string second_;   ///< as it was written, to the point before the fraction; empty where there was none
  base::Instant second_at_;
};

}  // namespace evidence
