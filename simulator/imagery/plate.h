// A whole plate, and words in the letters of plates, drawn by cairo.
#pragma once

#include <cairo.h>

#include <string_view>

#include "simulator/imagery/sight.h"
#include "simulator/imagery/strokes.h"

namespace imagery {

/// Draws the plate of `sight` in millimetres, its middle at (x, y). Nothing where the mark is empty.
void draw_plate(cairo_t* at, const Sight& sight, double x, double y);

/// Draws `word` in thin capitals `height` high, its middle at (x, y). Accented letters
/// lose their accents, what has no glyph is a narrow gap.
void draw_word(cairo_t* at, std::string_view word, double x, double y, double height, Paint paint);

}  // namespace imagery
