// The images of reads: each looked into once, however many reads carry it.
#pragma once

#include <cstdint>
#include <deque>
#include <string_view>

#include <tsl/robin_map.h>

#include "conformance/oracle/parse/exif.h"
#include "conformance/oracle/parse/jpeg.h"
#include "conformance/oracle/parse/read_fields.h"
#include "conformance/oracle/read_ids.h"
#include "reference/base/witness.h"

namespace oracle {

/// What an image turned out to be.
struct Picture {
  std::uint64_t name = 0;     ///< a hash of its SHA-256
  std::size_t bytes = 0;
  parse::JpegState state = parse::JpegState::kForeign;
  std::string trouble;        ///< why it is not whole
  int width = 0, height = 0;
  parse::Geotag geotag;
};

/// An image by its SHA-256, as Picture::name.
[[nodiscard]] inline std::uint64_t image_name(std::string_view sha256) { return base::hash64(sha256); }

/// Knows images by their identity, and where that is new by their SHA-256. Memory: kHeldMax images of
/// kHeldBytesMax in all, or a single one, and kPicturesMax pictures.
class Images {
 public:
  [[nodiscard]] std::uint64_t name_of(const base::Bytes& image) { return known(image).name; }
  /// Good until the next call.
  [[nodiscard]] const Picture& picture_of(const base::Bytes& image);

 private:
  // The bytes are held, so that the identity keeps standing for them.
  struct Known {
    base::Bytes bytes;
    std::uint64_t name = 0;
    const Picture* picture = nullptr;
  };
  static constexpr std::size_t kHeldMax = 4'096, kHeldBytesMax = std::size_t{64} << 20, kPicturesMax = 65'536;
  [[nodiscard]] const Known& known(const base::Bytes& image);
  [[nodiscard]] const Picture& looked_into(std::uint64_t name, std::string_view bytes);
  void forget_pictures();

  tsl::robin_map<const void*, Known> known_;
  std::size_t held_bytes_ = 0;   ///< of known_
  std::deque<Picture> pictures_;
  tsl::robin_map<std::uint64_t, const Picture*, MixHash> by_name_;
};

/// One of the images of a read, as far as the evidence goes.
struct SentImage {
  enum class State : std::uint8_t {
    kNone,         ///< the read has none
    kHeld,
    kUnheld,       ///< it had one, and the evidence does not hold its bytes
    kNeverCame,    ///< its text names one that did not come with it
    kUnreadable,   ///< its text gives one in no way that can be read
  };
  State state = State::kNone;
  const base::Bytes* bytes = nullptr;   ///< where it is held
  std::string_view sha256;              ///< where it is named and not held

  [[nodiscard]] bool came() const { return state == State::kHeld || state == State::kUnheld; }
};

/// `crossed` and `unheld` as ReadBody has them. Owner: an image that the text holds whole is kept in `holder`.
[[nodiscard]] SentImage sent_image(const parse::ImageField& field, const base::Bytes* crossed, std::string_view unheld,
                                   base::Bytes& holder);

}  // namespace oracle
