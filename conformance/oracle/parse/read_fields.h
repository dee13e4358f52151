// The fields of a read, from its bytes as they were sent (docs/evidence-pack.md), by the judge's own eyes.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace oracle::parse {

/// How a field stands in a read.
enum class Standing : std::uint8_t { kAbsent, kTwice, kWrongType, kThere };

/// Shape:   `value` is meaningful for kThere alone.
template <class Value>
struct Field {
  Standing standing = Standing::kAbsent;
  Value value{};
};

/// Whether the bytes of the mark are UTF-8; unclear where the text is so broken that they cannot be found.
enum class VrmBytes : std::uint8_t { kUnclear, kUtf8, kNotUtf8 };

/// How a read's text gives one of its images: by name, or whole. Nothing, null and an empty text are no image.
struct ImageField {
  Standing standing = Standing::kAbsent;
  std::string_view sha256;   ///< of an object {"sha256", "bytes"}
  std::string_view base64;   ///< a string, which should be the image's bytes in base64
};

/// What was found in a text.
///
/// Shape:   `trouble` is empty where the text is one JSON object; otherwise it says why not, and no field is there. Bytes that are not
///          UTF-8 stand as '?' in the values.
/// Owner:   views are good until the parser's next call.
struct ReadFields {
  std::string_view trouble;
  VrmBytes vrm_bytes = VrmBytes::kUnclear;
  Field<std::string_view> vrm, time, location, feed_id, username, lane_id, alias_id;
  ImageField plate_patch, overview;
  Field<std::int64_t> source_id, nrd_id, preset_id;
};

/// Reads texts. Keeps its buffers from one to the next.
class ReadParser {
 public:
  static constexpr std::size_t kDepthMax = 1'024;

  ReadParser();
  ~ReadParser();
  [[nodiscard]] ReadFields parse(std::string_view text);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace oracle::parse
