// Geotags, read back by libexif from pictures.
#include "simulator/imagery/geotag.h"

#include <memory>
#include <optional>

#include <gtest/gtest.h>
#include <libexif/exif-data.h>

#include "reference/base/check.h"
#include "simulator/imagery/studio.h"
#include "tests/unit/simulator/imagery/decoded.h"

namespace {

using imagery::Geotag;

std::int64_t whole(ExifRational value) { return std::int64_t{value.numerator} / value.denominator; }

/// An angle in ten-millionths of a degree, or nothing where the tags are not what Exif has.
std::optional<std::int64_t> angle_of(ExifData* data, int reference, char negative) {
  ExifContent* gps = data->ifd[EXIF_IFD_GPS];
  ExifEntry* letter = exif_content_get_entry(gps, static_cast<ExifTag>(reference));
  ExifEntry* angle = exif_content_get_entry(gps, static_cast<ExifTag>(reference + 1));
  if (letter == nullptr || angle == nullptr || letter->format != EXIF_FORMAT_ASCII || letter->components != 2) return {};
  if (angle->format != EXIF_FORMAT_RATIONAL || angle->components != 3 || angle->size != 24) return {};
  const auto order = exif_data_get_byte_order(data);
  const auto degrees = exif_get_rational(angle->data, order), minutes = exif_get_rational(angle->data + 8, order);
  const auto seconds = exif_get_rational(angle->data + 16, order);
  if (whole(minutes) >= 60 || whole(seconds) >= 60 || seconds.denominator != 10'000'000) return {};
  const std::int64_t sum = whole(degrees) * 10'000'000 + (whole(minutes) * 10'000'000 * 60 + seconds.numerator) / 3600;
  return static_cast<char>(letter->data[0]) == negative ? -sum : sum;
}

void expect_place(std::string_view exif, const Geotag& place) {
  const std::unique_ptr<ExifData, void (*)(ExifData*)> data(
      exif_data_new_from_data(reinterpret_cast<const unsigned char*>(exif.data()), static_cast<unsigned>(exif.size())), exif_data_unref);
  ASSERT_NE(data, nullptr);
  EXPECT_EQ(angle_of(data.get(), 1, 'S'), place.latitude_deg_e7);
  EXPECT_EQ(angle_of(data.get(), 3, 'W'), place.longitude_deg_e7);
  ExifEntry* version = exif_content_get_entry(data->ifd[EXIF_IFD_GPS], static_cast<ExifTag>(0));
  ASSERT_NE(version, nullptr);
  EXPECT_EQ(std::string(reinterpret_cast<const char*>(version->data), version->size), std::string("\2\3\0\0", 4));
}

TEST(Geotag, is_read_back_from_a_picture_to_the_ten_millionth_of_a_degree) {
  imagery::Studio studio{imagery::Budget{}};
  for (const Geotag& place : {Geotag{522'053'123, 1'218'001}, Geotag{501'163'499, -55'333'333}, Geotag{-1, -1}, Geotag{0, 0}}) {
    for (const auto& bytes : {studio.patch({.vrm = "AB00CDE"}, place), studio.overview({.vrm = "AB00CDE"}, place)}) {
      const auto picture = imagery_test::decode(bytes.view());
      EXPECT_FALSE(picture.has_jfif) << "Exif follows the start of the image at once";
      expect_place(picture.exif, place);
    }
  }
}

TEST(Geotag, there_is_none_unless_asked_for) {
  imagery::Studio studio{imagery::Budget{}};
  const auto picture = imagery_test::decode(studio.patch({.vrm = "AB00CDE"}, {}).view());
  EXPECT_TRUE(picture.has_jfif);
  EXPECT_TRUE(picture.exif.empty());
}

RC_GTEST_PROP(Geotag, keeps_every_place, ()) {
  const Geotag place{*rc::gen::inRange(-900'000'000, 900'000'001), *rc::gen::inRange(-1'800'000'000, 1'800'000'001)};
  expect_place(imagery::exif_of(place), place);
}

TEST(Geotag, off_the_globe_is_a_broken_invariant) {
  EXPECT_THROW(static_cast<void>(imagery::exif_of({900'000'001, 0})), base::Broken);
  EXPECT_THROW(static_cast<void>(imagery::exif_of({0, -1'800'000'001})), base::Broken);
}

}  // namespace
