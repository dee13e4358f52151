// The pool's images, decoded by libjpeg here and not by any code of the house.
#include "simulator/imagery/pool.h"

#include <set>

#include <gtest/gtest.h>

#include "tests/unit/simulator/imagery/decoded.h"

namespace {

void expect_all(const std::vector<base::Bytes>& images, int width, int height, std::size_t least, std::size_t most) {
  std::set<std::string> distinct;
  for (std::size_t i = 0; i < images.size(); ++i) {
    SCOPED_TRACE(i);
    const auto bytes = images[i].view();
    EXPECT_GE(bytes.size(), least);
    EXPECT_LE(bytes.size(), most);
    const auto decoded = imagery_test::decode(bytes);
    EXPECT_EQ(decoded.width, width);
    EXPECT_EQ(decoded.height, height);
    EXPECT_EQ(decoded.warnings, 0);
    EXPECT_LT(decoded.darkest(), 90) << "nothing dark is drawn on it";
    EXPECT_GT(decoded.brightest(), 140);
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

}  // namespace
