#include "simulator/world/hour_profile.h"

#include <gtest/gtest.h>

#include "simulator/world/source_file.h"
#include "tests/unit/simulator/world/temporary_file.h"

namespace {

constexpr std::string_view kHeader = "year,hour,monday,tuesday,wednesday,thursday,friday,saturday,sunday\n";

std::string table(int hours, std::string_view index = "100.0") {
  std::string text(kHeader);
  for (int hour = 0; hour < hours; ++hour) {
    text += "2018," + std::to_string(hour);
    for (int day = 0; day < 7; ++day) text += "," + std::string(index);
    text += "\n";
  }
  return text;
}

void expect_unfit(const std::string& text, std::string_view what) {
  const TemporaryFile file(text);
  const auto profile = world::HourProfile::read(file.path());
  ASSERT_FALSE(profile) << what;
  EXPECT_EQ(profile.error().kind, &world::kWorldFileUnfit);
  EXPECT_NE(profile.error().detail.find(what), std::string::npos) << profile.error().detail;
}

TEST(HourProfile, the_published_table) {
  const auto profile = world::HourProfile::read(PLUMBLINE_SOURCE "/scenarios/data/dft_tra0307/tra0307_2018.csv");
  ASSERT_TRUE(profile) << profile.error().message();
  EXPECT_EQ(profile->at(*base::parse_rfc3339("2019-06-11T07:30:00Z")), 1857u);  // Tuesday 08 to 09 by the local clock
  EXPECT_EQ(profile->of_hour(4 * 24 + 16), 2012u);                              // Friday afternoon, the week's peak
  EXPECT_EQ(profile->of_hour(2), 87u);                                          // Monday night, its trough
  std::uint64_t sum = 0;
  for (int hour = 0; hour < 168; ++hour) sum += profile->of_hour(hour);
  EXPECT_NEAR(static_cast<double>(sum) / 168, 1000, 2);
}

TEST(HourProfile, misshapen_tables_are_refused) {
  expect_unfit("", "does not begin with the line");
  expect_unfit("hour,monday\n", "does not begin with the line");
  expect_unfit(table(23), "has 23 hours, not 24");
  expect_unfit(table(24) + "2018,3,1.0,1.0,1.0,1.0,1.0,1.0,1.0\n", "has hour 3 twice");
  expect_unfit(table(24, "0.0"), "'0.0' at hour 0");
  expect_unfit(table(24, "100"), "'100' at hour 0");
  expect_unfit(table(24, "1000.1"), "'1000.1' at hour 0");
  expect_unfit(std::string(kHeader) + "2018,24,1.0,1.0,1.0,1.0,1.0,1.0,1.0\n", "'24' is no hour");
  expect_unfit(std::string(kHeader) + "2018,0,1.0\n", ":2 has 3 fields, the header 9");
}

TEST(HourProfile, a_missing_file) {
  const auto profile = world::HourProfile::read("/nowhere/profile.csv");
  ASSERT_FALSE(profile);
  EXPECT_EQ(profile.error().kind, &world::kWorldFileUnreadable);
}

}  // namespace
