#include "simulator/world/local_time.h"

#include <gtest/gtest.h>

namespace {

base::Instant at(std::string_view text) { return *base::parse_rfc3339(text); }

// The days on which clocks changed, as the government published them.
TEST(SummerTime, changes_at_one_on_the_last_sundays) {
  const std::pair<const char*, const char*> kYears[] = {{"2016-03-27", "2016-10-30"}, {"2018-03-25", "2018-10-28"},
                                                        {"2019-03-31", "2019-10-27"}, {"2020-03-29", "2020-10-25"},
                                                        {"2024-03-31", "2024-10-27"}, {"2026-03-29", "2026-10-25"}};
  for (const auto& [spring, autumn] : kYears) {
    SCOPED_TRACE(spring);
    const auto begins = at(std::string(spring) + "T01:00:00Z");
    const auto ends = at(std::string(autumn) + "T01:00:00Z");
    EXPECT_FALSE(world::is_summer_time(begins - base::nanoseconds(1)));
    EXPECT_TRUE(world::is_summer_time(begins));
    EXPECT_TRUE(world::is_summer_time(ends - base::nanoseconds(1)));
    EXPECT_FALSE(world::is_summer_time(ends));
  }
}

TEST(SummerTime, not_in_winter_and_at_new_year) {
  for (const auto* text : {"2019-01-01T00:00:00Z", "2019-12-31T23:59:59Z", "2020-02-29T12:00:00Z"}) {
    EXPECT_FALSE(world::is_summer_time(at(text))) << text;
  }
  EXPECT_TRUE(world::is_summer_time(at("2019-06-11T07:00:00Z")));
}

TEST(LocalHour, is_by_the_local_clock) {
  EXPECT_EQ(world::local_hour_of_week(at("2019-06-11T07:00:00Z")), 24 + 8);  // Tuesday 08:00 BST: the main job
  EXPECT_EQ(world::local_hour_of_week(at("2019-06-11T06:59:59.999999999Z")), 24 + 7);
  EXPECT_EQ(world::local_hour_of_week(at("2019-01-07T00:00:00Z")), 0);  // Monday, GMT
  EXPECT_EQ(world::local_hour_of_week(at("2019-01-06T23:00:00Z")), 167);
  EXPECT_EQ(world::local_hour_of_week(at("2019-06-09T23:30:00Z")), 0);  // Sunday in London is over already
}

TEST(LocalHour, springs_forward_and_falls_back) {
  EXPECT_EQ(world::local_hour_of_week(at("2019-03-31T00:59:59Z")), 6 * 24);
  EXPECT_EQ(world::local_hour_of_week(at("2019-03-31T01:00:00Z")), 6 * 24 + 2);
  EXPECT_EQ(world::local_hour_of_week(at("2019-10-27T00:59:59Z")), 6 * 24 + 1);
  EXPECT_EQ(world::local_hour_of_week(at("2019-10-27T01:00:00Z")), 6 * 24 + 1);
}

}  // namespace
