// The members of one event's line, found in one look at them, asked for by name and type.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <simdjson.h>

#include "conformance/evidence/keys.h"
#include "reference/base/instant.h"
#include "reference/base/witness.h"

namespace evidence {

/// What is wrong with a line; caught by EventReader::read alone, so that twenty kinds of event need no check after each member.
struct LineFault {
  std::string expected;
};

/// What becomes of a key that stands twice in an object.
enum class Repeats : std::uint8_t { kRefused, kFirstCounts };

/// A JSON object of a line.
///
/// Owner:   elements are good as long as the parser's document.
class Fields {
 public:
  static constexpr std::size_t kMembersMax = 64;
  /// Of a name that the judge keeps with each read.
  static constexpr std::size_t kNameBytesMax = 31;
  /// Of members in seconds: a century. A clock that has lost its date is off by no more, and what it shows stays within an Instant.
  static constexpr std::int64_t kSpan_s = std::int64_t{36'525} * 86'400;
  /// Of expanded uncertainties: a year, which settles nothing.
  static constexpr std::int64_t kUncertainty_s = std::int64_t{366} * 86'400;

  Fields() = default;
  explicit Fields(simdjson::dom::object object, Repeats repeats = Repeats::kRefused) { take(object, repeats); }

  /// Looks at another object. Throws LineFault where repeats are refused and a key stands twice, known or not, or there are more than
  /// kMembersMax members.
  void take(simdjson::dom::object object, Repeats repeats);

  /// Whether it stands there, and is not null.
  [[nodiscard]] bool has(Key key) const { return stands(key) && !values_[key.number()].is_null(); }
  /// Whether it stands there, though it be null.
  [[nodiscard]] bool stands(Key key) const { return (there_[key.number() / 64] >> key.number() % 64 & 1) != 0; }
  /// Whether it is the last of the object.
  [[nodiscard]] bool is_last(Key key) const { return last_ == key.number(); }

  [[nodiscard]] std::string_view text(Key key) const { return get<std::string_view>(key, "a string"); }
  [[nodiscard]] std::string_view text_or(Key key, std::string_view otherwise) const { return has(key) ? text(key) : otherwise; }
  [[nodiscard]] bool truth_or(Key key, bool otherwise) const { return has(key) ? get<bool>(key, "true or false") : otherwise; }
  [[nodiscard]] std::int64_t integer(Key key) const { return get<std::int64_t>(key, "an integer"); }
  [[nodiscard]] std::int64_t integer_or(Key key, std::int64_t otherwise) const { return has(key) ? integer(key) : otherwise; }
  [[nodiscard]] std::uint64_t unsigned_or(Key key, std::uint64_t otherwise) const {
    return has(key) ? get<std::uint64_t>(key, "an integer of 64 bits, not negative") : otherwise;
  }
  /// An integer that must be there.
  [[nodiscard]] std::int64_t integer_within(Key key, std::int64_t least, std::int64_t most) const;
  /// One of some words.
  [[nodiscard]] std::string_view word(Key key, std::span<const std::string_view> words) const;
  [[nodiscard]] std::string_view word_or(Key key, std::span<const std::string_view> words, std::string_view otherwise) const {
    return has(key) ? word(key, words) : otherwise;
  }
  /// The bare name of a camera, as in 35-12-42: to kNameBytesMax, without control characters, and not the component "camera:35-12-42",
  /// which would be another camera's name. Empty where there is none, or null.
  [[nodiscard]] std::string_view camera_or_none(Key key) const;
  /// The component that a read is at. Shape: at most kNameBytesMax, since a longer one could not be told from others.
  [[nodiscard]] std::string_view holder(Key key) const;
  [[nodiscard]] std::string_view holder_or(Key key, std::string_view otherwise) const { return has(key) ? holder(key) : otherwise; }
  /// A SHA-256; empty where there is none, or null.
  [[nodiscard]] std::string_view hash_or_none(Key key) const;
  /// `key`, a number from `least` to `most`, times `scale`, rounded to an integer; 0 where it is not there.
  [[nodiscard]] std::int64_t scaled_or_none(Key key, double scale, std::int64_t least, std::int64_t most) const;
  /// An object of anybody's, in which anything may stand.
  [[nodiscard]] simdjson::dom::object object(Key key) const { return get<simdjson::dom::object>(key, "an object"); }
  /// An object of the event's own, in which no key may stand twice either.
  [[nodiscard]] Fields object_of_own(Key key) const { return Fields(object(key)); }
  [[nodiscard]] simdjson::dom::array array(Key key) const { return get<simdjson::dom::array>(key, "an array"); }
  [[nodiscard]] base::Instant instant(Key key) const;
  [[nodiscard]] base::Duration seconds_or_none(Key key) const { return {scaled_or_none(key, 1e9, -kSpan_s, kSpan_s)}; }
  /// An expanded uncertainty, never negative: half an interval, which widens what is undecided and nothing else. 0 where it is not there.
  [[nodiscard]] base::Duration uncertainty_of_seconds(Key key) const { return {scaled_or_none(key, 1e9, 0, kUncertainty_s)}; }
  /// Likewise in metres, at most 1,000 km. Units: millimetres.
  [[nodiscard]] std::int32_t uncertainty_of_metres(Key key) const {
    return static_cast<std::int32_t>(scaled_or_none(key, 1e3, 0, 1'000'000));
  }
  [[nodiscard]] std::optional<base::Duration> seconds(Key key) const {
    return has(key) ? std::optional(seconds_or_none(key)) : std::nullopt;
  }
  /// Nothing where neither half is there; one without the other is none.
  [[nodiscard]] std::optional<base::event::Position> position_or_none() const {
    if (!has("latitude") && !has("longitude")) return std::nullopt;
    return position();
  }
  [[nodiscard]] base::event::Position position() const;
  /// The strings of an array, at the end of `strings`.
  void strings(Key key, std::vector<std::string_view>& strings) const;

  /// Throws as take() does, of an object whose keys are not known beforehand.
  static void check_keys_once(simdjson::dom::object object) { static_cast<void>(Fields(object)); }

  [[noreturn]] static void expected(std::string_view name, std::string_view what);

 private:
  static constexpr std::size_t kNowhere = SIZE_MAX;

  template <class Value>
  [[nodiscard]] Value get(Key key, std::string_view what) const {
    Value value{};
    if (!stands(key) || values_[key.number()].get(value) != simdjson::SUCCESS) expected(key.name(), what);
    return value;
  }

  std::array<simdjson::dom::element, kKeyNames.size()> values_;   ///< by number of the key, where it is there
  std::array<std::uint64_t, (kKeyNames.size() + 63) / 64> there_{};
  std::size_t last_ = kNowhere;             ///< the number of the last member's key
  std::vector<std::string_view> unknown_;   ///< keys without a number, where repeats are refused
};

}  // namespace evidence
