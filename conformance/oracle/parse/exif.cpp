#include "conformance/oracle/parse/exif.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <optional>

namespace oracle::parse {
namespace {

using namespace std::string_view_literals;

enum Type : std::uint16_t { kAscii = 2, kLong = 4, kRational = 5, kIfd = 13 };
constexpr std::uint16_t kGpsDirectory = 0x8825;
constexpr std::uint16_t kLatitudeRef = 1, kLatitude = 2, kLongitudeRef = 3, kLongitude = 4;
constexpr std::size_t kEntryBytes = 12, kRationalBytes = 8;

/// Numbers of a TIFF file, in its own byte order; nothing where they would lie beyond its end.
class Tiff {
 public:
  explicit Tiff(std::string_view bytes) : bytes_(bytes), big_(bytes.starts_with("MM")) {}

  [[nodiscard]] bool is_one() const { return bytes_.starts_with("II*\0"sv) || bytes_.starts_with("MM\0*"sv); }
  [[nodiscard]] bool holds(std::size_t at, std::size_t size) const { return at <= bytes_.size() && size <= bytes_.size() - at; }
  [[nodiscard]] std::optional<std::uint32_t> number(std::size_t at, std::size_t size) const {
    if (!holds(at, size)) return std::nullopt;
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < size; ++i) value = value << 8 | static_cast<std::uint8_t>(bytes_[at + (big_ ? i : size - 1 - i)]);
    return value;
  }
  [[nodiscard]] std::optional<std::uint32_t> u16(std::size_t at) const { return number(at, 2); }
  [[nodiscard]] std::optional<std::uint32_t> u32(std::size_t at) const { return number(at, 4); }
  [[nodiscard]] char letter(std::size_t at) const { return bytes_[at]; }

 private:
  std::string_view bytes_;
  bool big_;
};

/// One entry of a directory: what its value is and where it lies, which is checked to lie inside.
struct Entry {
  std::uint32_t type = 0, count = 0;
  std::size_t at = 0;
};

std::size_t bytes_of(std::uint32_t type) { return type == kRational ? kRationalBytes : type == kAscii ? 1 : 4; }

/// What was looked for in a directory. Not `whole`: the directory reaches beyond the file, and there is no entry, or that entry's value
/// does.
struct Looked {
  std::optional<Entry> entry;
  bool whole = true;
};

Looked look(const Tiff& tiff, std::size_t directory, std::uint16_t tag) {
  const auto entries = tiff.u16(directory);
  if (!entries || !tiff.holds(directory + 2, *entries * kEntryBytes)) return {std::nullopt, false};
  for (std::size_t i = 0; i < *entries; ++i) {
    const std::size_t at = directory + 2 + i * kEntryBytes;
    if (*tiff.u16(at) != tag) continue;
    Entry entry{*tiff.u16(at + 2), *tiff.u32(at + 4), at + 8};
    const std::uint64_t size = std::uint64_t{entry.count} * bytes_of(entry.type);
    if (size > 4) entry.at = *tiff.u32(at + 8);
    return {entry, size <= 4 || tiff.holds(entry.at, size)};
  }
  return {};
}

/// One half of a place.
struct Half {
  std::string_view trouble;
  std::int64_t value_e7 = 0, step_e7 = 0;
};

Half angle(const Tiff& tiff, const Entry& entry, double limit_deg) {
  constexpr std::array<double, 3> kParts{1, 60, 3600};
  constexpr double kUnit = 1e7;
  if (entry.type != kRational || entry.count != kParts.size()) return {"a latitude or longitude that is not three rationals"};
  double degrees = 0, step = limit_deg;
  for (std::size_t i = 0; i < kParts.size(); ++i) {
    const double above = *tiff.u32(entry.at + i * kRationalBytes), below = *tiff.u32(entry.at + i * kRationalBytes + 4);
    if (below == 0) return {"a rational that divides by zero"};
    if (i > 0 && above / below > 60) return {"more than 60 minutes or seconds"};
    degrees += above / below / kParts.at(i);
    step = std::min(step, 1 / below / kParts.at(i));
  }
  if (degrees > limit_deg) return {"a latitude beyond 90 degrees, or a longitude beyond 180"};
  return {{}, std::llround(degrees * kUnit), static_cast<std::int64_t>(std::ceil(step * kUnit))};
}

/// `letters`: for positive and negative. Nothing where the directory has neither the angle nor its letter.
std::optional<Half> half(const Tiff& tiff, std::size_t directory, std::uint16_t tag, std::uint16_t ref_tag, std::string_view letters,
                         double limit_deg) {
  const Looked value = look(tiff, directory, tag), ref = look(tiff, directory, ref_tag);
  if (!value.whole || !ref.whole) return Half{"an offset that leads out of the Exif data"};
  if (!value.entry && !ref.entry) return std::nullopt;
  if (!value.entry) return Half{"a hemisphere without its latitude or longitude"};
  if (!ref.entry) return Half{"a latitude or longitude without its hemisphere"};
  const bool lettered = ref.entry->type == kAscii && ref.entry->count >= 1;
  const std::size_t sign = lettered ? letters.find(tiff.letter(ref.entry->at)) : std::string_view::npos;
  if (sign == std::string_view::npos) return Half{"a hemisphere that is none of N, S, E and W"};
  Half found = angle(tiff, *value.entry, limit_deg);
  if (sign == 1) found.value_e7 = -found.value_e7;
  return found;
}

Geotag broken(std::string_view trouble) { return {GeotagState::kBroken, trouble, {}, 0, 0}; }

Geotag place_in(const Tiff& tiff, std::size_t directory) {
  const auto latitude = half(tiff, directory, kLatitude, kLatitudeRef, "NS", 90);
  const auto longitude = half(tiff, directory, kLongitude, kLongitudeRef, "EW", 180);
  if (!latitude && !longitude) return {};
  if (!latitude || !longitude) return broken("a latitude without a longitude, or the other way round");
  if (!latitude->trouble.empty() || !longitude->trouble.empty()) {
    return broken(latitude->trouble.empty() ? longitude->trouble : latitude->trouble);
  }
  return {GeotagState::kPlace,
          {},
          {static_cast<std::int32_t>(latitude->value_e7), static_cast<std::int32_t>(longitude->value_e7)},
          latitude->step_e7,
          longitude->step_e7};
}

}  // namespace

Geotag geotag_of(std::string_view bytes) {
  const Tiff tiff(bytes);
  if (!tiff.is_one()) return {};
  const auto first = tiff.u32(4);
  if (!first) return {};
  const Looked gps = look(tiff, *first, kGpsDirectory);
  if (!gps.entry) return {};
  const bool offset = gps.entry->type == kLong || gps.entry->type == kIfd;
  if (!gps.whole || !offset || gps.entry->count != 1) return broken("a GPS directory that is not one offset");
  return place_in(tiff, *tiff.u32(gps.entry->at));
}

}  // namespace oracle::parse
