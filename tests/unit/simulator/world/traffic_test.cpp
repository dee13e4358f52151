// Traffic over a small road that is worked out by hand, and over the compiled county.
#include "simulator/world/traffic.h"

#include <cmath>
#include <map>
#include <set>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "reference/base/check.h"
#include "tests/unit/simulator/world/temporary_file.h"

namespace {

using world::Habits;
using world::HourProfile;
using world::Pass;
using world::SiteTable;
using world::Traffic;

struct Seen final : world::PassListener {
  struct One {
    base::Instant at;
    Pass pass;
    friend bool operator==(const One& a, const One& b) {
      return a.at == b.at && a.pass.camera == b.pass.camera && a.pass.vehicle == b.pass.vehicle;
    }
  };
  explicit Seen(kernel::Kernel& k) : kernel(k) {}
  void on_pass(const Pass& pass) override { all.push_back({kernel.now(), pass}); }
  kernel::Kernel& kernel;
  std::vector<One> all;
};

HourProfile flat_profile(std::string_view index = "100.0") {
  std::string text = "year,hour,monday,tuesday,wednesday,thursday,friday,saturday,sunday\n";
  for (int hour = 0; hour < 24; ++hour) {
    text += "2018," + std::to_string(hour);
    for (int day = 0; day < 7; ++day) text += "," + std::string(index);
    text += "\n";
  }
  const TemporaryFile file(text);
  return *HourProfile::read(file.path());
}

world::Camera camera(int nrd) {
  const domain::CameraId id{*domain::FeedId::make("35"), *domain::SourceId::make(1, domain::kSourceIdOutOfRange),
                            *domain::NrdId::make(nrd, domain::kNrdIdOutOfRange)};
  const auto place = *domain::Location::make(520'000'000, 0);
  return {.id = id, .text = id.text(), .recorded = place, .surveyed = place, .road = "A1"};
}

/// Three sites in a row, 5 km apart; the middle one is a bottleneck. One drives on in direction 0 alone.
SiteTable three_sites() {
  SiteTable table;
  for (int nrd = 1; nrd <= 6; ++nrd) table.cameras.push_back(camera(nrd));
  table.onward.resize(6);
  table.onward[0] = world::Onward{2, 5'000};
  table.onward[2] = world::Onward{4, 5'000};
  table.flow = {240'000, 60'000, 240'000};
  return table;
}

constexpr Habits kHabits{.vehicles = 14'625'792, .of_interest = 100, .of_interest_one_in = 10, .continues_percent = 60};
const base::Instant kStart = *base::parse_rfc3339("2019-06-11T06:00:00Z");

std::vector<Seen::One> run(const SiteTable& table, const HourProfile& profile, Habits habits, std::uint64_t seed, base::Duration before,
                           base::Duration length) {
  kernel::Kernel kernel(kStart);
  Seen seen(kernel);
  Traffic traffic(table, profile, habits, seed);
  traffic.start(kernel, seen, kStart + before, kStart + before + length);
  kernel.run_until(kStart + before + length + base::hours(1));
  EXPECT_TRUE(kernel.idle());
  EXPECT_EQ(traffic.under_way(), 0u);
  return seen.all;
}

TEST(Traffic, flow_past_each_camera_is_the_counted_one) {
  const auto table = three_sites();
  const auto seen = run(table, flat_profile(), kHabits, 5, {}, base::hours(4));
  std::map<std::uint32_t, double> passes;
  for (const auto& one : seen) ++passes[one.pass.camera];
  for (std::uint32_t i = 0; i < 6; ++i) {
    const double expected = table.flow[i / 2] / 24.0 / 2 * 4;  // one direction, four hours
    EXPECT_NEAR(passes[i], expected, 4 * std::sqrt(expected)) << "camera " << i;
  }
}

TEST(Traffic, is_stationary_from_the_first_minute) {
  const auto seen = run(three_sites(), flat_profile(), kHabits, 6, base::minutes(1), base::minutes(60));
  double first = 0, last = 0;
  for (const auto& one : seen) {
    if (one.pass.camera != 4) continue;  // the last of the road: it depends on those that were under way
    first += one.at < kStart + base::minutes(6) ? 1 : 0;
    last += one.at >= kStart + base::minutes(56) ? 1 : 0;
  }
  const double expected = 240'000.0 / 24 / 2 / 12;
  EXPECT_NEAR(first, expected, 4 * std::sqrt(expected));
  EXPECT_NEAR(last, expected, 4 * std::sqrt(expected));
}

TEST(Traffic, vehicles_pass_sites_in_order_at_speeds_of_the_road) {
  const auto seen = run(three_sites(), flat_profile(), {.vehicles = 14'625'792, .continues_percent = 60}, 7, {}, base::hours(1));
  std::map<std::uint64_t, std::vector<Seen::One>> by_vehicle;
  for (const auto& one : seen) by_vehicle[one.pass.vehicle].push_back(one);
  int two = 0, three = 0;
  for (const auto& [vehicle, passes] : by_vehicle) {
    for (std::size_t i = 1; i < passes.size(); ++i) {
      // Otherwise the same vehicle was drawn again.
      if (passes[i].pass.camera != passes[i - 1].pass.camera + 2 || passes[i].pass.camera % 2 != 0) continue;
      const double hours = static_cast<double>((passes[i].at - passes[i - 1].at).ns) / 3.6e12;
      if (hours > 0.09) continue;
      EXPECT_GE(5 / hours, 59.9);
      EXPECT_LE(5 / hours, 100.1);
      (passes[i].pass.camera == 2 ? two : three) += 1;
    }
  }
  EXPECT_NEAR(two, 5'000 * 0.25, 200);  // the bottleneck lets a quarter pass
  EXPECT_NEAR(three, 1'250 * 0.6, 150);
}

TEST(Traffic, passes_lie_between_from_and_to_in_order_and_are_numbered) {
  const auto seen = run(three_sites(), flat_profile(), kHabits, 8, base::minutes(20), base::minutes(7));
  ASSERT_GT(seen.size(), 1'000u);
  for (std::size_t i = 0; i < seen.size(); ++i) {
    EXPECT_EQ(seen[i].pass.pass, i);
    EXPECT_GE(seen[i].at, kStart + base::minutes(20));
    EXPECT_LT(seen[i].at, kStart + base::minutes(27));
    EXPECT_GE(seen[i].at, seen[i == 0 ? 0 : i - 1].at);
  }
}

TEST(Traffic, one_journey_in_ten_is_of_interest) {
  const auto seen = run(three_sites(), flat_profile(), kHabits, 9, {}, base::hours(2));
  double of_interest = 0;
  for (const auto& one : seen) of_interest += one.pass.vehicle < 100 ? 1 : 0;
  EXPECT_NEAR(of_interest / static_cast<double>(seen.size()), 0.1, 0.005);
  const Habits without{.vehicles = 1'000, .of_interest = 100, .continues_percent = 60};
  for (const auto& one : run(three_sites(), flat_profile(), without, 9, {}, base::minutes(5))) {
    EXPECT_GE(one.pass.vehicle, 100u);
    EXPECT_LT(one.pass.vehicle, 1'000u);
  }
}

TEST(Traffic, follows_the_hour) {
  const HourProfile published = *HourProfile::read(PLUMBLINE_SOURCE "/scenarios/data/dft_tra0307/tra0307_2018.csv");
  const auto table = three_sites();
  const auto seen = run(table, published, kHabits, 10, {}, base::hours(3));  // 07 to 10 by the local clock
  std::array<double, 3> hours{};
  for (const auto& one : seen) hours[static_cast<std::size_t>((one.at - kStart).ns / base::hours(1).ns)] += 1;
  const std::array<double, 3> index{1.860, 1.857, 1.532};
  for (std::size_t i = 0; i < 3; ++i) {
    const double expected = 540'000.0 / 24 * index[i];
    EXPECT_NEAR(hours[i] / expected, 1, 0.03) << "hour " << i;
  }
}

TEST(Traffic, gaps_of_one_source_are_those_of_a_poisson_stream) {
  SiteTable table;
  table.cameras = {camera(1), camera(2)};
  table.onward.resize(2);
  table.flow = {480'000};
  const auto seen = run(table, flat_profile(), kHabits, 11, {}, base::hours(2));
  std::vector<double> gaps;
  base::Instant last = kStart;
  for (const auto& one : seen) {
    if (one.pass.camera != 0) continue;
    gaps.push_back(static_cast<double>((one.at - last).ns));
    last = one.at;
  }
  double mean = 0, squares = 0;
  for (const double gap : gaps) mean += gap / static_cast<double>(gaps.size());
  for (const double gap : gaps) squares += (gap - mean) * (gap - mean) / static_cast<double>(gaps.size());
  EXPECT_NEAR(mean, 3.6e11 / 1e3, 3.6e11 / 1e3 * 0.03);  // 10,000 an hour
  EXPECT_NEAR(std::sqrt(squares) / mean, 1, 0.05);       // of an exponential distribution
}

TEST(Traffic, expects_what_the_table_says) {
  const auto table = world::read_site_table(PLUMBLINE_SOURCE "/scenarios/data/sites/cambridgeshire.json", 0);
  ASSERT_TRUE(table);
  const auto profile = HourProfile::read(PLUMBLINE_SOURCE "/scenarios/data/dft_tra0307/tra0307_2018.csv");
  const Traffic traffic(*table, *profile, kHabits, 1);
  const auto hour = *base::parse_rfc3339("2019-06-11T07:00:00Z");
  EXPECT_EQ(traffic.expected(hour, hour + base::hours(1)), 484'797u);  // 6,265,557 a day / 24 * 1.857
  EXPECT_EQ(traffic.expected(hour, hour), 0u);
  EXPECT_EQ(traffic.expected(hour - base::minutes(30), hour + base::minutes(30)), (6'265'557ULL * (1'860 + 1'857) / 2) / 24'000);
}

RC_GTEST_PROP(Traffic, one_seed_gives_one_traffic, (std::uint64_t seed)) {
  const auto profile = flat_profile();
  const auto table = three_sites();
  const auto once = run(table, profile, kHabits, seed, {}, base::minutes(2));
  RC_ASSERT(once == run(table, profile, kHabits, seed, {}, base::minutes(2)));
  RC_ASSERT(once != run(table, profile, kHabits, seed + 1, {}, base::minutes(2)));
}

// A camera more at the end of the table changes nothing at the others.
TEST(Traffic, one_site_more_changes_no_other) {
  auto table = three_sites();
  const auto before = run(table, flat_profile(), kHabits, 3, {}, base::minutes(5));
  table.cameras.push_back(camera(7));
  table.cameras.push_back(camera(8));
  table.onward.resize(8);
  table.flow.push_back(100'000);
  auto after = run(table, flat_profile(), kHabits, 3, {}, base::minutes(5));
  std::erase_if(after, [](const Seen::One& one) { return one.pass.camera >= 6; });
  EXPECT_TRUE(before == after);
}

TEST(Traffic, a_site_without_traffic_is_quiet) {
  auto table = three_sites();
  table.flow = {0, 0, 0};
  EXPECT_TRUE(run(table, flat_profile(), kHabits, 3, {}, base::hours(1)).empty());
}

TEST(Traffic, starts_once) {
  const auto table = three_sites();
  const auto profile = flat_profile();
  kernel::Kernel kernel(kStart);
  Seen seen(kernel);
  Traffic traffic(table, profile, kHabits, 1);
  traffic.start(kernel, seen, kStart, kStart);
  EXPECT_THROW(traffic.start(kernel, seen, kStart, kStart), base::Broken);
}

}  // namespace
