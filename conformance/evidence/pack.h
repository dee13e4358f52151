// The evidence pack (docs/evidence-pack.md): written as a run goes, read again later.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "conformance/evidence/provenance.h"
#include "reference/base/result.h"
#include "reference/base/witness.h"

namespace evidence {

enum class Keep { kFull, kSampled, kNone };

struct PackOptions {
  Keep keep = Keep::kSampled;
  std::uint32_t sampled_one_in = 64;   ///< for kSampled: reads whose hash of read_id falls in the sample, with all their events
  std::string subject_role, subject_vendor, subject_product, subject_version;
};

/// Writes a pack into a directory: events.ndjson, images/, lists/, and, on finish(), manifest.json with the hash of every file.
///
/// Shape:   with Keep::kNone nothing is written, and finish() gives an empty text. A pack that finish() did not end well has no manifest.
/// Errors:  a write that fails is told by finish(): kPackNotWritable.
class PackWriter : public base::Witness {
 public:
  /// The result is the manifest's sha256.
  virtual base::Result<std::string> finish(const Provenance& run, base::Instant from, base::Instant to) = 0;
};

inline constexpr base::ErrorKind kPackNotWritable{"pack_not_writable", "house", "a directory that can be written to", 1};
inline constexpr base::ErrorKind kPackUnreadable{"pack_unreadable", "house", "evidence as docs/evidence-pack.md gives it", 2};
inline constexpr base::ErrorKind kPackContradicts{"pack_contradicts_itself", "house", "evidence that agrees with itself and its hashes", 3};

[[nodiscard]] base::Result<std::unique_ptr<PackWriter>> make_pack_writer(const std::filesystem::path& directory,
                                                                         const PackOptions& options);

/// What a pack held.
struct PackCounts {
  std::uint64_t told = 0;
  std::uint64_t unknown = 0;           ///< events of a kind that is not read
  std::uint64_t missing_files = 0;     ///< images and lists that events name and the pack does not hold; counted up to a million
  std::uint32_t sampled_one_in = 1;    ///< from the manifest
  std::string sha256;                  ///< of manifest.json; of reads alone, of their file
};

/// Reads a pack's events in order and tells them to the witness, on the tester's clock; whether its hashes are right shows at the end.
///
/// Shape:   `path` is a directory or a .zip.
/// Errors:  kPackUnreadable, kPackContradicts, with file, line and what is expected. What was told before is then not to be relied on.
[[nodiscard]] base::Result<PackCounts> read_pack_counted(const std::filesystem::path& path, base::Witness& witness);

/// The same; the result is the number of events told.
[[nodiscard]] base::Result<std::uint64_t> read_pack(const std::filesystem::path& path, base::Witness& witness);

}  // namespace evidence
