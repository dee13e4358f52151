#include "conformance/oracle/parse/jpeg.h"

#include <array>
#include <csetjmp>
#include <cstdio>

#include <fmt/format.h>
#include <jpeglib.h>

#include "conformance/oracle/parse/jpeg_markers.h"

namespace oracle::parse {
namespace {

constexpr long kMemoryMax = 256L << 20;
constexpr int kPrecision_bits = 8;

/// A libjpeg decoder and what it complained of first. libjpeg leaves by longjmp, over frames of C alone: nothing in them has a destructor.
struct Decoder {
  jpeg_decompress_struct jpeg{};
  jpeg_error_mgr errors{};
  std::jmp_buf leave{};
  std::array<char, JMSG_LENGTH_MAX> complaint{};
  bool complained = false;
};

Decoder& decoder_of(j_common_ptr jpeg) { return *static_cast<Decoder*>(jpeg->client_data); }

void complain(j_common_ptr jpeg) {
  Decoder& decoder = decoder_of(jpeg);
  if (decoder.complained) return;
  decoder.complained = true;
  jpeg->err->format_message(jpeg, decoder.complaint.data());
}

[[noreturn]] void on_error(j_common_ptr jpeg) {
  complain(jpeg);
  std::longjmp(decoder_of(jpeg).leave, 1);
}

/// A level below 0 is a warning: data that was corrupt, and was guessed at.
void on_message(j_common_ptr jpeg, int level) {
  if (level < 0) complain(jpeg);
}

void start(Decoder& decoder, std::string_view bytes) {
  jpeg_decompress_struct& jpeg = decoder.jpeg;
  jpeg_create_decompress(&jpeg);
  jpeg.mem->max_memory_to_use = kMemoryMax;
  jpeg_mem_src(&jpeg, reinterpret_cast<const unsigned char*>(bytes.data()), static_cast<unsigned long>(bytes.size()));
  jpeg_read_header(&jpeg, TRUE);
}

/// Every coefficient is decoded, and an eighth of the pixels is made of them: nobody looks at the picture here.
void read_through(Decoder& decoder) {
  jpeg_decompress_struct& jpeg = decoder.jpeg;
  jpeg.scale_num = 1;
  jpeg.scale_denom = 8;
  jpeg.out_color_space = jpeg.jpeg_color_space;
  jpeg.do_fancy_upsampling = FALSE;
  jpeg_start_decompress(&jpeg);
  const JDIMENSION samples = jpeg.output_width * static_cast<JDIMENSION>(jpeg.output_components);
  JSAMPARRAY line = jpeg.mem->alloc_sarray(reinterpret_cast<j_common_ptr>(&jpeg), JPOOL_IMAGE, samples, 1);
  while (jpeg.output_scanline < jpeg.output_height) jpeg_read_scanlines(&jpeg, line, 1);
  jpeg_finish_decompress(&jpeg);
}

/// The decoder's first complaint; empty where it had none.
std::string complaint_of(std::string_view bytes) {
  Decoder decoder;
  decoder.jpeg.err = jpeg_std_error(&decoder.errors);
  decoder.jpeg.client_data = &decoder;
  decoder.errors.error_exit = on_error;
  decoder.errors.emit_message = on_message;
  if (setjmp(decoder.leave) == 0) {
    start(decoder, bytes);
    read_through(decoder);
  }
  jpeg_destroy_decompress(&decoder.jpeg);
  return decoder.complained ? std::string(decoder.complaint.data()) : std::string();
}

/// Baseline, extended, progressive, and the two that are coded arithmetically.
bool is_decoded_here(const JpegMarkers& markers) {
  const std::uint8_t process = markers.process;
  return (process <= 0xc2 || process == 0xc9 || process == 0xca) && markers.precision_bits == kPrecision_bits;
}

std::string why_unjudged(const JpegMarkers& markers) {
  if (!is_decoded_here(markers)) return fmt::format("a JPEG of process {:02X}, {} bits", markers.process, markers.precision_bits);
  const std::int64_t pixels = std::int64_t{markers.width} * markers.height;
  if (pixels > kPixelsMax) return fmt::format("{} x {} pixels", markers.width, markers.height);
  if (pixels * static_cast<std::int64_t>(markers.scans) > kPixelsOfScansMax) return fmt::format("{} scans", markers.scans);
  return {};
}

}  // namespace

Jpeg jpeg_of(std::string_view bytes) {
  Jpeg found;
  found.trouble = foreign_format(bytes);
  if (!found.trouble.empty()) return found;
  const JpegMarkers markers = markers_of(bytes);
  found.width = markers.width;
  found.height = markers.height;
  found.trailing_bytes = markers.trailing_bytes;
  found.exif = markers.exif;
  found.state = JpegState::kDamaged;
  found.trouble = markers.trouble;
  if (!found.trouble.empty()) return found;
  found.state = JpegState::kUnjudged;
  found.trouble = why_unjudged(markers);
  if (!found.trouble.empty()) return found;
  found.trouble = complaint_of(bytes);
  found.state = found.trouble.empty() ? JpegState::kWhole : JpegState::kDamaged;
  return found;
}

}  // namespace oracle::parse
