#include "conformance/evidence/files/container.h"

#include <algorithm>
#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fmt/format.h>

#include "conformance/evidence/pack.h"

namespace evidence {
namespace {

namespace fs = std::filesystem;

class OpenFile final : public ByteSource {
 public:
  OpenFile(int descriptor, std::string name) : descriptor_(descriptor), name_(std::move(name)) {}
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;
  ~OpenFile() override { ::close(descriptor_); }

  base::Result<std::size_t> read(std::span<char> into) override {
    std::size_t count = 0;
    while (count < into.size()) {
      const ssize_t got = ::read(descriptor_, into.data() + count, into.size() - count);
      if (got < 0 && errno == EINTR) continue;
      if (got < 0) return base::fail(kPackUnreadable, fmt::format("{}: {}", name_, std::strerror(errno)));
      if (got == 0) break;
      count += static_cast<std::size_t>(got);
    }
    return count;
  }

 private:
  int descriptor_;
  std::string name_;
};

/// Null where there is no such file. A pipe or a device would have us wait or worse, so it is opened without waiting and looked at.
base::Result<std::unique_ptr<ByteSource>> open_plain(const fs::path& path, const std::string& name, int flags) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC | flags);
  if (descriptor < 0 && (errno == ENOENT || errno == ENOTDIR)) return nullptr;
  if (descriptor < 0) {
    return base::fail(kPackUnreadable,
                      fmt::format("{}: {}", name, errno == ELOOP ? "expected a file, found a symbolic link" : std::strerror(errno)));
  }
  auto file = std::make_unique<OpenFile>(descriptor, name);
  struct stat found{};
  if (::fstat(descriptor, &found) != 0 || !S_ISREG(found.st_mode))
    return base::fail(kPackUnreadable, fmt::format("{}: expected a plain file", name));
  return file;
}

class Directory final : public Container {
 public:
  explicit Directory(fs::path root) : root_(std::move(root)) {}

  base::Result<std::unique_ptr<ByteSource>> open(const std::string& path) const override {
    if (std::string fault = path_fault(path); !fault.empty()) return base::fail(kPackUnreadable, std::move(fault));
    std::error_code ignored;
    fs::path folder = root_;
    const fs::path inner = fs::path(path).parent_path();
    for (const fs::path& part : inner) {
      folder /= part;
      if (fs::is_symlink(fs::symlink_status(folder, ignored)))
        return base::fail(kPackUnreadable, fmt::format("{}: expected a folder, found a symbolic link", inner.string()));
    }
    return open_plain(root_ / path, path, O_NOFOLLOW);
  }

  base::Result<std::vector<Held>> list() const override {
    std::vector<Held> all;
    std::error_code error;
    for (auto at = fs::recursive_directory_iterator(root_, error); !error && at != fs::recursive_directory_iterator();
         at.increment(error)) {
      std::error_code ignored;
      if (!at->is_regular_file(ignored) || at->is_symlink(ignored)) continue;
      all.push_back({at->path().lexically_relative(root_).generic_string(), at->file_size(ignored)});
    }
    if (error) return base::fail(kPackUnreadable, fmt::format("{}: {}", root_.string(), error.message()));
    std::sort(all.begin(), all.end(), [](const Held& a, const Held& b) { return a.path < b.path; });
    return all;
  }

 private:
  fs::path root_;
};

}  // namespace

base::Result<std::optional<std::string>> Container::content(const std::string& path, std::size_t bytes_max) const {
  auto source = open(path);
  if (!source) return tl::unexpected(source.error());
  if (*source == nullptr) return std::nullopt;
  return read_all(**source, path, bytes_max);
}

std::string path_fault(std::string_view path) {
  constexpr std::size_t kShown = 64, kNameMax = 255;
  const auto fault = [&](std::string_view what) {
    return fmt::format("'{}{}' {}", path.substr(0, kShown), path.size() > kShown ? "..." : "", what);
  };
  if (path.starts_with('/')) return fault("leads out of the pack");
  bool named = path.find_first_of(std::string_view("\\\0", 2)) == path.npos;
  for (std::size_t from = 0; from <= path.size();) {
    const std::size_t end = std::min(path.find('/', from), path.size());
    const std::string_view part = path.substr(from, end - from);
    if (part == "..") return fault("leads out of the pack");
    named = named && !part.empty() && part != "." && part.size() <= kNameMax;
    from = end + 1;
  }
  return named ? "" : fault("is no path in a pack: expected names of at most 255 bytes with single slashes between them");
}

std::unique_ptr<Container> open_directory(fs::path directory) { return std::make_unique<Directory>(std::move(directory)); }

base::Result<std::unique_ptr<Container>> open_container(const fs::path& path) {
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (fs::is_directory(status)) return open_directory(path);
  if (fs::is_regular_file(status)) return open_zip(path);
  if (!fs::status_known(status)) return base::fail(kPackUnreadable, fmt::format("{}: {}", path.string(), error.message()));
  return base::fail(kPackUnreadable, fmt::format("{}: expected a directory or a .zip; there is {}", path.string(),
                                                 fs::exists(status) ? "neither" : "nothing"));
}

base::Result<std::unique_ptr<ByteSource>> open_file(const fs::path& path) {
  auto file = open_plain(path, path.string(), 0);
  if (file && *file == nullptr) return base::fail(kPackUnreadable, fmt::format("{}: there is no such file", path.string()));
  return file;
}

}  // namespace evidence
