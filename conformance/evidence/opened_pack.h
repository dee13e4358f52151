// A pack that was handed in, opened: its manifest is read, its events are still to be told.
#pragma once

#include <filesystem>
#include <memory>

#include "conformance/evidence/manifest.h"

namespace evidence {

class Pack {
 public:
  /// `path` is a directory or a .zip. Errors: kPackUnreadable.
  [[nodiscard]] static base::Result<Pack> open(const std::filesystem::path& path);

  [[nodiscard]] const Manifest& manifest() const { return manifest_; }
  [[nodiscard]] const Container& files() const { return *container_; }
  /// As read_pack_counted(); may be called again.
  [[nodiscard]] base::Result<PackCounts> tell(base::Witness& witness) const;

 private:
  Pack(std::filesystem::path path, std::unique_ptr<Container> container, Manifest manifest)
      : path_(std::move(path)), container_(std::move(container)), manifest_(std::move(manifest)) {}

  std::filesystem::path path_;
  std::unique_ptr<Container> container_;
  Manifest manifest_;
};

}  // namespace evidence
