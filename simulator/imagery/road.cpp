#include "simulator/imagery/road.h"

#include <algorithm>

#include "reference/base/hash.h"
#include "simulator/imagery/strokes.h"
#include "simulator/kernel/random.h"

namespace imagery {
namespace {

constexpr int kHorizon = 118;
constexpr double kLaneWidth_mm = 3'650;

double part(std::uint64_t value) { return static_cast<double>(value >> 40) / static_cast<double>(1 << 24); }

/// A point of the road in the picture: `across` millimetres right of the vehicle, on the line of the picture `y`.
Vertex on_road(const Standing& s, double across_mm, double y) {
  const double nearness = (y - kHorizon) / (s.y_px - kHorizon);
  const double vanishing_x = kOverviewWidth / 2.0;
  return {vanishing_x + (s.x_px - vanishing_x + across_mm / s.mm_per_px) * nearness, y};
}

/// A stripe along the road between two lines of the picture.
void stripe(cairo_t* at, const Standing& s, double from_mm, double to_mm, double top, double bottom, Paint paint) {
  const Vertex corners[] = {on_road(s, from_mm, top), on_road(s, to_mm, top), on_road(s, to_mm, bottom), on_road(s, from_mm, bottom)};
  trace(at, corners, Ends::kClosed);
  fill(at, paint);
}

void draw_sky(cairo_t* at, kernel::Stream& stream, const View& view) {
  const bool rain = view.weather == Weather::kRain;
  box(at, 0, 0, kOverviewWidth, kHorizon + 4, 0);
  if (rain) fill(at, {0.56, 0.59, 0.62}, 0, {0.70, 0.72, 0.74}, kHorizon);
  else fill(at, {0.42, 0.60, 0.82}, 0, {0.80, 0.87, 0.92}, kHorizon);
  for (int n = 0; n < 5; ++n) {
    const double x = part(stream.next()) * kOverviewWidth;
    const double y = 12 + part(stream.next()) * 60;
    const double across = 40 + part(stream.next()) * 70;
    oval(at, x, y, across, 9);
    fill(at, rain ? Paint{0.48, 0.50, 0.53, 0.5} : Paint{1, 1, 1, 0.45});
  }
}

void draw_trees(cairo_t* at, kernel::Stream& stream) {
  for (double x = -20; x < kOverviewWidth + 40; x += 24) {
    const double height = 20 + part(stream.next()) * 34;
    const double shade = 0.75 + part(stream.next()) * 0.5;
    oval(at, x, kHorizon - height * 0.4, 26, height);
    fill(at, lit({0.17, 0.29, 0.15}, shade));
  }
}

void draw_ground(cairo_t* at) {
  box(at, 0, kHorizon, kOverviewWidth, kOverviewHeight - kHorizon, 0);
  fill(at, {0.36, 0.47, 0.24}, kHorizon, {0.27, 0.38, 0.17}, kOverviewHeight);
}

void draw_lanes(cairo_t* at, const Standing& s, const View& view) {
  const double bottom = kOverviewHeight, half = kLaneWidth_mm / 2;
  const Paint asphalt = view.weather == Weather::kRain ? Paint{0.25, 0.26, 0.28} : Paint{0.37, 0.37, 0.38};
  const Paint line{0.90, 0.90, 0.86};
  stripe(at, s, -half - 1'200, half + kLaneWidth_mm + 900, kHorizon, bottom, asphalt);
  stripe(at, s, -half - 320, -half - 180, kHorizon, bottom, line);
  for (double y = kHorizon + 6, length = 7; y < bottom; y += 2.6 * length, length *= 1.5) {
    stripe(at, s, half + 20, half + 140, y, std::min(bottom, y + length), line);
  }
}

/// Corners painted on the lane, and the two bars where the zone begins and ends.
void draw_read_zone(cairo_t* at, const Standing& s) {
  const double half = kLaneWidth_mm / 2 - 160, far = s.y_px - 52, near = std::min(s.y_px + 20, kOverviewHeight - 8.0);
  const Paint mark{0.95, 0.93, 0.86};
  stripe(at, s, -half, half, far, far + 5, mark);
  stripe(at, s, -half, half, near, near + 7, mark);
  for (const double side : {-1.0, 1.0}) {
    stripe(at, s, side * half - 70, side * half + 70, far, far + 22, mark);
    stripe(at, s, side * half - 70, side * half + 70, near - 20, near + 7, mark);
  }
}

std::uint32_t packed(Paint paint) {
  const auto part = [](double value) { return static_cast<std::uint32_t>(value * 255 + 0.5); };
  return part(paint.red) << 16 | part(paint.green) << 8 | part(paint.blue);
}

/// Thousands of leaves in the trees and on the verges, and of stones on the road. Written straight into the pixels: each by cairo would
/// cost as much as a wheel.
void litter(Surface& to, const Standing& s, std::uint64_t seed) {
  constexpr std::uint64_t kSpecks = 14'000;
  for (std::uint64_t n = 0; n < kSpecks; ++n) {
    const std::uint64_t bits = base::mix64(seed + n);
    const int x = static_cast<int>(bits % kOverviewWidth);
    const int y = kHorizon - 42 + static_cast<int>((bits >> 16) % (kOverviewHeight - kHorizon + 42));
    const bool road = y > kHorizon && x > on_road(s, -kLaneWidth_mm / 2 - 1'200, y).x && x < on_road(s, kLaneWidth_mm * 1.5 + 900, y).x;
    const double shade = 0.55 + static_cast<double>(bits >> 32 & 255) / 230;
    const std::uint32_t pixel = packed(lit(road ? Paint{0.40, 0.40, 0.40} : Paint{0.25, 0.36, 0.15}, shade));
    const int size = 1 + static_cast<int>(bits >> 48 & (road ? 1 : 3));
    for (int row = y; row < std::min(y + size, kOverviewHeight); ++row) {
      auto* pixels = reinterpret_cast<std::uint32_t*>(to.writable_row(row));
      std::fill(pixels + x, pixels + std::min(x + size, kOverviewWidth), pixel);
    }
  }
  to.rows_written();
}

}  // namespace

void draw_road(Surface& to, const View& view, const Standing& standing) {
  cairo_t* at = to.context();
  kernel::Stream stream(view.seed, "imagery.road", 0);
  draw_sky(at, stream, view);
  draw_ground(at);
  draw_trees(at, stream);
  draw_lanes(at, standing, view);
  if (view.scene == Scene::kBusy) litter(to, standing, stream.next());
  draw_read_zone(at, standing);
}

}  // namespace imagery
