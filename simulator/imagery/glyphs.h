// The letters and digits of plates, as strokes of our own: no font is used.
#pragma once

#include <cairo.h>

namespace imagery {

/// The box of a character and the pen that draws it.
///
/// Units:   millimetres.
/// Source:  SI 2001/561 reg. 14 and schedule 3 part 2: 79 x 50 and a stroke of 14, for motorcycles 64 x 44 and 10.
struct Lettering {
  int height_mm = 79;
  int width_mm = 50;
  int stroke_mm = 14;
};

[[nodiscard]] bool has_glyph(char c);  // 0-9, A-Z; a-z count as A-Z

/// The width of a character's box: a stroke for 1 and I, `width_mm` for all others, those without a glyph among them.
[[nodiscard]] int glyph_width_mm(char c, const Lettering& lettering);

/// Draws `c` with the source of `at`, the upper left corner of its box at the origin. 0 and O are one glyph, 1 and I another. What has no
/// glyph draws nothing.
void draw_glyph(cairo_t* at, char c, const Lettering& lettering);

}  // namespace imagery
