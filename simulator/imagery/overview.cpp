#include "simulator/imagery/overview.h"

#include "reference/base/check.h"
#include "simulator/imagery/paints.h"
#include "simulator/imagery/plate.h"
#include "simulator/imagery/strokes.h"
#include "simulator/imagery/vehicle.h"
#include "simulator/imagery/weather.h"
#include "simulator/kernel/random.h"

namespace imagery {
namespace {

/// The vehicle stands somewhat beside the middle, and not always at the same line.
Standing standing_of(const View& view, const Model& model) {
  kernel::Stream stream(view.seed, "imagery.overview", 0);
  const auto right = static_cast<double>(kernel::uniform(stream.next(), 49));
  const auto down = static_cast<double>(kernel::uniform(stream.next(), 9));
  return {kOverviewWidth / 2.0 - 24 + right, 444 + down, model.mm_per_px};
}

void draw_vehicle(cairo_t* at, const Sight& sight, const Model& model, const Standing& standing) {
  cairo_save(at);
  cairo_translate(at, standing.x_px, standing.y_px);
  cairo_scale(at, 1 / standing.mm_per_px, 1 / standing.mm_per_px);
  oval(at, 0, -20, model.width * 0.58, model.width * 0.07);
  fill(at, {0, 0, 0, 0.30});
  oval(at, 0, -20, model.width * 0.50, model.width * 0.04);
  fill(at, {0, 0, 0, 0.45});
  if (sight.view.dirt_permille != 0) cairo_push_group(at);
  model.draw(at, {paint_of(sight.colour), sight.make == "other" ? std::string_view() : sight.make});
  draw_plate(at, sight, 0, model.plate_y);
  if (sight.view.dirt_permille != 0) {
    splash_dirt(at, sight.view, model);
    cairo_pop_group_to_source(at);
    cairo_paint(at);
  }
  cairo_restore(at);
}

}  // namespace

void draw_overview(const Sight& given, Surface& to) {
  PLUMB_CHECK(to.width() == kOverviewWidth && to.height() == kOverviewHeight, "an overview is 640 x 480");
  const Sight sight = lawful(given);
  const Model& model = model_of(sight.body, sight.face);
  const Standing standing = standing_of(sight.view, model);
  draw_road(to, sight.view, standing);
  draw_vehicle(to.context(), sight, model, standing);
  if (sight.view.light == Light::kNight) turn_to_night(to, sight, model, standing);
  if (sight.view.weather == Weather::kRain) let_rain(to, sight.view, model, standing);
}

Box plate_on_overview(const Sight& given) {
  const Sight sight = lawful(given);
  const Model& model = model_of(sight.body, sight.face);
  const Standing standing = standing_of(sight.view, model);
  const auto pixels = [&](double mm) { return static_cast<int>(mm / standing.mm_per_px); };
  if (sight.vrm.empty()) return {static_cast<int>(standing.x_px), static_cast<int>(standing.y_px) + pixels(model.plate_y), 0, 0};
  const PlateLayout plate = lay_out(sight.vrm, sight.body, sight.lines);
  return {static_cast<int>(standing.x_px) - pixels(plate.width_mm / 2.0),
          static_cast<int>(standing.y_px) + pixels(model.plate_y - plate.height_mm / 2.0), pixels(plate.width_mm), pixels(plate.height_mm)};
}

int overview_grain(const View& view) {
  kernel::Stream stream(view.seed, "imagery.overview.grain", 0);
  const auto drawn = static_cast<int>(kernel::uniform(stream.next(), 6));
  return view.scene == Scene::kBusy ? 20 + drawn : 4 + drawn + (view.light == Light::kNight ? 4 : 0);
}

}  // namespace imagery
