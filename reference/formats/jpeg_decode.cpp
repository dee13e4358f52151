#include "reference/formats/jpeg_decode.h"

#include <csetjmp>
#include <cstdio>

#include <jpeglib.h>

namespace formats {
namespace {

/// More scans than any encoder makes: each one costs a pass over the whole image.
constexpr int kScansMax = 64;

/// libjpeg's decoder with what we add to it. The manager and the monitor come first in their structs: libjpeg hands back their address.
struct ErrorManager {
  jpeg_error_mgr base;
  std::jmp_buf leave;
};

[[noreturn]] void on_error(j_common_ptr decoder) { std::longjmp(reinterpret_cast<ErrorManager*>(decoder->err)->leave, 1); }

void on_message(j_common_ptr decoder, int level) {
  if (level < 0) ++decoder->err->num_warnings;
}

void on_progress(j_common_ptr decoder) {
  if (reinterpret_cast<j_decompress_ptr>(decoder)->input_scan_number > kScansMax) on_error(decoder);
}

void read_header(jpeg_decompress_struct& decoder, JpegOutcome& outcome) {
  jpeg_read_header(&decoder, TRUE);
  outcome.width = static_cast<int>(decoder.image_width);
  outcome.height = static_cast<int>(decoder.image_height);
  if (outcome.width > kJpegSideMax || outcome.height > kJpegSideMax) outcome.stage = JpegOutcome::Stage::kTooLarge;
}

void read_scan_lines(jpeg_decompress_struct& decoder) {
  decoder.out_color_space = decoder.jpeg_color_space;   // nobody looks at the colours
  decoder.do_fancy_upsampling = FALSE;
  decoder.dct_method = JDCT_IFAST;
  jpeg_start_decompress(&decoder);
  const JDIMENSION width = decoder.output_width * static_cast<JDIMENSION>(decoder.output_components);
  JSAMPARRAY line = decoder.mem->alloc_sarray(reinterpret_cast<j_common_ptr>(&decoder), JPOOL_IMAGE, width, 1);
  while (decoder.output_scanline < decoder.output_height) jpeg_read_scanlines(&decoder, line, 1);
  jpeg_finish_decompress(&decoder);
}

/// `outcome` tells how far it came, whether it returns or longjmp cuts it short.
void decode(jpeg_decompress_struct& decoder, jpeg_progress_mgr& progress, const unsigned char* bytes, std::size_t size,
            JpegOutcome& outcome) {
  jpeg_create_decompress(&decoder);
  decoder.progress = &progress;
  jpeg_mem_src(&decoder, bytes, static_cast<unsigned long>(size));
  read_header(decoder, outcome);
  if (outcome.stage == JpegOutcome::Stage::kTooLarge) return;
  read_scan_lines(decoder);
  if (decoder.err->num_warnings == 0) outcome.stage = JpegOutcome::Stage::kWhole;
}

/// Every JPEG begins with SOI and the first byte of another marker.
bool begins_as_jpeg(const unsigned char* bytes, std::size_t size) {
  return size >= 3 && bytes[0] == 0xff && bytes[1] == 0xd8 && bytes[2] == 0xff;
}

}  // namespace

JpegOutcome decode_jpeg(const unsigned char* bytes, std::size_t size) {
  JpegOutcome outcome{JpegOutcome::Stage::kForeign, 0, 0};
  if (!begins_as_jpeg(bytes, size)) return outcome;
  outcome.stage = JpegOutcome::Stage::kDamaged;

  jpeg_decompress_struct decoder{};
  jpeg_progress_mgr progress{};
  ErrorManager errors{};
  decoder.err = jpeg_std_error(&errors.base);
  errors.base.error_exit = on_error;
  errors.base.emit_message = on_message;
  progress.progress_monitor = on_progress;
  // What is used behind the jump is only written through references, in functions called from here, so it lies in memory.
  if (setjmp(errors.leave) == 0) decode(decoder, progress, bytes, size, outcome);
  jpeg_destroy_decompress(&decoder);
  return outcome;
}

}  // namespace formats
