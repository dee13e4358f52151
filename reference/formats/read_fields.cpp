#include "reference/formats/read_fields.h"

#include <algorithm>

#include "reference/domain/utf8.h"
#include "reference/formats/base64.h"
#include "reference/formats/permille.h"
#include "reference/formats/read_json.h"

namespace formats {
namespace {

using Type = JsonValue::Type;

constexpr std::array<std::string_view, kReadFieldCount> kNames{
    "vrm",      "time",        "location", "feed_id",      "source_id", "nrd_id",     "preset_id", "lane_id", "alias_id",
    "username", "plate_patch", "overview", "camera_class", "direction", "confidence", "read_id",   "buffered"};
constexpr std::size_t kTextCodePointsMax = 64;

std::string_view said(Type type) {
  constexpr std::array<std::string_view, 8> kSaid{"null",     "a boolean", "an integer", "an integer of more than 64 bits",
                                                  "a fraction", "a string", "an array", "an object"};
  return kSaid[static_cast<std::size_t>(type)];
}

base::Error wrong_type(Type wanted, const JsonValue& value) {
  std::string detail = "a value of this field is ";
  detail += said(wanted);
  detail += "; found ";
  detail += said(value.type);
  return {kFieldWrongType, std::move(detail)};
}

base::Error out_of_range(const base::ErrorKind& kind, std::string_view range, const JsonValue& value) {
  std::string detail(range);
  detail += "; found ";
  if (value.type == Type::kInteger) detail += std::to_string(value.integer);
  else if (value.type == Type::kHuge || value.type == Type::kFraction) detail += domain::excerpt(value.text);
  else detail += "'" + domain::excerpt(value.text) + "'";
  return {kind, std::move(detail)};
}

/// Whether the value is of this type; says so if not.
bool is(ScannedRead& read, ReadField field, Type wanted, const JsonValue& value) {
  if (value.type == wanted) return true;
  read.fault(field, wrong_type(wanted, value));
  return false;
}

template <class T>
void keep(ScannedRead& read, ReadField field, std::optional<T>& slot, base::Result<T> made) {
  if (made) slot = std::move(*made);
  else read.fault(field, std::move(made.error()));
}

/// An integer from `min` to `max`, or its fault.
std::optional<std::int64_t> integer(ScannedRead& read, ReadField field, std::int64_t min, std::int64_t max,
                                    const base::ErrorKind& kind, const JsonValue& value) {
  if (value.type != Type::kHuge && !is(read, field, Type::kInteger, value)) return std::nullopt;
  if (value.type == Type::kInteger && value.integer >= min && value.integer <= max) return value.integer;
  read.fault(field, out_of_range(kind, std::to_string(min) + " to " + std::to_string(max), value));
  return std::nullopt;
}

template <class Id>
void take_id(ScannedRead& read, ReadField field, std::optional<Id>& slot, const base::ErrorKind& kind, const JsonValue& value) {
  if (const auto number = integer(read, field, Id::kMin, Id::kMax, kind, value)) slot = *Id::make(*number, kind);
}

void take_preset(ScannedRead& read, const JsonValue& value) {
  const auto number = integer(read, ReadField::kPresetId, INT16_MIN, INT16_MAX, kFieldOutOfRange, value);
  if (number) read.preset_id = static_cast<std::int16_t>(*number);
}

void take_direction(ScannedRead& read, const JsonValue& value) {
  const auto degrees = integer(read, ReadField::kDirection, 0, 359, kExtensionOutOfRange, value);
  if (degrees) read.direction_deg = static_cast<std::int16_t>(*degrees);
}

bool has_control(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; });
}

/// A description in words: Lane ID, Alias ID.
void take_words(ScannedRead& read, ReadField field, std::optional<std::string>& slot, const JsonValue& value) {
  if (!is(read, field, Type::kString, value)) return;
  const bool fits = !value.text.empty() && domain::code_points(value.text) <= kTextCodePointsMax && !has_control(value.text);
  if (fits) slot = std::string(value.text);
  else read.fault(field, out_of_range(kFieldOutOfRange, "1 to 64 characters, none of them a control character", value));
}

bool is_unattended_in_any_case(std::string_view text) {
  const auto same = [](char a, char b) { return (a | 0x20) == (b | 0x20); };
  return std::equal(text.begin(), text.end(), domain::Read::kUnattended.begin(), domain::Read::kUnattended.end(), same);
}

void take_username(ScannedRead& read, const JsonValue& value) {
  constexpr auto kField = ReadField::kUsername;
  if (!is(read, kField, Type::kString, value)) return;
  if (domain::is_blank(value.text)) return read.fault(kField, kUsernameEmpty);
  if (value.text != domain::Read::kUnattended && is_unattended_in_any_case(value.text)) {
    return read.fault(kField, {kUsernameNotAsWritten, "found '" + std::string(value.text) + "'"});
  }
  if (domain::code_points(value.text) > kTextCodePointsMax) {
    return read.fault(kField, out_of_range(kFieldOutOfRange, "at most 64 characters", value));
  }
  read.username = std::string(value.text);
}

