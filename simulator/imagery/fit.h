// Pictures as JPEG of at most so many bytes.
#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "simulator/imagery/planes.h"

namespace imagery {

inline constexpr int kQualityMin = 3;
inline constexpr int kQualityMax = 95;

/// A picture that fits, and the quality at which it does.
struct Fitted {
  std::string jpeg;
  int quality = 0;
};

/// Writes baseline JPEG, 4:2:0, by libjpeg. Keeps compressor and buffers from picture to picture.
class Encoder {
 public:
  Encoder();
  ~Encoder();
  Encoder(const Encoder&) = delete;
  Encoder& operator=(const Encoder&) = delete;

  /// The picture at one quality, 1 to 100.
  ///
  /// Shape:   with `exif`, the payload of an APP1 segment of at most 65,533 bytes, right after the start of the image and without a JFIF
  ///          header, as Exif asks; with none, a JFIF header.
  /// Owner:   the bytes are good until the next call.
  [[nodiscard]] std::string_view encode(const Planes& planes, int quality, std::string_view exif = {});

  /// The picture at the highest quality from kQualityMin to kQualityMax at which it takes at most `bytes_max`.
  ///
  /// Shape:   that quality fits and the next does not. (A picture grows with its quality but for one step in 400, at which it loses some
  ///          bytes; a budget that lies in such a dip would be kept by a higher quality, too.) `bytes_max` must be in reach: a picture that
  ///          does not fit at kQualityMin is a broken invariant, since we draw the pictures and set the budgets ourselves. `guess` is where
  ///          to look first; it costs time where it is far off.
  [[nodiscard]] Fitted fit(const Planes& planes, std::size_t bytes_max, int guess, std::string_view exif = {});

  /// How many times a picture was encoded so far.
  [[nodiscard]] std::size_t encodings() const { return encodings_; }

 private:
  struct Destination;
  struct State;
  std::unique_ptr<State> state_;
  std::size_t encodings_ = 0;
};

}  // namespace imagery
