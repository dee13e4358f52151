// The images of a read, really decoded (clause 2.2.4).
#include <gtest/gtest.h>

#include "reference/formats/base64.h"
#include "tests/unit/reference/formats/read_maker.h"

namespace {

using read_maker::ReadText;
using read_maker::said;

base::Bytes patch_of(int width, int height) { return base::Bytes(jpeg_maker::make(width, height)); }
base::Bytes padded_patch(std::size_t bytes) { return base::Bytes(jpeg_maker::pad(jpeg_maker::make(120, 60), bytes)); }
base::Bytes padded_overview(std::size_t bytes) { return base::Bytes(jpeg_maker::pad(jpeg_maker::make(320, 200), bytes)); }

TEST(PlatePatch, WeighsAtMost3000Bytes) {
  EXPECT_EQ(said(ReadText().with_patch(padded_patch(3'000))), "taken in");
  EXPECT_EQ(said(ReadText().with_patch(padded_patch(3'001))), "plate_patch:plate_patch_too_heavy");
  EXPECT_EQ(said(ReadText().with_patch(padded_patch(3'072))), "plate_patch:plate_patch_too_heavy") << "R-07: kB is 1000 bytes";
}

TEST(Overview, WeighsAtMost25000Bytes) {
  EXPECT_EQ(said(ReadText().with_overview(padded_overview(25'000))), "taken in");
  EXPECT_EQ(said(ReadText().with_overview(padded_overview(25'001))), "overview:overview_too_heavy");
}

TEST(PlatePatch, Is120By60Pixels) {
  for (const auto& [width, height] : {std::pair{119, 60}, {121, 60}, {120, 59}, {120, 61}, {60, 120}, {1, 1}}) {
    EXPECT_EQ(said(ReadText().with_patch(patch_of(width, height))), "plate_patch:plate_patch_wrong_size") << width << "x" << height;
  }
}

TEST(PlatePatch, MayHaveSeveralFaultsAtOnce) {
  const base::Bytes image(jpeg_maker::pad(jpeg_maker::make(100, 50), 3'500));
  EXPECT_EQ(said(ReadText().with_patch(image)), "plate_patch:plate_patch_wrong_size plate_patch:plate_patch_too_heavy");
  EXPECT_EQ(said(ReadText().with_patch(base::Bytes(std::string(3'001, 'x')))),
            "plate_patch:image_not_jpeg plate_patch:plate_patch_too_heavy");
}

TEST(Images, AreJpegThatDecodeWhole) {
  std::string cut = jpeg_maker::make(120, 60);
  cut.resize(cut.size() - 40);
  EXPECT_EQ(said(ReadText().with_patch(base::Bytes(cut))), "plate_patch:image_damaged");
  EXPECT_EQ(said(ReadText().with_patch(base::Bytes(std::string("GIF89a")))), "plate_patch:image_not_jpeg");
  EXPECT_EQ(said(ReadText().with_overview(base::Bytes(std::string("\x89PNG\r\n\x1a\n")))), "overview:image_not_jpeg");
}

TEST(Images, HaveAtMost4096PixelsASide) { EXPECT_EQ(said(ReadText().with_overview(patch_of(4'097, 1))), "overview:image_too_many_pixels"); }

TEST(Images, AreTheOnesThatTheTextNames) {
  const base::Bytes other = padded_patch(2'000), none;
  std::string changed(other.view());
  changed[10] = static_cast<char>(changed[10] ^ 1);  // in the comment: it decodes as well as before
  EXPECT_EQ(said(ReadText().with_parts(none, none)), "plate_patch:image_not_as_named");
  EXPECT_EQ(said(ReadText().with_parts(other, none)), "plate_patch:image_not_as_named");
  EXPECT_EQ(said(ReadText().with_patch(other).with_parts(base::Bytes(changed), none)), "plate_patch:image_not_as_named");
  EXPECT_EQ(said(ReadText().with_parts(read_maker::patch(), read_maker::overview())), "overview:image_not_as_named")
      << "a part that the text does not name";
  const std::string wrong_size = "{\"sha256\":\"" + base::sha256_hex(other.view()) + "\",\"bytes\":1}";
  EXPECT_EQ(said(ReadText().with_parts(other, none).with("plate_patch", wrong_size)), "plate_patch:image_not_as_named");
}

TEST(Images, InBase64AreNotBesideTheText) {
  const auto text = ReadText().with("plate_patch", "\"" + formats::encode_base64(read_maker::patch().view()) + "\"");
  EXPECT_EQ(said(text.with_parts({}, {})), "taken in");
  EXPECT_EQ(said(text), "plate_patch:image_not_as_named");
}

TEST(Images, InBase64AreDecodedToo) {
  const auto in_text = [](const base::Bytes& image) {
    return ReadText().with("plate_patch", "\"" + formats::encode_base64(image.view()) + "\"").with_parts({}, {});
  };
  EXPECT_EQ(said(in_text(padded_patch(3'000))), "taken in");
  EXPECT_EQ(said(in_text(padded_patch(3'001))), "plate_patch:plate_patch_too_heavy");
  EXPECT_EQ(said(in_text(patch_of(60, 60))), "plate_patch:plate_patch_wrong_size");
}

TEST(PlatePatch, IsNotDueWhereNoPlateWasRead) {
  const auto without = ReadText().without("plate_patch").with_parts({}, {});
  EXPECT_EQ(said(without.with("vrm", "\"QQQQQQQ\"")), "taken in");
  EXPECT_EQ(said(without.with("nrd_id", "0")), "taken in");
  EXPECT_EQ(said(without.with("vrm", "\"QQ111QQQ\"")), "plate_patch:plate_patch_missing");
  EXPECT_EQ(said(without.with("vrm", "\"\"")), "vrm:vrm_empty plate_patch:plate_patch_missing");
}

TEST(PlatePatch, IsCheckedEvenWhereItIsNotDue) {
  EXPECT_EQ(said(ReadText().with_patch(patch_of(10, 10)).with("vrm", "\"QQQQQQQ\"")), "plate_patch:plate_patch_wrong_size");
}

}  // namespace
