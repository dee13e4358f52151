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

/// Whom a finding speaks against: the instrument where it broke; our expectation where the obligation is inferred or the house's; the
/// specification where it hangs on a reading, and by another the requirement would not have failed; else the subject.
std::string_view blame_of(const oracle::Finding& finding, const Assessment& assessment) {
  if (finding.verdict == Verdict::kError) return "instrument";
  if (!finding.robust && !assessment.robust) return "specification";
  return assessment.requirement->origin == catalogue::Origin::kText ? "subject" : "expectation";
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
std::string trace_of(const oracle::Finding& finding, const Population& population, const ReportParts& parts) {
  const auto plain = [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == ':' || c == '.';
  };
  if (finding.read_id.empty() || !std::all_of(finding.read_id.begin(), finding.read_id.end(), plain)) return "";
  const std::string subject = parts.subject.name == "reference" ? "" : " --subject " + parts.subject.name;
  return fmt::format("plumbline trace {} {} --seed {}{}", population.scenario.file.string(), finding.read_id, population.options.seed,
                     subject);
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
          {"replay", population.summary.replay_line},
          {"trace", trace_of(finding, population, parts)}};
}

}  // namespace harness
