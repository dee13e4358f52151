// Pictures that were drawn before, for whoever runs a scenario again.
#pragma once

#include <cstdint>
#include <string_view>

#include <tsl/robin_map.h>

#include "reference/base/bytes.h"
#include "reference/base/hash.h"

namespace actors {

/// What a picture is of, as 128 bits of hash.
struct PictureKey {
  std::uint64_t a = 0, b = 0;
  [[nodiscard]] static PictureKey of(std::string_view description) { return {base::hash64(description, 1), base::hash64(description, 2)}; }
  friend bool operator==(const PictureKey&, const PictureKey&) = default;
};

/// Pictures by what they are of. The same description gives the same picture, so that an album changes how long a run takes, and nothing
/// else.
///
/// Memory: all pictures that were ever drawn with it, up to kBytesMax; after that nothing more is kept.
class Album {
 public:
  static constexpr std::size_t kBytesMax = std::size_t{256} << 20;

  /// Null where there is none. Good until the next one is kept.
  [[nodiscard]] const base::Bytes* find(const PictureKey& key) const {
    const auto at = pictures_.find(key);
    return at == pictures_.end() ? nullptr : &at->second;
  }
  void keep(const PictureKey& key, const base::Bytes& picture) {
    if (bytes_ + picture.size() > kBytesMax) return;
    if (pictures_.emplace(key, picture).second) bytes_ += picture.size();
  }

 private:
  struct Hash {
    std::size_t operator()(const PictureKey& key) const { return key.a; }
  };
  tsl::robin_map<PictureKey, base::Bytes, Hash> pictures_;
  std::size_t bytes_ = 0;
};

}  // namespace actors
