#include "simulator/imagery/blotches.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "reference/base/check.h"
#include "reference/base/hash.h"

namespace imagery {
namespace {

constexpr int kSide = 512;  // of the texture, which repeats

/// A value for a point of a lattice of so many points a side, 0 to 255.
int lattice(int x, int y, int points, std::uint64_t octave) {
  const auto at = static_cast<std::uint64_t>((y % points) * points + x % points);
  return static_cast<int>(base::mix64(octave << 32 | at) & 255);
}

/// Noise of one size, smooth between the points of its lattice.
int octave_at(int x, int y, int step, std::uint64_t octave) {
  const int points = kSide / step;
  const int left = x / step, top = y / step, right = x % step, below = y % step;
  const int upper = lattice(left, top, points, octave) * (step - right) + lattice(left + 1, top, points, octave) * right;
  const int lower = lattice(left, top + 1, points, octave) * (step - right) + lattice(left + 1, top + 1, points, octave) * right;
  return (upper * (step - below) + lower * below) / (step * step);
}

using Texture = std::array<std::uint8_t, std::size_t{kSide} * kSide>;

/// Four sizes of noise added up, spread over 0 to 255.
const Texture& texture() {
  static const Texture kTexture = [] {
    Texture texture{};
    for (int y = 0; y < kSide; ++y) {
      for (int x = 0; x < kSide; ++x) {
        const int sum = 5 * octave_at(x, y, 32, 1) + 5 * octave_at(x, y, 16, 2) + 4 * octave_at(x, y, 8, 3) + 2 * octave_at(x, y, 4, 4);
        texture[static_cast<std::size_t>(y * kSide + x)] = static_cast<std::uint8_t>(std::clamp((sum / 16 - 64) * 2, 0, 255));
      }
    }
    return texture;
  }();
  return kTexture;
}

}  // namespace

void blotch(std::uint64_t seed, std::uint32_t dirt_permille, int width, int height, std::vector<std::uint8_t>& to) {
  PLUMB_CHECK(width <= kSide / 2 && height <= kSide / 2, "dirt is sought for a picture that its texture can hold");
  constexpr int kMost = 230;
  const int dirt = static_cast<int>(std::min<std::uint32_t>(dirt_permille, 1'000));
  const std::uint64_t place = base::mix64(seed);
  const int left = static_cast<int>(place & 255), top = static_cast<int>(place >> 8 & 255);
  const int threshold = 255 - dirt * 255 / 1'000;
  to.resize(static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
  for (int y = 0; y < height; ++y) {
    const std::uint8_t* from = texture().data() + std::ptrdiff_t{top + y} * kSide + left;
    std::uint8_t* row = to.data() + std::ptrdiff_t{y} * width;
    for (int x = 0; x < width; ++x) row[x] = static_cast<std::uint8_t>(std::clamp((from[x] - threshold) * 4, 0, kMost));
  }
}

}  // namespace imagery
