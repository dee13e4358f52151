#include "simulator/imagery/strokes.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "simulator/imagery/surface.h"

namespace imagery {
namespace {

constexpr double kTurn = 6.283185307179586;

double distance(const Vertex& a, const Vertex& b) { return std::hypot(b.x - a.x, b.y - a.y); }

/// Where the way from `corner` to `towards` is `length` long.
Vertex on_way(const Vertex& corner, const Vertex& towards, double length) {
  const double whole = distance(corner, towards);
  return {corner.x + (towards.x - corner.x) * length / whole, corner.y + (towards.y - corner.y) * length / whole};
}

/// Adds the way around one corner, an arc where it is round.
void turn(cairo_t* at, const Vertex& from, const Vertex& corner, const Vertex& to) {
  if (corner.radius <= 0) return cairo_line_to(at, corner.x, corner.y);
  constexpr double kHandle = 0.4477;  // 1 - 0.5523: a cubic's handle for a quarter of a circle, measured from the corner
  const double in = std::min(corner.radius, distance(from, corner) / (from.radius > 0 ? 2 : 1));
  const double out = std::min(corner.radius, distance(corner, to) / (to.radius > 0 ? 2 : 1));
  const Vertex a = on_way(corner, from, in), b = on_way(corner, from, in * kHandle);
  const Vertex c = on_way(corner, to, out * kHandle), d = on_way(corner, to, out);
  cairo_line_to(at, a.x, a.y);
  cairo_curve_to(at, b.x, b.y, c.x, c.y, d.x, d.y);
}

/// Light around a point, all in the middle and none at the edge. Drawn once: a gradient for every glow takes most of the time of a night.
const Surface& falloff() {
  static const Surface kShape = [] {
    constexpr int kSide = 128;
    Surface shape(kSide, kSide, CAIRO_FORMAT_A8);
    cairo_pattern_t* shades = cairo_pattern_create_radial(kSide / 2.0, kSide / 2.0, 0, kSide / 2.0, kSide / 2.0, kSide / 2.0);
    cairo_pattern_add_color_stop_rgba(shades, 0, 1, 1, 1, 1);
    cairo_pattern_add_color_stop_rgba(shades, 0.25, 1, 1, 1, 0.4);
    cairo_pattern_add_color_stop_rgba(shades, 1, 1, 1, 1, 0);
    cairo_set_source(shape.context(), shades);
    cairo_pattern_destroy(shades);
    cairo_paint(shape.context());
    return shape;
  }();
  return kShape;
}

}  // namespace

void trace(cairo_t* at, std::span<const Vertex> v, Ends ends) {
  const std::size_t n = v.size();
  cairo_new_path(at);
  if (ends == Ends::kClosed) {
    cairo_move_to(at, (v[n - 1].x + v[0].x) / 2, (v[n - 1].y + v[0].y) / 2);
    for (std::size_t i = 0; i < n; ++i) turn(at, v[(i + n - 1) % n], v[i], v[(i + 1) % n]);
    cairo_close_path(at);
  } else {
    cairo_move_to(at, v[0].x, v[0].y);
    for (std::size_t i = 1; i + 1 < n; ++i) turn(at, v[i - 1], v[i], v[i + 1]);
    cairo_line_to(at, v[n - 1].x, v[n - 1].y);
  }
}

Paint lit(Paint paint, double factor) {
  const auto part = [factor](double value) { return std::clamp(value * factor, 0.0, 1.0); };
  return {part(paint.red), part(paint.green), part(paint.blue), paint.alpha};
}

void set_paint(cairo_t* at, Paint paint) { cairo_set_source_rgba(at, paint.red, paint.green, paint.blue, paint.alpha); }

void fill(cairo_t* at, Paint paint) {
  set_paint(at, paint);
  cairo_fill(at);
}

void fill(cairo_t* at, Paint above, double top, Paint below, double bottom) {
  cairo_pattern_t* shades = cairo_pattern_create_linear(0, top, 0, bottom);
  cairo_pattern_add_color_stop_rgba(shades, 0, above.red, above.green, above.blue, above.alpha);
  cairo_pattern_add_color_stop_rgba(shades, 1, below.red, below.green, below.blue, below.alpha);
  cairo_set_source(at, shades);
  cairo_pattern_destroy(shades);
  cairo_fill(at);
}

void box(cairo_t* at, double left, double top, double width, double height, double radius) {
  const double right = left + width, bottom = top + height;
  const Vertex corners[] = {{left, top, radius}, {right, top, radius}, {right, bottom, radius}, {left, bottom, radius}};
  trace(at, corners, Ends::kClosed);
}

void symmetric(cairo_t* at, std::initializer_list<Vertex> right) {
  std::vector<Vertex> whole(right);
  for (auto v = std::rbegin(right); v != std::rend(right); ++v) {
    if (v->x > 0) whole.push_back({-v->x, v->y, v->radius});
  }
  trace(at, whole, Ends::kClosed);
}

void disc(cairo_t* at, double x, double y, double radius) {
  cairo_new_path(at);
  cairo_arc(at, x, y, radius, 0, kTurn);
}

void oval(cairo_t* at, double x, double y, double across, double down) {
  cairo_save(at);
  cairo_translate(at, x, y);
  cairo_scale(at, across, down);
  disc(at, 0, 0, 1);
  cairo_restore(at);
}

void glow(cairo_t* at, double x, double y, double radius, Paint paint) {
  const Surface& shape = falloff();
  cairo_save(at);
  cairo_translate(at, x - radius, y - radius);
  cairo_scale(at, 2 * radius / shape.width(), 2 * radius / shape.height());
  cairo_rectangle(at, 0, 0, shape.width(), shape.height());
  cairo_clip(at);
  cairo_set_operator(at, CAIRO_OPERATOR_ADD);
  set_paint(at, paint);
  shape.mask(at);
  cairo_restore(at);
}

}  // namespace imagery
