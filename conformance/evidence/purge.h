// Deletes what was gathered in the field, and leaves a note of it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "conformance/evidence/files/container.h"
#include "conformance/evidence/pack.h"

namespace evidence {

inline constexpr base::ErrorKind kPackNotPurged{"pack_not_purged", "house", "a pack whose files may be deleted", 4};

/// What was deleted by this call. `note` is the file that says what was in all.
struct Purged {
  std::uint64_t files = 0, bytes = 0;
  std::filesystem::path note;
};

/// Deletes the events, images and lists of a pack, or of the one in a report's folder, the latter two by their names, listed or not, and
/// whatever else its manifest lists; of a .zip the file itself. The manifest stays, since it holds hashes and nobody's data, as do
/// reports, and purged.json beside it (of p.zip: p.purged.json) says what was deleted, when the last of it, and what is still to go, where
/// something could not be.
///
/// Shape:   a folder without a manifest of ours is nobody's pack, and is left alone, as are other files that no manifest lists. May be
///          called again: after it was interrupted it deletes the rest, and what comes to the pack later is added to what the note says;
///          where nothing is left, nothing changes.
/// Errors:  kPackUnreadable, kPackNotPurged: also where the note there is another pack's, and where the pack, a report's folder
///          or evidence is a symbolic link; then nothing is deleted.
[[nodiscard]] base::Result<Purged> purge(const std::filesystem::path& named, base::Instant now);

/// When a pack was purged, as its note says; empty where it was not, and where its events are there all the same.
[[nodiscard]] std::string purged_at(const Container& pack);

}  // namespace evidence
