// The names of members in a pack's JSON, numbered when the program is compiled: so one look at an object's members finds each its place.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace evidence {

/// Of events of all kinds, of the manifest, and of the objects within them (docs/evidence-pack.md); in order of the alphabet.
inline constexpr auto kKeyNames = std::to_array<std::string_view>({
    "action", "actions", "at", "attributions", "camera", "cameras", "capture_id", "claims", "class", "clause", "clock", "column",
    "component", "controller", "count", "criterion", "data_age_s", "delete_by", "detailed_scene", "digest", "direction",
    "expanded_uncertainty_s", "facts", "fault", "faults", "fidelity", "field", "file", "files", "format", "from", "gathered", "hit_id",
    "how", "id", "image_digest", "inspector", "kind", "latitude", "lea_controlled", "list", "lists", "longitude", "method", "national",
    "off", "offset_s", "on", "online", "open", "operator", "organisation", "overview", "owner", "parts", "pass_id", "phase",
    "plate_patch", "position_source", "presets", "product", "purpose", "raw", "read", "read_id", "reason", "recorded", "records_unread",
    "replay", "requirement", "result", "role", "row", "run", "sample", "sampled", "scenario", "scenario_sha256", "seed", "seq", "sha256",
    "size_bytes", "source", "staged", "state", "subject", "subject_option", "surveyed", "target", "text", "title", "to", "tool",
    "uncertainty_m", "uncertainty_s", "up", "username", "vendor", "version", "vrm", "wire_one_in",
});

/// A slot for each name, by its length and three of its characters: a multiplier is looked for until no two names share one.
class KeyTable {
 public:
  static constexpr std::uint8_t kNone = UINT8_MAX;

  consteval KeyTable() {
    while (!fill()) multiplier_ += 2;
  }
  /// The place of a name in kKeyNames; kNone where it has none.
  [[nodiscard]] constexpr std::uint8_t find(std::string_view name) const {
    if (name.empty() || name.size() > kBytesMax) return kNone;
    const std::uint8_t number = slots_[slot_of(name)];
    return number != kNone && kKeyNames[number] == name ? number : kNone;
  }

 private:
  static constexpr int kBits = 11;
  static constexpr std::size_t kBytesMax = std::ranges::max(kKeyNames, {}, &std::string_view::size).size();

  [[nodiscard]] constexpr std::size_t slot_of(std::string_view name) const {
    const auto byte = [&](std::size_t at) { return std::uint32_t{static_cast<unsigned char>(name[at])}; };
    const std::uint32_t told =
        static_cast<std::uint32_t>(name.size()) | byte(0) << 8 | byte(name.size() / 2) << 16 | byte(name.size() - 1) << 24;
    return told * multiplier_ >> (32 - kBits);
  }
  consteval bool fill() {
    slots_.fill(kNone);
    for (std::size_t number = 0; number < kKeyNames.size(); ++number) {
      std::uint8_t& slot = slots_[slot_of(kKeyNames[number])];
      if (slot != kNone) return false;
      slot = static_cast<std::uint8_t>(number);
    }
    return true;
  }

  std::uint32_t multiplier_ = 0x9e3779b1;
  std::array<std::uint8_t, std::size_t{1} << kBits> slots_{};
};

inline constexpr KeyTable kKeys;

/// A name by its number. One that kKeyNames does not hold does not compile.
class Key {
 public:
  consteval Key(const char* name) : number_(kKeys.find(name)) {   // NOLINT(google-explicit-constructor): f.text("at") is what is meant
    if (number_ == KeyTable::kNone) throw "kKeyNames holds every name that is asked for";
  }
  [[nodiscard]] constexpr std::size_t number() const { return number_; }
  [[nodiscard]] constexpr std::string_view name() const { return kKeyNames[number_]; }

 private:
  std::uint8_t number_;
};

}  // namespace evidence
