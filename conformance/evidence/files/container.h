// Where a pack's files lie: in a directory, or in a .zip. Nothing outside it is ever opened.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "conformance/evidence/files/byte_source.h"

namespace evidence {

/// A file below a pack.
struct Held {
  std::string path;            ///< "images/<sha256>.jpg"
  std::uint64_t bytes = 0;
};

/// The files of a pack by their path in it.
class Container {
 public:
  virtual ~Container() = default;
  /// Null where there is no such file. Errors: kPackUnreadable: it is no plain file, or cannot be read.
  [[nodiscard]] virtual base::Result<std::unique_ptr<ByteSource>> open(const std::string& path) const = 0;
  /// All files, in order of path. Errors: kPackUnreadable.
  [[nodiscard]] virtual base::Result<std::vector<Held>> list() const = 0;

  /// The whole of a file; nothing where there is none. Errors: those of open(); more than `bytes_max`.
  [[nodiscard]] base::Result<std::optional<std::string>> content(const std::string& path, std::size_t bytes_max) const;
};

/// What is wrong with a path, with the beginning of it; empty where it is relative and stays below: names of at most 255 bytes parted by
/// single slashes, none of them "." or "..", without backslash or NUL.
[[nodiscard]] std::string path_fault(std::string_view path);
[[nodiscard]] inline bool is_inner_path(std::string_view path) { return path_fault(path).empty(); }

/// A directory; symbolic links below it are no files of the pack.
[[nodiscard]] std::unique_ptr<Container> open_directory(std::filesystem::path directory);

/// A .zip, or the one folder of it in which a manifest.json stands; what lies beside that folder is passed over.
///
/// Errors:  kPackUnreadable: no zip, damaged, encrypted, a path that leads out of the pack, one path twice, entries that share bytes, and
///          an entry that unpacks to more than 64 MiB and to more than 200 times its size. While an entry is read: that it unpacks to
///          another size than the .zip says, or is a symbolic link.
[[nodiscard]] base::Result<std::unique_ptr<Container>> open_zip(const std::filesystem::path& file);

/// The one or the other. Errors: kPackUnreadable.
[[nodiscard]] base::Result<std::unique_ptr<Container>> open_container(const std::filesystem::path& path);

/// A plain file by itself. Errors: kPackUnreadable.
[[nodiscard]] base::Result<std::unique_ptr<ByteSource>> open_file(const std::filesystem::path& path);

}  // namespace evidence
