// A JPEG picture as libjpeg reads it, and not by any code of the house.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace imagery_test {

struct Decoded {
  int width = 0, height = 0;
  long warnings = -1;
  bool has_jfif = false;
  std::string exif;                 // the payload of APP1; empty: none
  std::vector<std::uint8_t> luma;   // rows from the top

  [[nodiscard]] std::uint8_t at(int x, int y) const { return luma[static_cast<std::size_t>(y * width + x)]; }
  [[nodiscard]] int darkest() const;
  [[nodiscard]] int brightest() const;
};

/// Leaves the process on bytes that libjpeg refuses, which fails the test program.
[[nodiscard]] Decoded decode(std::string_view bytes);

}  // namespace imagery_test
