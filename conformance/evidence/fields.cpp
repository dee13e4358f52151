#include "conformance/evidence/fields.h"

#include <algorithm>
#include <cmath>

#include "conformance/evidence/read_text.h"

namespace evidence {

void Fields::take(simdjson::dom::object object, Repeats repeats) {
  there_ = {};
  last_ = kNowhere;
  unknown_.clear();
  std::size_t count = 0;
  for (const simdjson::dom::key_value_pair member : object) {
    const bool refuses = repeats == Repeats::kRefused;
    if (refuses && count++ == kMembersMax) throw LineFault{fmt::format("expected at most {} members", kMembersMax)};
    const std::uint8_t number = kKeys.find(member.key);
    last_ = number;
    bool twice = false;
    if (number != KeyTable::kNone) {
      std::uint64_t& there = there_[number / 64];
      const std::uint64_t bit = std::uint64_t{1} << number % 64;
      twice = (there & bit) != 0;
      there |= bit;
      if (!twice) values_[number] = member.value;
    } else if (refuses) {
      twice = std::find(unknown_.begin(), unknown_.end(), member.key) != unknown_.end();
      unknown_.push_back(member.key);
    }
    if (twice && refuses) throw LineFault{fmt::format("expected \"{}\" once", member.key)};
  }
}

std::int64_t Fields::integer_within(Key key, std::int64_t least, std::int64_t most) const {
  const std::int64_t value = integer(key);
  if (value < least || value > most) {
    expected(key.name(), most == INT64_MAX ? fmt::format("an integer of at least {}", least)
                                           : fmt::format("an integer from {} to {}", least, most));
  }
  return value;
}

std::string_view Fields::word(Key key, std::span<const std::string_view> words) const {
  const std::string_view value = text(key);
  if (std::find(words.begin(), words.end(), value) == words.end())
    expected(key.name(), fmt::format("one of {}", fmt::join(words, ", ")));
  return value;
}

std::string_view Fields::camera_or_none(Key key) const {
  const std::string_view name = text_or(key, {});
  if (name.starts_with("camera:")) expected(key.name(), "the bare name of a camera, such as 35-12-42, without \"camera:\"");
  const auto is_control = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; };
  if (name.size() > kNameBytesMax || std::any_of(name.begin(), name.end(), is_control))
    expected(key.name(), fmt::format("the name of a camera, at most {} bytes without control characters", kNameBytesMax));
  return name;
}

std::string_view Fields::holder(Key key) const {
  const std::string_view component = text(key);
  if (component.size() > kNameBytesMax) expected(key.name(), fmt::format("a component of at most {} bytes", kNameBytesMax));
  return component;
}

std::string_view Fields::hash_or_none(Key key) const {
  const std::string_view hash = text_or(key, {});
  if (!hash.empty() && !is_sha256(hash)) expected(key.name(), "a SHA-256 in 64 lower-case hexadecimal digits");
  return hash;
}

std::int64_t Fields::scaled_or_none(Key key, double scale, std::int64_t least, std::int64_t most) const {
  if (!has(key)) return 0;
  double value = 0;
  if (values_[key.number()].get(value) != simdjson::SUCCESS || value < static_cast<double>(least) || value > static_cast<double>(most))
    expected(key.name(), fmt::format("a number from {} to {}", least, most));
  return std::llround(value * scale);
}

base::Instant Fields::instant(Key key) const {
  const auto value = base::parse_rfc3339(text(key));
  if (!value) expected(key.name(), "an instant such as 2019-06-11T07:00:00.000000Z");
  return *value;
}

base::event::Position Fields::position() const {
  for (const Key half : {Key("latitude"), Key("longitude")}) {
    if (!has(half)) expected(half.name(), "a number of degrees, since a position has both halves");
  }
  return {static_cast<std::int32_t>(scaled_or_none("latitude", 1e7, -90, 90)),
          static_cast<std::int32_t>(scaled_or_none("longitude", 1e7, -180, 180))};
}

void Fields::strings(Key key, std::vector<std::string_view>& strings) const {
  for (const simdjson::dom::element element : array(key)) {
    if (element.get(strings.emplace_back()) != simdjson::SUCCESS) expected(key.name(), "an array of strings");
  }
}

void Fields::expected(std::string_view name, std::string_view what) {
  throw LineFault{fmt::format("expected \"{}\" to be {}", name, what)};
}

}  // namespace evidence
