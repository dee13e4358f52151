// A panel van, 2.06 m wide and 2.50 m high.
#include "simulator/imagery/parts.h"
#include "simulator/imagery/plate.h"
#include "simulator/imagery/vehicle.h"

namespace imagery {
namespace {

void draw_mirrors(cairo_t* at) {
  for (const double side : {-1.0, 1.0}) {
    box(at, side * 1130 - 85, -1640, 170, 330, 50);
    fill(at, parts::kTrim);
  }
}

}  // namespace

void draw_van_front(cairo_t* at, const Look& look) {
  parts::tyres(at, 1000, 235, -400);
  draw_mirrors(at);
  symmetric(at, {{0, -2500}, {880, -2470, 200}, {1000, -1500, 200}, {1030, -900, 150}, {1015, -300, 60}, {900, -230, 30}, {0, -225}});
  parts::sheet(at, look.paint, -2500, -225);
  symmetric(at, {{0, -2150}, {780, -2120, 110}, {935, -1400, 80}, {0, -1370}});
  parts::glass(at, -2150, -1370);
  for (const double x : {-430.0, 430.0}) {
    box(at, x - 150, -1800, 300, 420, 90);
    fill(at, {0.05, 0.06, 0.07, 0.7});
    box(at, x - 80, -1915, 160, 130, 45);
    fill(at, {0.05, 0.06, 0.07, 0.7});
  }
  symmetric(at, {{0, -1345}, {860, -1345, 60}, {900, -1150, 90}, {0, -1090}});
  fill(at, {1, 1, 1, 0.2}, -1345, {1, 1, 1, 0}, -1090);
  parts::seams(at, 880, -1350, 800, -1060);
  symmetric(at, {{0, -1050}, {560, -1050, 50}, {520, -730, 60}, {0, -720}});
  fill(at, parts::kTrim);
  for (double y = -1010; y < -740; y += 62) {
    box(at, -500, y, 1000, 14, 6);
    fill(at, lit(parts::kChrome, 0.5));
  }
  parts::headlamps(at, 790, -930, 330, 230);
  draw_word(at, look.make, 0, -1150, 84, parts::badge_on(look.paint));
  symmetric(at, {{0, -640}, {985, -640, 50}, {960, -260, 80}, {0, -250}});
  fill(at, lit(parts::kTrim, 1.4));
}

void draw_van_rear(cairo_t* at, const Look& look) {
  parts::tyres(at, 1000, 245, -380);
  draw_mirrors(at);
  symmetric(at, {{0, -2500}, {900, -2480, 170}, {1010, -1500, 200}, {1030, -700, 100}, {1010, -330, 50}, {0, -320}});
  parts::sheet(at, look.paint, -2500, -320);
  for (const double side : {-1.0, 1.0}) {
    box(at, side * 440 - 330, -2150, 660, 640, 90);
    parts::glass(at, -2150, -1510);
    box(at, side * 860 - 20, -2060, 40, 120, 10);   // hinges
    fill(at, parts::kTrim);
    box(at, side * 860 - 20, -900, 40, 120, 10);
    fill(at, parts::kTrim);
  }
  cairo_new_path(at);
  parts::seams(at, 3, -2420, 3, -440);
  parts::seams(at, 850, -2380, 870, -440);
  parts::tail_lamps(at, 945, -1180, 120, 520);
  box(at, 40, -1330, 60, 190, 20);
  fill(at, parts::kTrim);
  draw_word(at, look.make, -440, -1300, 84, parts::badge_on(look.paint));
  box(at, -330, -1060, 660, 220, 26);
  fill(at, lit(look.paint, 0.6));
  symmetric(at, {{0, -470}, {1000, -470, 40}, {980, -320, 50}, {0, -310}});
  fill(at, lit(parts::kTrim, 1.4));
}

}  // namespace imagery
