// A picture as JPEG takes it: luma, and chroma at half the resolution.
#pragma once

#include <cstdint>
#include <vector>

#include "simulator/imagery/surface.h"

namespace imagery {

struct Rgb {
  int red = 0, green = 0, blue = 0;
};

/// A colour as JFIF has it, 0 to 255 each; grey has 128 for both chromas.
struct Ycc {
  int luma = 0, cb = 128, cr = 128;
};

[[nodiscard]] Ycc ycc_of(Rgb colour);

/// Three planes of samples, 4:2:0.
///
/// Shape:   rows from the top. Stored in whole blocks of 16 x 16 pixels: what lies right of `width` and below `height` is coded but never
///          shown, and should be much like its neighbours.
struct Planes {
  Planes(int width_px, int height_px);

  [[nodiscard]] std::uint8_t* luma_row(int y) { return luma.data() + std::ptrdiff_t{y} * stored_width; }
  [[nodiscard]] const std::uint8_t* luma_row(int y) const { return luma.data() + std::ptrdiff_t{y} * stored_width; }

  int width, height, stored_width, stored_height;
  std::vector<std::uint8_t> luma, cb, cr;
};

/// Takes over an RGB24 picture of the same size; the padding repeats its last column and row.
void convert(const Surface& from, Planes& to);

/// Takes the colour out, as an infra-red camera sees.
void drain_colour(Planes& planes);

/// Adds a sensor's noise to the luma: about `strength` grey levels at most either way, all that `seed` decides.
void add_grain(Planes& planes, std::uint64_t seed, int strength);

}  // namespace imagery
