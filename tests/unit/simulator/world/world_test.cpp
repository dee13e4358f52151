// The world of the main job.
#include "simulator/world/world.h"

#include <cmath>
#include <set>

#include <gtest/gtest.h>

#include "simulator/kernel/digest.h"
#include "simulator/world/source_file.h"

namespace {

scenario::Scenario main_job() {
  const auto scenario = scenario::load_scenario(PLUMBLINE_SOURCE "/scenarios/clean/cambridgeshire-hour.json");
  EXPECT_TRUE(scenario) << scenario.error().message();
  return *scenario;
}

struct Tally final : world::PassListener {
  explicit Tally(kernel::Kernel& k) : kernel(k), digest(k.now()) {}
  void on_pass(const world::Pass& pass) override {
    ++passes;
    of_interest += pass.vehicle < 2'000 ? 1 : 0;
    digest.add(kernel.now(), 1, pass.camera, pass.pass, pass.vehicle);
    by_camera.resize(std::max<std::size_t>(by_camera.size(), pass.camera + 1));
    by_camera[pass.camera] += 1;
  }
  kernel::Kernel& kernel;
  kernel::Digest digest;
  std::uint64_t passes = 0, of_interest = 0;
  std::vector<double> by_camera;
};

Tally hour(std::uint64_t seed, kernel::Kernel& kernel) {
  const auto scenario = main_job();
  const auto world = world::make_world(scenario, seed);
  EXPECT_TRUE(world);
  Tally tally(kernel);
  const auto from = scenario.start + scenario.phases.warm_up;
  (*world)->start(kernel, tally, from, from + scenario.phases.traffic);
  kernel.run_until(from + base::hours(2));
  return tally;
}

TEST(World, the_main_hour_has_the_passes_that_were_counted) {
  const auto scenario = main_job();
  const auto world = world::make_world(scenario, scenario.seed);
  ASSERT_TRUE(world) << world.error().message();
  EXPECT_EQ((*world)->cameras().size(), 920u);
  EXPECT_EQ((*world)->passes_expected(), 484'797u);
  EXPECT_EQ((*world)->wan_latency(), base::nanoseconds(1'340'250));

  kernel::Kernel kernel(scenario.start);
  const auto tally = hour(scenario.seed, kernel);
  EXPECT_NEAR(static_cast<double>(tally.passes), 484'797, 4'848);
  EXPECT_NEAR(static_cast<double>(tally.of_interest) / static_cast<double>(tally.passes), 0.01, 0.001);
  ASSERT_EQ(tally.by_camera.size(), 920u);
  double worst = 0;
  for (std::size_t i = 0; i < 920; i += 2) {
    const double both = tally.by_camera[i] + tally.by_camera[i + 1];
    worst = std::max(worst, std::abs(tally.by_camera[i] - tally.by_camera[i + 1]) / std::sqrt(both + 1));
  }
  EXPECT_LT(worst, 6) << "the directions of a site carry about the same";
}

TEST(World, one_seed_one_digest) {
  const auto start = main_job().start;
  kernel::Kernel first(start), second(start), other(start);
  const auto digest = hour(1, first).digest.text();
  EXPECT_EQ(hour(1, second).digest.text(), digest);
  EXPECT_NE(hour(2, other).digest.text(), digest);
}

TEST(World, vehicles_of_interest_are_the_first_and_all_differ) {
  const auto scenario = main_job();
  const auto world = world::make_world(scenario, scenario.seed);
  const auto vehicles = (*world)->of_interest();
  ASSERT_EQ(vehicles.size(), 2'000u);
  std::set<std::string> marks;
  for (std::size_t i = 0; i < vehicles.size(); ++i) {
    EXPECT_EQ(vehicles[i].number, i);
    marks.insert(vehicles[i].vrm);
  }
  EXPECT_EQ(marks.size(), 2'000u);
  EXPECT_EQ((*world)->vehicle(17).vrm, vehicles[17].vrm);
  EXPECT_EQ((*world)->vehicle(17).make, vehicles[17].make);
  EXPECT_FALSE(vehicles[17].colour.empty());
}

TEST(World, looks_follow_the_shares) {
  const auto scenario = main_job();
  const auto world = world::make_world(scenario, 4);
  int fords = 0, black = 0;
  for (std::uint64_t number = 0; number < 20'000; ++number) {
    const auto vehicle = (*world)->vehicle(number);
    fords += vehicle.make == "Ford" ? 1 : 0;
    black += vehicle.colour == "BLACK" ? 1 : 0;
  }
  EXPECT_NEAR(fords / 20'000.0, 0.0956, 0.01);
  EXPECT_NEAR(black / 20'000.0, 5'915'527.0 / 30'332'469.0, 0.012);
}

TEST(World, a_file_that_does_not_fit_is_named) {
  auto scenario = main_job();
  scenario.world.makes = scenario.world.colours;
  const auto world = world::make_world(scenario, 1);
  ASSERT_FALSE(world);
  EXPECT_EQ(world.error().kind, &world::kWorldFileUnfit);
  EXPECT_NE(world.error().detail.find("colours.csv"), std::string::npos);
}

/// The first twenty sites for ten minutes, otherwise.
struct Small {
  scenario::Scenario scenario = main_job();
  Small() {
    scenario.world.site_limit = 20;
    scenario.phases.traffic = base::minutes(10);
  }
  std::unique_ptr<world::World> make() const { return *world::make_world(scenario, 7); }
  std::vector<world::Pass> passes() const {
    struct Kept final : world::PassListener {
      std::vector<world::Pass> all;
      void on_pass(const world::Pass& pass) override { all.push_back(pass); }
    } kept;
    kernel::Kernel kernel(scenario.start);
    const auto world = make();
    const auto from = scenario.start + scenario.phases.warm_up;
    world->start(kernel, kept, from, from + scenario.phases.traffic);
    kernel.run_until(from + scenario.phases.traffic);
    return kept.all;
  }
};

TEST(World, marks_that_cannot_be_read_change_nothing_else) {
  Small small;
  const auto clear = small.passes();
  small.scenario.world.unread_one_in = 20;
  const auto muddy = small.passes();
  ASSERT_EQ(clear.size(), muddy.size());
  std::size_t unread = 0;
  for (std::size_t i = 0; i < clear.size(); ++i) {
    EXPECT_TRUE(clear[i].has_mark);
    EXPECT_EQ(clear[i].vehicle, muddy[i].vehicle);
    unread += muddy[i].has_mark ? 0 : 1;
  }
  const double expected = static_cast<double>(clear.size()) / 20;
  EXPECT_NEAR(static_cast<double>(unread), expected, 5 * std::sqrt(expected));
}

TEST(World, every_other_journey_may_be_of_interest) {
  Small small;
  small.scenario.world.of_interest_one_in = 2;
  const auto passes = small.passes();
  const auto wanted = std::count_if(passes.begin(), passes.end(), [](const auto& pass) { return pass.vehicle < 2'000; });
  EXPECT_NEAR(static_cast<double>(wanted) / static_cast<double>(passes.size()), 0.5, 0.03);
}

TEST(World, every_nth_camera_is_equipped) {
  Small small;
  const auto plain = small.make();
  for (const auto& camera : plain->cameras()) EXPECT_TRUE(camera.lanes == 0 && camera.alias.empty() && camera.presets.empty());
  small.scenario.world.lanes_one_in = 2;
  small.scenario.world.aliases_one_in = 3;
  small.scenario.world.presets_one_in = 4;
  small.scenario.world.records_unread = true;
  const auto world = small.make();
  for (std::size_t i = 0; i < world->cameras().size(); ++i) {
    const world::Camera& camera = world->cameras()[i];
    EXPECT_TRUE(camera.records_unread);
    EXPECT_EQ(camera.lanes > 0, i % 2 == 0);
    EXPECT_EQ(camera.alias.size(), i % 3 == 0 ? 9U : 0U) << camera.alias;
    EXPECT_EQ(camera.presets.size(), i % 4 == 0 ? 2U : 0U);
    if (camera.presets.empty()) continue;
    EXPECT_EQ(camera.presets.at(static_cast<std::size_t>(camera.preset)).direction_deg, camera.direction_deg);
    EXPECT_EQ(std::abs(camera.presets[0].direction_deg - camera.presets[1].direction_deg), 180);
  }
}

}  // namespace
