#include "reference/formats/jpeg.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "reference/base/hash.h"
#include "tests/unit/reference/formats/jpeg_maker.h"

namespace {

using formats::examine_jpeg;

TEST(ExamineJpeg, FindsSizeAndHash) {
  const std::string image = jpeg_maker::make(120, 60);
  const auto facts = examine_jpeg(image);
  EXPECT_EQ(facts.fault, nullptr);
  EXPECT_EQ(facts.width, 120);
  EXPECT_EQ(facts.height, 60);
  EXPECT_EQ(facts.bytes, image.size());
  EXPECT_EQ(facts.sha256, base::sha256_hex(image));
}

TEST(ExamineJpeg, DecodesProgressiveImagesToo) {
  const auto facts = examine_jpeg(jpeg_maker::make(120, 60, 3, jpeg_maker::Kind::kProgressive));
  EXPECT_EQ(facts.fault, nullptr);
  EXPECT_EQ(facts.width, 120);
}

TEST(ExamineJpeg, OfSomethingElseIsNoJpeg) {
  for (const std::string text : {"", "\xff", "\xff\xd8", "GIF89a", "not an image at all", "\xff\xd9\xff\xd8"}) {
    const auto facts = examine_jpeg(text);
    EXPECT_EQ(facts.fault, &formats::kNotJpeg) << testing::PrintToString(text);
    EXPECT_EQ(facts.width, 0);
  }
}

// Wherever a file is cut off, something is missing: a header without an image, an image without its last lines, or the end marker.
TEST(ExamineJpeg, CutOffAnywhereIsDamaged) {
  const std::string image = jpeg_maker::make(40, 24);
  for (std::size_t size = 3; size < image.size() - 1; ++size) {
    EXPECT_EQ(examine_jpeg(std::string_view(image).substr(0, size)).fault, &formats::kJpegDamaged) << "at byte " << size;
  }
}

TEST(ExamineJpeg, KnowsTheSizeOfADamagedImageWhoseHeaderIsWhole) {
  const std::string image = jpeg_maker::make(120, 60);
  const auto facts = examine_jpeg(std::string_view(image).substr(0, image.size() / 2 + 300));
  EXPECT_EQ(facts.fault, &formats::kJpegDamaged);
  EXPECT_EQ(facts.width, 120);
  EXPECT_EQ(facts.height, 60);
}

TEST(ExamineJpeg, WithACorruptMarkerInItsDataIsDamaged) {
  std::string image = jpeg_maker::make(120, 60);
  const std::size_t middle = image.size() - 60;
  image[middle] = '\xff';
  image[middle + 1] = '\xc4';
  EXPECT_EQ(examine_jpeg(image).fault, &formats::kJpegDamaged);
}

TEST(ExamineJpeg, OfTooManyPixelsIsNotDecoded) {
  EXPECT_EQ(examine_jpeg(jpeg_maker::make(4'096, 8)).fault, nullptr);
  const auto wide = examine_jpeg(jpeg_maker::make(4'097, 8));
  EXPECT_EQ(wide.fault, &formats::kJpegTooLarge);
  EXPECT_EQ(wide.width, 4'097);
  EXPECT_EQ(examine_jpeg(jpeg_maker::make(8, 4'097)).fault, &formats::kJpegTooLarge);
}

// A header may promise 65,500 pixels a side in a file of 200 bytes.
TEST(ExamineJpeg, OfAPromiseOfHugeSizeIsNotDecoded) {
  std::string image = jpeg_maker::make(16, 16);
  const std::size_t frame = image.find("\xff\xc0");
  ASSERT_NE(frame, std::string::npos);
  image.replace(frame + 5, 4, "\xff\xdc\xff\xdc");
  EXPECT_EQ(examine_jpeg(image).fault, &formats::kJpegTooLarge);
}

RC_GTEST_PROP(ExamineJpeg, SurvivesAnyBytes, (const std::string& bytes)) {
  RC_ASSERT(examine_jpeg("\xff\xd8\xff" + bytes).fault != nullptr);
}

RC_GTEST_PROP(ExamineJpeg, SurvivesAnyDamage, ()) {
  static const std::string whole = jpeg_maker::make(32, 16, 0, jpeg_maker::Kind::kProgressive);
  std::string image = whole;
  for (int i = 0; i < 4; ++i) {
    const auto at = *rc::gen::inRange<std::size_t>(0, image.size());
    image[at] = *rc::gen::arbitrary<char>();
  }
  const auto facts = examine_jpeg(image);
  RC_ASSERT(facts.bytes == image.size());
  if (facts.fault == nullptr) RC_ASSERT(facts.width > 0);
}

TEST(ImageIndex, ExaminesAnImageOnce) {
  formats::ImageIndex images;
  const base::Bytes image(jpeg_maker::make(120, 60));
  const auto* first = &images.examine(image);
  const base::Bytes copy = image;
  EXPECT_EQ(&images.examine(copy), first);
}

TEST(ImageIndex, KeepsTheNewestAndStaysRight) {
  formats::ImageIndex images(2);
  std::vector<base::Bytes> all;
  for (int seed = 0; seed < 5; ++seed) all.emplace_back(jpeg_maker::make(8 + seed, 8, seed));
  for (int round = 0; round < 3; ++round) {
    for (const base::Bytes& image : all) EXPECT_EQ(images.examine(image).sha256, base::sha256_hex(image.view()));
  }
}

// The memory of an image that is gone may be given to another one: the index holds on to what it knows.
TEST(ImageIndex, NeverMistakesANewImageForOneThatIsGone) {
  formats::ImageIndex images(3);
  for (int seed = 0; seed < 50; ++seed) {
    const base::Bytes image(jpeg_maker::make(8, 8, seed));
    ASSERT_EQ(images.examine(image).sha256, base::sha256_hex(image.view()));
  }
}

}  // namespace
