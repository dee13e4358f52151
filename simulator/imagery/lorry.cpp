// A rigid lorry of 18 tonnes, 2.50 m wide, its box 3.25 m high.
#include "simulator/imagery/parts.h"
#include "simulator/imagery/plate.h"
#include "simulator/imagery/vehicle.h"

namespace imagery {
namespace {

/// Slanted red and yellow bands between two heights, as heavy goods vehicles carry behind.
void draw_marker_board(cairo_t* at, double left, double top, double width, double height) {
  cairo_save(at);
  box(at, left, top, width, height, 4);
  cairo_clip(at);
  box(at, left, top, width, height, 0);
  fill(at, {0.96, 0.78, 0.10});
  for (double x = left - height; x < left + width; x += 170) {
    const Vertex band[] = {{x, top + height}, {x + 85, top + height}, {x + 85 + height, top}, {x + height, top}};
    trace(at, band, Ends::kClosed);
    fill(at, {0.80, 0.10, 0.10});
  }
  cairo_restore(at);
}

void draw_mirrors(cairo_t* at) {
  for (const double side : {-1.0, 1.0}) {
    box(at, side * 1330 - 75, -2380, 150, 480, 40);
    fill(at, parts::kTrim);
    box(at, side * 1330 - 75, -1860, 150, 190, 40);
    fill(at, parts::kTrim);
  }
}

}  // namespace

void draw_lorry_front(cairo_t* at, const Look& look) {
  parts::tyres(at, 1210, 310, -520);
  box(at, -1250, -3250, 2500, 2500, 30);   // the box behind the cab
  parts::sheet(at, {0.84, 0.85, 0.86}, -3250, -900);
  draw_mirrors(at);
  symmetric(at, {{0, -3080}, {760, -3040, 200}, {1100, -2720, 120}, {1190, -2300, 100}, {1225, -1100, 60}, {1225, -330, 60}, {0, -320}});
  parts::sheet(at, look.paint, -3080, -320);
  symmetric(at, {{0, -2560}, {1040, -2540, 90}, {1120, -1780, 70}, {0, -1750}});
  parts::glass(at, -2560, -1750);
  symmetric(at, {{0, -2640}, {1060, -2610, 30}, {1050, -2480, 40}, {0, -2500}});   // sun visor
  fill(at, {0.10, 0.11, 0.12, 0.92});
  for (const double x : {-800.0, -270.0, 270.0, 800.0}) {
    box(at, x - 60, -2715, 120, 40, 14);
    fill(at, parts::kAmber);
  }
  parts::seam(at, 1130, -1640);
  draw_word(at, look.make, 0, -1545, 120, parts::badge_on(look.paint));
  box(at, -820, -1430, 1640, 560, 60);
  fill(at, parts::kTrim);
  for (double y = -1370; y < -900; y += 92) {
    box(at, -770, y, 1540, 26, 10);
    fill(at, lit(look.paint, 0.75));
  }
  symmetric(at, {{0, -800}, {1235, -800, 60}, {1225, -330, 70}, {0, -320}});
  fill(at, lit(parts::kTrim, 1.5));
  parts::headlamps(at, 960, -640, 400, 180);
  box(at, -640, -470, 1280, 90, 20);
  fill(at, parts::kRubber);
}

void draw_lorry_rear(cairo_t* at, const Look& look) {
  parts::tyres(at, 1215, 560, -520);
  draw_mirrors(at);
  box(at, -1250, -3250, 2500, 2330, 24);
  parts::sheet(at, look.paint, -3250, -920);
  cairo_set_line_width(at, 46);
  box(at, -1215, -3215, 2430, 2260, 10);
  set_paint(at, {0.62, 0.64, 0.66});
  cairo_stroke(at);
  parts::seams(at, 4, -3190, 4, -980);
  for (const double x : {200.0, 620.0}) {   // lock bars
    for (const double side : {-1.0, 1.0}) {
      box(at, side * x - 18, -3190, 36, 2210, 10);
      fill(at, {0.78, 0.80, 0.82});
      box(at, side * x - 60, -1720, 120, 40, 10);
      fill(at, {0.35, 0.36, 0.38});
    }
  }
  for (double y = -3000; y < -1000; y += 620) {
    for (const double side : {-1.0, 1.0}) {
      box(at, side * 1165 - 45, y, 90, 110, 14);
      fill(at, {0.40, 0.41, 0.43});
    }
  }
  box(at, -1200, -920, 2400, 130, 10);
  fill(at, {0.16, 0.16, 0.17});
  draw_marker_board(at, -1180, -900, 700, 120);
  draw_marker_board(at, 480, -900, 700, 120);
  parts::tail_lamps(at, 960, -665, 380, 150);
  box(at, -1150, -480, 2300, 110, 12);   // underrun guard
  fill(at, {0.50, 0.51, 0.52});
  for (const double side : {-1.0, 1.0}) {
    box(at, side * 930 - 280, -360, 560, 290, 10);   // mud flaps, which bear the maker's name
    fill(at, lit(parts::kRubber, 1.5));
    draw_word(at, look.make, side * 930, -250, 52, {0.86, 0.86, 0.86});
  }
}

}  // namespace imagery
