#include "simulator/world/population.h"

#include <set>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "reference/base/check.h"
#include "reference/base/hash.h"
#include "reference/domain/vrm.h"
#include "simulator/world/source_file.h"
#include "tests/unit/simulator/world/temporary_file.h"

namespace {

using world::Marks;
using world::Shares;

// Written from the rule, not from the code: current style, age identifier never issued.
bool never_issued(const std::string& mark) {
  const std::string tag = "ABCDEFGHJKLMNOPRSTUVWXY";
  const std::string last = tag + "Z";
  const auto in = [](const std::string& letters, char c) { return letters.find(c) != std::string::npos; };
  return mark.size() == 7 && in(tag, mark[0]) && in(tag, mark[1]) && mark[2] == '0' && (mark[3] == '0' || mark[3] == '1') &&
         in(last, mark[4]) && in(last, mark[5]) && in(last, mark[6]);
}

RC_GTEST_PROP(Marks, are_never_issued_and_valid, (std::uint64_t seed, std::uint64_t any)) {
  const auto mark = Marks(seed).of(any % Marks::kMarks);
  RC_ASSERT(never_issued(mark));
  const auto vrm = domain::Vrm::make(mark);
  RC_ASSERT(vrm.has_value());
  RC_ASSERT(vrm->kind() == domain::VrmKind::kOrdinary);
}

RC_GTEST_PROP(Marks, distinct_numbers_have_distinct_marks, (std::uint64_t seed, std::uint64_t a, std::uint64_t b)) {
  RC_PRE(a % Marks::kMarks != b % Marks::kMarks);
  const Marks marks(seed);
  RC_ASSERT(marks.of(a % Marks::kMarks) != marks.of(b % Marks::kMarks));
}

// Not a sample: all of them, once.
TEST(Marks, the_whole_population_is_met_once) {
  const Marks marks(20190611);
  std::vector<bool> met(std::size_t{26 * 26} * 2 * 26 * 26 * 26);
  for (std::uint64_t number = 0; number < Marks::kMarks; ++number) {
    const auto mark = marks.of(number);
    std::size_t place = 0;
    for (const std::size_t i : {0, 1, 4, 5, 6}) place = place * 26 + static_cast<std::size_t>(mark[i] - 'A');
    place = place * 2 + static_cast<std::size_t>(mark[3] - '0');
    ASSERT_FALSE(met[place]) << mark << " is met again at " << number;
    met[place] = true;
  }
}

TEST(Marks, neighbours_do_not_look_alike_and_seeds_differ) {
  const Marks marks(1);
  std::set<std::string> tags;
  for (std::uint64_t number = 0; number < 200; ++number) tags.insert(marks.of(number).substr(0, 2));
  EXPECT_GT(tags.size(), 100u);
  EXPECT_NE(Marks(2).of(0), marks.of(0));
  EXPECT_EQ(Marks(1).of(77), marks.of(77));
}

TEST(Marks, a_number_outside_the_population_breaks_an_invariant) { EXPECT_THROW((void)Marks(1).of(Marks::kMarks), base::Broken); }

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
