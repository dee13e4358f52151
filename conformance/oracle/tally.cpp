#include "conformance/oracle/tally.h"

#include <algorithm>
#include <iterator>

#include <fmt/format.h>

namespace oracle {

using catalogue::Verdict;

Tally::Tally(const catalogue::Requirement& requirement) {
  judgement_.requirement = requirement.id;
  judgement_.least = requirement.least_observations;
}

void Tally::keep(Verdict verdict, const Sighting& s, std::string_view expected, std::string_view observed) {
  auto& findings = judgement_.findings;
  if (findings.size() >= kFindingsMax) {
    // What speaks against is shown before what is undecided.
    const auto weaker = std::find_if(findings.rbegin(), findings.rend(), [](const Finding& f) { return f.verdict != Verdict::kFail; });
    if (verdict != Verdict::kFail || weaker == findings.rend()) return;
    findings.erase(std::next(weaker).base());
  }
  findings.push_back({judgement_.requirement, verdict, s.at, std::string(s.read_id), std::string(s.camera), std::string(expected),
                                 std::string(observed), std::string(s.read_text)});
}

void Tally::against(const Sighting& sighting, std::string_view expected, std::string_view observed) {
  ++judgement_.against;
  keep(Verdict::kFail, sighting, expected, observed);
}

void Tally::undecided(const Sighting& sighting, std::string_view expected, std::string_view observed) {
  ++judgement_.undecided;
  keep(Verdict::kInconclusive, sighting, expected, observed);
}

Judgement Tally::conclude() const {
  Judgement j = judgement_;
  if (j.against > 0) {
    j.verdict = Verdict::kFail;
  } else if (!missing_.empty()) {
    j.verdict = Verdict::kNotRun;
    j.reason = missing_;
  } else if (j.undecided > 0) {
    j.verdict = Verdict::kInconclusive;
    j.reason = fmt::format("{} observations are undecided", j.undecided);
  } else if (j.observations == 0) {
    j.verdict = Verdict::kNotRun;
    j.reason = "the evidence holds nothing that this requirement could be observed by";
  } else if (j.observations < j.least) {
    j.verdict = Verdict::kInconclusive;
    j.reason = fmt::format("{} observations; at least {} are needed", j.observations, j.least);
  } else {
    j.verdict = Verdict::kPass;
  }
  return j;
}

}  // namespace oracle
