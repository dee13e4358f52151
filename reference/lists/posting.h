// That an entry of a list has a mark, and when it is in force: what the index keeps of an entry.
#pragma once

#include <cstdint>

#include "reference/base/instant.h"

namespace lists {

/// A version of a list, as the index numbers them.
using VersionId = std::uint16_t;
inline constexpr VersionId kNoVersion = 0;
inline constexpr VersionId kCrowded = 0xffff;      ///< no version: the mark's postings stand in a table of their own

inline constexpr std::uint32_t kRowMax = (std::uint32_t{1} << 28) - 1;
inline constexpr std::uint32_t kDayNever = (std::uint32_t{1} << 18) - 1;

/// The day of an instant, GMT, counted so that the least instant is in day 0 and the greatest in day 213,503.
[[nodiscard]] constexpr std::uint32_t day_of(base::Instant at) {
  constexpr std::int64_t kDayNs = base::hours(24).ns;
  constexpr std::int64_t kDaysBefore1970 = 106'752;
  const std::int64_t floor = at.ns / kDayNs - (at.ns % kDayNs < 0 ? 1 : 0);
  return static_cast<std::uint32_t>(floor + kDaysBefore1970);
}

/// Shape:   `row` up to kRowMax; in force on days `from_day` to the one before `until_day`, which is kDayNever for what is not weeded.
struct Posting {
  VersionId version = kNoVersion;
  std::uint32_t row = 0;
  std::uint32_t from_day = 0;
  std::uint32_t until_day = kDayNever;

  [[nodiscard]] bool holds_on(std::uint32_t day) const { return from_day <= day && day < until_day; }
  friend bool operator==(const Posting&, const Posting&) = default;
};

/// A posting and 48 bits of its mark's key, in two words: `head` is key 48, version 16, and 0 where nothing is; `tail` is row 28, first day
/// 18, last day 18.
struct Slot {
  std::uint64_t head = 0;
  std::uint64_t tail = 0;

  [[nodiscard]] static Slot of(std::uint64_t key, const Posting& posting) {
    return {key << 16 | posting.version, std::uint64_t{posting.row} << 36 | std::uint64_t{posting.from_day} << 18 | posting.until_day};
  }
  [[nodiscard]] std::uint64_t key() const { return head >> 16; }
  [[nodiscard]] VersionId version() const { return static_cast<VersionId>(head & 0xffff); }
  [[nodiscard]] Posting posting() const {
    return {version(), static_cast<std::uint32_t>(tail >> 36), static_cast<std::uint32_t>(tail >> 18) & kDayNever,
            static_cast<std::uint32_t>(tail) & kDayNever};
  }
};

}  // namespace lists
