// The images and lists of a pack, each written once under the name of its hash.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "conformance/evidence/event_line.h"
#include "conformance/evidence/pack.h"

namespace evidence {

/// Writes images/<sha256>.jpg and lists/<sha256>.csv below a directory.
///
/// Errors:  a write that fails is remembered (error()), and nothing is written after it.
class StoredFiles : public PackFiles {
 public:
  explicit StoredFiles(std::filesystem::path directory) : directory_(std::move(directory)) {}

  std::string_view image(const base::Bytes& bytes) override { return keep(bytes, "images/", ".jpg"); }
  std::string_view list(const base::Bytes& bytes) override { return keep(bytes, "lists/", ".csv"); }

  [[nodiscard]] const std::optional<base::Error>& error() const { return error_; }
  /// Path below the directory to hash, of all that were written.
  [[nodiscard]] const std::map<std::string, std::string>& written() const { return written_; }

 private:
  // Held, so that the identity keeps standing for these bytes.
  struct Known {
    base::Bytes bytes;
    std::string name;
  };
  std::string_view keep(const base::Bytes& bytes, std::string_view folder, std::string_view ending);
  void write(const std::string& path, std::string_view bytes);

  static constexpr std::size_t kKnownMax = 4096;
  std::filesystem::path directory_;
  std::unordered_map<const void*, Known> known_;
  std::map<std::string, std::string> written_;
  std::optional<base::Error> error_;
  std::string fresh_;
};

}  // namespace evidence
