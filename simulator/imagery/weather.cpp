#include "simulator/imagery/weather.h"

#include <algorithm>

#include "reference/base/hash.h"
#include "simulator/imagery/plate.h"
#include "simulator/imagery/strokes.h"

namespace imagery {
namespace {

constexpr Paint kHeadlight{1.0, 0.96, 0.84}, kTailLight{0.95, 0.08, 0.06}, kStreetLight{1.0, 0.72, 0.36};

double part(std::uint64_t bits, int shift) { return static_cast<double>(bits >> shift & 1023) / 1024; }

Paint faint(Paint paint, double alpha) {
  paint.alpha = alpha;
  return paint;
}

/// Enters the millimetres of the vehicle. Ends with the next cairo_restore.
void enter(cairo_t* at, const Standing& s) {
  cairo_save(at);
  cairo_translate(at, s.x_px, s.y_px);
  cairo_scale(at, 1 / s.mm_per_px, 1 / s.mm_per_px);
}

void darken(cairo_t* at) {
  cairo_save(at);
  cairo_set_operator(at, CAIRO_OPERATOR_MULTIPLY);
  cairo_new_path(at);
  cairo_rectangle(at, 0, 0, kOverviewWidth, kOverviewHeight);
  fill(at, {0.07, 0.085, 0.15}, 0, {0.27, 0.28, 0.35}, kOverviewHeight);
  cairo_restore(at);
}

void light_front(cairo_t* at, const Model& model) {
  for (const double side : {-1.0, 1.0}) {
    glow(at, side * model.lamp_x, model.lamp_y, 900, faint(kHeadlight, 0.55));
    disc(at, side * model.lamp_x, model.lamp_y, 78);
    fill(at, {1, 1, 0.97});
  }
}

void light_rear(cairo_t* at, const Model& model) {
  for (const double side : {-1.0, 1.0}) {
    glow(at, side * model.lamp_x, model.lamp_y, 520, faint(kTailLight, 0.6));
    disc(at, side * model.lamp_x, model.lamp_y, 48);
    fill(at, {1, 0.35, 0.28});
  }
  if (model.lamp_x == 0) glow(at, 0, model.lamp_y, 300, faint(kTailLight, 0.5));
}

}  // namespace

void turn_to_night(Surface& to, const Sight& sight, const Model& model, const Standing& standing) {
  cairo_t* at = to.context();
  darken(at);
  glow(at, 90, 20, 230, faint(kStreetLight, 0.5));
  glow(at, 560, 50, 120, faint(kStreetLight, 0.4));
  enter(at, standing);
  if (sight.face == Face::kFront) light_front(at, model);
  else light_rear(at, model);
  cairo_restore(at);
  if (sight.face == Face::kFront) {
    for (const double side : {-1.0, 1.0}) {
      const double x = standing.x_px + side * model.lamp_x / standing.mm_per_px;
      cairo_save(at);
      cairo_translate(at, x, standing.y_px + 14);
      cairo_scale(at, 1, 0.22);
      glow(at, 0, 0, 170, faint(kHeadlight, 0.35));   // on the road before it
      cairo_restore(at);
    }
  }
  enter(at, standing);   // the camera's lamp, which a plate throws straight back
  draw_plate(at, sight, 0, model.plate_y);
  glow(at, 0, model.plate_y, 480, {0.5, 0.5, 0.45, 0.28});
  cairo_restore(at);
}

void splash_dirt(cairo_t* at, const View& view, const Model& model) {
  const std::uint64_t dirt = std::min<std::uint64_t>(view.dirt_permille, 1'000);
  cairo_set_operator(at, CAIRO_OPERATOR_ATOP);
  box(at, -model.width, -model.height * 0.55, 2 * model.width, model.height * 0.55, 0);
  fill(at, {0.36, 0.29, 0.20, 0}, -model.height * 0.55, {0.36, 0.29, 0.20, 0.75 * static_cast<double>(dirt) / 1'000}, -100);
  for (std::uint64_t n = 0; n < dirt; ++n) {
    const std::uint64_t bits = base::mix64(view.seed * 1'000 + n);
    const double height = part(bits, 0) * part(bits, 10) * model.height * 0.75;   // most of it low down
    const double x = (part(bits, 20) - 0.5) * model.width * 1.05;
    const double size = 8 + part(bits, 30) * part(bits, 40) * 46;
    oval(at, x, -60 - height, size * (1 + part(bits, 50)), size);
    fill(at, {0.33, 0.27, 0.19, 0.55});
  }
  cairo_set_operator(at, CAIRO_OPERATOR_OVER);
}

void let_rain(Surface& to, const View& view, const Model& model, const Standing& standing) {
  cairo_t* at = to.context();
  for (const double side : {-1.0, 1.0}) {   // spray
    const double x = standing.x_px + side * model.width * 0.42 / standing.mm_per_px;
    cairo_save(at);
    cairo_translate(at, x, standing.y_px - 8);
    cairo_scale(at, 1, 0.45);
    glow(at, 0, 0, 90, {0.8, 0.82, 0.85, view.light == Light::kDay ? 0.45 : 0.15});
    cairo_restore(at);
  }
  const double lightness = view.light == Light::kDay ? 0.9 : 0.6;
  cairo_set_line_width(at, 1.1);
  set_paint(at, {lightness, lightness, lightness + 0.05, 0.30});
  cairo_new_path(at);
  for (std::uint64_t n = 0; n < 420; ++n) {
    const std::uint64_t bits = base::mix64(view.seed + (n << 20) + 7);
    const double x = part(bits, 0) * (kOverviewWidth + 40), y = part(bits, 10) * kOverviewHeight - 20;
    const double length = 10 + part(bits, 20) * 22;
    cairo_move_to(at, x, y);
    cairo_line_to(at, x - length * 0.22, y + length);
    if (n % 20 == 19) cairo_stroke(at);   // one stroke of all would be searched for crossings
  }
  for (std::uint64_t n = 0; n < 14; ++n) {   // on the lens
    const std::uint64_t bits = base::mix64(view.seed + (n << 24) + 11);
    const double x = part(bits, 0) * kOverviewWidth, y = part(bits, 10) * kOverviewHeight, radius = 3 + part(bits, 20) * 6;
    oval(at, x, y, radius, radius * 1.15);
    fill(at, {0.30, 0.32, 0.35, 0.22}, y - radius, {0.95, 0.96, 0.98, 0.30}, y + radius);
  }
}

}  // namespace imagery
