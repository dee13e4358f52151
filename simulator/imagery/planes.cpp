#include "simulator/imagery/planes.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "reference/base/hash.h"

namespace imagery {
namespace {

constexpr int kBlock = 16;

int rounded_up(int pixels) { return (pixels + kBlock - 1) / kBlock * kBlock; }

// JFIF's coefficients in 65,536ths.
int luma_of(int red, int green, int blue) { return (19595 * red + 38470 * green + 7471 * blue + 32768) >> 16; }
int cb_of(int red, int green, int blue) { return 128 + ((-11059 * red - 21709 * green + 32768 * blue + 32768) >> 16); }
int cr_of(int red, int green, int blue) { return 128 + ((32768 * red - 27439 * green - 5329 * blue + 32768) >> 16); }

std::uint8_t sample(int value) { return static_cast<std::uint8_t>(std::clamp(value, 0, 255)); }

Rgb unpacked(std::uint32_t pixel) {
  return {static_cast<int>(pixel >> 16 & 255), static_cast<int>(pixel >> 8 & 255), static_cast<int>(pixel & 255)};
}

/// Two rows of luma and one of chroma.
void convert_rows(const std::uint32_t* above, const std::uint32_t* below, int width, std::array<std::uint8_t*, 4> to) {
  for (int x = 0; x + 1 < width; x += 2) {
    const Rgb pixels[] = {unpacked(above[x]), unpacked(above[x + 1]), unpacked(below[x]), unpacked(below[x + 1])};
    to[0][x] = static_cast<std::uint8_t>(luma_of(pixels[0].red, pixels[0].green, pixels[0].blue));
    to[0][x + 1] = static_cast<std::uint8_t>(luma_of(pixels[1].red, pixels[1].green, pixels[1].blue));
    to[1][x] = static_cast<std::uint8_t>(luma_of(pixels[2].red, pixels[2].green, pixels[2].blue));
    to[1][x + 1] = static_cast<std::uint8_t>(luma_of(pixels[3].red, pixels[3].green, pixels[3].blue));
    const int red = (pixels[0].red + pixels[1].red + pixels[2].red + pixels[3].red + 2) / 4;
    const int green = (pixels[0].green + pixels[1].green + pixels[2].green + pixels[3].green + 2) / 4;
    const int blue = (pixels[0].blue + pixels[1].blue + pixels[2].blue + pixels[3].blue + 2) / 4;
    to[2][x / 2] = sample(cb_of(red, green, blue));
    to[3][x / 2] = sample(cr_of(red, green, blue));
  }
}

/// Repeats the last column and row of a plane into its padding.
void pad(std::vector<std::uint8_t>& plane, int width, int height, int stored_width, int stored_height) {
  for (int y = 0; y < height; ++y) {
    std::uint8_t* row = plane.data() + std::ptrdiff_t{y} * stored_width;
    std::memset(row + width, row[width - 1], static_cast<std::size_t>(stored_width - width));
  }
  const std::uint8_t* last = plane.data() + std::ptrdiff_t{height - 1} * stored_width;
  for (int y = height; y < stored_height; ++y) {
    std::memcpy(plane.data() + std::ptrdiff_t{y} * stored_width, last, static_cast<std::size_t>(stored_width));
  }
}

constexpr std::size_t kNoise = 1 << 14;

/// Noise from -128 to 128, the sum of four uniform values: small ones are common, as in a sensor.
const std::array<std::int16_t, kNoise>& noise() {
  static const auto kTable = [] {
    std::array<std::int16_t, kNoise> table{};
    for (std::size_t i = 0; i < table.size(); ++i) {
      const std::uint64_t bits = base::mix64(i);
      int sum = -128;
      for (int k = 0; k < 4; ++k) sum += static_cast<int>(bits >> (16 * k) & 63);
      table[i] = static_cast<std::int16_t>(sum + 2);
    }
    return table;
  }();
  return kTable;
}

}  // namespace

Ycc ycc_of(Rgb c) {
  return {luma_of(c.red, c.green, c.blue), std::clamp(cb_of(c.red, c.green, c.blue), 0, 255),
          std::clamp(cr_of(c.red, c.green, c.blue), 0, 255)};
}

Planes::Planes(int width_px, int height_px)
    : width(width_px), height(height_px), stored_width(rounded_up(width_px)), stored_height(rounded_up(height_px)) {
  const auto samples = static_cast<std::size_t>(stored_width) * static_cast<std::size_t>(stored_height);
  luma.resize(samples);
  cb.resize(samples / 4);
  cr.resize(samples / 4);
}

void convert(const Surface& from, Planes& to) {
  for (int y = 0; y + 1 < to.height; y += 2) {
    const auto* above = reinterpret_cast<const std::uint32_t*>(from.row(y));
    const auto* below = reinterpret_cast<const std::uint32_t*>(from.row(y + 1));
    const std::ptrdiff_t chroma = std::ptrdiff_t{y} / 2 * (to.stored_width / 2);
    convert_rows(above, below, to.width, {to.luma_row(y), to.luma_row(y + 1), to.cb.data() + chroma, to.cr.data() + chroma});
  }
  pad(to.luma, to.width, to.height, to.stored_width, to.stored_height);
  pad(to.cb, to.width / 2, to.height / 2, to.stored_width / 2, to.stored_height / 2);
  pad(to.cr, to.width / 2, to.height / 2, to.stored_width / 2, to.stored_height / 2);
}

void drain_colour(Planes& planes) {
  std::ranges::fill(planes.cb, std::uint8_t{128});
  std::ranges::fill(planes.cr, std::uint8_t{128});
}

void add_grain(Planes& planes, std::uint64_t seed, int strength) {
  const auto& table = noise();
  for (int y = 0; y < planes.stored_height; ++y) {
    // A row takes its noise from a place of its own; rows are shorter than the table.
    const std::size_t from = base::mix64(seed + static_cast<std::uint64_t>(y)) % (kNoise - static_cast<std::size_t>(planes.stored_width));
    const std::int16_t* grain = table.data() + from;
    std::uint8_t* row = planes.luma_row(y);
    for (int x = 0; x < planes.stored_width; ++x) row[x] = sample(row[x] + (grain[x] * strength >> 7));
  }
}

}  // namespace imagery
