// Parts that several vehicles have.
#pragma once

#include <cairo.h>

#include "simulator/imagery/strokes.h"

namespace imagery::parts {

inline constexpr Paint kRubber{0.07, 0.07, 0.075};
inline constexpr Paint kTrim{0.13, 0.13, 0.14};
inline constexpr Paint kChrome{0.80, 0.82, 0.84};
inline constexpr Paint kGlassAbove{0.40, 0.50, 0.58}, kGlassBelow{0.12, 0.16, 0.20};
inline constexpr Paint kTailLamp{0.72, 0.05, 0.06}, kAmber{0.95, 0.55, 0.08};

/// The two tyres, seen end on: their outer edges `half_width` from the middle.
void tyres(cairo_t* at, double half_width, double tyre_width, double top);

/// The current path as glass that mirrors the sky, from `top` to `bottom`.
void glass(cairo_t* at, double top, double bottom);

/// The current path as painted sheet, lighter above.
void sheet(cairo_t* at, Paint paint, double top, double bottom);

/// A round or rounded headlamp on either side, its middle at (+-x, y).
void headlamps(cairo_t* at, double x, double y, double width, double height);

/// A tail lamp on either side with an amber and a clear part, the middle at (+-x, y).
void tail_lamps(cairo_t* at, double x, double y, double width, double height);

/// What a badge is made of so that it stands out from `paint`: chrome, or black on light paint.
[[nodiscard]] Paint badge_on(Paint paint);

/// A line on either side, mirrored: a seam of the sheet.
void seams(cairo_t* at, double from_x, double from_y, double to_x, double to_y);

/// A horizontal line, a seam of the sheet.
void seam(cairo_t* at, double half_width, double y);

}  // namespace imagery::parts
