// Evidence that somebody hands in, judged without a simulation: a pack, or reads alone.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "conformance/evidence/manifest.h"
#include "conformance/evidence/reads.h"
#include "conformance/harness/claims.h"
#include "conformance/harness/reporting.h"

namespace harness {

inline constexpr base::ErrorKind kRoleUnknown{"role_unknown", "house", "a role: camera, lea, mobile, nas, source, operator or whole", 1};
inline constexpr base::ErrorKind kEvidenceUnknown{"evidence_unknown", "house",
                                                  "a pack (a directory or a .zip), or reads alone in a .ndjson or a .csv", 2};

/// What is asked for.
struct JudgeOrder {
  std::filesystem::path evidence;
  std::filesystem::path out;
  Overwrite overwrite = Overwrite::kRefuse;
  std::vector<std::string> select;
  std::string profile = "default";
  std::optional<std::string> role;                 ///< in place of the manifest's; of reads alone, camera where not given
  std::optional<std::vector<std::string>> claims;  ///< in place of the manifest's
  std::string camera_class = "static";             ///< of reads alone that do not say theirs
  std::vector<Inspection> inspections;
  std::filesystem::path inspections_file;          ///< where they are from, for the line that judges again; empty: it leaves them out
  std::function<void(base::Instant at, std::uint64_t reads)> progress;   ///< now and then, while events are told
};

struct Judged : Reported {
  evidence::PackCounts counts_of_events;
  evidence::Manifest manifest;                     ///< of reads alone: empty but for the role
};

/// Whether a name is that of reads alone.
[[nodiscard]] bool is_reads_alone(const std::filesystem::path& evidence);

/// Whether the words that a manifest has from a list of ours, its role and its claims, are of that list, as far as the order does not
/// replace them.
/// Errors:  evidence::kPackUnreadable, which names the manifest; kRoleUnknown of a role that is the order's own.
[[nodiscard]] base::Result<bool> check_words(const JudgeOrder& order, const evidence::Manifest& manifest);

/// Reads, judges, writes the report.
///
/// Errors:  kProfileUnknown, kRoleUnknown, kClaimUnknown, kEvidenceUnknown, kNothingSelected; kOutputNotEmpty, kOutputNotWritable;
///          evidence::kPackUnreadable, evidence::kPackContradicts: also where it is another when it is read again for the findings'
///          stories. On an error the folder holds what it held before, and is not there where it was not.
[[nodiscard]] base::Result<Judged> judge(const JudgeOrder& order);

/// What is judged, and the report of it.
struct JudgedReport {
  Judged judged;
  std::string report_json;
};

/// The same without a folder. Errors: those of judge(), but for the folder's.
[[nodiscard]] base::Result<JudgedReport> judged_report(const JudgeOrder& order);

}  // namespace harness
