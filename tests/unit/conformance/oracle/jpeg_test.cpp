// Images: what is a JPEG that decodes, and what its Exif data say.
#include "conformance/oracle/parse/jpeg.h"

#include <gtest/gtest.h>

#include "conformance/oracle/parse/exif.h"
#include "tests/unit/conformance/oracle/picture_maker.h"

namespace oracle::parse {
namespace {

using namespace std::string_view_literals;

void expect(JpegState state, std::string_view trouble, const std::string& bytes) {
  const Jpeg found = jpeg_of(bytes);
  EXPECT_EQ(static_cast<int>(found.state), static_cast<int>(state)) << found.trouble;
  EXPECT_NE(found.trouble.find(trouble), std::string::npos) << found.trouble;
}

/// A picture with bytes put in before the marker 0xff `marker`.
std::string with(std::string jpeg, char marker, std::string_view bytes) {
  return jpeg.insert(jpeg.find(std::string{'\xff', marker}), bytes);
}

TEST(JpegTest, WhatDecodesIsWholeAndMeasured) {
  for (const auto& looks : {picture::Looks{120, 60, 0, false, false, {}}, picture::Looks{121, 59, 1, true, false, {}},
                            picture::Looks{640, 480, 2, false, true, {}}, picture::Looks{1, 1, 3, true, true, {}}}) {
    const Jpeg found = jpeg_of(picture::jpeg(looks));
    EXPECT_EQ(found.state, JpegState::kWhole) << found.trouble;
    EXPECT_EQ(found.width, looks.width);
    EXPECT_EQ(found.height, looks.height);
    EXPECT_TRUE(found.trouble.empty());
    EXPECT_TRUE(found.exif.empty());
  }
}

TEST(JpegTest, OtherFormatsAreKnownByTheirName) {
  expect(JpegState::kForeign, "PNG", "\x89PNG\r\n\x1a\n and so on");
  expect(JpegState::kForeign, "GIF", "GIF89a...");
  expect(JpegState::kForeign, "WebP", "RIFF????WEBPVP8 ");
  expect(JpegState::kForeign, "BMP", "BM......");
  expect(JpegState::kForeign, "TIFF", std::string("II*\0....", 8));
  expect(JpegState::kForeign, "HEIF", std::string("\0\0\0\x18" "ftypheic", 12));
  expect(JpegState::kForeign, "no picture", "hello");
  expect(JpegState::kForeign, "no picture", "");
  expect(JpegState::kForeign, "no picture", "\xff\xd8");
}

TEST(JpegTest, NoPrefixOfAPictureIsWhole) {
  const std::string jpeg = picture::jpeg();
  for (std::size_t size = 3; size < jpeg.size(); ++size) {
    ASSERT_EQ(jpeg_of(std::string_view(jpeg).substr(0, size)).state, JpegState::kDamaged) << size;
  }
  expect(JpegState::kDamaged, "ends before its end-of-image", jpeg.substr(0, jpeg.size() / 2));
  expect(JpegState::kDamaged, "cut off", jpeg.substr(0, 10));
}

TEST(JpegTest, BytesBehindTheEndAreNoFault) {
  const Jpeg found = jpeg_of(picture::jpeg() + "and more");
  EXPECT_EQ(found.state, JpegState::kWhole);
  EXPECT_EQ(found.trailing_bytes, 8u);
}

TEST(JpegTest, MarkersMustLeadFromTheFirstByteToTheLast) {
  const std::string jpeg = picture::jpeg();
  expect(JpegState::kDamaged, "belong to neither", with(jpeg, '\xdb', "xx"));
  expect(JpegState::kDamaged, "less than its own", with(jpeg, '\xdb', "\xff\xfe\0\1"sv));
  expect(JpegState::kDamaged, "where none may stand", with(jpeg, '\xdb', "\xff\xd8"sv));
  expect(JpegState::kDamaged, "second frame", with(jpeg, '\xda', jpeg.substr(jpeg.find("\xff\xc0"), 13)));
  expect(JpegState::kDamaged, "no frame", std::string("\xff\xd8\xff\xd9"));
  expect(JpegState::kDamaged, "before its frame", std::string("\xff\xd8\xff\xda\0\2\xff\xd9", 8));
  std::string no_scan = jpeg.substr(0, jpeg.find("\xff\xda"));
  expect(JpegState::kDamaged, "without a scan", no_scan + "\xff\xd9");
  EXPECT_EQ(jpeg_of(with(jpeg, '\xdb', "\xff\xff\xff")).state, JpegState::kWhole);   // fill bytes
}

TEST(JpegTest, WhatTheDecoderHasToGuessIsDamage) {
  std::string jpeg = picture::jpeg();
  const std::size_t scan = jpeg.find("\xff\xda") + 10;
  jpeg.erase(scan + 20, 40);   // entropy-coded data that are missing, with all markers in place
  expect(JpegState::kDamaged, "", jpeg);
  EXPECT_FALSE(jpeg_of(jpeg).trouble.empty());
  std::string tables = picture::jpeg();
  tables[tables.find("\xff\xda") + 6] = '\x33';   // tables that nobody defined
  expect(JpegState::kDamaged, "table", tables);
}

TEST(JpegTest, WhatIsNotDecodedHereIsSaidSo) {
  std::string jpeg = picture::jpeg();
  const std::size_t frame = jpeg.find("\xff\xc0");
  std::string lossless = jpeg, twelve = jpeg, huge = jpeg;
  lossless[frame + 1] = '\xc3';
  twelve[frame + 4] = 12;
  huge.replace(frame + 5, 4, "\x40\x00\x40\x00"sv);
  expect(JpegState::kUnjudged, "process C3", lossless);
  expect(JpegState::kUnjudged, "12 bits", twelve);
  expect(JpegState::kUnjudged, "16384 x 16384", huge);
  const std::string scan = jpeg.substr(jpeg.find("\xff\xda"), jpeg.size() - 2 - jpeg.find("\xff\xda"));
  std::string many = jpeg;
  many.replace(frame + 5, 4, "\x0f\x00\x0f\x00"sv);
  for (int i = 0; i < 20; ++i) many.insert(many.size() - 2, scan);
  expect(JpegState::kUnjudged, "21 scans", many);
}

TEST(ExifTest, NamesThePlaceInEitherByteOrder) {
  for (const bool big : {false, true}) {
    const std::string tiff = picture::geotag('S', {52, 1, 12, 1, 183'636, 10'000}, 'W', {0, 1, 7, 1, 186'240, 10'000}, big);
    const std::string jpeg = picture::jpeg({120, 60, 0, false, false, tiff});
    const Geotag found = geotag_of(jpeg_of(jpeg).exif);
    ASSERT_EQ(found.state, GeotagState::kPlace) << found.trouble;
    EXPECT_EQ(found.at.latitude_deg_e7, -522'051'010);
    EXPECT_EQ(found.at.longitude_deg_e7, -1'218'400);
    EXPECT_EQ(found.latitude_step_e7, 1);   // a ten-thousandth of a second
  }
}

TEST(ExifTest, KnowsHowFinelyAPlaceIsGiven) {
  EXPECT_EQ(geotag_of(picture::geotag('N', {52, 1, 12, 1, 18, 1}, 'E', {0, 1, 7, 1, 18, 1})).latitude_step_e7, 2'778);
  EXPECT_EQ(geotag_of(picture::geotag('N', {52'205'101, 1'000'000, 0, 1, 0, 1}, 'E', {0, 1, 7, 1, 18, 1})).latitude_step_e7, 10);
}

void expect_broken(std::string_view trouble, const std::string& tiff) {
  const Geotag found = geotag_of(tiff);
  EXPECT_EQ(found.state, GeotagState::kBroken);
  EXPECT_NE(found.trouble.find(trouble), std::string_view::npos) << found.trouble;
}

TEST(ExifTest, WhatIsNotWellFormedIsSaidSo) {
  const picture::Angle good{52, 1, 12, 1, 18, 1}, zero{0, 1, 0, 1, 0, 1};
  expect_broken("divides by zero", picture::geotag('N', {52, 1, 12, 0, 18, 1}, 'E', zero));
  expect_broken("60 minutes", picture::geotag('N', {52, 1, 61, 1, 18, 1}, 'E', zero));
  expect_broken("beyond 90", picture::geotag('N', {90, 1, 0, 1, 1, 1}, 'E', zero));
  expect_broken("beyond 90", picture::geotag('N', good, 'E', {0xffffffff, 1, 0, 1, 0, 1}));
  expect_broken("none of N, S, E and W", picture::geotag('E', good, 'E', zero));
  expect_broken("none of N, S, E and W", picture::geotag('N', good, '\0', zero));
  std::string tiff = picture::geotag('N', good, 'E', zero);
  expect_broken("out of the Exif data", tiff.substr(0, tiff.size() - 1));
  tiff[40 + 2] = 3;   // the latitude's type
  expect_broken("three rationals", tiff);
  std::string without_ref = picture::geotag('N', good, 'E', zero);
  without_ref[28] = 9;   // the tag of the latitude's letter
  expect_broken("without its hemisphere", without_ref);
}

TEST(ExifTest, WithoutAPlaceThereIsNone) {
  const auto none = [](std::string_view tiff) { return geotag_of(tiff).state == GeotagState::kNone; };
  EXPECT_TRUE(none(""));
  EXPECT_TRUE(none("II*\0\xff\xff\xff\xff"sv));
  EXPECT_TRUE(none(picture::TiffMaker().u16(1).entry(0x8825, 4, 1, 26).bytes().substr(0, 15)));
  EXPECT_TRUE(none(picture::TiffMaker().u16(1).entry(0x010f, 2, 4, 0).u32(0).bytes()));
  EXPECT_TRUE(none(picture::TiffMaker().u16(1).entry(0x8825, 4, 1, 26).u32(0).u16(1).entry(0x001d, 2, 4, 0).u32(0).bytes()));
}

TEST(ExifTest, HostileOffsetsLeadNowhere) {
  expect_broken("one offset", picture::TiffMaker().u16(1).entry(0x8825, 4, 0xffffffff, 26).u32(0).bytes());
  expect_broken("one offset", picture::TiffMaker().u16(1).entry(0x8825, 2, 1, 26).u32(0).bytes());
  expect_broken("out of the Exif data", picture::TiffMaker().u16(1).entry(0x8825, 4, 1, 0xfffffff0).u32(0).bytes());
  EXPECT_EQ(geotag_of(picture::TiffMaker().u16(1).entry(0x8825, 4, 1, 8).u32(0).bytes()).state, GeotagState::kNone);   // to itself
  const std::string tiff = picture::geotag_of_the_read();
  for (std::size_t size = 0; size < tiff.size(); ++size) {
    ASSERT_NE(geotag_of(std::string_view(tiff).substr(0, size)).state, GeotagState::kPlace) << size;
  }
}

}  // namespace
}  // namespace oracle::parse
