// Real JPEG images for tests, made by libjpeg: of any size in pixels, and padded by a comment to any size in bytes.
#pragma once

#include <cstdio>
#include <cstdlib>
#include <stdexcept>
#include <string>
#include <vector>

#include <jpeglib.h>

namespace jpeg_maker {

enum class Kind { kBaseline, kProgressive };

/// A grey JPEG of a gradient. `seed` makes images of one size different.
inline std::string make(int width, int height, int seed = 0, Kind kind = Kind::kBaseline) {
  jpeg_compress_struct encoder{};
  jpeg_error_mgr errors{};
  encoder.err = jpeg_std_error(&errors);
  jpeg_create_compress(&encoder);
  unsigned char* memory = nullptr;
  unsigned long size = 0;
  jpeg_mem_dest(&encoder, &memory, &size);
  encoder.image_width = static_cast<JDIMENSION>(width);
  encoder.image_height = static_cast<JDIMENSION>(height);
  encoder.input_components = 1;
  encoder.in_color_space = JCS_GRAYSCALE;
  jpeg_set_defaults(&encoder);
  jpeg_set_quality(&encoder, 60, TRUE);
  if (kind == Kind::kProgressive) jpeg_simple_progression(&encoder);
  jpeg_start_compress(&encoder, TRUE);
  std::vector<JSAMPLE> line(static_cast<std::size_t>(width));
  while (encoder.next_scanline < encoder.image_height) {
    for (std::size_t x = 0; x < line.size(); ++x) {
      line[x] = static_cast<JSAMPLE>((x * 3 + encoder.next_scanline * 7 + static_cast<std::size_t>(seed) * 31) % 256);
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

/// The same image with comments behind SOI, so that it has exactly `bytes` bytes.
inline std::string pad(const std::string& jpeg, std::size_t bytes) {
  std::string padding;
  std::size_t rest = bytes - jpeg.size();
  if (bytes < jpeg.size() || (rest > 0 && rest < 4)) throw std::invalid_argument("cannot pad to this size");
  while (rest > 0) {
    std::size_t segment = rest > 65'000 ? 60'000 : rest;
    padding += "\xff\xfe";
    padding += static_cast<char>((segment - 2) >> 8);
    padding += static_cast<char>((segment - 2) & 0xff);
    padding += std::string(segment - 4, ' ');
    rest -= segment;
  }
  return jpeg.substr(0, 2) + padding + jpeg.substr(2);
}

}  // namespace jpeg_maker
