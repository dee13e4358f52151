#include "scenarios/format/quantity.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace {

using scenario::parse_bandwidth;
using scenario::parse_duration;
using scenario::parse_offset;
using scenario::parse_one_in;
using scenario::parse_percent;

TEST(Quantity, lengths_of_time_in_every_unit) {
  EXPECT_EQ(parse_duration("0 s")->ns, 0);
  EXPECT_EQ(parse_duration("7 ns")->ns, 7);
  EXPECT_EQ(parse_duration("200 us")->ns, 200'000);
  EXPECT_EQ(parse_duration("12 ms")->ns, 12'000'000);
  EXPECT_EQ(parse_duration("20 s")->ns, 20'000'000'000);
  EXPECT_EQ(parse_duration("2 min")->ns, 120'000'000'000);
  EXPECT_EQ(parse_duration("1 h")->ns, 3'600'000'000'000);
  EXPECT_EQ(parse_duration("400 d")->ns, 400 * 86'400'000'000'000);
}

TEST(Quantity, bandwidths_shares_ratios_offsets) {
  EXPECT_EQ(*parse_bandwidth("20 Mbit/s"), 20'000'000u);
  EXPECT_EQ(*parse_bandwidth("1 Gbit/s"), 1'000'000'000u);
  EXPECT_EQ(*parse_bandwidth("64 kbit/s"), 64'000u);
  EXPECT_EQ(*parse_bandwidth("9 bit/s"), 9u);
  EXPECT_EQ(*parse_percent("0 %"), 0u);
  EXPECT_EQ(*parse_percent("100 %"), 100u);
  EXPECT_EQ(*parse_one_in("1/100"), 100u);
  EXPECT_EQ(*parse_one_in("1/1"), 1u);
  EXPECT_EQ(parse_offset("-90 s")->ns, -90'000'000'000);
  EXPECT_EQ(parse_offset("+1 h")->ns, 3'600'000'000'000);
}

// Each is one slip that a person makes; none may be guessed at.
TEST(Quantity, slips_are_refused) {
  for (const auto* text : {"",
                           " ",
                           "12",
                           "12ms",
                           "12  ms",
                           " 12 ms",
                           "12 ms ",
                           "12 MS",
                           "12 sec",
                           "1.5 s",
                           "-1 s",
                           "+1 s",
                           "1e3 s",
                           "0x1 s",
                           "12 Mbit/s",
                           "401 d",
                           "99999999999999999999 ns",
                           "9999999999999999 ns",
                           "ms",
                           " ms",
                           "1 000 ms"}) {
    EXPECT_FALSE(parse_duration(text)) << text;
  }
  for (const auto* text : {"20 Mbps", "20 MBit/s", "20 MB/s", "0 bit/s", "20 ms", "10001 Gbit/s", "20"})
    EXPECT_FALSE(parse_bandwidth(text)) << text;
  for (const auto* text : {"60", "60%", "101 %", "-1 %", "0.6"}) EXPECT_FALSE(parse_percent(text)) << text;
  for (const auto* text : {"1/0", "2/100", "1/", "1/ 100", "1 / 100", "1/-5", "100", "1/1000000001"})
    EXPECT_FALSE(parse_one_in(text)) << text;
  for (const auto* text : {"1 h", "- 1 h", "--1 h", "+-1 h", ""}) EXPECT_FALSE(parse_offset(text)) << text;
}

TEST(Quantity, a_wrong_unit_is_answered_with_the_right_ones) {
  const auto error = parse_duration("20 Mbit/s").error();
  EXPECT_EQ(error.kind, &scenario::kQuantityUnfit) << error.message();
  EXPECT_EQ(
      error.detail,
      "found '20 Mbit/s', expected a length of time of at most 400 d in whole numbers, such as 12 ms; units: ns, us, ms, s, min, h, d");
  EXPECT_NE(parse_bandwidth("20 ms").error().detail.find("units: bit/s, kbit/s, Mbit/s, Gbit/s"), std::string::npos);
}

RC_GTEST_PROP(Quantity, any_text_is_read_or_refused, (const std::string& text)) {
  const auto time = parse_duration(text);
  if (time) RC_ASSERT(time->ns >= 0);
  const auto bits = parse_bandwidth(text);
  if (bits) RC_ASSERT(*bits > 0u);
  if (const auto share = parse_percent(text)) RC_ASSERT(*share <= 100u);
  if (const auto n = parse_one_in(text)) RC_ASSERT(*n >= 1u);
}

RC_GTEST_PROP(Quantity, whole_seconds_come_back, ()) {
  const auto n = *rc::gen::inRange<std::int64_t>(0, 400 * 86'400);
  RC_ASSERT(parse_duration(std::to_string(n) + " s")->ns == n * 1'000'000'000);
  RC_ASSERT(parse_offset("-" + std::to_string(n) + " s")->ns == -n * 1'000'000'000);
}

}  // namespace
