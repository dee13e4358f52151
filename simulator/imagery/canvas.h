// A picture in memory, and the few shapes we draw. Whole numbers only, so that every machine draws the same.
#pragma once

#include <cstdint>
#include <vector>

namespace imagery {

struct Colour {
  int red = 0;
  int green = 0;
  int blue = 0;
};

/// Shape:   three bytes a pixel, rows from the top. Drawing outside of it is cut off.
class Canvas {
 public:
  Canvas(int width, int height)
      : width_(width), height_(height), bytes_(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 3) {}

  [[nodiscard]] int width() const { return width_; }
  [[nodiscard]] int height() const { return height_; }
  [[nodiscard]] const std::uint8_t* row(int y) const {
    return bytes_.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(width_) * 3;
  }

  void fill(int left, int top, int right, int bottom, Colour colour);
  /// From `above` at the top to `below` at the bottom.
  void shade(int left, int top, int right, int bottom, Colour above, Colour below);
  /// Adds to each pixel one value from -strength to strength, all that `seed` decides.
  void grain(std::uint64_t seed, int strength);

 private:
  std::uint8_t* at(int x, int y) {
    return bytes_.data() + (static_cast<std::size_t>(y) * static_cast<std::size_t>(width_) + static_cast<std::size_t>(x)) * 3;
  }

  int width_, height_;
  std::vector<std::uint8_t> bytes_;
};

}  // namespace imagery
