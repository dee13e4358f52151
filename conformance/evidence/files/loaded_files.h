// The images and lists of a pack, loaded when an event first names them.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "conformance/evidence/event_reader.h"
#include "conformance/evidence/files/container.h"

namespace evidence {

/// Loads images/<sha256>.jpg and lists/<sha256>.csv and checks that they have the hash they are named by.
///
/// Owner:   the pack is borrowed for life.
/// Shape:   an image has at most 16 MiB, a list at most 1 GiB; images are kept up to 256 MiB and 65,536 names in all, those that are not
///          there among them, then forgotten and looked for again where they are named again.
class LoadedFiles : public PackContents {
 public:
  explicit LoadedFiles(const Container& pack) : pack_(pack) {}

  base::Result<std::optional<base::Bytes>> image(std::string_view sha256) override;
  base::Result<std::optional<base::Bytes>> list(std::string_view sha256) override;

  /// How many files events name and the pack does not hold; counted up to a million.
  [[nodiscard]] std::size_t missing() const { return missing_.size(); }

 private:
  base::Result<std::optional<base::Bytes>> load(const std::string& path, std::string_view sha256, std::size_t bytes_max);

  const Container& pack_;
  std::unordered_set<std::uint64_t> missing_;   ///< their paths' hashes: to be counted, and no more
  std::unordered_map<std::string, std::optional<base::Bytes>> images_;
  std::size_t images_bytes_ = 0;
};

}  // namespace evidence
