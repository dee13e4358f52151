// A canvas as JPEG of at most so many bytes.
#pragma once

#include <cstddef>
#include <string>

#include "simulator/imagery/canvas.h"

namespace imagery {

/// Searches, by halving, the highest quality from 10 to 95 at which the picture takes at most `bytes_max`.
///
/// Shape:   baseline JPEG with a JFIF header, 4:2:0. `bytes_max` must be in reach: a picture that does not fit at quality 10 is a broken
///          invariant, since we draw the pictures ourselves.
[[nodiscard]] std::string encode_within(const Canvas& canvas, std::size_t bytes_max);

}  // namespace imagery
