#include "simulator/imagery/encode.h"

#include <cstdio>
#include <cstdlib>

#include <jpeglib.h>

#include "reference/base/check.h"

namespace imagery {
namespace {

constexpr int kQualityMin = 10;
constexpr int kQualityMax = 95;

// libjpeg calls this where it cannot go on, and would otherwise end the process with a message on stderr. All that can stop it from
// writing pixels of ours to memory is memory: the process cannot go on either.
[[noreturn]] void give_up(j_common_ptr) { std::abort(); }

std::string encode(const Canvas& canvas, int quality) {
  jpeg_error_mgr errors;
  jpeg_compress_struct state;
  state.err = jpeg_std_error(&errors);
  errors.error_exit = give_up;
  jpeg_create_compress(&state);
  unsigned char* bytes = nullptr;
  unsigned long size = 0;
  jpeg_mem_dest(&state, &bytes, &size);
  state.image_width = static_cast<JDIMENSION>(canvas.width());
  state.image_height = static_cast<JDIMENSION>(canvas.height());
  state.input_components = 3;
  state.in_color_space = JCS_RGB;
  jpeg_set_defaults(&state);
  jpeg_set_quality(&state, quality, TRUE);
  state.dct_method = JDCT_ISLOW;  // integers, the same on every machine
  jpeg_start_compress(&state, TRUE);
  while (state.next_scanline < state.image_height) {
    JSAMPROW row = const_cast<JSAMPROW>(canvas.row(static_cast<int>(state.next_scanline)));
    jpeg_write_scanlines(&state, &row, 1);
  }
  jpeg_finish_compress(&state);
  jpeg_destroy_compress(&state);
  std::string jpeg(bytes, bytes + size);
  std::free(bytes);
  return jpeg;
}

}  // namespace

std::string encode_within(const Canvas& canvas, std::size_t bytes_max) {
  std::string best = encode(canvas, kQualityMin);
  PLUMB_CHECK(best.size() <= bytes_max, "a picture of ours fits its budget at the lowest quality");
  int fits = kQualityMin;
  int too_big = kQualityMax + 1;
  while (too_big - fits > 1) {
    const int middle = (fits + too_big) / 2;
    std::string jpeg = encode(canvas, middle);
    if (jpeg.size() <= bytes_max) {
      fits = middle;
      best = std::move(jpeg);
    } else {
      too_big = middle;
    }
  }
  return best;
}

}  // namespace imagery