void take_read_id(ScannedRead& read, const JsonValue& value) {
  if (!is(read, ReadField::kReadId, Type::kString, value)) return;
  if (is_read_id(value.text)) read.read_id = std::string(value.text);
  else read.fault(ReadField::kReadId, out_of_range(kExtensionOutOfRange, "1 to 64 printable ASCII characters, no space", value));
}

void take_confidence(ScannedRead& read, const JsonValue& value) {
  const bool number = value.type == Type::kInteger || value.type == Type::kFraction || value.type == Type::kHuge;
  if (!number) return read.fault(ReadField::kConfidence, {kFieldWrongType, "a value of this field is a number; found " +
                                                                              std::string(said(value.type))});
  const auto permille = value.type == Type::kInteger ? whole_permille(value.integer) : parse_permille(value.text);
  if (permille) read.confidence_permille = permille;
  else read.fault(ReadField::kConfidence, out_of_range(kExtensionOutOfRange, "0 to 1", value));
}

void take_image(ScannedRead& read, ReadField field, const JsonValue& value) {
  ImageSlot& slot = read.image(field);
  slot.form = ImageSlot::Form::kFaulty;
  if (value.type == Type::kObject) {
    slot.form = ImageSlot::Form::kNamed;
  } else if (value.type != Type::kString) {
    read.fault(field, {kFieldWrongType, "a value of this field is a string or an object; found " + std::string(said(value.type))});
  } else if (auto image = decode_base64(value.text)) {
    slot.form = ImageSlot::Form::kBase64;
    slot.image = std::move(*image);
  } else {
    read.fault(field, kImageNotBase64);
  }
}

bool is_sha256(std::string_view text) {
  const auto hex = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); };
  return text.size() == 64 && std::all_of(text.begin(), text.end(), hex);
}

}  // namespace

std::string_view name_of(ReadField field) { return kNames[static_cast<std::size_t>(field)]; }

std::optional<ReadField> find_read_field(std::string_view name) {
  for (std::size_t i = 0; i < kNames.size(); ++i) {
    if (kNames[i] == name) return static_cast<ReadField>(i);
  }
  return std::nullopt;
}

bool is_read_id(std::string_view text) {
  const auto printable = [](char c) { return c > 0x20 && c < 0x7f; };
  return !text.empty() && text.size() <= kReadIdBytesMax && std::all_of(text.begin(), text.end(), printable);
}

void ScannedRead::fault(ReadField field, base::Error error) {
  faults.push_back({static_cast<std::size_t>(field), {std::string(name_of(field)), std::move(error)}});
}

void ScannedRead::take(ReadField field, const JsonValue& value) {
  switch (field) {
    case ReadField::kVrm:
      if (is(*this, field, Type::kString, value)) keep(*this, field, vrm, domain::Vrm::make(value.text));
      return;
    case ReadField::kTime:
      if (is(*this, field, Type::kString, value)) keep(*this, field, time, domain::parse_capture_time(value.text));
      return;
    case ReadField::kLocation:
      if (is(*this, field, Type::kString, value)) keep(*this, field, location, domain::parse_location(value.text));
      return;
    case ReadField::kFeedId:
      if (is(*this, field, Type::kString, value)) keep(*this, field, feed, domain::FeedId::make(value.text));
      return;
    case ReadField::kSourceId: return take_id(*this, field, source, domain::kSourceIdOutOfRange, value);
    case ReadField::kNrdId: return take_id(*this, field, nrd, domain::kNrdIdOutOfRange, value);
    case ReadField::kPresetId: return take_preset(*this, value);
    case ReadField::kLaneId: return take_words(*this, field, lane_id, value);
    case ReadField::kAliasId: return take_words(*this, field, alias_id, value);
    case ReadField::kUsername: return take_username(*this, value);
    case ReadField::kPlatePatch:
    case ReadField::kOverview: return take_image(*this, field, value);
    case ReadField::kCameraClass:
      if (is(*this, field, Type::kString, value)) keep(*this, field, camera_class, domain::parse_camera_class(value.text));
      return;
    case ReadField::kDirection: return take_direction(*this, value);
    case ReadField::kConfidence: return take_confidence(*this, value);
    case ReadField::kReadId: return take_read_id(*this, value);
    case ReadField::kBuffered:
      if (is(*this, field, Type::kBoolean, value)) buffered = value.integer != 0;
      return;
  }
}

void ScannedRead::take_image_member(ReadField field, std::string_view key, const JsonValue& value) {
  ImageSlot& slot = image(field);
  if (key == "sha256") {
    if (slot.has_sha256) return fault(field, {kFieldTwice, "the member sha256"});
    slot.has_sha256 = true;
    if (value.type == Type::kString && is_sha256(value.text)) return static_cast<void>(value.text.copy(slot.sha256.data(), 64));
    slot.form = ImageSlot::Form::kFaulty;
    fault(field, {kFieldWrongType, "sha256 is a string of 64 lower-case hexadecimal digits"});
  } else if (key == "bytes") {
    if (slot.bytes >= 0) return fault(field, {kFieldTwice, "the member bytes"});
    slot.bytes = 0;
    if (value.type == Type::kInteger && value.integer >= 0) return static_cast<void>(slot.bytes = value.integer);
    slot.form = ImageSlot::Form::kFaulty;
    fault(field, {kFieldWrongType, "bytes is an integer, not negative"});
  }
}

}  // namespace formats
