#include "simulator/imagery/fit.h"

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <utility>
#include <vector>

#include <jpeglib.h>

#include "reference/base/check.h"

namespace imagery {
namespace {

constexpr int kBlock = 16;

// libjpeg calls this where it cannot go on, and would otherwise end the process with a message on stderr. All that can stop it from
// writing pixels of ours to memory is memory: the process cannot go on either.
[[noreturn]] void give_up(j_common_ptr) { std::abort(); }

/// The rows of one row of blocks, as libjpeg takes samples that need neither conversion nor reduction.
struct Rows {
  std::array<JSAMPROW, kBlock> luma;
  std::array<JSAMPROW, kBlock / 2> cb, cr;

  Rows(const Planes& planes, int top) {
    const auto row = [](const std::vector<std::uint8_t>& plane, int y, int width) {
      return const_cast<JSAMPROW>(plane.data() + std::ptrdiff_t{y} * width);  // libjpeg reads them only
    };
    for (int y = 0; y < kBlock; ++y) luma[static_cast<std::size_t>(y)] = row(planes.luma, top + y, planes.stored_width);
    for (int y = 0; y < kBlock / 2; ++y) {
      cb[static_cast<std::size_t>(y)] = row(planes.cb, top / 2 + y, planes.stored_width / 2);
      cr[static_cast<std::size_t>(y)] = row(planes.cr, top / 2 + y, planes.stored_width / 2);
    }
  }
};

/// How much coarser libjpeg's tables are at a quality than at 50, in percent: its own rule.
int coarseness_of(int quality) { return quality < 50 ? 5000 / quality : 200 - 2 * quality; }

int quality_of(std::int64_t coarseness) {
  if (coarseness > 100) return static_cast<int>(5000 / coarseness);
  return static_cast<int>((200 - std::max<std::int64_t>(coarseness, 0)) / 2);
}

/// What one encoding came to.
struct Try {
  int quality;
  std::size_t size;
};

/// Where a picture should have `target` bytes, after one encoding: beside the tables' bytes, pictures shrink about with the square root of
/// coarseness.
int expected_quality(const Try& one, std::size_t target) {
  constexpr std::int64_t kTables = 620;
  const std::int64_t now = std::max<std::int64_t>(static_cast<std::int64_t>(one.size) - kTables, 100);
  const std::int64_t then = std::max<std::int64_t>(static_cast<std::int64_t>(target) - kTables, 100);
  return quality_of(std::max(coarseness_of(one.quality), 2) * now * now / (then * then) + 1);
}

/// Where it should have them by two encodings on either side.
int expected_quality(const Try& fits, const Try& too_big, std::size_t target) {
  const auto room = static_cast<std::int64_t>(target - fits.size), span = static_cast<std::int64_t>(too_big.size - fits.size);
  return fits.quality + static_cast<int>(room * (too_big.quality - fits.quality) / span);
}

}  // namespace

/// A destination of libjpeg that grows and is kept.
struct Encoder::Destination : jpeg_destination_mgr {
  std::vector<unsigned char> bytes = std::vector<unsigned char>(1 << 16);

  void point_behind(std::size_t written) {
    next_output_byte = bytes.data() + written;
    free_in_buffer = bytes.size() - written;
  }
  [[nodiscard]] std::size_t written() const { return bytes.size() - free_in_buffer; }

  static Destination& of(j_compress_ptr state) { return *static_cast<Destination*>(state->dest); }
  static void begin(j_compress_ptr state) { of(state).point_behind(0); }
  static boolean grow(j_compress_ptr state) {
    Destination& to = of(state);
    const std::size_t full = to.bytes.size();
    to.bytes.resize(2 * full);
    to.point_behind(full);
    return TRUE;
  }
  static void end(j_compress_ptr) {}

  Destination() : jpeg_destination_mgr{} {
    init_destination = begin;
    empty_output_buffer = grow;
    term_destination = end;
  }
};

struct Encoder::State {
  jpeg_error_mgr errors{};
  jpeg_compress_struct jpeg{};
  Destination destination;
};

Encoder::Encoder() : state_(std::make_unique<State>()) {
  jpeg_compress_struct& jpeg = state_->jpeg;
  jpeg.err = jpeg_std_error(&state_->errors);
  state_->errors.error_exit = give_up;
  jpeg_create_compress(&jpeg);
  jpeg.dest = &state_->destination;
  jpeg.input_components = 3;
  jpeg.in_color_space = JCS_YCbCr;
  jpeg_set_defaults(&jpeg);
  jpeg.dct_method = JDCT_ISLOW;  // integers, the same on every machine
  jpeg.raw_data_in = TRUE;
}

Encoder::~Encoder() { jpeg_destroy_compress(&state_->jpeg); }

std::string_view Encoder::encode(const Planes& planes, int quality, std::string_view exif) {
  jpeg_compress_struct& jpeg = state_->jpeg;
  jpeg.image_width = static_cast<JDIMENSION>(planes.width);
  jpeg.image_height = static_cast<JDIMENSION>(planes.height);
  jpeg.write_JFIF_header = exif.empty() ? TRUE : FALSE;
  jpeg_set_quality(&jpeg, quality, TRUE);
  jpeg_start_compress(&jpeg, TRUE);
  if (!exif.empty()) {
    jpeg_write_marker(&jpeg, JPEG_APP0 + 1, reinterpret_cast<const JOCTET*>(exif.data()), static_cast<unsigned>(exif.size()));
  }
  while (jpeg.next_scanline < jpeg.image_height) {
    Rows rows(planes, static_cast<int>(jpeg.next_scanline));
    JSAMPARRAY components[] = {rows.luma.data(), rows.cb.data(), rows.cr.data()};
    jpeg_write_raw_data(&jpeg, components, kBlock);
  }
  jpeg_finish_compress(&jpeg);
  ++encodings_;
  return {reinterpret_cast<const char*>(state_->destination.bytes.data()), state_->destination.written()};
}

Fitted Encoder::fit(const Planes& planes, std::size_t bytes_max, int guess, std::string_view exif) {
  std::string best;
  Try fits{kQualityMin - 1, 0}, too_big{kQualityMax + 1, 0};   // no size: not tried, but beyond the ends
  int quality = std::clamp(guess, kQualityMin, kQualityMax);
  while (too_big.quality - fits.quality > 1) {
    const std::string_view jpeg = encode(planes, quality, exif);
    const Try tried{quality, jpeg.size()};
    if (jpeg.size() <= bytes_max) {
      fits = tried;
      best = jpeg;
    } else {
      too_big = tried;
    }
    const bool both = fits.size != 0 && too_big.size != 0;
    const int next = both ? expected_quality(fits, too_big, bytes_max) : expected_quality(tried, bytes_max);
    quality = std::clamp(next, fits.quality + 1, std::max(fits.quality + 1, too_big.quality - 1));
  }
  PLUMB_CHECK(fits.quality >= kQualityMin, "a picture of ours fits its budget at the lowest quality");
  return {std::move(best), fits.quality};
}

}  // namespace imagery
