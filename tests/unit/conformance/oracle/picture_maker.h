// Pictures for tests: JPEG made by libjpeg, of any size in pixels and in bytes, with Exif data or without.
#pragma once

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include <jpeglib.h>

namespace picture {

struct Looks {
  int width = 120, height = 60;
  int seed = 0;                    ///< makes pictures of one size different
  bool progressive = false;
  bool arithmetic = false;
  std::string exif;                ///< a TIFF file for an APP1 segment; empty: none
};

/// A grey gradient.
inline std::string jpeg(const Looks& looks = {}) {
  jpeg_compress_struct encoder{};
  jpeg_error_mgr errors{};
  encoder.err = jpeg_std_error(&errors);
  jpeg_create_compress(&encoder);
  unsigned char* memory = nullptr;
  unsigned long size = 0;
  jpeg_mem_dest(&encoder, &memory, &size);
  encoder.image_width = static_cast<JDIMENSION>(looks.width);
  encoder.image_height = static_cast<JDIMENSION>(looks.height);
  encoder.input_components = 1;
  encoder.in_color_space = JCS_GRAYSCALE;
  jpeg_set_defaults(&encoder);
  jpeg_set_quality(&encoder, 60, TRUE);
  encoder.arith_code = looks.arithmetic ? TRUE : FALSE;
  if (looks.progressive) jpeg_simple_progression(&encoder);
  jpeg_start_compress(&encoder, TRUE);
  if (!looks.exif.empty()) {
    const std::string segment = std::string("Exif\0\0", 6) + looks.exif;
    jpeg_write_marker(&encoder, JPEG_APP0 + 1, reinterpret_cast<const JOCTET*>(segment.data()), static_cast<unsigned>(segment.size()));
  }
  std::vector<JSAMPLE> line(static_cast<std::size_t>(looks.width));
  while (encoder.next_scanline < encoder.image_height) {
    for (std::size_t x = 0; x < line.size(); ++x) {
      line[x] = static_cast<JSAMPLE>((x * 3 + encoder.next_scanline * 7 + static_cast<std::size_t>(looks.seed) * 31) % 256);
    }
    JSAMPROW row = line.data();
    jpeg_write_scanlines(&encoder, &row, 1);
  }
  jpeg_finish_compress(&encoder);
  jpeg_destroy_compress(&encoder);
  std::string bytes(reinterpret_cast<const char*>(memory), size);
  std::free(memory);
  return bytes;
}

/// The same picture with comments behind SOI, so that it weighs exactly `bytes`.
inline std::string weighing(std::size_t bytes, const std::string& jpeg = picture::jpeg()) {
  constexpr std::size_t kSegmentMax = 60'000, kSegmentLeast = 4;
  if (bytes < jpeg.size() + kSegmentLeast) throw std::invalid_argument("the picture is heavier already");
  std::string comments;
  for (std::size_t rest = bytes - jpeg.size(); rest > 0;) {
    const std::size_t segment = rest > kSegmentMax + kSegmentLeast ? kSegmentMax : rest;
    comments += "\xff\xfe";
    comments += static_cast<char>((segment - 2) >> 8);
    comments += static_cast<char>((segment - 2) & 0xff);
    comments.append(segment - kSegmentLeast, ' ');
    rest -= segment;
  }
  return jpeg.substr(0, 2) + comments + jpeg.substr(2);
}

/// A TIFF file in one byte order, entry by entry.
class TiffMaker {
 public:
  explicit TiffMaker(bool big = false) : big_(big), bytes_(big ? std::string("MM\0*", 4) : std::string("II*\0", 4)) { u32(8); }

  TiffMaker& u16(std::uint32_t value) { return number(value, 2); }
  TiffMaker& u32(std::uint32_t value) { return number(value, 4); }
  TiffMaker& entry(std::uint32_t tag, std::uint32_t type, std::uint32_t count, std::uint32_t value) {
    return u16(tag).u16(type).u32(count).u32(value);
  }
  /// A letter and its end, inline.
  TiffMaker& letter(std::uint32_t tag, char c) {
    u16(tag).u16(2).u32(2);
    bytes_ += c;
    bytes_.append(3, '\0');
    return *this;
  }
  [[nodiscard]] const std::string& bytes() const { return bytes_; }

 private:
  TiffMaker& number(std::uint32_t value, std::size_t size) {
    for (std::size_t i = 0; i < size; ++i) bytes_ += static_cast<char>(value >> 8 * (big_ ? size - 1 - i : i));
    return *this;
  }
  bool big_;
  std::string bytes_;
};

/// Six numbers: above and below of degrees, minutes and seconds.
using Angle = std::vector<std::uint32_t>;

/// Exif data that name a place.
inline std::string geotag(char latitude_ref, const Angle& latitude, char longitude_ref, const Angle& longitude, bool big = false) {
  constexpr std::uint32_t kGps = 26, kFirstAngle = kGps + 2 + 4 * 12 + 4, kSecondAngle = kFirstAngle + 24;
  TiffMaker tiff(big);
  tiff.u16(1).entry(0x8825, 4, 1, kGps).u32(0);
  tiff.u16(4).letter(1, latitude_ref).entry(2, 5, 3, kFirstAngle).letter(3, longitude_ref).entry(4, 5, 3, kSecondAngle).u32(0);
  for (const Angle& angle : {latitude, longitude}) {
    for (const std::uint32_t number : angle) tiff.u32(number);
  }
  return tiff.bytes();
}

/// 52 degrees 12 minutes 18.3636 seconds north, 0 degrees 7 minutes 18.624 seconds east: 52.205101,0.121840.
inline std::string geotag_of_the_read() { return geotag('N', {52, 1, 12, 1, 183'636, 10'000}, 'E', {0, 1, 7, 1, 186'240, 10'000}); }

}  // namespace picture
