#include "simulator/imagery/fit.h"

#include <gtest/gtest.h>

#include "reference/base/check.h"
#include "simulator/imagery/patch.h"
#include "tests/unit/simulator/imagery/decoded.h"

namespace {

imagery::Planes patch(std::uint64_t seed) {
  imagery::PatchDrawer drawer;
  imagery::Planes planes(imagery::kPatchWidth, imagery::kPatchHeight);
  drawer.draw({.vrm = "AB00CDE", .view = {.dirt_permille = seed % 3 == 0 ? 300u : 0u, .seed = seed}}, planes);
  return planes;
}

/// The highest quality that fits, by trying each from above.
int by_trying(imagery::Encoder& encoder, const imagery::Planes& planes, std::size_t bytes_max) {
  for (int quality = imagery::kQualityMax; quality > imagery::kQualityMin; --quality) {
    if (encoder.encode(planes, quality).size() <= bytes_max) return quality;
  }
  return imagery::kQualityMin;
}

TEST(Fit, takes_the_highest_quality_that_fits) {
  imagery::Encoder encoder;
  for (std::uint64_t seed = 0; seed < 40; ++seed) {
    SCOPED_TRACE(seed);
    const auto planes = patch(seed);
    const std::size_t bytes_max = 1'600 + seed * 97 % 1'500;
    const auto fitted = encoder.fit(planes, bytes_max, 78);
    EXPECT_LE(fitted.jpeg.size(), bytes_max);
    EXPECT_EQ(fitted.quality, by_trying(encoder, planes, bytes_max));
    EXPECT_EQ(fitted.jpeg, encoder.encode(planes, fitted.quality));
  }
}

TEST(Fit, finds_the_same_wherever_it_begins) {
  imagery::Encoder encoder;
  const auto planes = patch(7);
  const auto fitted = encoder.fit(planes, 2'600, 50);
  for (const int guess : {-5, 3, 20, 49, 51, 77, 95, 100}) EXPECT_EQ(encoder.fit(planes, 2'600, guess).jpeg, fitted.jpeg) << guess;
}

TEST(Fit, takes_the_best_quality_where_there_is_room_and_no_more_than_a_few_encodings) {
  imagery::Encoder encoder;
  EXPECT_EQ(encoder.fit(patch(1), 100'000, 78).quality, imagery::kQualityMax);
  const auto before = encoder.encodings();
  for (std::uint64_t seed = 0; seed < 100; ++seed) static_cast<void>(encoder.fit(patch(seed), 3'000, 78));
  EXPECT_LE(encoder.encodings() - before, 450u) << "halving would take seven for each";
}

TEST(Fit, out_of_reach_is_a_broken_invariant) {
  imagery::Encoder encoder;
  EXPECT_THROW(static_cast<void>(encoder.fit(patch(1), 700, 78)), base::Broken);
}

TEST(Encoder, is_not_disturbed_by_what_it_wrote_before) {
  const auto planes = patch(3);
  imagery::Encoder fresh, used;
  static_cast<void>(used.encode(imagery::Planes(640, 480), 95, "Exif and more"));
  EXPECT_EQ(used.encode(planes, 70), fresh.encode(planes, 70));
}

TEST(Encoder, writes_what_was_in_the_planes) {
  imagery::Planes planes(120, 60);
  std::ranges::fill(planes.luma, std::uint8_t{77});
  imagery::drain_colour(planes);
  imagery::Encoder encoder;
  const auto picture = imagery_test::decode(encoder.encode(planes, 90));
  EXPECT_EQ(picture.width, 120);
  EXPECT_EQ(picture.height, 60);
  EXPECT_NEAR(picture.darkest(), 77, 1);
  EXPECT_NEAR(picture.brightest(), 77, 1);
}

TEST(Planes, convert_by_the_formulae_of_JFIF) {
  imagery::Surface surface(16, 16, CAIRO_FORMAT_RGB24);
  cairo_set_source_rgb(surface.context(), 1, 0, 0);
  cairo_paint(surface.context());
  imagery::Planes planes(16, 16);
  imagery::convert(surface, planes);
  EXPECT_EQ(planes.luma[100], 76);
  EXPECT_EQ(planes.cb[30], 85);
  EXPECT_EQ(planes.cr[30], 255);
  const auto grey = imagery::ycc_of({128, 128, 128});
  EXPECT_EQ(grey.luma, 128);
  EXPECT_EQ(grey.cb, 128);
  EXPECT_EQ(grey.cr, 128);
}

TEST(Planes, grain_stays_in_its_strength_and_follows_from_its_seed) {
  imagery::Planes one(120, 60), same(120, 60), other(120, 60);
  for (auto* planes : {&one, &same, &other}) std::ranges::fill(planes->luma, std::uint8_t{100});
  imagery::add_grain(one, 5, 20);
  imagery::add_grain(same, 5, 20);
  imagery::add_grain(other, 6, 20);
  EXPECT_EQ(one.luma, same.luma);
  EXPECT_NE(one.luma, other.luma);
  EXPECT_GE(*std::ranges::min_element(one.luma), 79);
  EXPECT_LE(*std::ranges::max_element(one.luma), 121);
  EXPECT_LT(*std::ranges::min_element(one.luma), 92);
}

}  // namespace
