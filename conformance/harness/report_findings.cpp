// A finding in report.json: what was expected and observed, whose doing it is, under which readings, and its story.
#include <algorithm>

#include <fmt/format.h>

#include "conformance/evidence/base64.h"
#include "conformance/harness/printable.h"
#include "conformance/harness/report_parts.h"

namespace harness {
namespace {

using catalogue::Verdict;

constexpr std::size_t kBytesShown = 512;

/// Whose doing it is, as far as the evidence says.
std::string_view doer_of(const oracle::Finding& finding, const catalogue::Requirement& requirement) {
  switch (finding.doer) {
    case oracle::Doer::kSubject: return "subject";
    case oracle::Doer::kAnother: return "other";
    case oracle::Doer::kOpen: return "undetermined";
    case oracle::Doer::kUntold: break;
  }
  return requirement.roles.size() == 1 ? "subject" : "undetermined";
}

/// Whom a finding speaks against: the instrument where it broke; our expectation where the obligation is inferred or the house's; the
/// specification where it hangs on a reading, and by another the requirement would not have failed; else the subject, where the evidence
/// says that it is its doing.
std::string_view blame_of(const oracle::Finding& finding, const Assessment& assessment) {
  if (finding.verdict == Verdict::kError) return "instrument";
  if (finding.verdict == Verdict::kObserved) return "other";
  if (!finding.robust && !assessment.robust) return "specification";
  if (assessment.requirement->origin != catalogue::Origin::kText) return "expectation";
  return doer_of(finding, *assessment.requirement);
}

Json readings_json(const oracle::Finding& finding) {
  Json all = Json::array();
  for (const auto& reading : finding.readings) all.push_back({{"id", reading.reading}, {"under", reading.under}});
  return all;
}

Json legs_json(const oracle::Finding& finding) {
  Json all = Json::array();
  for (const oracle::Leg& leg : finding.legs) {
    all.push_back({{"leg", leg.name},
                   {"from", base::to_rfc3339(leg.from)},
                   {"to", base::to_rfc3339(leg.to)},
                   {"seconds", seconds_of(leg.took().ns)},
                   {"late", leg.late}});
  }
  return all;
}

Json timeline_json(const oracle::Finding& finding, const Stories& stories) {
  Json all = Json::array();
  for (const Line& line : stories.timeline(finding)) {
    all.push_back({{"at", base::to_rfc3339(line.at)}, {"kind", line.kind}, {"what", printable(line.what)}, {"mark", line.mark}});
  }
  return all;
}

const Stories& stories_of(const Population& population, const ReportParts& parts) {
  return parts.stories[static_cast<std::size_t>(&population - parts.populations.data())];
}

/// The command that tells the read's whole story. A read_id that a shell could misread is left to whoever reads it.
std::string trace_of(const oracle::Finding& finding, const evidence::Provenance& provenance) {
  const auto plain = [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == ':' || c == '.';
  };
  if (provenance.file.empty() || finding.read_id.empty() || !std::all_of(finding.read_id.begin(), finding.read_id.end(), plain)) return "";
  if (!provenance.simulated()) return fmt::format("plumbline trace {} {}", provenance.file, finding.read_id);
  return fmt::format("plumbline trace {} {} --seed {}{}", provenance.file, finding.read_id, provenance.seed, provenance.subject_option);
}

}  // namespace

Json finding_json(const oracle::Finding& finding, const Assessment& assessment, const Showing& showing, const ReportParts& parts) {
  const Population& population = *showing.population;
  return {{"verdict", catalogue::text_of(finding.verdict)},
          {"at", base::to_rfc3339(finding.at)},
          {"population", population.name},
          {"read_id", printable(finding.read_id)},
          {"camera", printable(finding.camera)},
          {"component", printable(finding.component)},
          {"blame", blame_of(finding, assessment)},
          {"expected", printable(finding.expected)},
          {"observed", printable(finding.observed)},
          {"read", printable(finding.read_text)},
          {"bytes", evidence::to_base64(std::string_view(finding.read_text).substr(0, kBytesShown))},
          {"in_profile", finding.in_profile},
          {"robust", finding.robust},
          {"readings", readings_json(finding)},
          {"timeline", timeline_json(finding, stories_of(population, parts))},
          {"legs", legs_json(finding)},
          {"replay", printable(population.provenance.replay)},
          {"trace", printable(trace_of(finding, population.provenance))}};
}

}  // namespace harness
