#include "conformance/harness/output_folder.h"

#include <array>
#include <fstream>
#include <utility>

#include <fmt/format.h>

namespace harness {
namespace {

namespace fs = std::filesystem;

/// A report's own files, in the order in which they are moved into place: the one that says all is there comes last. They are taken away in
/// the opposite order.
constexpr std::array<const char*, 4> kOwn{"evidence", "junit.xml", "report.html", "report.json"};

auto not_writable(const fs::path& path, const std::error_code& error) {
  return base::fail(kOutputNotWritable, fmt::format("{}: {}", path.string(), error.message()));
}

bool is_empty_but_for_leftovers(const fs::path& folder) {
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(folder, error)) {
    if (entry.path().filename() != ".partial") return false;
  }
  return !error;
}

}  // namespace

base::Result<OutputFolder> OutputFolder::open(const fs::path& folder, Overwrite overwrite) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) return not_writable(folder, error);
  if (overwrite == Overwrite::kRefuse && !is_empty_but_for_leftovers(folder)) {
    return base::fail(kOutputNotEmpty, fmt::format("{} holds files already", folder.string()));
  }
  OutputFolder output(folder);
  fs::remove_all(output.partial(), error);
  fs::create_directory(output.partial(), error);
  if (error) {
    output.folder_.clear();
    return not_writable(folder, error);
  }
  return output;
}

OutputFolder::OutputFolder(OutputFolder&& other) noexcept : folder_(std::exchange(other.folder_, {})) {}

OutputFolder::~OutputFolder() {
  std::error_code ignored;   // nobody is left to tell; the next run takes it away
  if (!folder_.empty()) fs::remove_all(partial(), ignored);
}

base::Result<bool> OutputFolder::write(std::string_view name, std::string_view content) const {
  const fs::path path = partial() / name;
  std::ofstream out(path, std::ios::binary);
  out.write(content.data(), static_cast<std::streamsize>(content.size()));
  out.close();
  if (!out) return base::fail(kOutputNotWritable, path.string());
  return true;
}

base::Result<bool> OutputFolder::publish() {
  std::error_code error;
  for (auto name = kOwn.rbegin(); name != kOwn.rend(); ++name) {
    fs::remove_all(folder_ / *name, error);
    if (error) return not_writable(folder_ / *name, error);
  }
  for (const char* name : kOwn) {
    if (!fs::exists(partial() / name)) continue;
    fs::rename(partial() / name, folder_ / name, error);
    if (error) return not_writable(folder_ / name, error);
  }
  return true;
}

}  // namespace harness
