#include "conformance/evidence/purge.h"

#include <fstream>
#include <set>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "conformance/evidence/opened_pack.h"
#include "conformance/evidence/read_text.h"

namespace evidence {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kNote = "purged.json";

/// Whether a path is one that holds evidence by its name alone.
bool is_evidence(const std::string& path) { return path == "events.ndjson" || !named_hash(path).empty(); }

/// Written whole before anything is deleted, and again with what it came to.
base::Result<bool> write_note(const Purged& purged, const Manifest& manifest, base::Instant now) {
  const nlohmann::ordered_json note{{"format", "plumbline-purged"},
                                    {"at", base::to_rfc3339(now)},
                                    {"manifest_sha256", manifest.sha256},
                                    {"files", purged.files},
                                    {"bytes", purged.bytes}};
  std::ofstream file(purged.note, std::ios::binary | std::ios::trunc);
  file << note.dump(2) << "\n";
  file.close();
  if (!file) return base::fail(kPackNotPurged, purged.note.string() + ": it cannot be written");
  return true;
}

base::Result<bool> remove(const fs::path& path, std::uint64_t bytes, Purged& purged) {
  std::error_code error;
  if (!fs::remove(path, error) || error) return base::fail(kPackNotPurged, fmt::format("{}: {}", path.string(), error.message()));
  ++purged.files;
  purged.bytes += bytes;
  return true;
}

base::Result<Purged> purge_directory(const fs::path& directory, const Pack& pack, base::Instant now) {
  Purged purged;
  purged.note = directory / kNote;
  if (auto noted = write_note(purged, pack.manifest(), now); !noted) return tl::unexpected(noted.error());
  const auto files = pack.files().list();
  if (!files) return tl::unexpected(files.error());
  for (const Held& held : *files) {
    if (!is_evidence(held.path) && !pack.manifest().files.contains(held.path)) continue;
    if (auto gone = remove(directory / held.path, held.bytes, purged); !gone) return tl::unexpected(gone.error());
  }
  std::error_code ignored;   // a folder in which something of somebody else's lies stays
  for (const char* folder : {"images", "lists"}) fs::remove(directory / folder, ignored);
  return write_note(purged, pack.manifest(), now).map([&](bool) { return purged; });
}

base::Result<Purged> purge_zip(const fs::path& file, const Manifest& manifest, base::Instant now) {
  Purged purged;
  purged.note = fs::path(file).replace_extension(".purged.json");
  std::error_code error;
  const auto bytes = fs::file_size(file, error);
  if (auto noted = write_note(purged, manifest, now); !noted) return tl::unexpected(noted.error());
  if (auto gone = remove(file, bytes, purged); !gone) return tl::unexpected(gone.error());
  return write_note(purged, manifest, now).map([&](bool) { return purged; });
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
  const auto note = pack.content(std::string(kNote), kNoteBytesMax);
  if (!note || !*note) return "";
  const auto json = nlohmann::json::parse(**note, nullptr, /*allow_exceptions=*/false);
  const auto at = json.is_object() ? json.find("at") : json.end();
  return at != json.end() && at->is_string() ? at->get<std::string>() : "";
}

}  // namespace evidence
