// manifest.json: what a pack is, whose, and the hash of each of its files (docs/evidence-pack.md).
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "conformance/evidence/files/container.h"
#include "conformance/evidence/pack.h"
#include "conformance/evidence/provenance.h"
#include "reference/base/instant.h"

namespace evidence {

struct Manifest {
  std::string subject_vendor, subject_product, subject_version, subject_role;
  std::vector<std::string> claims;
  std::string from, to, how;           ///< RFC 3339, RFC 3339, in words
  std::string controller, purpose, delete_by;   ///< delete_by: a date, "2019-07-12"
  std::string tool;
  std::uint64_t seed = 0;
  std::uint32_t sampled_one_in = 1;
  Provenance run;                               ///< of a simulated run alone
  std::map<std::string, std::string> files;     ///< path below the pack to sha256
  std::string sha256;                           ///< of manifest.json itself, where it was read
};

/// What a run of ours says of itself.
[[nodiscard]] Manifest manifest_of(const PackOptions& options, const Provenance& run, base::Instant from, base::Instant to);

/// Writes manifest.json, under another name first, so that a pack without one is seen to be unfinished.
/// Errors:  kPackNotWritable. The result is the file's sha256.
[[nodiscard]] base::Result<std::string> write_manifest(const std::filesystem::path& directory, const Manifest& manifest);

/// The hash that an image or a list is named by; empty where a path names neither.
[[nodiscard]] std::string named_hash(const std::string& path);

/// Errors:  kPackUnreadable, which names the member and what is expected of it.
[[nodiscard]] base::Result<Manifest> read_manifest(const Container& pack);

}  // namespace evidence
