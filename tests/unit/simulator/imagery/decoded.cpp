#include "tests/unit/simulator/imagery/decoded.h"

#include <algorithm>
#include <cstdio>

#include <jpeglib.h>

namespace imagery_test {

int Decoded::darkest() const { return *std::ranges::min_element(luma); }
int Decoded::brightest() const { return *std::ranges::max_element(luma); }

Decoded decode(std::string_view bytes) {
  jpeg_error_mgr errors;
  jpeg_decompress_struct state;
  state.err = jpeg_std_error(&errors);
  jpeg_create_decompress(&state);
  jpeg_mem_src(&state, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
  jpeg_save_markers(&state, JPEG_APP0 + 1, 0xffff);
  jpeg_read_header(&state, TRUE);
  state.out_color_space = JCS_GRAYSCALE;
  jpeg_start_decompress(&state);
  Decoded decoded{.width = static_cast<int>(state.output_width), .height = static_cast<int>(state.output_height)};
  decoded.has_jfif = state.saw_JFIF_marker != FALSE;
  if (state.marker_list != nullptr) {
    decoded.exif.assign(reinterpret_cast<const char*>(state.marker_list->data), state.marker_list->data_length);
  }
  decoded.luma.resize(static_cast<std::size_t>(decoded.width) * static_cast<std::size_t>(decoded.height));
  while (state.output_scanline < state.output_height) {
    JSAMPROW row = decoded.luma.data() + std::size_t{state.output_scanline} * state.output_width;
    jpeg_read_scanlines(&state, &row, 1);
  }
  jpeg_finish_decompress(&state);
  decoded.warnings = errors.num_warnings;
  jpeg_destroy_decompress(&state);
  return decoded;
}

}  // namespace imagery_test
