// The canonical report.json (reports/report.schema.json).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "conformance/evidence/pack.h"
#include "conformance/harness/assess.h"
#include "conformance/subjects/subject.h"
#include "simulator/run/run.h"

namespace harness {

/// Everything a report is made of. Nothing of the machine or the hour is in it: the same run gives the same bytes.
///
/// Owner:   borrowed for the call.
struct ReportParts {
  const catalogue::Catalogue& catalogue;
  const subjects::Subject& subject;
  const scenario::Scenario& scenario;
  const run::Options& options;              ///< as the run was told
  const run::Summary& summary;
  const std::vector<Assessment>& assessments;
  base::Instant from, to;                   ///< of the first and the last event
  evidence::Keep keep = evidence::Keep::kNone;
  std::string manifest_sha256;              ///< empty where no pack was kept
  std::vector<std::string> attributions;
};

/// Keys sorted, two spaces of indent, times as seconds, a line feed at the end.
[[nodiscard]] std::string report_json(const ReportParts& parts);

}  // namespace harness
