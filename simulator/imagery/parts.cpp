#include "simulator/imagery/parts.h"

namespace imagery::parts {
namespace {

constexpr Paint kSeam{0, 0, 0, 0.45};

void stroke(cairo_t* at, double width, Paint paint) {
  cairo_set_line_width(at, width);
  set_paint(at, paint);
  cairo_stroke(at);
}

}  // namespace

void tyres(cairo_t* at, double half_width, double tyre_width, double top) {
  for (const double left : {-half_width, half_width - tyre_width}) {
    box(at, left, top, tyre_width, -top, 45);
    fill(at, kRubber);
    box(at, left + tyre_width * 0.2, top * 0.5, tyre_width * 0.6, -top * 0.5 - 8, 20);
    fill(at, lit(kRubber, 1.9));
  }
}

void glass(cairo_t* at, double top, double bottom) {
  cairo_path_t* outline = cairo_copy_path(at);
  fill(at, kGlassAbove, top, kGlassBelow, bottom);
  cairo_append_path(at, outline);
  cairo_path_destroy(outline);
  stroke(at, 22, kTrim);
}

void sheet(cairo_t* at, Paint paint, double top, double bottom) {
  cairo_path_t* outline = cairo_copy_path(at);
  fill(at, lit(paint, 1.18), top, lit(paint, 0.68), bottom);
  cairo_append_path(at, outline);
  cairo_path_destroy(outline);
  stroke(at, 10, {0, 0, 0, 0.55});
}

void headlamps(cairo_t* at, double x, double y, double width, double height) {
  for (const double side : {-1.0, 1.0}) {
    box(at, side * x - width / 2, y - height / 2, width, height, height * 0.4);
    fill(at, lit(kTrim, 1.6));
    box(at, side * x - width / 2 + 12, y - height / 2 + 12, width - 24, height - 24, height * 0.35);
    fill(at, {0.92, 0.95, 0.98}, y - height / 2, {0.62, 0.68, 0.74}, y + height / 2);
    disc(at, side * (x - width * 0.16), y, height * 0.3);
    fill(at, {0.99, 0.99, 0.96});
    disc(at, side * (x + width * 0.28), y, height * 0.2);
    fill(at, kAmber);
  }
}

void tail_lamps(cairo_t* at, double x, double y, double width, double height) {
  for (const double side : {-1.0, 1.0}) {
    const double left = side * x - width / 2, top = y - height / 2;
    box(at, left, top, width, height, width * 0.22);
    fill(at, lit(kTailLamp, 1.15), top, lit(kTailLamp, 0.7), top + height);
    box(at, left + width * 0.12, top + height * 0.40, width * 0.76, height * 0.2, 12);
    fill(at, kAmber);
    box(at, left + width * 0.12, top + height * 0.66, width * 0.76, height * 0.16, 12);
    fill(at, {0.92, 0.90, 0.88});
  }
}

Paint badge_on(Paint paint) { return paint.red + paint.green + paint.blue > 1.7 ? Paint{0.10, 0.10, 0.11} : kChrome; }

void seams(cairo_t* at, double from_x, double from_y, double to_x, double to_y) {
  for (const double side : {-1.0, 1.0}) {
    cairo_new_path(at);
    cairo_move_to(at, side * from_x, from_y);
    cairo_line_to(at, side * to_x, to_y);
    stroke(at, 11, kSeam);
  }
}

void seam(cairo_t* at, double half_width, double y) {
  cairo_new_path(at);
  cairo_move_to(at, -half_width, y);
  cairo_line_to(at, half_width, y);
  stroke(at, 11, kSeam);
}

}  // namespace imagery::parts
