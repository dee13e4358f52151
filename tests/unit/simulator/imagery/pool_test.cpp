// The pool's images, decoded by libjpeg here and not by any code of the house.
#include "simulator/imagery/pool.h"

#include <cstdio>
#include <numeric>
#include <set>

#include <gtest/gtest.h>
#include <jpeglib.h>

#include "simulator/imagery/encode.h"

namespace {

struct Decoded {
  unsigned width = 0, height = 0;
  long warnings = -1;
  unsigned darkest = 255, brightest = 0;
};

Decoded decode(std::string_view bytes) {
  jpeg_error_mgr errors;
  jpeg_decompress_struct state;
  state.err = jpeg_std_error(&errors);  // leaves the process on an error, which fails the test program
  jpeg_create_decompress(&state);
  jpeg_mem_src(&state, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
  jpeg_read_header(&state, TRUE);
  jpeg_start_decompress(&state);
  Decoded decoded{.width = state.output_width, .height = state.output_height};
  std::vector<JSAMPLE> row(state.output_width * static_cast<unsigned>(state.output_components));
  while (state.output_scanline < state.output_height) {
    JSAMPROW rows[] = {row.data()};
    jpeg_read_scanlines(&state, rows, 1);
    for (const unsigned sample : row) {
      decoded.darkest = std::min(decoded.darkest, sample);
      decoded.brightest = std::max(decoded.brightest, sample);
    }
  }
  jpeg_finish_decompress(&state);
  decoded.warnings = errors.num_warnings;
  jpeg_destroy_decompress(&state);
  return decoded;
}

void expect_all(const std::vector<base::Bytes>& images, unsigned width, unsigned height, std::size_t least, std::size_t most) {
  std::set<std::string> distinct;
  for (std::size_t i = 0; i < images.size(); ++i) {
    SCOPED_TRACE(i);
    const auto bytes = images[i].view();
    EXPECT_GE(bytes.size(), least);
    EXPECT_LE(bytes.size(), most);
    const auto decoded = decode(bytes);
    EXPECT_EQ(decoded.width, width);
    EXPECT_EQ(decoded.height, height);
    EXPECT_EQ(decoded.warnings, 0);
    EXPECT_LT(decoded.darkest, 70u) << "nothing dark is drawn on it";
    EXPECT_GT(decoded.brightest, 150u);
    distinct.insert(std::string(bytes));
  }
  EXPECT_EQ(distinct.size(), images.size());
}

TEST(Pool, patches_are_120_by_60_and_at_most_3000_bytes) { expect_all(imagery::make_pool(1, 64, 0).patches, 120, 60, 1'800, 3'000); }

TEST(Pool, overviews_are_640_by_480_and_at_most_25000_bytes) {
  expect_all(imagery::make_pool(1, 0, 24).overviews, 640, 480, 14'000, 25'000);
}

TEST(Pool, same_seed_same_bytes_and_more_images_change_none) {
  const auto small = imagery::make_pool(7, 3, 2);
  const auto large = imagery::make_pool(7, 5, 3);
  for (std::size_t i = 0; i < 3; ++i) EXPECT_EQ(small.patches[i].view(), large.patches[i].view());
  for (std::size_t i = 0; i < 2; ++i) EXPECT_EQ(small.overviews[i].view(), large.overviews[i].view());
  EXPECT_NE(imagery::make_pool(8, 1, 0).patches[0].view(), small.patches[0].view());
}

TEST(Pool, none_where_none_is_asked_for) {
  const auto pool = imagery::make_pool(1, 0, 0);
  EXPECT_TRUE(pool.patches.empty());
  EXPECT_TRUE(pool.overviews.empty());
}

TEST(EncodeWithin, takes_the_highest_quality_that_fits) {
  imagery::Canvas canvas(120, 60);
  canvas.shade(0, 0, 120, 60, {255, 255, 255}, {0, 0, 0});
  canvas.grain(5, 20);
  const auto tight = imagery::encode_within(canvas, 2'000);
  const auto loose = imagery::encode_within(canvas, 3'000);
  const auto free = imagery::encode_within(canvas, 1'000'000);
  EXPECT_LE(tight.size(), 2'000u);
  EXPECT_LE(loose.size(), 3'000u);
  EXPECT_LT(tight.size(), loose.size());
  EXPECT_LT(loose.size(), free.size());
  EXPECT_EQ(decode(free).width, 120u);
}

}  // namespace
