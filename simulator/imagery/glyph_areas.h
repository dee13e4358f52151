// Glyphs drawn once, and asked how much of a rectangle they ink.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <vector>

#include "simulator/imagery/glyphs.h"

namespace imagery {

/// A glyph as a table of sums: for each point of a grid, the ink above and left of it. The ink of any rectangle is four look-ups, so that a
/// camera's pixels, of whatever size and place, are sampled without drawing anew.
///
/// Units:   the grid has kAcross and kDown points a millimetre: a pixel of a patch is 4 mm wide and 1.7 mm high. Ink is 255 for a cell that
///          is all ink.
class GlyphArea {
 public:
  static constexpr int kAcross = 1, kDown = 2;

  GlyphArea(char c, const Lettering& lettering);

  [[nodiscard]] int width() const { return width_; }
  [[nodiscard]] int height() const { return height_; }

  /// The sums of the ink above line `y`, by column; `column` gives where in them those left of `x` stand. What lies outside of the glyph
  /// has no ink: both take any number. The ink in [left, right) x [top, bottom) is thus
  ///     row(bottom)[column(right)] - row(bottom)[column(left)] - row(top)[column(right)] + row(top)[column(left)].
  [[nodiscard]] const std::uint32_t* row(int y) const { return sums_.data() + std::ptrdiff_t{bounded(y, height_)} * (width_ + 1); }
  [[nodiscard]] int column(int x) const { return bounded(x, width_); }

 private:
  static int bounded(int value, int most) { return value < 0 ? 0 : value > most ? most : value; }

  int width_, height_;
  std::vector<std::uint32_t> sums_;
};

/// The glyphs of one lettering, each drawn by cairo when it is first asked for.
class GlyphAreas {
 public:
  explicit GlyphAreas(const Lettering& lettering) : lettering_(lettering) {}
  [[nodiscard]] const GlyphArea& of(char c);

 private:
  Lettering lettering_;
  std::array<std::unique_ptr<GlyphArea>, 256> areas_;
};

}  // namespace imagery
