// Ways with rounded corners, and the few fills that our pictures are made of.
#pragma once

#include <cairo.h>

#include <initializer_list>
#include <span>
#include <vector>

namespace imagery {

/// A corner of a way, and how far from it the rounding begins; 0: sharp.
struct Vertex {
  double x, y;
  double radius = 0;
};

enum class Ends : bool { kOpen, kClosed };

/// Makes the way through `vertices` the current path: two at least. Between two rounded corners each takes at most half.
void trace(cairo_t* at, std::span<const Vertex> vertices, Ends ends);

/// Opaque or not, 0 to 1 each.
struct Paint {
  double red, green, blue;
  double alpha = 1;
};

/// `paint` with its light multiplied, alpha kept.
[[nodiscard]] Paint lit(Paint paint, double factor);

void set_paint(cairo_t* at, Paint paint);

/// Fills the current path.
void fill(cairo_t* at, Paint paint);
/// Fills the current path, from `above` at the height `top` to `below` at `bottom`.
void fill(cairo_t* at, Paint above, double top, Paint below, double bottom);

/// Makes a rounded rectangle the current path.
void box(cairo_t* at, double left, double top, double width, double height, double radius);

/// Makes the outline the current path whose right half, x at least 0, runs from the top to the bottom through `right`.
void symmetric(cairo_t* at, std::initializer_list<Vertex> right);

/// Makes a circle the current path.
void disc(cairo_t* at, double x, double y, double radius);

/// Makes an ellipse the current path.
void oval(cairo_t* at, double x, double y, double across, double down);

/// Adds light around a point, from `paint` there to none at `radius`.
void glow(cairo_t* at, double x, double y, double radius, Paint paint);

}  // namespace imagery
