#include "simulator/imagery/surface.h"

#include "reference/base/check.h"

namespace imagery {

Surface::Surface(int width, int height, cairo_format_t format)
    : surface_(cairo_image_surface_create(format, width, height)), context_(cairo_create(surface_.get())), width_(width), height_(height) {
  PLUMB_CHECK(cairo_status(context_.get()) == CAIRO_STATUS_SUCCESS, "there is memory for a picture");
}

const std::uint8_t* Surface::row(int y) const {
  cairo_surface_flush(surface_.get());
  return cairo_image_surface_get_data(surface_.get()) + std::ptrdiff_t{y} * cairo_image_surface_get_stride(surface_.get());
}

std::uint8_t* Surface::writable_row(int y) { return const_cast<std::uint8_t*>(row(y)); }

bool Surface::write_png(const std::string& path) const {
  cairo_surface_flush(surface_.get());
  return cairo_surface_write_to_png(surface_.get(), path.c_str()) == CAIRO_STATUS_SUCCESS;
}

void Surface::paint(const Surface& other, double x, double y) {
  cairo_set_source_surface(context_.get(), other.surface_.get(), x, y);
  cairo_paint(context_.get());
}

void Surface::mask(cairo_t* at) const {
  cairo_pattern_t* pattern = cairo_pattern_create_for_surface(surface_.get());
  cairo_pattern_set_filter(pattern, CAIRO_FILTER_BILINEAR);
  cairo_mask(at, pattern);
  cairo_pattern_destroy(pattern);
}

}  // namespace imagery
