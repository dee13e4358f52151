// A picture in memory that cairo draws on.
#pragma once

#include <cairo.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

namespace imagery {

/// Owner:   holds both the pixels and the context that draws on them. Not copied.
class Surface {
 public:
  /// Shape:   `format` CAIRO_FORMAT_RGB24 or CAIRO_FORMAT_A8. Begins as zeros.
  Surface(int width, int height, cairo_format_t format);

  [[nodiscard]] cairo_t* context() const { return context_.get(); }
  [[nodiscard]] int width() const { return width_; }
  [[nodiscard]] int height() const { return height_; }
  /// The pixels of a row as they are now: what was drawn is written out first.
  [[nodiscard]] const std::uint8_t* row(int y) const;
  /// A row to write pixels into; rows_written() ends the writing, before anything is drawn or painted.
  [[nodiscard]] std::uint8_t* writable_row(int y);
  void rows_written() { cairo_surface_mark_dirty(surface_.get()); }
  /// Writes a PNG by cairo's own writer. Whether it could.
  [[nodiscard]] bool write_png(const std::string& path) const;
  /// Paints a picture of the same format, its upper left corner at (x, y).
  void paint(const Surface& other, double x, double y);
  /// Lays the source of `at` through this picture, one of A8, its upper left corner at the origin.
  void mask(cairo_t* at) const;

 private:
  struct Destroy {
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
    void operator()(cairo_t* context) const { cairo_destroy(context); }
  };
  std::unique_ptr<cairo_surface_t, Destroy> surface_;
  std::unique_ptr<cairo_t, Destroy> context_;
  int width_, height_;
};

}  // namespace imagery
