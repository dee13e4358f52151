// Whether a pack is what its hashes say, and a report what its evidence says.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "conformance/harness/judge.h"

namespace harness {

/// Something that is not as it was recorded.
struct Difference {
  std::string where;        ///< "evidence/images/<sha256>.jpg", "report.json, requirement 2.2.1-a"
  std::string recorded, found;
};

/// Shape:   `checked`, `not_checked` and `open` are sentences for people, in order. `open`: verdicts of a report that nothing here could
///          give again. While there is one, a report in which nothing differs is not verified.
struct Verification {
  std::vector<std::string> checked, not_checked, open;
  std::vector<Difference> differences;
};

/// Recomputes the hash of every file of a pack, by its manifest and by the names that are hashes, and reads its events to the end.
/// Errors:  evidence::kPackUnreadable, also of a pack that was purged, or whose role or claims judge() refuses. What contradicts itself is
///          a difference, and so is a file that the manifest lists and that is gone, which judge() takes for a partial pack.
[[nodiscard]] base::Result<Verification> verify_pack(const std::filesystem::path& pack);

/// What is asked about a report.
struct ReportToVerify {
  std::filesystem::path folder;                     ///< of report.json, with what was rendered from it
  std::string report_json;
  std::filesystem::path evidence;                   ///< what it was judged from; empty: evidence/ in the folder, where there is one
};

/// Renders the report again, adds its verdicts up again from its rows of the runs, and, where its evidence is there, recomputes that one's
/// hashes and judges it again.
///
/// Shape:   verdicts are compared for the run whose evidence is there. What a sample cannot give again, or no evidence, is open.
/// Errors:  those of reports::read_document, also of a report that cannot have been made, since it names a role, a profile, a claim or a
///          selection that there is not; evidence::kPackUnreadable, evidence::kPackContradicts.
[[nodiscard]] base::Result<Verification> verify_report(const ReportToVerify& asked);

}  // namespace harness
