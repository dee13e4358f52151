// The markers of a JPEG stream, walked from its first byte to its last.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace oracle::parse {

/// What the markers of a stream say.
///
/// Shape:   `trouble` is empty where they lead from SOI by whole segments to EOI, through one frame and a scan at least; otherwise it says
///          why not, and the rest is what was found before. `process` is the frame's marker, 0xc0 to 0xcf, 0 without one. `exif` is what
///          the first Exif segment holds behind its name: a TIFF file.
/// Units:   pixels; bytes. `trailing_bytes` stand behind EOI: no decoder minds them, and they weigh.
/// Owner:   views are into the bytes that were walked.
/// Source:  ITU-T T.81 annex B; Exif 2.32, 4.7.2.
struct JpegMarkers {
  std::string_view trouble;
  std::uint8_t process = 0;
  int precision_bits = 0, width = 0, height = 0;
  std::size_t scans = 0;
  std::size_t trailing_bytes = 0;
  std::string_view exif;
};

/// The name of the format that bytes begin as; empty for JPEG, "something that is no picture" where none is known.
[[nodiscard]] std::string_view foreign_format(std::string_view bytes);

/// `bytes` begin as JPEG.
[[nodiscard]] JpegMarkers markers_of(std::string_view bytes);

}  // namespace oracle::parse
