#include "simulator/imagery/canvas.h"

#include <algorithm>

#include "reference/base/hash.h"

namespace imagery {
namespace {

std::uint8_t clamped(int value) { return static_cast<std::uint8_t>(std::clamp(value, 0, 255)); }

int between(int above, int below, int part, int whole) { return above + (below - above) * part / whole; }

}  // namespace

void Canvas::fill(int left, int top, int right, int bottom, Colour colour) { shade(left, top, right, bottom, colour, colour); }

void Canvas::shade(int left, int top, int right, int bottom, Colour above, Colour below) {
  const int whole = std::max(1, bottom - top);
  for (int y = std::max(0, top); y < std::min(bottom, height_); ++y) {
    const int part = y - top;
    const std::uint8_t pixel[] = {clamped(between(above.red, below.red, part, whole)),
                                  clamped(between(above.green, below.green, part, whole)),
                                  clamped(between(above.blue, below.blue, part, whole))};
    for (int x = std::max(0, left); x < std::min(right, width_); ++x) std::copy_n(pixel, 3, at(x, y));
  }
}

void Canvas::grain(std::uint64_t seed, int strength) {
  const auto span = static_cast<std::uint64_t>(2 * strength + 1);
  std::uint64_t bits = 0;
  std::uint64_t n = 0;
  for (std::size_t i = 0; i < bytes_.size(); i += 3, bits >>= 16) {
    if (n % 4 == 0) bits = base::mix64(seed + n);  // 16 bits a pixel
    ++n;
    const int shift = static_cast<int>((bits & 0xffff) * span >> 16) - strength;
    for (std::size_t k = 0; k < 3; ++k) bytes_[i + k] = clamped(bytes_[i + k] + shift);
  }
}

}  // namespace imagery
