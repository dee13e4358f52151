// A single-deck bus, 2.52 m wide and 2.95 m high.
#include "simulator/imagery/parts.h"
#include "simulator/imagery/plate.h"
#include "simulator/imagery/vehicle.h"

namespace imagery {
namespace {

constexpr Paint kMatrix{1.0, 0.66, 0.12};

void draw_body(cairo_t* at, const Look& look) {
  symmetric(at, {{0, -2950}, {1100, -2930, 190}, {1250, -2500, 150}, {1260, -900, 80}, {1245, -300, 70}, {0, -280}});
  parts::sheet(at, look.paint, -2950, -280);
}

/// The line of a route over the windscreen.
void draw_destination(cairo_t* at, std::string_view text, double left, double top, double width, double height) {
  box(at, left, top, width, height, 30);
  fill(at, {0.05, 0.05, 0.06});
  draw_word(at, text, left + width / 2, top + height / 2, height * 0.55, kMatrix);
}

}  // namespace

void draw_bus_front(cairo_t* at, const Look& look) {
  parts::tyres(at, 1215, 290, -440);
  for (const double side : {-1.0, 1.0}) {   // mirrors hang from the roof
    box(at, side * 1345 - 75, -2520, 150, 520, 50);
    fill(at, parts::kTrim);
    box(at, side * 1290 - 60, -2640, 120, 60, 30);
    fill(at, parts::kTrim);
  }
  draw_body(at, look);
  symmetric(at, {{0, -2860}, {1060, -2840, 130}, {1165, -2450, 90}, {1170, -1280, 110}, {0, -1240}});
  parts::glass(at, -2500, -1240);
  draw_destination(at, "42 CITY", -760, -2810, 1520, 270);
  box(at, 330, -1900, 340, 560, 110);   // the driver
  fill(at, {0.05, 0.06, 0.08, 0.85});
  disc(at, 500, -2000, 105);
  fill(at, {0.30, 0.22, 0.18});
  cairo_new_path(at);
  parts::seams(at, 3, -2500, 3, -1260);
  symmetric(at, {{0, -1190}, {1190, -1190, 60}, {1190, -1120, 30}, {0, -1120}});
  fill(at, lit(look.paint, 0.5));
  draw_word(at, look.make, 0, -985, 100, parts::badge_on(look.paint));
  parts::headlamps(at, 960, -760, 380, 200);
  symmetric(at, {{0, -600}, {1240, -600, 60}, {1225, -300, 70}, {0, -290}});
  fill(at, lit(parts::kTrim, 1.3));
}

void draw_bus_rear(cairo_t* at, const Look& look) {
  parts::tyres(at, 1215, 520, -430);
  draw_body(at, look);
  symmetric(at, {{0, -2700}, {960, -2680, 110}, {1040, -1850, 90}, {0, -1830}});
  parts::glass(at, -2700, -1830);
  draw_destination(at, "42", 520, -2640, 360, 200);
  box(at, -830, -1180, 1660, 330, 40);   // the engine's cover and its louvres
  fill(at, lit(look.paint, 0.5));
  for (double y = -1150; y < -870; y += 48) {
    box(at, -780, y, 1560, 20, 8);
    fill(at, parts::kTrim);
  }
  parts::seam(at, 1000, -1700);
  draw_word(at, look.make, 0, -1500, 120, parts::badge_on(look.paint));
  parts::tail_lamps(at, 1090, -1350, 170, 660);
  box(at, -260, -1750, 520, 36, 14);
  fill(at, parts::kTailLamp);
  symmetric(at, {{0, -500}, {1240, -500, 50}, {1225, -300, 60}, {0, -290}});
  fill(at, lit(parts::kTrim, 1.3));
}

}  // namespace imagery
