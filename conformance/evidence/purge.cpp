#include "conformance/evidence/purge.h"

#include <fstream>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "conformance/evidence/opened_pack.h"
#include "conformance/evidence/read_text.h"

namespace evidence {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kNote = "purged.json", kNoteFormat = "plumbline-purged";

/// Whether a path is one that holds evidence by its name alone.
bool is_evidence(const std::string& path) { return path == "events.ndjson" || !named_hash(path).empty(); }

/// A note as it stands beside the pack; without `at` where there is none.
struct Note {
  std::string at, manifest_sha256;
  std::uint64_t files = 0, bytes = 0;
  bool finished = true;
};

base::Result<Note> read_note(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return Note{};
  const auto json = nlohmann::json::parse(file, nullptr, /*allow_exceptions=*/false);
  const auto strange = [&] { return base::fail(kPackNotPurged, path.string() + ": it is no note of this pack's purge; move it away"); };
  try {
    if (json.at("format") != kNoteFormat) return strange();
    return Note{json.at("at").get<std::string>(), json.at("manifest_sha256").get<std::string>(), json.at("files").get<std::uint64_t>(),
                json.at("bytes").get<std::uint64_t>(), json.value("finished", true)};
  } catch (const nlohmann::json::exception&) {
    return strange();
  }
}

base::Result<bool> write_note(const fs::path& path, const Note& note) {
  const nlohmann::ordered_json json{{"format", kNoteFormat}, {"at", note.at},       {"manifest_sha256", note.manifest_sha256},
                                    {"files", note.files},   {"bytes", note.bytes}, {"finished", note.finished}};
  const fs::path unfinished = path.string() + ".unfinished";
  std::ofstream file(unfinished, std::ios::binary | std::ios::trunc);
  file << json.dump(2) << "\n";
  file.close();
  std::error_code error;
  if (file) fs::rename(unfinished, path, error);
  if (!file || error) return base::fail(kPackNotPurged, path.string() + ": it cannot be written");
  return true;
}

/// The files of a pack that are to go.
struct Doomed {
  fs::path path;
  std::uint64_t bytes = 0;
};

base::Result<std::vector<Doomed>> doomed_in(const fs::path& directory, const Pack& pack) {
  const auto files = pack.files().list();
  if (!files) return tl::unexpected(files.error());
  std::vector<Doomed> doomed;
  for (const Held& held : *files) {
    if (is_evidence(held.path) || pack.manifest().files.contains(held.path)) doomed.push_back({directory / held.path, held.bytes});
  }
  return doomed;
}

base::Result<bool> remove_all(const std::vector<Doomed>& doomed) {
  for (const Doomed& file : doomed) {
    std::error_code error;
    if (!fs::remove(file.path, error) || error)
      return base::fail(kPackNotPurged, fmt::format("{}: {}", file.path.string(), error.message()));
  }
  return true;
}

/// The note says what is to go before anything does, and that it has gone afterwards: so an interruption costs it nothing. What was left of
/// an unfinished purge is counted in its note already.
base::Result<Purged> purge_files(const std::vector<Doomed>& doomed, const fs::path& path, const Manifest& manifest, base::Instant now) {
  Purged purged{.note = path};
  for (const Doomed& file : doomed) {
    ++purged.files;
    purged.bytes += file.bytes;
  }
  auto note = read_note(path);
  if (!note) return tl::unexpected(note.error());
  if (!note->at.empty() && note->manifest_sha256 != manifest.sha256)
    return base::fail(kPackNotPurged, path.string() + ": it is the note of another pack's purge; move it away");
  if (doomed.empty() && !note->at.empty() && note->finished) return purged;
  Note said{base::to_rfc3339(now), manifest.sha256, note->files, note->bytes, false};
  if (note->finished) {
    said.files += purged.files;
    said.bytes += purged.bytes;
  }
  if (auto noted = write_note(path, said); !noted) return tl::unexpected(noted.error());
  if (auto gone = remove_all(doomed); !gone) return tl::unexpected(gone.error());
  said.finished = true;
  return write_note(path, said).map([&](bool) { return purged; });
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

}  // namespace

base::Result<Purged> purge(const fs::path& path, base::Instant now) {
  const auto pack = Pack::open(path);
  if (!pack) return tl::unexpected(pack.error());
  std::error_code ignored;
  return fs::is_directory(path, ignored) ? purge_directory(path, *pack, now) : purge_zip(path, pack->manifest(), now);
}

std::string purged_at(const Container& pack) {
  constexpr std::size_t kNoteBytesMax = 4'096;
  if (const auto events = pack.open("events.ndjson"); !events || *events != nullptr) return "";
  const auto note = pack.content(std::string(kNote), kNoteBytesMax);
  if (!note || !*note) return "";
  const auto json = nlohmann::json::parse(**note, nullptr, /*allow_exceptions=*/false);
  const auto at = json.is_object() ? json.find("at") : json.end();
  return at != json.end() && at->is_string() ? at->get<std::string>() : "";
}

}  // namespace evidence
