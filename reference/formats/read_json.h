// A read as JSON (docs/wire.md): bytes to domain and back.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

#include "reference/base/bytes.h"
#include "reference/domain/hit.h"
#include "reference/formats/jpeg.h"

namespace formats {

/// Where the images of an encoded read are: beside the text, which then names each as {"sha256", "bytes"} (simulated links, evidence),
/// or in it, as base64 (real sockets).
enum class ImagesAs { kParts, kBase64 };

/// A read as it lies on the wire.
struct EncodedRead {
  std::string text;
  base::Bytes plate_patch;   ///< empty where the read has none, or where it is in the text
  base::Bytes overview;
};

inline constexpr std::size_t kReadTextBytesMax = 65'536;
inline constexpr int kReadDepthMax = 4;
inline constexpr std::size_t kReadIdBytesMax = 64;
inline constexpr int kPlatePatchWidth = 120;    ///< pixels; 2.2.4-c
inline constexpr int kPlatePatchHeight = 60;
inline constexpr std::uint32_t kPlatePatchBytesMax = 3'000;   ///< 2.2.4-d; R-07
inline constexpr std::uint32_t kOverviewBytesMax = 25'000;    ///< 2.2.4-f; R-07

/// Writes a read. Fields stand in the order of docs/wire.md; optional ones that are unset are left out.
[[nodiscard]] EncodedRead encode_read(const domain::Read& read, ImagesAs as, ImageIndex& images);

/// The bytes that the read would take on a simulated link, text and images, without encoding it: exactly
/// `encode_read(read, kParts).text.size()` and the images' sizes.
[[nodiscard]] std::uint32_t encoded_bytes(const domain::Read& read);

/// Reads a read and checks it against the whole of clause 2.
///
/// Shape:   one JSON object of at most kReadTextBytesMax, no deeper than kReadDepthMax; a key that stands twice is a fault; an
///          unknown key is allowed and ignored. `plate_patch` and `overview` beside the text are checked against the names in it.
/// Errors:  every fault of the read, in the order of docs/wire.md's table and within a field by precedence; at least one. A
///          text that is no JSON object gives one fault with an empty field.
[[nodiscard]] tl::expected<domain::Read, std::vector<domain::FieldFault>> decode_read(const EncodedRead& read, ImageIndex& images);

/// Whether a sender may choose this as its `read_id`: 1 to 64 printable ASCII characters, no space.
[[nodiscard]] bool is_read_id(std::string_view text);

/// The `read_id` of a text that may be broken, as far as it can be made out; empty otherwise.
[[nodiscard]] std::string salvage_read_id(std::string_view text);

// The faults that concern the object, not one of its fields' types of its own.
inline constexpr base::ErrorKind kReadNotJson{"read_not_json", "house", "one JSON object in valid UTF-8", 1};
inline constexpr base::ErrorKind kReadTooLong{"read_too_long", "house", "at most 65,536 bytes of text", 2};
inline constexpr base::ErrorKind kReadTooDeep{"read_too_deep", "house", "at most 4 levels of brackets", 3};
inline constexpr base::ErrorKind kFieldTwice{"field_twice", "house", "each field once", 4};
inline constexpr base::ErrorKind kFieldMissing{"field_missing", "2.3", "a mandatory field", 5};
inline constexpr base::ErrorKind kFieldWrongType{"field_wrong_type", "house", "the type that docs/wire.md gives", 6};
inline constexpr base::ErrorKind kFieldOutOfRange{"field_out_of_range", "2.3", "a value in the range that docs/wire.md gives", 7};
inline constexpr base::ErrorKind kUsernameEmpty{"username_empty", "2.3", "the operator's user name, or exactly Unattended", 8};
inline constexpr base::ErrorKind kPlatePatchMissing{"plate_patch_missing", "2.2.4", "a plate patch", 9};
inline constexpr base::ErrorKind kPlatePatchWrongSize{"plate_patch_wrong_size", "2.2.4", "120 x 60 pixels", 10};
inline constexpr base::ErrorKind kPlatePatchTooHeavy{"plate_patch_too_heavy", "2.2.4", "at most 3,000 bytes", 11};
inline constexpr base::ErrorKind kOverviewTooHeavy{"overview_too_heavy", "2.2.4", "at most 25,000 bytes", 12};
inline constexpr base::ErrorKind kImageNotAsNamed{"image_not_as_named", "house", "the image whose hash and size the text names", 13};
inline constexpr base::ErrorKind kUsernameNotAsWritten{"username_not_as_written", "2.3", "Unattended in exactly these letters", 14};
inline constexpr base::ErrorKind kNoFixNotMobile{"no_fix_not_mobile", "2.2.3", "a position, for only a mobile system may say it has none",
                                                 15};
inline constexpr base::ErrorKind kCameraClassMissing{"camera_class_missing", "house", "the class of the camera in every read", 16};
inline constexpr base::ErrorKind kExtensionOutOfRange{"extension_out_of_range", "house",
                                                      "a value in the range that docs/wire.md gives", 17};
inline constexpr base::ErrorKind kImageNotBase64{"image_not_base64", "house", "base64 with padding, nothing else in it", 0};

}  // namespace formats
