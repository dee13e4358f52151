// Ids and counts that are always in range and never mixed up with one another.
#pragma once

#include <compare>
#include <cstdint>

#include <fmt/format.h>

#include "reference/base/result.h"

namespace base {

/// An integer from `Min` to `Max`, of a type of its own: `Tag` makes two of the same range different types.
template <class Tag, std::int64_t Min, std::int64_t Max>
class Bounded {
 public:
  static constexpr std::int64_t kMin = Min;
  static constexpr std::int64_t kMax = Max;

  /// Errors:  `kind`, where `value` is out of range.
  [[nodiscard]] static Result<Bounded> make(std::int64_t value, const ErrorKind& kind) {
    if (value < Min || value > Max) return fail(kind, fmt::format("found {}", value));
    return Bounded(value);
  }

  [[nodiscard]] constexpr std::int64_t value() const { return value_; }
  friend constexpr auto operator<=>(Bounded, Bounded) = default;

 private:
  explicit constexpr Bounded(std::int64_t value) : value_(value) {}
  std::int64_t value_;
};

/// A plain index of a type of its own: peers, tags, nodes, links. Every value is valid; it means something only to its maker.
template <class Tag>
struct Id {
  std::uint64_t value = 0;
  friend constexpr auto operator<=>(Id, Id) = default;
};

}  // namespace base
