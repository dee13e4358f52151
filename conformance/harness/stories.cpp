#include "conformance/harness/stories.h"

#include <algorithm>

#include <fmt/format.h>

namespace harness {
namespace {

constexpr std::size_t kLinesMax = 40;
constexpr std::size_t kBeyondDivergence = 3;

std::set<std::string, std::less<>> reads_with_findings(const Population& population, const std::vector<Assessment>& assessments) {
  std::set<std::string, std::less<>> reads;
  for (const Assessment& assessment : assessments) {
    for (const Showing& showing : assessment.showings) {
      if (showing.population != &population) continue;
      for (const oracle::Finding& finding : showing.judgement->findings) {
        if (!finding.read_id.empty()) reads.insert(finding.read_id);
      }
    }
  }
  return reads;
}

/// Puts in the instant by which something was due, and marks the first line that is not as expected.
void mark(const oracle::Finding& finding, std::vector<Line>& lines) {
  const auto after = [](base::Instant at, const Line& line) { return at < line.at; };
  if (finding.due != finding.at) {
    const auto place = std::upper_bound(lines.begin(), lines.end(), finding.due, after);
    lines.insert(place, {finding.due, "", "by now: " + finding.expected, "due"});
  }
  const base::Instant from = std::min(finding.due, finding.at);
  // What passes is the truth, and diverges from nothing; and what comes after the observation is not what was observed.
  auto first = std::find_if(lines.begin(), lines.end(), [&](const Line& line) {
    return line.mark.empty() && line.kind != "pass" && line.at >= from && line.at <= finding.at + oracle::kResolution;
  });
  if (first == lines.end()) {
    const auto place = std::upper_bound(lines.begin(), lines.end(), finding.at, after);
    first = lines.insert(place, {finding.at, "", "observed: " + finding.observed, ""});
  }
  first->mark = "divergence";
  const auto behind = static_cast<std::size_t>(first - lines.begin()) + 1 + kBeyondDivergence;
  if (lines.size() > behind) lines.resize(behind);
  if (lines.size() > kLinesMax) lines.erase(lines.begin(), lines.end() - kLinesMax);
}

}  // namespace

base::Result<Stories> Stories::gather(const Population& population, const std::vector<Assessment>& assessments) {
  auto reads = reads_with_findings(population, assessments);
  const bool none = reads.empty();
  Stories stories(std::move(reads));
  if (none) return stories;
  const auto same = population.retell(stories.chronicle_);
  if (!same) return tl::unexpected(same.error());
  stories.same_ = *same;
  return stories;
}

std::vector<Line> Stories::timeline(const oracle::Finding& finding) const {
  std::vector<Line> lines;
  for (const evidence::Chapter& chapter : chronicle_.of(finding.read_id)) {
    lines.push_back({chapter.at, chapter.kind, chapter.who.empty() ? chapter.what : fmt::format("{}: {}", chapter.who, chapter.what), ""});
  }
  if (!lines.empty()) mark(finding, lines);
  return lines;
}

}  // namespace harness
