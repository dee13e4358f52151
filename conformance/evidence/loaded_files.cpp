#include "conformance/evidence/loaded_files.h"

#include <fstream>
#include <iterator>

#include <fmt/format.h>

#include "conformance/evidence/pack.h"
#include "reference/base/hash.h"

namespace evidence {
namespace {

constexpr std::size_t kImagesBytesMax = std::size_t{256} << 20;

}  // namespace

base::Result<std::optional<base::Bytes>> LoadedFiles::load(const std::string& path, std::string_view sha256) const {
  std::ifstream file(directory_ / path, std::ios::binary);
  if (!file) return std::nullopt;  // a pack may be partial
  std::string bytes{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  if (base::sha256_hex(bytes) != sha256)
    return base::fail(kPackUnreadable, fmt::format("expected {} to have the hash it is named by", path));
  return base::Bytes(std::move(bytes));
}

base::Result<std::optional<base::Bytes>> LoadedFiles::image(std::string_view sha256) {
  const std::string name(sha256);
  if (const auto at = images_.find(name); at != images_.end()) return at->second;
  auto loaded = load("images/" + name + ".jpg", sha256);
  if (!loaded) return loaded;
  if (images_bytes_ > kImagesBytesMax) {
    images_.clear();
    images_bytes_ = 0;
  }
  if (*loaded) images_bytes_ += (*loaded)->size();
  images_.emplace(name, *loaded);
  return loaded;
}

base::Result<std::optional<base::Bytes>> LoadedFiles::list(std::string_view sha256) {
  return load("lists/" + std::string(sha256) + ".csv", sha256);
}

}  // namespace evidence
