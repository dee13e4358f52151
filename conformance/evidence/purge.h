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

/// Deletes a pack's events, images and lists, and whatever else its manifest lists; of a .zip the file itself. The manifest stays, since
/// it holds hashes and nobody's data, and purged.json beside it (of p.zip: p.purged.json) says what was deleted, and when the last of it.
///
/// Shape:   a folder without a manifest of ours is nobody's pack, and is left alone, as are files that no manifest lists. May be called
///          again: after it was interrupted it deletes the rest, and what comes to the pack later is added to what the note says; where
///          nothing is left, nothing changes.
/// Errors:  kPackUnreadable, kPackNotPurged: also where the note there is another pack's.
[[nodiscard]] base::Result<Purged> purge(const std::filesystem::path& pack, base::Instant now);

/// When a pack was purged, as its note says; empty where it was not, and where its events are there all the same.
[[nodiscard]] std::string purged_at(const Container& pack);

}  // namespace evidence
