#include "simulator/imagery/pool.h"

#include <array>
#include <string_view>

#include "reference/base/hash.h"
#include "simulator/imagery/canvas.h"
#include "simulator/imagery/encode.h"
#include "simulator/kernel/random.h"

namespace imagery {
namespace {

constexpr int kPatchWidth = 120, kPatchHeight = 60;
constexpr int kOverviewWidth = 640, kOverviewHeight = 480;

// Cameras have budgets of their own below the limits of 2.2.4: sizes in a day's traffic differ.
constexpr std::uint64_t kPatchBytesMin = 2'300, kPatchBytesMax = 3'000;
constexpr std::uint64_t kOverviewBytesMin = 16'000, kOverviewBytesMax = 25'000;

constexpr Colour kWhite{232, 232, 226};
constexpr Colour kYellow{226, 178, 44};
constexpr Colour kInk{28, 28, 32};

constexpr std::array kPaints{Colour{170, 172, 176}, Colour{30, 30, 34},    Colour{38, 58, 112}, Colour{96, 98, 102},
                             Colour{142, 30, 32},   Colour{224, 224, 222}, Colour{36, 74, 48}};

int drawn(kernel::Stream& stream, int from, int to) {
  return from + static_cast<int>(kernel::uniform(stream.next(), static_cast<std::uint64_t>(to - from + 1)));
}

/// A letter or digit's worth of dark bars: a stem, and two or three arms at the heights where characters have them.
void draw_character(Canvas& canvas, kernel::Stream& stream, int left, int top, int width, int height, int stroke) {
  const int stems = drawn(stream, 1, 3);
  if ((stems & 1) != 0) canvas.fill(left, top, left + stroke, top + height, kInk);
  if ((stems & 2) != 0) canvas.fill(left + width - stroke, top, left + width, top + height, kInk);
  for (const int arm : {0, (height - stroke) / 2, height - stroke}) {
    if (drawn(stream, 0, 3) != 0) canvas.fill(left, top + arm, left + width, top + arm + stroke, kInk);
  }
}

/// Seven characters in a box, two and two and three with a gap, as on a plate of the current style.
void draw_characters(Canvas& canvas, kernel::Stream& stream, int left, int top, int width, int height) {
  const int cell = width * 2 / 15;  // seven cells and half of one between the groups
  const int stroke = width >= 80 ? 3 : 1;
  for (int i = 0; i < 7; ++i) {
    const int gap = i >= 4 ? cell / 2 : 0;
    draw_character(canvas, stream, left + i * cell + gap + stroke / 2, top, cell - stroke, height, stroke);
  }
}

std::string patch(std::uint64_t seed, std::uint64_t n) {
  kernel::Stream stream(seed, "imagery.patch", n);
  Canvas canvas(kPatchWidth, kPatchHeight);
  const Colour plate = drawn(stream, 0, 1) == 0 ? kWhite : kYellow;
  const int shadow = drawn(stream, 20, 70);
  const Colour darker{plate.red - shadow, plate.green - shadow, plate.blue - shadow};
  canvas.shade(0, 0, kPatchWidth, kPatchHeight, plate, darker);
  const int left = drawn(stream, 2, 8);   // one draw a statement: the order of arguments is open, and every compiler must draw the same
  const int top = drawn(stream, 8, 14);
  const int height = drawn(stream, 34, 40);
  draw_characters(canvas, stream, left, top, kPatchWidth - 10, height);
  const std::uint64_t grain = stream.next();
  canvas.grain(grain, drawn(stream, 6, 14));
  return encode_within(canvas, kPatchBytesMin + kernel::uniform(stream.next(), kPatchBytesMax - kPatchBytesMin + 1));
}

void draw_road(Canvas& canvas, kernel::Stream& stream, int horizon) {
  const int light = drawn(stream, -60, 20);
  canvas.shade(0, 0, kOverviewWidth, horizon, {150 + light, 176 + light, 206 + light}, {206 + light, 212 + light, 214 + light});
  canvas.shade(0, horizon, kOverviewWidth, horizon + 40, {70, 92, 58}, {84, 104, 66});
  canvas.shade(0, horizon + 40, kOverviewWidth, kOverviewHeight, {104, 104, 106}, {82, 82, 84});
  for (int y = horizon + 60; y < kOverviewHeight; y += 90) canvas.fill(drawn(stream, 60, 66), y, 84, y + 44, {214, 214, 206});
}

void draw_vehicle(Canvas& canvas, kernel::Stream& stream, int ground) {
  const Colour paint = kPaints[static_cast<std::size_t>(drawn(stream, 0, static_cast<int>(kPaints.size()) - 1))];
  const Colour shaded{paint.red / 2, paint.green / 2, paint.blue / 2};
  const int width = drawn(stream, 220, 330);
  const int height = width * 4 / 5;
  const int left = drawn(stream, 120, kOverviewWidth - width - 40);
  const int top = ground - height;
  canvas.fill(left - 8, ground - 14, left + width + 8, ground + 4, {44, 44, 46});              // its shadow
  canvas.shade(left + width / 8, top, left + width * 7 / 8, top + height / 2, paint, shaded);  // cabin
  canvas.shade(left + width / 6, top + height / 12, left + width * 5 / 6, top + height * 5 / 12, {60, 74, 88}, {28, 34, 42});
  canvas.shade(left, top + height * 2 / 5, left + width, ground - height / 10, paint, shaded);             // bonnet
  canvas.fill(left + width / 4, top + height * 3 / 5, left + width * 3 / 4, top + height * 7 / 10, kInk);  // grille
  for (const int side : {left + width / 24, left + width * 19 / 24}) {
    canvas.fill(side, top + height / 2, side + width / 6, top + height * 3 / 5, {236, 236, 220});  // lamps
    canvas.fill(side, ground - height / 8, side + width / 6, ground, {24, 24, 24});                // tyres
  }
  const int plate_top = top + height * 3 / 4;
  canvas.fill(left + width / 3, plate_top, left + width * 2 / 3, plate_top + width / 14, kWhite);
  draw_characters(canvas, stream, left + width / 3 + 3, plate_top + 3, width / 3 - 6, width / 14 - 6);
}

std::string overview(std::uint64_t seed, std::uint64_t n) {
  kernel::Stream stream(seed, "imagery.overview", n);
  Canvas canvas(kOverviewWidth, kOverviewHeight);
  draw_road(canvas, stream, drawn(stream, 120, 180));
  draw_vehicle(canvas, stream, drawn(stream, 400, 460));
  const std::uint64_t grain = stream.next();
  canvas.grain(grain, drawn(stream, 5, 12));
  return encode_within(canvas, kOverviewBytesMin + kernel::uniform(stream.next(), kOverviewBytesMax - kOverviewBytesMin + 1));
}

}  // namespace

Pool make_pool(std::uint64_t seed, std::uint32_t patches, std::uint32_t overviews) {
  Pool pool;
  for (std::uint32_t n = 0; n < patches; ++n) pool.patches.emplace_back(patch(seed, n));
  for (std::uint32_t n = 0; n < overviews; ++n) pool.overviews.emplace_back(overview(seed, n));
  return pool;
}

}  // namespace imagery
