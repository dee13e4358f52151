// What a read holds, as a number: two reads of the same content have the same.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "conformance/oracle/images.h"
#include "reference/base/hash.h"
#include "reference/base/witness.h"

namespace oracle {

/// A vehicle's mark as 16 bytes: the mark itself up to 15 bytes, two hashes of a longer one.
struct PackedVrm {
  std::uint64_t a = 0, b = 0;
  [[nodiscard]] static PackedVrm of(std::string_view vrm);
  /// With lower-case letters as upper-case ones; with O as 0 and I as 1, which are one glyph on a plate; with both. Of a longer mark
  /// itself.
  [[nodiscard]] PackedVrm upper() const;
  [[nodiscard]] PackedVrm glyphs() const;
  [[nodiscard]] PackedVrm folded() const { return upper().glyphs(); }
  friend bool operator==(const PackedVrm&, const PackedVrm&) = default;
};
struct PackedVrmHash {
  std::size_t operator()(const PackedVrm& vrm) const { return base::mix64(vrm.a ^ base::mix64(vrm.b)); }
};

/// The content of a read. `images_unseen`: it has an image of which the evidence does not hold the bytes.
struct Content {
  std::uint64_t digest = 0;
  bool images_unseen = false;
};

/// Makes contents: a hash over the bytes of the text and the SHA-256 of each image, which is worked out once an image; of a read that
/// crossed as a value, over mark and size alone.
///
/// Owner:   the images are borrowed for life.
class Contents {
 public:
  explicit Contents(Images& images) : images_(images) {}
  [[nodiscard]] Content of(const base::event::ReadBody& read);

 private:
  [[nodiscard]] std::uint64_t image(const base::Bytes* image) { return image == nullptr ? 0 : images_.name_of(*image); }

  Images& images_;
};

}  // namespace oracle
