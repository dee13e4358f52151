// The members of one event's line, asked for by name and type.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <simdjson.h>

#include "conformance/evidence/pack.h"
#include "conformance/evidence/read_text.h"
#include "reference/base/instant.h"
#include "reference/base/result.h"
#include "reference/base/witness.h"

namespace evidence {

/// What is wrong with a line; caught by EventReader::read alone, so that twenty kinds of event need no check after each member.
struct LineFault {
  std::string expected;
};

/// Throws LineFault where a key stands twice, or there are more than 64 members.
void check_keys_once(simdjson::dom::object object);

/// A JSON object of a line.
class Fields {
 public:
  explicit Fields(simdjson::dom::object object) : object_(object) {}

  [[nodiscard]] bool has(std::string_view name) const {
    simdjson::dom::element value;
    return object_[name].get(value) == simdjson::SUCCESS && !value.is_null();
  }
  [[nodiscard]] std::string_view text(std::string_view name) const {
    std::string_view value;
    if (object_[name].get(value) != simdjson::SUCCESS) expected(name, "a string");
    return value;
  }
  [[nodiscard]] std::string_view text_or(std::string_view name, std::string_view otherwise) const {
    return has(name) ? text(name) : otherwise;
  }
  [[nodiscard]] bool truth_or(std::string_view name, bool otherwise) const {
    bool value = otherwise;
    if (has(name) && object_[name].get(value) != simdjson::SUCCESS) expected(name, "true or false");
    return value;
  }
  [[nodiscard]] std::int64_t integer(std::string_view name) const {
    if (!has(name)) expected(name, "an integer");
    return integer_or(name, 0);
  }
  [[nodiscard]] std::int64_t integer_or(std::string_view name, std::int64_t otherwise) const {
    std::int64_t value = otherwise;
    if (has(name) && object_[name].get(value) != simdjson::SUCCESS) expected(name, "an integer");
    return value;
  }
  /// An integer that must be there.
  [[nodiscard]] std::int64_t integer_within(std::string_view name, std::int64_t least, std::int64_t most) const {
    const std::int64_t value = integer(name);
    if (value < least || value > most)
      expected(name,
               most == INT64_MAX ? fmt::format("an integer of at least {}", least) : fmt::format("an integer from {} to {}", least, most));
    return value;
  }
  [[nodiscard]] std::int64_t integer_within(std::string_view name, std::int64_t least, std::int64_t most, std::int64_t otherwise) const {
    return has(name) ? integer_within(name, least, most) : otherwise;
  }
  /// One of some words.
  [[nodiscard]] std::string_view word(std::string_view name, std::initializer_list<std::string_view> words) const {
    const std::string_view value = text(name);
    if (std::find(words.begin(), words.end(), value) == words.end()) expected(name, fmt::format("one of {}", fmt::join(words, ", ")));
    return value;
  }
  [[nodiscard]] std::string_view word_or(std::string_view name, std::initializer_list<std::string_view> words,
                                         std::string_view otherwise) const {
    return has(name) ? word(name, words) : otherwise;
  }
  /// A SHA-256; empty where there is none, or null.
  [[nodiscard]] std::string_view hash_or_none(std::string_view name) const {
    const std::string_view hash = text_or(name, {});
    if (!hash.empty() && !is_sha256(hash)) expected(name, "a SHA-256 in 64 lower-case hexadecimal digits");
    return hash;
  }
  /// Whether it stands there, though it be null.
  [[nodiscard]] bool stands(std::string_view name) const { return object_[name].error() == simdjson::SUCCESS; }
  /// `name` times `scale`, rounded to an integer of at most `max`.
  [[nodiscard]] std::int64_t scaled_or(std::string_view name, double scale, double max, std::int64_t otherwise) const {
    if (!has(name)) return otherwise;
    double value = 0;
    if (object_[name].get(value) != simdjson::SUCCESS || !(std::abs(value * scale) <= max))
      expected(name, fmt::format("a number of at most {}", max / scale));
    return std::llround(value * scale);
  }
  [[nodiscard]] Fields object(std::string_view name) const {
    simdjson::dom::object value;
    if (object_[name].get(value) != simdjson::SUCCESS) expected(name, "an object");
    return Fields(value);
  }
  /// An object of the event's own, in which no key may stand twice either.
  [[nodiscard]] Fields object_of_own(std::string_view name) const {
    const Fields own = object(name);
    check_keys_once(own.object_);
    return own;
  }
  /// The members of the object itself, for one whose keys are not known beforehand.
  [[nodiscard]] simdjson::dom::object members() const { return object_; }
  [[nodiscard]] simdjson::dom::array array(std::string_view name) const {
    simdjson::dom::array value;
    if (object_[name].get(value) != simdjson::SUCCESS) expected(name, "an array");
    return value;
  }
  [[nodiscard]] base::Instant instant(std::string_view name) const {
    const auto value = base::parse_rfc3339(text(name));
    if (!value) expected(name, "an instant such as 2019-06-11T07:00:00.000000Z");
    return *value;
  }
  [[nodiscard]] base::Duration seconds_or_none(std::string_view name) const { return {scaled_or(name, 1e9, 1e18, 0)}; }
  [[nodiscard]] std::optional<base::Duration> seconds(std::string_view name) const {
    return has(name) ? std::optional(seconds_or_none(name)) : std::nullopt;
  }
  /// Nothing where neither half is there; one without the other is none.
  [[nodiscard]] std::optional<base::event::Position> position_or_none() const {
    if (!has("latitude") && !has("longitude")) return std::nullopt;
    return position();
  }
  [[nodiscard]] base::event::Position position() const {
    for (const std::string_view half : {"latitude", "longitude"}) {
      if (!has(half)) expected(half, "a number of degrees, since a position has both halves");
    }
    return {static_cast<std::int32_t>(scaled_or("latitude", 1e7, 9e8, 0)),
            static_cast<std::int32_t>(scaled_or("longitude", 1e7, 1.8e9, 0))};
  }
  /// The strings of an array, at the end of `strings`.
  void strings(std::string_view name, std::vector<std::string_view>& strings) const {
    for (const simdjson::dom::element element : array(name)) {
      if (element.get(strings.emplace_back()) != simdjson::SUCCESS) expected(name, "an array of strings");
    }
  }

  [[noreturn]] static void expected(std::string_view name, std::string_view what) {
    throw LineFault{fmt::format("expected \"{}\" to be {}", name, what)};
  }

 private:
  simdjson::dom::object object_;
};

}  // namespace evidence
