// Ways to break an image: what faulty cameras and mutants send in place of a sound one.
#pragma once

#include <cstddef>
#include <string>

namespace actors {

/// From a sound baseline JPEG to a broken one.
using Change = std::string (*)(std::string jpeg);

/// With comments in it, so that it has as many bytes, or up to three more; as it is where it is as large already.
[[nodiscard]] std::string grown(std::string jpeg, std::size_t bytes);
template <std::size_t kBytes>
[[nodiscard]] std::string grown_to(std::string jpeg) {
  return grown(std::move(jpeg), kBytes);
}

// Of a patch, with other dimensions in its frame header. As many blocks are coded as for those, so that it can still be decoded.
[[nodiscard]] std::string one_pixel_wider(std::string jpeg);   ///< 121 x 60
[[nodiscard]] std::string upright(std::string jpeg);           ///< 60 x 120

[[nodiscard]] std::string truncated(std::string jpeg);         ///< without its last third
[[nodiscard]] std::string as_png(std::string jpeg);            ///< a PNG of one pixel in its place
[[nodiscard]] std::string tagged_elsewhere(std::string jpeg);  ///< with a geotag of Trafalgar Square
[[nodiscard]] std::string tagged_short(std::string jpeg);      ///< with a geotag that ends in the middle of its coordinates

}  // namespace actors
