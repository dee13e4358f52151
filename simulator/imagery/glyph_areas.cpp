#include "simulator/imagery/glyph_areas.h"

#include "simulator/imagery/surface.h"

namespace imagery {

GlyphArea::GlyphArea(char c, const Lettering& lettering)
    : width_(glyph_width_mm(c, lettering) * kAcross), height_(lettering.height_mm * kDown),
      sums_(static_cast<std::size_t>(width_ + 1) * static_cast<std::size_t>(height_ + 1)) {
  const Surface drawn(width_, height_, CAIRO_FORMAT_A8);
  cairo_scale(drawn.context(), kAcross, kDown);
  draw_glyph(drawn.context(), c, lettering);
  for (int y = 0; y < height_; ++y) {
    const std::uint8_t* cells = drawn.row(y);
    const std::uint32_t* above = sums_.data() + std::ptrdiff_t{y} * (width_ + 1);
    std::uint32_t* below = sums_.data() + std::ptrdiff_t{y + 1} * (width_ + 1);
    std::uint32_t of_row = 0;
    for (int x = 0; x < width_; ++x) {
      of_row += cells[x];
      below[x + 1] = above[x + 1] + of_row;
    }
  }
}

const GlyphArea& GlyphAreas::of(char c) {
  auto& area = areas_[static_cast<unsigned char>(c)];
  if (!area) area = std::make_unique<GlyphArea>(c, lettering_);
  return *area;
}

}  // namespace imagery
