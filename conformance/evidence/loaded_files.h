// The images and lists of a pack, loaded when an event first names them.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>

#include "conformance/evidence/event_reader.h"

namespace evidence {

/// Loads images/<sha256>.jpg and lists/<sha256>.csv below a directory and checks that they have the hash they are named by.
///
/// Shape:   images are kept up to 256 MiB in all, then forgotten and loaded again where they are named again.
class LoadedFiles : public PackContents {
 public:
  explicit LoadedFiles(std::filesystem::path directory) : directory_(std::move(directory)) {}

  base::Result<std::optional<base::Bytes>> image(std::string_view sha256) override;
  base::Result<std::optional<base::Bytes>> list(std::string_view sha256) override;

 private:
  base::Result<std::optional<base::Bytes>> load(const std::string& path, std::string_view sha256) const;

  std::filesystem::path directory_;
  std::unordered_map<std::string, std::optional<base::Bytes>> images_;
  std::size_t images_bytes_ = 0;
};

}  // namespace evidence
