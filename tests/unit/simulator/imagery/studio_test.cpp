// Pictures as they leave the studio, whatever the view.
#include "simulator/imagery/studio.h"

#include <gtest/gtest.h>

#include "reference/base/check.h"
#include "simulator/imagery/overview.h"
#include "tests/unit/simulator/imagery/decoded.h"

namespace {

using namespace imagery;

constexpr std::array<std::string_view, 6> kMarks{"AB00CDE", "Z123BCD", "000D000", "", "QQ111QQQ", "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345"};
constexpr std::array<std::string_view, 4> kMakes{"Ford", "Mercedes-Benz", "", "\u0160koda"};
constexpr std::array<std::string_view, 5> kColours{"BLUE", "WHITE", "SILVER/ALUMINIUM", "", "no colour of DVLA's"};

template <class List>
auto any_of(const List& list) {
  return *rc::gen::elementOf(list);
}

Sight any_sight() {
  Sight sight{.vrm = any_of(kMarks), .make = any_of(kMakes), .colour = any_of(kColours)};
  sight.face = *rc::gen::element(Face::kFront, Face::kRear);
  sight.lines = *rc::gen::element(Lines::kOne, Lines::kTwo);
  sight.body = *rc::gen::element(Body::kCar, Body::kVan, Body::kLorry, Body::kBus, Body::kMotorcycle);
  sight.view.light = *rc::gen::element(Light::kDay, Light::kNight);
  sight.view.weather = *rc::gen::element(Weather::kDry, Weather::kRain);
  sight.view.scene = *rc::gen::element(Scene::kPlain, Scene::kBusy);
  sight.view.dirt_permille = *rc::gen::element(0u, 100u, 600u, 1'000u, 4'000'000'000u);
  sight.view.seed = *rc::gen::arbitrary<std::uint64_t>();
  return sight;
}

std::optional<Geotag> any_place() { return *rc::gen::arbitrary<bool>() ? std::optional(Geotag{522'053'123, 1'218'001}) : std::nullopt; }

void check(const base::Bytes& bytes, std::size_t bytes_max, int width, int height) {
  RC_ASSERT(bytes.size() <= bytes_max);
  const auto picture = imagery_test::decode(bytes.view());
  RC_ASSERT(picture.width == width);
  RC_ASSERT(picture.height == height);
  RC_ASSERT(picture.warnings == 0);
  RC_ASSERT(picture.brightest() - picture.darkest() > 8);
}

RC_GTEST_PROP(Studio, keeps_patches_to_3000_bytes_and_120_by_60, ()) {
  Studio studio{Budget{}};
  check(studio.patch(any_sight(), any_place()), 3'000, 120, 60);
}

RC_GTEST_PROP(Studio, keeps_overviews_to_25000_bytes_and_640_by_480, ()) {
  Studio studio{Budget{}};
  check(studio.overview(any_sight(), any_place()), 25'000, 640, 480);
}

RC_GTEST_PROP(Studio, keeps_to_the_least_budget, ()) {
  Studio studio{kLeastBudget};
  Sight sight = any_sight();
  sight.view.scene = Scene::kBusy;
  check(studio.patch(sight, Geotag{1, 1}), kLeastBudget.patch_bytes_max, 120, 60);
  check(studio.overview(sight, Geotag{1, 1}), kLeastBudget.overview_bytes_max, 640, 480);
}

TEST(Studio, takes_no_budget_below_the_least) {
  EXPECT_THROW(Studio({1'499, 25'000}), base::Broken);
  EXPECT_THROW(Studio({3'000, 9'999}), base::Broken);
}

TEST(Studio, fits_a_busy_scene_that_is_over_the_limits_at_the_quality_devices_use) {
  Studio studio{Budget{}};
  for (std::uint64_t seed = 0; seed < 12; ++seed) {
    SCOPED_TRACE(seed);
    Sight sight{.vrm = "AB00CDE", .body = static_cast<Body>(seed % 5), .view = {.scene = Scene::kBusy, .seed = seed}};
    EXPECT_GT(studio.patch_at_quality(sight, {}, 85).size(), 3'000u);
    EXPECT_GT(studio.overview_at_quality(sight, {}, 85).size(), 50'000u);
    EXPECT_LE(studio.patch(sight, {}).size(), 3'000u);
    EXPECT_LE(studio.overview(sight, {}).size(), 25'000u);
  }
}

TEST(Studio, uses_most_of_its_budget) {
  Studio studio{Budget{}};
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    const Sight sight{.vrm = "AB00CDE", .make = "Ford", .colour = "RED", .view = {.seed = seed}};
    EXPECT_GT(studio.patch(sight, {}).size(), 2'700u);
    EXPECT_GT(studio.overview(sight, {}).size(), 22'500u);
  }
}

TEST(Studio, draws_the_same_again_whatever_it_drew_between) {
  Studio one{Budget{}}, other{Budget{}};
  const Sight sight{.vrm = "AB00CDE", .make = "Volvo", .colour = "RED",
                    .view = {.light = Light::kNight, .weather = Weather::kRain, .dirt_permille = 200, .seed = 9}};
  const auto patch = one.patch(sight, {}), overview = one.overview(sight, {});
  static_cast<void>(other.overview({.vrm = "Z123BCD", .body = Body::kBus}, {}));
  static_cast<void>(other.patch({.vrm = "Z123BCD", .body = Body::kMotorcycle, .view = {.dirt_permille = 900}}, {}));
  EXPECT_EQ(other.patch(sight, {}), patch);
  EXPECT_EQ(other.overview(sight, {}), overview);
}

/// Whether a change of the sight changes both pictures.
void expect_shown(const Sight& changed, bool on_patch, bool on_overview) {
  const Sight sight{.vrm = "AB00CDE", .make = "Ford", .colour = "RED", .view = {.seed = 9}};
  Studio studio{Budget{}};
  EXPECT_EQ(studio.patch(changed, {}) == studio.patch(sight, {}), !on_patch);
  EXPECT_EQ(studio.overview(changed, {}) == studio.overview(sight, {}), !on_overview);
}

TEST(Studio, shows_each_thing_a_sight_consists_of) {
  const Sight sight{.vrm = "AB00CDE", .make = "Ford", .colour = "RED", .view = {.seed = 9}};
  const auto with = [&](auto change) {
    Sight changed = sight;
    change(changed);
    return changed;
  };
  expect_shown(sight, false, false);
  expect_shown(with([](Sight& s) { s.vrm = "AB00CDF"; }), true, true);
  expect_shown(with([](Sight& s) { s.face = Face::kRear; }), true, true);
  expect_shown(with([](Sight& s) { s.lines = Lines::kTwo; }), true, true);
  expect_shown(with([](Sight& s) { s.body = Body::kVan; }), false, true);
  expect_shown(with([](Sight& s) { s.make = "Volvo"; }), false, true);
  expect_shown(with([](Sight& s) { s.colour = "GREEN"; }), false, true);
  expect_shown(with([](Sight& s) { s.view.light = Light::kNight; }), true, true);
  expect_shown(with([](Sight& s) { s.view.weather = Weather::kRain; }), true, true);
  expect_shown(with([](Sight& s) { s.view.dirt_permille = 400; }), true, true);
  expect_shown(with([](Sight& s) { s.view.scene = Scene::kBusy; }), true, true);
  expect_shown(with([](Sight& s) { s.view.seed = 10; }), true, true);
}

TEST(Studio, gives_a_motorcycle_the_one_plate_it_may_have) {
  Studio studio{Budget{}};
  const Sight front{.vrm = "AB00CDE", .body = Body::kMotorcycle};
  const Sight rear{.vrm = "AB00CDE", .face = Face::kRear, .lines = Lines::kTwo, .body = Body::kMotorcycle};
  EXPECT_EQ(studio.patch(front, {}), studio.patch(rear, {}));
  EXPECT_EQ(studio.overview(front, {}), studio.overview(rear, {}));
}

TEST(Overview, has_its_plate_in_the_frame_and_legible_in_size) {
  for (const auto body : {Body::kCar, Body::kVan, Body::kLorry, Body::kBus, Body::kMotorcycle}) {
    for (const auto face : {Face::kFront, Face::kRear}) {
      const auto plate = plate_on_overview({.vrm = "AB00CDE", .face = face, .body = body});
      EXPECT_GE(plate.left, 0);
      EXPECT_LE(plate.left + plate.width, kOverviewWidth);
      EXPECT_GE(plate.top, 0);
      EXPECT_LE(plate.top + plate.height, kOverviewHeight);
      EXPECT_GE(plate.height, 14) << "letters of ten pixels";
    }
  }
}

TEST(Overview, is_darker_by_night) {
  Studio studio{Budget{}};
  const auto mean = [&](Light light) {
    const auto picture = imagery_test::decode(studio.overview({.vrm = "AB00CDE", .colour = "WHITE", .view = {.light = light}}, {}).view());
    long sum = 0;
    for (const auto sample : picture.luma) sum += sample;
    return sum / static_cast<long>(picture.luma.size());
  };
  EXPECT_LT(mean(Light::kNight), 60);
  EXPECT_GT(mean(Light::kDay), 90);
}

}  // namespace
