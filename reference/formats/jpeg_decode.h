// The one place that calls libjpeg-turbo's decoder.
#pragma once

#include <cstddef>

namespace formats {

inline constexpr int kJpegSideMax = 4096;

/// How far a decoder came. Plain data: libjpeg leaves by longjmp, which runs no destructor.
struct JpegOutcome {
  enum class Stage { kForeign, kDamaged, kTooLarge, kWhole };
  Stage stage;
  int width;    ///< 0 where the header was not read
  int height;
};

/// Reads the header, and, where it does not promise more than kJpegSideMax by kJpegSideMax pixels, decodes every scan line. Data that ends
/// early, and anything else that the decoder only warns of, is damage.
[[nodiscard]] JpegOutcome decode_jpeg(const unsigned char* bytes, std::size_t size);

}  // namespace formats
