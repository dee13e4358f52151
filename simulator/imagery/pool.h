// A pool of real JPEG images with true sizes, from which reads take theirs (`images: pool`).
#pragma once

#include <cstdint>
#include <vector>

#include "reference/base/bytes.h"

namespace imagery {

/// Shape:   patches are 120 x 60 pixels and at most 3,000 bytes, overviews 640 x 480 and at most 25,000: the quality of each is
///          searched until it fits. The same arguments give the same bytes with one build of libjpeg-turbo.
/// Source:  2.2.4-b to f.
struct Pool {
  std::vector<base::Bytes> patches;
  std::vector<base::Bytes> overviews;
};

[[nodiscard]] Pool make_pool(std::uint64_t seed, std::uint32_t patches, std::uint32_t overviews);

}  // namespace imagery
