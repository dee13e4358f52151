#include "simulator/world/shares.h"

#include <gtest/gtest.h>

#include "reference/base/hash.h"
#include "simulator/world/source_file.h"
#include "tests/unit/simulator/world/temporary_file.h"

namespace {

using world::Shares;

TEST(Shares, follow_their_weights) {
  const TemporaryFile file("make,registrations\nFord,700\nMG,300\n");
  const auto shares = Shares::read(file.path(), "make,registrations");
  ASSERT_TRUE(shares) << shares.error().message();
  int fords = 0;
  for (std::uint64_t i = 0; i < 10'000; ++i) fords += shares->of(base::mix64(i)) == "Ford" ? 1 : 0;
  EXPECT_NEAR(fords, 7'000, 200);
  EXPECT_EQ(shares->of(0), "Ford");
  EXPECT_EQ(shares->of(UINT64_MAX), "MG");
}

TEST(Shares, misshapen_tables_are_refused) {
  for (const auto* text :
       {"make,registrations\n", "make,registrations\nFord,0\n", "make,registrations\n,5\n", "make,registrations\nFord,x\n", "make\nFord\n",
        "make,registrations\nFord,1,2\n", "make,registrations\nFord,99999999999999\n"}) {
    const TemporaryFile file(text);
    const auto shares = Shares::read(file.path(), "make,registrations");
    ASSERT_FALSE(shares) << text;
    EXPECT_EQ(shares.error().kind, &world::kWorldFileUnfit);
  }
}

TEST(Shares, the_published_tables) {
  const auto makes = Shares::read(PLUMBLINE_SOURCE "/scenarios/data/vehicles/makes.csv", "make,registrations");
  ASSERT_TRUE(makes) << makes.error().message();
  EXPECT_EQ(makes->of(0), "Ford");
  const auto colours = Shares::read(PLUMBLINE_SOURCE "/scenarios/data/vehicles/colours.csv", "colour,licensed_cars");
  ASSERT_TRUE(colours) << colours.error().message();
  EXPECT_EQ(colours->of(0), "SILVER/ALUMINIUM");
}

}  // namespace
