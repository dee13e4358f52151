#include "conformance/harness/output_folder.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <fstream>
#include <iterator>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "reference/base/hash.h"

namespace harness {
namespace {

namespace fs = std::filesystem;

/// A report's own files, in the order in which they are moved into place: the one that says all is there comes last. They are taken away in
/// the opposite order.
constexpr std::array<const char*, 4> kOwn{"evidence", "junit.xml", "report.html", "report.json"};

constexpr const char *kPartial = ".partial", *kReplaced = ".replaced", *kMark = ".run";   // the last in the first

auto not_writable(const fs::path& path, const std::error_code& error) {
  return base::fail(kOutputNotWritable, fmt::format("{}: {}", path.string(), error.message()));
}

/// Whether a path is `folder` or leads into it, however the two are written.
bool lies_in(const fs::path& path, const fs::path& folder) {
  std::error_code error;
  const fs::path inner = fs::weakly_canonical(fs::absolute(path), error), outer = fs::weakly_canonical(fs::absolute(folder), error);
  return !error && std::mismatch(outer.begin(), outer.end(), inner.begin(), inner.end()).first == outer.end();
}

std::string text_in(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

/// Whether the report in a folder names the pack beside it by the hash of its manifest.
bool owns_its_evidence(const fs::path& folder) {
  const std::string manifest = text_in(folder / "evidence/manifest.json");
  return !manifest.empty() && text_in(folder / "report.json").find(base::sha256_hex(manifest)) != std::string::npos;
}

/// Whether evidence is in the way of a report, which must neither be written into it nor take it away.
base::Result<bool> check_evidence_in_the_way(const fs::path& folder, const fs::path& judged) {
  std::error_code ignored;
  if (!judged.empty()) {
    const bool inside = fs::is_directory(judged, ignored) && lies_in(folder, judged);
    const auto holds_it = [&](const char* own) { return lies_in(judged, folder / own); };
    const bool replaced = std::any_of(kOwn.begin(), kOwn.end(), holds_it) || holds_it(kPartial) || holds_it(kReplaced);
    if (inside || replaced) return base::fail(kOutputOverEvidence, fmt::format("{} is what is judged", judged.string()));
  }
  if (!fs::exists(folder / "evidence", ignored) || owns_its_evidence(folder)) return true;
  return base::fail(kOutputOverEvidence, fmt::format("{} is not the evidence of a report there", (folder / "evidence").string()));
}

/// A folder and those that it stands in, as far as they are not there; the innermost first.
std::vector<fs::path> not_there(fs::path folder) {
  std::vector<fs::path> all;
  std::error_code ignored;
  for (; !folder.empty() && !fs::exists(folder, ignored); folder = folder.parent_path()) all.push_back(folder);
  return all;
}

/// A text that no other run has, on this machine or on another that sees the folder: the nanosecond, and how many this process made before.
/// It goes into no report.
std::string a_mark() {
  static std::uint64_t made = 0;
  return fmt::format("{}-{}", std::chrono::system_clock::now().time_since_epoch().count(), ++made);
}

bool is_empty_but_for_leftovers(const fs::path& folder) {
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(folder, error)) {
    if (entry.path().filename() != kPartial) return false;
  }
  return !error;
}

}  // namespace

base::Result<OutputFolder> OutputFolder::open(const fs::path& folder, Overwrite overwrite, const fs::path& judged) {
  if (const auto clear = check_evidence_in_the_way(folder, judged); !clear) return tl::unexpected(clear.error());
  std::error_code error;
  OutputFolder output(folder);
  output.made_ = not_there(folder);
  fs::create_directories(folder, error);
  if (error) return not_writable(folder, error);
  if (overwrite == Overwrite::kRefuse && !is_empty_but_for_leftovers(folder)) {
    return base::fail(kOutputNotEmpty, fmt::format("{} holds files already", folder.string()));
  }
  fs::remove_all(output.partial(), error);
  fs::create_directory(output.partial(), error);
  if (error) return not_writable(folder, error);
  output.mark_ = a_mark();
  std::ofstream(output.partial() / kMark, std::ios::binary) << output.mark_;
  return output;
}

OutputFolder::OutputFolder(OutputFolder&& other) noexcept
    : folder_(std::exchange(other.folder_, {})), mark_(std::exchange(other.mark_, {})), made_(std::exchange(other.made_, {})) {}

OutputFolder::~OutputFolder() {
  std::error_code ignored;   // nobody is left to tell; the next run takes it away
  if (is_mine()) fs::remove_all(partial(), ignored);
  for (const fs::path& folder : made_) fs::remove(folder, ignored);   // as far as they are empty
}

bool OutputFolder::is_mine() const { return !mark_.empty() && text_in(partial() / kMark) == mark_; }

base::Result<bool> OutputFolder::check_mine() const {
  if (is_mine()) return true;
  return base::fail(kOutputNotWritable, fmt::format("{}: another run writes into it; give each a folder of its own", folder_.string()));
}

base::Result<bool> OutputFolder::write(std::string_view name, std::string_view content) const {
  if (auto mine = check_mine(); !mine) return mine;
  const fs::path path = partial() / name;
  std::ofstream out(path, std::ios::binary);
  out.write(content.data(), static_cast<std::streamsize>(content.size()));
  out.close();
  if (!out) return base::fail(kOutputNotWritable, path.string());
  return true;
}

base::Result<bool> OutputFolder::publish() {
  if (auto mine = check_mine(); !mine) return mine;
  const fs::path aside = folder_ / kReplaced;
  std::error_code error, ignored;
  fs::remove_all(aside, error);
  if (!error) fs::create_directory(aside, error);
  if (error) return not_writable(aside, error);
  fs::path last = aside;
  std::vector<std::pair<fs::path, fs::path>> moved;   // from where, to where
  const auto move = [&](const fs::path& from, const fs::path& to) {
    if (error || !fs::exists(fs::symlink_status(from, ignored))) return;
    last = from;
    fs::rename(from, to, error);
    if (!error) moved.emplace_back(from, to);
  };
  for (auto name = kOwn.rbegin(); name != kOwn.rend(); ++name) move(folder_ / *name, aside / *name);
  for (const char* name : kOwn) move(partial() / name, folder_ / name);
  if (error) {
    for (auto step = moved.rbegin(); step != moved.rend(); ++step) fs::rename(step->second, step->first, ignored);
    fs::remove(aside, ignored);   // it is empty again
    return not_writable(last, error);
  }
  fs::remove_all(aside, ignored);   // the new report stands; what cannot be deleted is in nobody's way
  return true;
}

}  // namespace harness
