// Reads for tests: one that is right, any that is right, and the text of one to be spoilt field by field.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <rapidcheck.h>

#include "reference/base/hash.h"
#include "reference/formats/read_json.h"
#include "tests/unit/reference/formats/jpeg_maker.h"

namespace read_maker {

inline const base::Bytes& patch() {
  static const base::Bytes image(jpeg_maker::make(120, 60));
  return image;
}

inline const base::Bytes& overview() {
  static const base::Bytes image(jpeg_maker::make(320, 200, 1));
  return image;
}

inline domain::Read valid_read() {
  domain::Read read{*domain::Vrm::make("AB00CDE"), *domain::parse_capture_time("11/06/2019 07:00:01"),
                    *domain::parse_location("52.205123,0.121817"), *domain::parse_camera_id("35-12-42")};
  read.read_id = "35-12-42:1";
  read.plate_patch = patch();
  read.overview = overview();
  return read;
}

inline std::string named_image(const base::Bytes& image) {
  return "{\"sha256\":\"" + base::sha256_hex(image.view()) + "\",\"bytes\":" + std::to_string(image.size()) + "}";
}

/// The text of a read as members in order, each value already in JSON, and its image parts.
class ReadText {
 public:
  ReadText()
      : members_{{"vrm", "\"AB00CDE\""},
                 {"time", "\"11/06/2019 07:00:01\""},
                 {"location", "\"52.205123,0.121817\""},
                 {"feed_id", "\"35\""},
                 {"source_id", "12"},
                 {"nrd_id", "42"},
                 {"username", "\"Unattended\""},
                 {"plate_patch", named_image(patch())},
                 {"camera_class", "\"static\""},
                 {"read_id", "\"35-12-42:1\""}} {
    parts_.plate_patch = patch();
  }

  ReadText with(std::string_view key, std::string value) const {
    ReadText other = *this;
    for (auto& member : other.members_) {
      if (member.first == key) {
        member.second = std::move(value);
        return other;
      }
    }
    other.members_.emplace_back(key, std::move(value));
    return other;
  }
  ReadText also(std::string_view key, std::string value) const {
    ReadText other = *this;
    other.members_.emplace_back(key, std::move(value));
    return other;
  }
  ReadText without(std::string_view key) const {
    ReadText other = *this;
    std::erase_if(other.members_, [&](const auto& member) { return member.first == key; });
    return other;
  }
  ReadText with_patch(const base::Bytes& image) const {
    ReadText other = with("plate_patch", named_image(image));
    other.parts_.plate_patch = image;
    return other;
  }
  ReadText with_overview(const base::Bytes& image) const {
    ReadText other = with("overview", named_image(image));
    other.parts_.overview = image;
    return other;
  }
  ReadText with_parts(const base::Bytes& plate_patch, const base::Bytes& overview) const {
    ReadText other = *this;
    other.parts_.plate_patch = plate_patch;
    other.parts_.overview = overview;
    return other;
  }

  formats::EncodedRead encoded() const {
    formats::EncodedRead read = parts_;
    read.text = "{";
    for (const auto& [key, value] : members_) read.text += (read.text.size() > 1 ? ",\"" : "\"") + key + "\":" + value;
    read.text += "}";
    return read;
  }

