// A motorcycle and its rider from behind, 0.85 m wide and 1.70 m high.
#include "simulator/imagery/parts.h"
#include "simulator/imagery/plate.h"
#include "simulator/imagery/vehicle.h"

namespace imagery {
namespace {

constexpr Paint kJacket{0.14, 0.15, 0.18}, kTrousers{0.10, 0.11, 0.13};

void draw_rider(cairo_t* at, const Look& look) {
  for (const double side : {-1.0, 1.0}) {
    const Vertex leg[] = {
        {side * 90, -980, 40}, {side * 330, -900, 110}, {side * 320, -420, 40}, {side * 190, -400, 40}, {side * 180, -800, 50}};
    trace(at, leg, Ends::kClosed);
    fill(at, kTrousers);
    box(at, side * 255 - 75, -430, 150, 170, 40);
    fill(at, parts::kRubber);
    const Vertex arm[] = {
        {side * 200, -1420, 70}, {side * 330, -1290, 80}, {side * 395, -1060, 50}, {side * 310, -1030, 40}, {side * 190, -1200, 50}};
    trace(at, arm, Ends::kClosed);
    fill(at, lit(kJacket, 0.85));
  }
  symmetric(at, {{0, -1470}, {190, -1450, 70}, {285, -1350, 90}, {225, -960, 80}, {0, -930}});
  fill(at, lit(kJacket, 1.5), -1470, kJacket, -930);
  box(at, -215, -1250, 430, 46, 8);   // a reflecting band
  fill(at, {0.82, 0.90, 0.30});
  symmetric(at, {{0, -1740}, {125, -1735, 110}, {140, -1560, 70}, {95, -1470, 40}, {0, -1462}});
  parts::sheet(at, look.paint, -1740, -1462);
}

}  // namespace

void draw_motorcycle_rear(cairo_t* at, const Look& look) {
  for (const double side : {-1.0, 1.0}) {   // mirrors on their stalks
    box(at, side * 330 - 120, -1130, 240, 26, 12);
    fill(at, parts::kTrim);
    oval(at, side * 440, -1190, 85, 52);
    fill(at, parts::kGlassAbove, -1240, parts::kGlassBelow, -1140);
  }
  draw_rider(at, look);
  box(at, -92, -640, 184, 640, 80);
  fill(at, parts::kRubber);
  for (double y = -560; y < -40; y += 62) {
    box(at, -60, y, 120, 12, 6);
    fill(at, lit(parts::kRubber, 2.0));
  }
  symmetric(at, {{0, -1010}, {150, -1000, 50}, {190, -880, 50}, {120, -760, 40}, {0, -740}});   // the tail and seat
  parts::sheet(at, look.paint, -1010, -740);
  box(at, -115, -905, 230, 80, 34);
  fill(at, lit(parts::kTailLamp, 1.2));
  draw_word(at, look.make, 0, -960, 34, parts::badge_on(look.paint));
  for (const double side : {-1.0, 1.0}) {
    box(at, side * 235 - 45, -855, 90, 46, 20);
    fill(at, parts::kAmber);
  }
  box(at, -40, -800, 80, 330, 20);
  fill(at, parts::kTrim);
  box(at, 150, -470, 110, 150, 40);   // silencer
  fill(at, lit(parts::kChrome, 0.8), -470, lit(parts::kChrome, 0.4), -320);
}

}  // namespace imagery
