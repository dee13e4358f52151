// JPEG as the core needs it: what an image is, from its header and from really decoding it (clause 2.2.4).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <tsl/robin_map.h>

#include "reference/base/bytes.h"
#include "reference/base/result.h"

namespace formats {

inline constexpr base::ErrorKind kNotJpeg{"image_not_jpeg", "2.2.4", "a JPEG image", 1};
inline constexpr base::ErrorKind kJpegDamaged{"image_damaged", "2.2.4", "a JPEG that decodes whole", 2};
inline constexpr base::ErrorKind kJpegTooLarge{"image_too_many_pixels", "house", "at most 4096 x 4096 pixels", 3};

/// What an image turned out to be. `width` and `height` in pixels; 0 where `fault` is set before they are known.
struct ImageFacts {
  std::string sha256;
  std::uint32_t bytes = 0;
  int width = 0;
  int height = 0;
  const base::ErrorKind* fault = nullptr;
};

/// Hashes and decodes the image by libjpeg-turbo, every scan line of it.
[[nodiscard]] ImageFacts examine_jpeg(std::string_view bytes);

/// Examines each distinct image once, however many reads carry it. Keeps the newest `capacity` images.
class ImageIndex {
 public:
  explicit ImageIndex(std::size_t capacity = 4096);
  /// The reference is good until the next call.
  const ImageFacts& examine(const base::Bytes& image);

 private:
  struct Entry {
    base::Bytes image;
    ImageFacts facts;
  };
  std::size_t capacity_;
  tsl::robin_map<const void*, Entry> known_;
  std::vector<const void*> order_;
  std::size_t oldest_ = 0;
};

}  // namespace formats
