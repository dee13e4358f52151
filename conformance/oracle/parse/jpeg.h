// Whether an image is a JPEG that decodes, and what it measures.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace oracle::parse {

inline constexpr std::int64_t kPixelsMax = 16'000'000;                ///< that are decoded
inline constexpr std::int64_t kPixelsOfScansMax = 256'000'000;        ///< pixels times scans, likewise: each scan passes over them all

enum class JpegState : std::uint8_t {
  kWhole,      ///< it decodes, and nothing of it was missing or had to be made good
  kDamaged,    ///< it begins as JPEG and does not
  kForeign,    ///< it is something else
  kUnjudged,   ///< a JPEG of a kind, or of a size, that is not decoded here
};

/// Shape:   `trouble` says why, where it is not whole. `width` and `height` are the frame's, 0 where none was found.
/// Owner:   `exif` is a view into the bytes: the TIFF file of the first Exif segment, empty without one.
struct Jpeg {
  JpegState state = JpegState::kForeign;
  std::string trouble;
  int width = 0, height = 0;
  std::size_t trailing_bytes = 0;
  std::string_view exif;
};

/// Walks the markers of an image and then decodes it, every coefficient of every scan; a warning of the decoder counts as damage.
///
/// Shape:   baseline, extended and progressive JPEG of 8 bits, Huffman or arithmetic; the rest is kUnjudged. Memory is bounded by
///          kPixelsMax, time by kPixelsOfScansMax.
/// Source:  2.2.4 (2.2.4-b, c, e).
[[nodiscard]] Jpeg jpeg_of(std::string_view bytes);

}  // namespace oracle::parse
