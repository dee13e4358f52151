// The fields of a read as JSON, in the order of docs/wire.md, and what one value of one of them gives.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "reference/domain/read.h"

namespace formats {

/// In the order of docs/wire.md, which is the order of encoding and of faults.
enum class ReadField : std::uint8_t {
  kVrm, kTime, kLocation, kFeedId, kSourceId, kNrdId, kPresetId, kLaneId, kAliasId, kUsername, kPlatePatch, kOverview,
  kCameraClass, kDirection, kConfidence, kReadId, kBuffered
};
inline constexpr std::size_t kReadFieldCount = 17;

[[nodiscard]] std::string_view name_of(ReadField field);
[[nodiscard]] std::optional<ReadField> find_read_field(std::string_view name);

/// A JSON value of a field: its type, and what it holds. An integer too large for 64 bits is kHuge.
struct JsonValue {
  enum class Type : std::uint8_t { kNull, kBoolean, kInteger, kHuge, kFraction, kString, kArray, kObject };
  Type type = Type::kNull;
  std::string_view text;      ///< the string, or the digits of a fraction, as written
  std::int64_t integer = 0;   ///< the integer, or 1 for true
};

/// An image as the text gives it: named by hash and size, or in base64.
struct ImageSlot {
  enum class Form : std::uint8_t { kAbsent, kNamed, kBase64, kFaulty };
  Form form = Form::kAbsent;
  std::array<char, 64> sha256{};
  bool has_sha256 = false;
  std::int64_t bytes = -1;
  std::string image;          ///< decoded from base64
};

/// A fault and the field it belongs to; one of the whole object has none.
struct OrderedFault {
  std::size_t order = 0;
  domain::FieldFault fault;
};

/// What of a read has been made out so far. A field that is absent or faulty is empty.
struct ScannedRead {
  std::optional<domain::Vrm> vrm;
  std::optional<domain::CaptureTime> time;
  std::optional<domain::Location> location;
  std::optional<domain::FeedId> feed;
  std::optional<domain::SourceId> source;
  std::optional<domain::NrdId> nrd;
  std::int16_t preset_id = 0;
  std::optional<std::string> lane_id, alias_id, username, read_id;
  ImageSlot plate_patch, overview;
  std::optional<domain::CameraClass> camera_class;
  std::optional<std::int16_t> direction_deg, confidence_permille;
  bool buffered = false;

  std::array<bool, kReadFieldCount> seen{};
  std::vector<OrderedFault> faults;

  void fault(ReadField field, base::Error error);
  /// Takes in the value of a field, or the fault of it. Arrays and objects come as their type alone, except an image's, whose members
  /// follow by take_image_member.
  void take(ReadField field, const JsonValue& value);
  /// A member of `plate_patch` or `overview`, where that is an object.
  void take_image_member(ReadField field, std::string_view key, const JsonValue& value);

  [[nodiscard]] ImageSlot& image(ReadField field) { return field == ReadField::kPlatePatch ? plate_patch : overview; }
};

}  // namespace formats
