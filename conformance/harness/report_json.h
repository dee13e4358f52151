// The canonical report.json (reports/report.schema.json).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "conformance/evidence/pack.h"
#include "conformance/harness/assess.h"
#include "conformance/harness/claims.h"
#include "conformance/harness/stories.h"
#include "conformance/subjects/subject.h"

namespace harness {

/// Evidence that was handed in, as whoever gathered it describes it.
struct HandedIn {
  std::string file;                             ///< its name
  std::string sha256;                           ///< of its manifest.json; of reads alone, of their file
  std::string from, to, how, controller, purpose, delete_by, tool;
  std::vector<ClaimHeld> claims;
  std::string camera_class;                     ///< of reads alone, the class of those that do not say theirs; else empty
};

/// Everything a report is made of. Nothing of the machine or the hour is in it: the same run gives the same bytes.
///
/// Owner:   borrowed for the call.
struct ReportParts {
  const catalogue::Catalogue& catalogue;
  const subjects::Subject& subject;
  const catalogue::Profile& profile;
  const std::vector<std::string>& selection;
  const std::vector<Population>& populations;   ///< at least one
  const std::vector<Stories>& stories;          ///< of each population
  const std::vector<Assessment>& assessments;
  evidence::Keep keep = evidence::Keep::kNone;
  std::string manifest_sha256;                  ///< empty where there is no pack
  std::vector<Inspection> inspections{};        ///< of the main run's evidence
  std::optional<HandedIn> handed_in{};          ///< where somebody handed in what was judged
};

/// Keys sorted, two spaces of indent, times as seconds, a line feed at the end.
[[nodiscard]] std::string report_json(const ReportParts& parts);

}  // namespace harness
