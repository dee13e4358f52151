// A hatchback, 1.80 m wide and 1.47 m high.
#include "simulator/imagery/parts.h"
#include "simulator/imagery/plate.h"
#include "simulator/imagery/vehicle.h"

namespace imagery {
namespace {

void draw_mirrors(cairo_t* at, const Look& look) {
  for (const double side : {-1.0, 1.0}) {
    box(at, side * 845 - 95, -1060, 190, 125, 50);
    parts::sheet(at, look.paint, -1060, -920);
  }
}

void draw_cabin(cairo_t* at, const Look& look) {
  symmetric(at, {{0, -1470}, {500, -1462, 150}, {740, -900, 60}, {0, -880}});
  parts::sheet(at, look.paint, -1470, -900);
}

void draw_seats(cairo_t* at) {
  for (const double x : {-300.0, 300.0}) {
    box(at, x - 120, -1210, 240, 300, 80);
    fill(at, {0.05, 0.06, 0.07, 0.75});
    box(at, x - 75, -1300, 150, 110, 40);
    fill(at, {0.05, 0.06, 0.07, 0.75});
  }
}

}  // namespace

void draw_car_front(cairo_t* at, const Look& look) {
  parts::tyres(at, 855, 215, -360);
  draw_cabin(at, look);
  symmetric(at, {{0, -1415}, {465, -1408, 110}, {655, -955, 50}, {0, -940}});
  parts::glass(at, -1415, -940);
  draw_seats(at);
  draw_mirrors(at, look);
  symmetric(at, {{0, -950}, {640, -945, 80}, {865, -850, 150}, {900, -540, 120}, {885, -230, 60}, {800, -185, 30}, {0, -180}});
  parts::sheet(at, look.paint, -960, -150);
  symmetric(at, {{0, -930}, {560, -925, 60}, {640, -820, 40}, {450, -770, 60}, {0, -755}});   // the bonnet catches the sky
  fill(at, {1, 1, 1, 0.22}, -930, {1, 1, 1, 0}, -760);
  parts::seams(at, 610, -935, 500, -745);
  parts::headlamps(at, 690, -735, 300, 130);
  symmetric(at, {{0, -742}, {500, -742, 40}, {455, -590, 50}, {0, -585}});
  fill(at, parts::kTrim);
  for (double y = -715; y < -600; y += 34) {
    box(at, -455, y, 910, 9, 4);
    fill(at, lit(parts::kChrome, 0.55));
  }
  draw_word(at, look.make, 0, -805, 62, parts::badge_on(look.paint));
  symmetric(at, {{0, -360}, {560, -360, 60}, {620, -235, 50}, {0, -225}});
  fill(at, parts::kTrim);
  for (const double side : {-1.0, 1.0}) {
    disc(at, side * 730, -320, 52);
    fill(at, lit(parts::kChrome, 0.8));
  }
}

void draw_car_rear(cairo_t* at, const Look& look) {
  parts::tyres(at, 850, 225, -340);
  draw_cabin(at, look);
  symmetric(at, {{0, -1410}, {450, -1400, 110}, {610, -1010, 70}, {0, -995}});
  parts::glass(at, -1410, -990);
  box(at, -240, -1462, 480, 30, 14);
  fill(at, parts::kTailLamp);
  symmetric(at, {{0, -985}, {660, -985, 70}, {860, -890, 140}, {900, -560, 120}, {880, -250, 70}, {0, -230}});
  parts::sheet(at, look.paint, -990, -200);
  parts::tail_lamps(at, 745, -810, 210, 230);
  parts::seams(at, 620, -980, 600, -520);
  parts::seam(at, 600, -520);
  draw_word(at, look.make, 0, -868, 66, parts::badge_on(look.paint));
  box(at, -330, -785, 660, 190, 30);
  fill(at, lit(look.paint, 0.55));
  symmetric(at, {{0, -400}, {800, -400, 50}, {760, -260, 60}, {0, -250}});
  fill(at, parts::kTrim);
  for (const double side : {-1.0, 1.0}) {
    box(at, side * 700 - 70, -375, 140, 36, 10);
    fill(at, lit(parts::kTailLamp, 0.9));
  }
  box(at, 420, -262, 130, 44, 20);
  fill(at, lit(parts::kChrome, 0.7));
}

}  // namespace imagery
