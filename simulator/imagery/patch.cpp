#include "simulator/imagery/patch.h"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "reference/base/check.h"
#include "reference/base/hash.h"
#include "simulator/imagery/blotches.h"
#include "simulator/imagery/paints.h"
#include "simulator/imagery/plate_layout.h"
#include "simulator/kernel/random.h"

namespace imagery {
namespace {

constexpr int kAcross = GlyphArea::kAcross, kDown = GlyphArea::kDown;
constexpr int kOne = 256;  // fractions here are in 256ths

int drawn(kernel::Stream& stream, int from, int to) {
  return from + static_cast<int>(kernel::uniform(stream.next(), static_cast<std::uint64_t>(to - from + 1)));
}

/// What one patch's picture varies by.
struct Shot {
  int margin_x_mm, margin_y_mm, shift_x_mm, shift_y_mm;
  int tilt;                      // how far the plate falls from its left to its right edge, in lines of the glyphs' grid
  int blur_percent;              // how much wider than its pitch a pixel sees
  int gain_above, gain_below;    // how bright paper is at the upper and the lower edge, in 256ths of its own
  int grain;
  std::uint64_t grain_seed, dirt_seed, rain_seed;
};

Shot shot_of(const View& view) {
  kernel::Stream stream(view.seed, "imagery.patch", 0);
  const bool night = view.light == Light::kNight, rain = view.weather == Weather::kRain, busy = view.scene == Scene::kBusy;
  Shot shot{};  // one draw a statement: the order of arguments is open, and every compiler must draw the same
  shot.margin_x_mm = drawn(stream, 11, 18);
  shot.margin_y_mm = drawn(stream, 8, 14);
  shot.shift_x_mm = drawn(stream, -3, 3);
  shot.shift_y_mm = drawn(stream, -2, 2);
  shot.tilt = drawn(stream, -4, 4) * kDown;
  shot.blur_percent = drawn(stream, 110, 150) + (rain ? 25 : 0);
  shot.gain_above = drawn(stream, 215, kOne) - (rain ? 20 : 0);
  shot.gain_below = shot.gain_above - drawn(stream, 10, 55);
  shot.grain = busy ? drawn(stream, 40, 50) : drawn(stream, 5, 12) + (night ? drawn(stream, 3, 8) : 0);
  shot.grain_seed = stream.next();
  shot.dirt_seed = stream.next();
  shot.rain_seed = stream.next();
  return shot;
}

/// The frame on the plate: where each pixel's left and upper edge lies in the glyphs' grid, and how far pixels see from there.
struct Frame {
  std::array<int, kPatchWidth> columns, dips;  // a column's dip: how much lower than at the middle the plate lies there
  std::array<int, kPatchHeight> lines;
  int pixel_width, pixel_height;
  std::uint32_t area_reciprocal;  // 2^24 / (pixel_width * pixel_height)
};

Frame frame_of(const PlateLayout& plate, const Shot& shot) {
  const Box& mark = plate.mark_mm;
  const int left = (mark.left - shot.margin_x_mm + shot.shift_x_mm) * kAcross, width = (mark.width + 2 * shot.margin_x_mm) * kAcross;
  const int top = (mark.top - shot.margin_y_mm + shot.shift_y_mm) * kDown, height = (mark.height + 2 * shot.margin_y_mm) * kDown;
  Frame frame{};
  for (int x = 0; x < kPatchWidth; ++x) {
    frame.columns[static_cast<std::size_t>(x)] = left + width * x / kPatchWidth;
    frame.dips[static_cast<std::size_t>(x)] = shot.tilt * (x - kPatchWidth / 2) / kPatchWidth;
  }
  for (int y = 0; y < kPatchHeight; ++y) frame.lines[static_cast<std::size_t>(y)] = top + height * y / kPatchHeight;
  frame.pixel_width = std::max(1, width * shot.blur_percent / (100 * kPatchWidth));
  frame.pixel_height = std::max(1, height * shot.blur_percent / (100 * kPatchHeight));
  frame.area_reciprocal = static_cast<std::uint32_t>((1 << 24) / (frame.pixel_width * frame.pixel_height));
  return frame;
}

/// The pixels of one direction, from `first` to before `last`, whose edge lies in (from, to). Edges ascend.
struct Range {
  std::size_t first, last;
};

template <std::size_t N>
Range range_of(const std::array<int, N>& edges, int from, int to) {
  return {static_cast<std::size_t>(std::ranges::upper_bound(edges, from) - edges.begin()),
          static_cast<std::size_t>(std::ranges::lower_bound(edges, to) - edges.begin())};
}

/// Adds one character's ink to the coverage of the pixels that see it.
void add_ink(const Placed& placed, const GlyphArea& glyph, const Frame& frame, std::uint8_t* ink, std::size_t row_length) {
  const int left = placed.x_mm * kAcross, top = placed.y_mm * kDown;
  const Range across = range_of(frame.columns, left - frame.pixel_width, left + glyph.width());
  const int slack = std::max(std::abs(frame.dips.front()), std::abs(frame.dips.back()));
  const Range down = range_of(frame.lines, top - frame.pixel_height - slack, top + glyph.height() + slack);
  std::array<int, kPatchWidth> from{}, to{};
  for (std::size_t x = across.first; x < across.last; ++x) {
    from[x] = glyph.column(frame.columns[x] - left);
    to[x] = glyph.column(frame.columns[x] - left + frame.pixel_width);
  }
  for (std::size_t y = down.first; y < down.last; ++y) {
    std::uint8_t* row = ink + y * row_length;
    const std::uint32_t* above = nullptr;
    const std::uint32_t* below = nullptr;
    for (std::size_t x = across.first; x < across.last; ++x) {
      if (above == nullptr || frame.dips[x] != frame.dips[x - 1]) {
        above = glyph.row(frame.lines[y] + frame.dips[x] - top);
        below = glyph.row(frame.lines[y] + frame.dips[x] - top + frame.pixel_height);
      }
      const std::uint64_t amount = below[to[x]] - below[from[x]] - above[to[x]] + above[from[x]];
      row[x] = static_cast<std::uint8_t>(std::min<std::uint64_t>(255, row[x] + (amount * frame.area_reciprocal >> 24)));
    }
  }
}

struct Palette {
  Ycc paper, ink, dirt;
};

/// Where there is no plate, a camera cuts out the bodywork in its place.
Rgb bodywork_of(const Sight& sight) {
  const Paint paint = paint_of(sight.colour);
  const auto part = [](double value) { return static_cast<int>(value * 200); };   // in the shade of the bumper
  return {part(paint.red), part(paint.green), part(paint.blue)};
}

Palette palette_of(const Sight& sight) {
  const Rgb day_paper = sight.face == Face::kFront ? Rgb{236, 236, 230} : Rgb{238, 190, 40};
  Palette palette{ycc_of(sight.vrm.empty() ? bodywork_of(sight) : day_paper), ycc_of({24, 24, 28}), ycc_of({104, 86, 62})};
  if (sight.view.light == Light::kNight) {
    palette = {{sight.vrm.empty() ? 40 : 214, 128, 128}, {34, 128, 128}, {92, 128, 128}};
  }
  return palette;
}

int mixed(int under, int over, int amount) { return under + ((over - under) * amount >> 8); }

/// One row of luma: ink over paper, and dirt, where there is any, over both.
void compose_luma(const Palette& palette, int gain, const std::uint8_t* ink, const std::uint8_t* dirt, int width, std::uint8_t* to) {
  const int paper = palette.paper.luma * kOne, contrast = palette.ink.luma - palette.paper.luma;
  if (dirt == nullptr) {
    for (int x = 0; x < width; ++x) to[x] = static_cast<std::uint8_t>((paper + contrast * ink[x]) * gain >> 16);
    return;
  }
  for (int x = 0; x < width; ++x) {
    const int clean = (paper + contrast * ink[x]) >> 8;
    to[x] = static_cast<std::uint8_t>(mixed(clean, palette.dirt.luma, dirt[x]) * gain >> 8);
  }
}

/// One row of a chroma: the mean ink of four pixels, the dirt of one of them.
void compose_chroma(int paper, int ink, int soil, const std::uint8_t* above, const std::uint8_t* below, const std::uint8_t* dirt, int width,
                    std::uint8_t* to) {
  for (int x = 0; x < width; ++x) {
    const int covered = above[2 * x] + above[2 * x + 1] + below[2 * x] + below[2 * x + 1];
    const int clean = paper + ((ink - paper) * covered >> 10);
    to[x] = static_cast<std::uint8_t>(dirt == nullptr ? clean : mixed(clean, soil, dirt[2 * x]));
  }
}

/// Lays ink and dirt over paper. `dirt` null: none.
void compose(const Palette& palette, const Shot& shot, const std::uint8_t* ink, const std::uint8_t* dirt, Planes& to) {
  const int width = to.stored_width;
  for (int y = 0; y < to.stored_height; ++y) {
    const int gain = shot.gain_above + (shot.gain_below - shot.gain_above) * y / to.stored_height;
    const std::ptrdiff_t at = std::ptrdiff_t{y} * width;
    compose_luma(palette, gain, ink + at, dirt == nullptr ? nullptr : dirt + at, width, to.luma_row(y));
  }
  for (int y = 0; y < to.stored_height / 2; ++y) {
    const std::uint8_t* above = ink + std::ptrdiff_t{2 * y} * width;
    const std::uint8_t* soil = dirt == nullptr ? nullptr : dirt + std::ptrdiff_t{2 * y} * width;
    const std::ptrdiff_t at = std::ptrdiff_t{y} * width / 2;
    compose_chroma(palette.paper.cb, palette.ink.cb, palette.dirt.cb, above, above + width, soil, width / 2, to.cb.data() + at);
    compose_chroma(palette.paper.cr, palette.ink.cr, palette.dirt.cr, above, above + width, soil, width / 2, to.cr.data() + at);
  }
}

/// Short slanted streaks that lighten what they cross.
void add_streaks(std::uint64_t seed, Planes& to) {
  constexpr std::uint64_t kStreaks = 14;
  for (std::uint64_t n = 0; n < kStreaks; ++n) {
    const std::uint64_t bits = base::mix64(seed + n);
    const int from_x = static_cast<int>(bits % kPatchWidth), from_y = static_cast<int>((bits >> 16) % kPatchHeight);
    const int length = 8 + static_cast<int>((bits >> 32) % 12);
    for (int i = 0; i < length && from_y + i < kPatchHeight; ++i) {
      std::uint8_t& luma = to.luma_row(from_y + i)[std::max(0, from_x - i / 4)];
      luma = static_cast<std::uint8_t>(mixed(luma, 225, 70));
    }
  }
}

}  // namespace

void PatchDrawer::draw(const Sight& given, Planes& to) {
  PLUMB_CHECK(to.width == kPatchWidth && to.height == kPatchHeight, "a patch is 120 x 60");
  const Sight sight = lawful(given);
  const Shot shot = shot_of(sight.view);
  const PlateLayout plate = lay_out(sight.vrm, sight.body, sight.lines);
  const Frame frame = frame_of(plate, shot);
  ink_.assign(to.luma.size(), 0);
  GlyphAreas& glyphs = sight.body == Body::kMotorcycle ? small_ : large_;
  for (const Placed& placed : plate.characters) {
    add_ink(placed, glyphs.of(placed.character), frame, ink_.data(), static_cast<std::size_t>(to.stored_width));
  }
  if (sight.view.dirt_permille != 0) blotch(shot.dirt_seed, sight.view.dirt_permille, to.stored_width, to.stored_height, dirt_);
  const Palette palette = palette_of(sight);
  compose(palette, shot, ink_.data(), sight.view.dirt_permille != 0 ? dirt_.data() : nullptr, to);
  if (sight.view.weather == Weather::kRain) add_streaks(shot.rain_seed, to);
  add_grain(to, shot.grain_seed, shot.grain);
}

}  // namespace imagery
