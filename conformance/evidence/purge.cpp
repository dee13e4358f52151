#include "conformance/evidence/purge.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "conformance/evidence/opened_pack.h"
#include "conformance/evidence/read_text.h"

namespace evidence {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kNote = "purged.json", kNoteFormat = "plumbline-purged", kEventsFile = "events.ndjson";

/// What is never evidence, whatever a manifest lists: what it is itself, what was made of it, and what is said of its end.
constexpr std::array<std::string_view, 5> kKept{"manifest.json", kNote, "report.json", "report.html", "junit.xml"};

/// Whether a path is one that holds evidence, by its name or by the manifest.
bool is_evidence(const std::string& path, const Manifest& manifest) {
  if (std::ranges::find(kKept, path) != kKept.end()) return false;
  return path == kEventsFile || !named_hash(path).empty() || manifest.files.contains(path);
}

/// Some files.
struct Sum {
  std::uint64_t files = 0, bytes = 0;
};

/// A note as it stands beside the pack; without `at` where there is none. `left`: what was still to go when it was written.
struct Note {
  std::string at, manifest_sha256;
  Sum gone, left;
  [[nodiscard]] bool finished() const { return left.files == 0; }
};

base::Result<Note> read_note(const fs::path& path) {
  const auto strange = [&] { return base::fail(kPackNotPurged, path.string() + ": it is no note of this pack's purge; move it away"); };
  std::error_code ignored;
  const fs::file_status status = fs::symlink_status(path, ignored);
  if (!fs::exists(status)) return Note{};
  if (!fs::is_regular_file(status)) return strange();
  std::ifstream file(path, std::ios::binary);
  const auto json = nlohmann::json::parse(file, nullptr, /*allow_exceptions=*/false);
  try {
    if (json.at("format") != kNoteFormat) return strange();
    return Note{json.at("at").get<std::string>(), json.at("manifest_sha256").get<std::string>(),
                {json.at("files").get<std::uint64_t>(), json.at("bytes").get<std::uint64_t>()},
                {json.value("left_files", std::uint64_t{0}), json.value("left_bytes", std::uint64_t{0})}};
  } catch (const nlohmann::json::exception&) {
    return strange();
  }
}

/// Whole, or not at all: what stands there under the other name, a link it may be, is taken away and never written through.
base::Result<bool> write_note(const fs::path& path, const Note& note) {
  nlohmann::ordered_json json{{"format", kNoteFormat},       {"at", note.at},           {"manifest_sha256", note.manifest_sha256},
                              {"files", note.gone.files}, {"bytes", note.gone.bytes}, {"finished", note.finished()}};
  if (!note.finished()) {
    json["left_files"] = note.left.files;
    json["left_bytes"] = note.left.bytes;
  }
  const fs::path unfinished = path.string() + ".unfinished";
  std::error_code error, ignored;
  fs::remove(unfinished, ignored);
  std::ofstream file(unfinished, std::ios::binary | std::ios::trunc);
  file << json.dump(2) << "\n";
  file.close();
  if (file) fs::rename(unfinished, path, error);
  if (file && !error) return true;
  fs::remove(unfinished, ignored);
  return base::fail(kPackNotPurged, path.string() + ": it cannot be written");
}

/// The files of a pack that are to go.
struct Doomed {
  fs::path path;
  std::uint64_t bytes = 0;
};

auto is_a_link(const fs::path& path) {
  return base::fail(kPackNotPurged, path.string() + ": it is a symbolic link, and what it leads to would stay; nothing was deleted");
}

/// Whether evidence is looked for at a path, or below it.
bool leads_to_evidence(const std::string& path, const Manifest& manifest) {
  if (is_evidence(path, manifest) || path == "images" || path == "lists") return true;
  const auto below = manifest.files.lower_bound(path + "/");
  return below != manifest.files.end() && below->first.starts_with(path + "/");
}

/// Nothing is deleted behind a link, and nothing is said to be gone that stays behind one.
base::Result<bool> check_links(const fs::path& directory, const Manifest& manifest) {
  std::error_code error, ignored;
  for (auto at = fs::recursive_directory_iterator(directory, error); !error && at != fs::recursive_directory_iterator();
       at.increment(error)) {
    if (at->is_symlink(ignored) && leads_to_evidence(at->path().lexically_relative(directory).generic_string(), manifest))
      return is_a_link(at->path());
  }
  if (error) return base::fail(kPackNotPurged, fmt::format("{}: {}", directory.string(), error.message()));
  return true;
}

base::Result<std::vector<Doomed>> doomed_in(const fs::path& directory, const Pack& pack) {
  if (auto plain = check_links(directory, pack.manifest()); !plain) return tl::unexpected(plain.error());
  const auto files = pack.files().list();
  if (!files) return tl::unexpected(files.error());
  std::vector<Doomed> doomed;
  for (const Held& held : *files) {
    if (is_evidence(held.path, pack.manifest())) doomed.push_back({directory / held.path, held.bytes});
  }
  return doomed;
}

Sum sum_of(const std::vector<Doomed>& doomed) {
  Sum sum;
  for (const Doomed& file : doomed) {
    ++sum.files;
    sum.bytes += file.bytes;
  }
  return sum;
}

/// Deletes them, and takes each from what is left to what is gone.
base::Result<bool> remove_all(const std::vector<Doomed>& doomed, Note& note) {
  for (const Doomed& file : doomed) {
    std::error_code error;
    fs::remove(file.path, error);
    if (error) return base::fail(kPackNotPurged, fmt::format("{}: {}", file.path.string(), error.message()));
    ++note.gone.files;
    note.gone.bytes += file.bytes;
    --note.left.files;
    note.left.bytes -= file.bytes;
  }
  return true;
}

/// The note says what is to go before anything does, and what has gone afterwards, however far it came: so neither an interruption nor a
/// file that cannot be deleted costs it a count. What an interrupted purge left to go and is not there now has gone by it.
base::Result<Purged> purge_files(const std::vector<Doomed>& doomed, const fs::path& path, const Manifest& manifest, base::Instant now) {
  const Sum all = sum_of(doomed);
  const Purged purged{all.files, all.bytes, path};
  auto note = read_note(path);
  if (!note) return tl::unexpected(note.error());
  if (!note->at.empty() && note->manifest_sha256 != manifest.sha256)
    return base::fail(kPackNotPurged, path.string() + ": it is the note of another pack's purge; move it away");
  if (doomed.empty() && !note->at.empty() && note->finished()) return purged;
  const auto meanwhile = [](std::uint64_t left, std::uint64_t there) { return left > there ? left - there : 0; };
  note->gone.files += meanwhile(note->left.files, all.files);
  note->gone.bytes += meanwhile(note->left.bytes, all.bytes);
  note->left = all;
  note->at = base::to_rfc3339(now);
  note->manifest_sha256 = manifest.sha256;
  if (auto noted = write_note(path, *note); !noted) return tl::unexpected(noted.error());
  const auto removed = remove_all(doomed, *note);
  const auto noted = write_note(path, *note);
  if (!removed) return tl::unexpected(removed.error());
  return noted.map([&](bool) { return purged; });
}

base::Result<Purged> purge_directory(const fs::path& directory, const Pack& pack, base::Instant now) {
  const auto doomed = doomed_in(directory, pack);
  if (!doomed) return tl::unexpected(doomed.error());
  auto purged = purge_files(*doomed, directory / kNote, pack.manifest(), now);
  std::error_code ignored;   // a folder in which something of somebody else's lies stays
  if (purged)
    for (const char* folder : {"images", "lists"}) fs::remove(directory / folder, ignored);
  return purged;
}

base::Result<Purged> purge_zip(const fs::path& file, const Manifest& manifest, base::Instant now) {
  std::error_code error;
  const auto bytes = fs::file_size(file, error);
  return purge_files({{file, error ? 0 : bytes}}, fs::path(file).replace_extension(".purged.json"), manifest, now);
}

/// Without a slash or a dot behind it, which would have a link looked through.
fs::path plainly(fs::path path) {
  while (path.has_relative_path() && path.has_parent_path() && (path.filename().empty() || path.filename() == "."))
    path = path.parent_path();
  return path;
}

/// The pack that a path names, by itself or as the evidence in a report's folder.
base::Result<fs::path> pack_at(const fs::path& named) {
  std::error_code ignored;
  const fs::path path = plainly(named), evidence = path / "evidence";
  if (fs::is_symlink(path, ignored)) return is_a_link(path);
  if (fs::exists(path / "manifest.json", ignored) || !fs::exists(evidence / "manifest.json", ignored)) return path;
  if (fs::is_symlink(evidence, ignored)) return is_a_link(evidence);
  return evidence;
}

}  // namespace

base::Result<Purged> purge(const fs::path& named, base::Instant now) {
  const auto found = pack_at(named);
  if (!found) return tl::unexpected(found.error());
  const fs::path& path = *found;
  const auto pack = Pack::open(path);
  if (!pack) return tl::unexpected(pack.error());
  std::error_code ignored;
  return fs::is_directory(path, ignored) ? purge_directory(path, *pack, now) : purge_zip(path, pack->manifest(), now);
}

std::string purged_at(const Container& pack) {
  constexpr std::size_t kNoteBytesMax = 4'096;
  if (const auto events = pack.open(std::string(kEventsFile)); !events || *events != nullptr) return "";
  const auto note = pack.content(std::string(kNote), kNoteBytesMax);
  if (!note || !*note) return "";
  const auto json = nlohmann::json::parse(**note, nullptr, /*allow_exceptions=*/false);
  const auto at = json.is_object() ? json.find("at") : json.end();
  return at != json.end() && at->is_string() ? at->get<std::string>() : "";
}

}  // namespace evidence
