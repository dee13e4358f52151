#include "conformance/evidence/files/loaded_files.h"

#include <fmt/format.h>

#include "conformance/evidence/pack.h"
#include "reference/base/hash.h"

namespace evidence {
namespace {

constexpr std::size_t kImagesBytesMax = std::size_t{256} << 20;   // of all that are kept
constexpr std::size_t kImagesMax = 65'536;
constexpr std::size_t kImageBytesMax = std::size_t{16} << 20;
constexpr std::size_t kListBytesMax = std::size_t{1} << 30;
constexpr std::size_t kMissingMax = 1'000'000;

}  // namespace

base::Result<std::optional<base::Bytes>> LoadedFiles::load(const std::string& path, std::string_view sha256, std::size_t bytes_max) {
  auto content = pack_.content(path, bytes_max);
  if (!content) return tl::unexpected(content.error());
  if (!*content) {
    // A pack may be partial, also where its manifest is still that of the whole: that one names it.
    if (missing_.size() < kMissingMax) missing_.insert(base::hash64(path));
    return std::nullopt;
  }
  if (const std::string found = base::sha256_hex(**content); found != sha256)
    return base::fail(kPackContradicts, fmt::format("{}: expected the SHA-256 that it is named by; found {}", path, found));
  return base::Bytes(*std::move(*content));
}

base::Result<std::optional<base::Bytes>> LoadedFiles::image(std::string_view sha256) {
  const std::string name(sha256);
  if (const auto at = images_.find(name); at != images_.end()) return at->second;
  auto loaded = load("images/" + name + ".jpg", sha256, kImageBytesMax);
  if (!loaded) return loaded;
  if (images_bytes_ > kImagesBytesMax || images_.size() >= kImagesMax) {
    images_.clear();
    images_bytes_ = 0;
  }
  if (*loaded) images_bytes_ += (*loaded)->size();
  images_.emplace(name, *loaded);
  return loaded;
}

base::Result<std::optional<base::Bytes>> LoadedFiles::list(std::string_view sha256) {
  return load("lists/" + std::string(sha256) + ".csv", sha256, kListBytesMax);
}

}  // namespace evidence