 private:
  std::vector<std::pair<std::string, std::string>> members_;
  formats::EncodedRead parts_;
};

/// Valid UTF-8 of `min` to `max` code points, quotes, controls and characters of every length among them.
inline rc::Gen<std::string> text(std::size_t min, std::size_t max, std::vector<std::string> alphabet) {
  return rc::gen::exec([=] {
    const auto size = *rc::gen::inRange<std::size_t>(min, max + 1);
    std::string all;
    for (const auto& each : *rc::gen::container<std::vector<std::string>>(size, rc::gen::elementOf(alphabet))) all += each;
    return all;
  });
}

inline const std::vector<std::string>& letters() {
  static const std::vector<std::string> all{"A", "b", "7",    "\"",       "\\",           "/",
                                            "'", "{", "\x7f", "\xc3\xb6", "\xe2\x82\xac", "\xf0\x9f\x9a\x97"};
  return all;
}
inline const std::vector<std::string>& words() {
  static const std::vector<std::string> all{"A", "b", "7", " ", "\"", "\\", "/", ",", "\xc3\xb6", "\xe2\x82\xac", "\xf0\x9f\x9a\x97"};
  return all;
}
inline const std::vector<std::string>& anything() {
  static const std::vector<std::string> all{
      "A", "b", "7", " ", "\"", "\\", "\n", "\t", "\r", "\b", "\f", "\x01", "\x1f", "\xc3\xb6", "\xf0\x9f\x9a\x97"};
  return all;
}

inline rc::Gen<domain::Location> location(domain::CameraClass camera_class) {
  return rc::gen::exec([=] {
    if (camera_class == domain::CameraClass::kMobile && *rc::gen::arbitrary<bool>()) return domain::Location::no_fix();
    const auto latitude = *rc::gen::inRange<std::int32_t>(-900'000'000, 900'000'001);
    const auto longitude = *rc::gen::inRange<std::int32_t>(-1'800'000'000, 1'800'000'001);
    return *domain::Location::make(latitude, longitude);
  });
}

inline domain::CameraId camera() {
  const auto feed = *rc::gen::element<std::string_view>("35", "07", "02", "98");
  const auto source = *rc::gen::inRange(1, 10'000);
  const auto nrd = *rc::gen::inRange(0, 10'000);
  return {*domain::FeedId::make(feed), *domain::SourceId::make(source, domain::kSourceIdOutOfRange),
          *domain::NrdId::make(nrd, domain::kNrdIdOutOfRange)};
}

/// Any read that keeps to the specification.
inline rc::Gen<domain::Read> any_read() {
  return rc::gen::exec([] {
    const auto camera_class = static_cast<domain::CameraClass>(*rc::gen::inRange(0, 5));
    const auto ns = *rc::gen::inRange<std::int64_t>(-9'000'000'000'000'000'000, 9'000'000'000'000'000'000);
    const auto vrm = *rc::gen::oneOf(text(1, 8, letters()), rc::gen::element<std::string>("QQQQQQQ", "QQ111QQQ"));
    domain::Read read{*domain::Vrm::make(vrm), domain::CaptureTime::truncate({ns}), *location(camera_class), camera()};
    read.camera_class = camera_class;
    if (*rc::gen::arbitrary<bool>()) read.username = "x" + *text(0, 63, anything());
    read.preset_id = *rc::gen::arbitrary<std::int16_t>();
    if (*rc::gen::arbitrary<bool>()) read.lane_id = *text(1, 64, words());
    if (*rc::gen::arbitrary<bool>()) read.alias_id = *text(1, 64, words());
    if (*rc::gen::arbitrary<bool>()) read.direction_deg = *rc::gen::inRange<std::int16_t>(0, 360);
    if (*rc::gen::arbitrary<bool>()) read.confidence_permille = *rc::gen::inRange<std::int16_t>(0, 1001);
    if (*rc::gen::arbitrary<bool>()) read.read_id = *text(1, 64, {"A", "z", "0", "\"", "\\", "~", "!"});
    read.buffered = *rc::gen::arbitrary<bool>();
    const bool due = read.vrm.kind() != domain::VrmKind::kNoneIdentified && read.camera.nrd.value() != 0;
    if (due || *rc::gen::arbitrary<bool>()) read.plate_patch = patch();
    if (*rc::gen::arbitrary<bool>()) read.overview = overview();
    return read;
  });
}

inline bool same(const domain::Read& a, const domain::Read& b) {
  return a.vrm == b.vrm && a.time == b.time && a.location == b.location && a.camera == b.camera && a.camera_class == b.camera_class &&
         a.username == b.username && a.preset_id == b.preset_id && a.lane_id == b.lane_id && a.alias_id == b.alias_id &&
         a.direction_deg == b.direction_deg && a.confidence_permille == b.confidence_permille && a.read_id == b.read_id &&
         a.buffered == b.buffered && a.plate_patch == b.plate_patch && a.overview == b.overview;
}

/// The faults that a read is refused for, "field:kind", in order; or "taken in".
inline std::string said(const formats::EncodedRead& encoded) {
  formats::ImageIndex images;
  const auto read = formats::decode_read(encoded, images);
  if (read) return "taken in";
  std::string all;
  for (const domain::FieldFault& fault : read.error()) {
    all += (all.empty() ? "" : " ") + fault.field + ":" + std::string(fault.error.kind->name);
  }
  return all;
}

inline std::string said(const ReadText& text) { return said(text.encoded()); }
inline std::string said(std::string text) { return said(formats::EncodedRead{std::move(text), {}, {}}); }

}  // namespace read_maker
