// A pack in a .zip.
#include <map>
#include <vector>

#include <sys/stat.h>

#include <fmt/format.h>
#include <zip.h>

#include "conformance/evidence/files/container.h"
#include "conformance/evidence/pack.h"

namespace evidence {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kRatioMax = 200;                          // text of events packs to a 15th; deflate reaches a 1,000th
constexpr std::uint64_t kSmall = std::uint64_t{64} << 20;         // what is small may unpack as it likes
constexpr std::string_view kManifest = "manifest.json";

struct Discard {
  void operator()(zip_t* archive) const { zip_discard(archive); }
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};
using Archive = std::unique_ptr<zip_t, Discard>;
using File = std::unique_ptr<zip_file_t, Discard>;

base::Error unreadable(const std::string& where, std::string_view what) { return {kPackUnreadable, fmt::format("{}: {}", where, what)}; }

/// What is read is counted: the size that a .zip says is what its entries were let in by, and is not held by its reader to what comes.
class Entry final : public ByteSource {
 public:
  Entry(File file, std::string name, std::uint64_t bytes) : file_(std::move(file)), name_(std::move(name)), bytes_(bytes) {}
  base::Result<std::size_t> read(std::span<char> into) override {
    std::size_t count = 0;
    while (count < into.size()) {
      const zip_int64_t got = zip_fread(file_.get(), into.data() + count, into.size() - count);
      if (got < 0) return tl::unexpected(unreadable(name_, fmt::format("damaged in the .zip: {}", zip_file_strerror(file_.get()))));
      read_ += static_cast<std::uint64_t>(got);
      if (read_ > bytes_ || (got == 0 && read_ < bytes_)) {
        return tl::unexpected(
            unreadable(name_, fmt::format("expected {} bytes, as the .zip says; found {}", bytes_, got == 0 ? "fewer" : "more")));
      }
      if (got == 0) break;
      count += static_cast<std::size_t>(got);
    }
    return count;
  }

 private:
  File file_;
  std::string name_;
  std::uint64_t bytes_, read_ = 0;
};

struct Place {
  zip_uint64_t index = 0;
  std::uint64_t bytes = 0;
  bool link = false;
};
using Places = std::map<std::string, Place>;

class Zip final : public Container {
 public:
  Zip(Archive archive, Places places) : archive_(std::move(archive)), places_(std::move(places)) {}

  base::Result<std::unique_ptr<ByteSource>> open(const std::string& path) const override {
    if (std::string fault = path_fault(path); !fault.empty()) return base::fail(kPackUnreadable, std::move(fault));
    const auto at = places_.find(path);
    if (at == places_.end()) return nullptr;
    if (at->second.link) return tl::unexpected(unreadable(path, "expected a file, found a symbolic link"));
    File file(zip_fopen_index(archive_.get(), at->second.index, 0));
    if (file == nullptr) return tl::unexpected(unreadable(path, zip_strerror(archive_.get())));
    return std::make_unique<Entry>(std::move(file), path, at->second.bytes);
  }

  base::Result<std::vector<Held>> list() const override {
    std::vector<Held> all;
    for (const auto& [path, place] : places_) {
      if (!place.link) all.push_back({path, place.bytes});
    }
    return all;
  }

 private:
  Archive archive_;
  Places places_;
};

/// Whether an entry may be read at all.
base::Result<bool> look_at(const zip_stat_t& entry, const std::string& path) {
  if (std::string fault = path_fault(path); !fault.empty()) return base::fail(kPackUnreadable, std::move(fault));
  constexpr zip_uint64_t kNeeded = ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_ENCRYPTION_METHOD;
  if ((entry.valid & kNeeded) != kNeeded) return tl::unexpected(unreadable(path, "expected its size in the .zip"));
  if (entry.encryption_method != ZIP_EM_NONE) return tl::unexpected(unreadable(path, "expected it without a password"));
  if (entry.size > kSmall && entry.size / kRatioMax > entry.comp_size) {
    return tl::unexpected(unreadable(path, fmt::format("expected it to unpack to at most {} times its size; it says {} bytes of {}",
                                                       kRatioMax, entry.size, entry.comp_size)));
  }
  return true;
}

/// Whether an entry was packed as a symbolic link, which systems like Unix write into it.
bool is_link(zip_t* archive, zip_uint64_t index) {
  zip_uint8_t system = 0;
  zip_uint32_t attributes = 0;
  if (zip_file_get_external_attributes(archive, index, 0, &system, &attributes) != 0) return false;
  return (system == ZIP_OPSYS_UNIX || system == ZIP_OPSYS_OS_X) && S_ISLNK(attributes >> 16);
}

base::Result<Places> places_of(zip_t* archive, std::uint64_t archive_bytes) {
  Places places;
  std::uint64_t packed = 0;
  const zip_int64_t count = zip_get_num_entries(archive, 0);
  for (zip_uint64_t index = 0; index < static_cast<zip_uint64_t>(count); ++index) {
    zip_stat_t entry;
    if (zip_stat_index(archive, index, 0, &entry) != 0 || (entry.valid & ZIP_STAT_NAME) == 0)
      return tl::unexpected(unreadable(fmt::format("entry {}", index + 1), zip_strerror(archive)));
    const std::string path = entry.name;
    if (path.ends_with('/') && is_inner_path(std::string_view(path).substr(0, path.size() - 1))) continue;
    if (auto fine = look_at(entry, path); !fine) return tl::unexpected(fine.error());
    packed += entry.comp_size;
    if (packed > archive_bytes) return tl::unexpected(unreadable(path, "shares its bytes with another entry of the .zip"));
    if (!places.emplace(path, Place{index, entry.size, is_link(archive, index)}).second)
      return tl::unexpected(unreadable(path, "expected once in the .zip"));
  }
  return places;
}

/// Where the manifest stands in a folder, as it does when somebody packs the folder itself, paths count from there. Beside that folder lies
/// what the packing program adds of its own, such as __MACOSX.
Places from_the_manifest(Places places) {
  if (places.contains(std::string(kManifest))) return places;
  std::vector<std::string> folders;
  for (const auto& [path, place] : places) {
    const std::string folder = path.substr(0, path.find('/') + 1);
    if (!folder.empty() && path.substr(folder.size()) == kManifest) folders.push_back(folder);
  }
  if (folders.size() != 1) return places;
  Places inner;
  for (const auto& [path, place] : places) {
    if (path.starts_with(folders.front())) inner.emplace(path.substr(folders.front().size()), place);
  }
  return inner;
}

}  // namespace

base::Result<std::unique_ptr<Container>> open_zip(const fs::path& file) {
  int code = 0;
  Archive archive(zip_open(file.c_str(), ZIP_RDONLY | ZIP_CHECKCONS, &code));
  if (archive == nullptr) {
    zip_error_t error;
    zip_error_init_with_code(&error, code);
    auto fault = unreadable(file.string(), fmt::format("expected a directory or a .zip: {}", zip_error_strerror(&error)));
    zip_error_fini(&error);
    return tl::unexpected(std::move(fault));
  }
  std::error_code ignored;
  auto places = places_of(archive.get(), fs::file_size(file, ignored));
  if (!places) return tl::unexpected(base::Error(*places.error().kind, fmt::format("{}: {}", file.string(), places.error().detail)));
  return std::make_unique<Zip>(std::move(archive), from_the_manifest(*std::move(places)));
}

}  // namespace evidence
