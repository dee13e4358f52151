#include "conformance/harness/assess.h"

#include <map>

#include <fmt/format.h>

#include "conformance/cases/cases.h"

namespace harness {
namespace {

using catalogue::Requirement;
using catalogue::Verdict;
using oracle::Judgement;

/// One judgement a requirement: a second one of the same adds its observations and findings, and its verdict by precedence.
std::map<std::string, Judgement, std::less<>> by_requirement(const std::vector<Judgement>& judgements) {
  std::map<std::string, Judgement, std::less<>> merged;
  for (const Judgement& judgement : judgements) {
    const auto [at, is_new] = merged.try_emplace(judgement.requirement, judgement);
    if (is_new) continue;
    Judgement& known = at->second;
    const Verdict verdict = combine(known.verdict, judgement.verdict);
    if (verdict != known.verdict) known.reason = judgement.reason;
    known.verdict = verdict;
    known.observations += judgement.observations;
    known.against += judgement.against;
    known.undecided += judgement.undecided;
    known.findings.insert(known.findings.end(), judgement.findings.begin(), judgement.findings.end());
  }
  return merged;
}

Judgement without_evidence(const Requirement& requirement, Verdict verdict, std::string reason) {
  Judgement judgement;
  judgement.requirement = requirement.id;
  judgement.verdict = verdict;
  judgement.reason = std::move(reason);
  judgement.least = requirement.least_observations;
  return judgement;
}

std::string joined(const std::vector<std::string>& words) { return fmt::format("{}", fmt::join(words, ", ")); }

Judgement uncased(const Requirement& requirement) {
  const std::string& reason = requirement.not_testable.empty() ? requirement.no_case_yet : requirement.not_testable;
  return without_evidence(requirement, Verdict::kNotRun, reason.empty() ? "No case judges it yet." : reason);
}

Judgement judged(const Requirement& requirement, const cases::Case& deciding, const Judgement* judgement,
                 const scenario::Scenario& scenario) {
  if (judgement == nullptr)
    return without_evidence(requirement, Verdict::kError, "The oracle says nothing of it, though a case decides it.");
  const bool seen = judgement->observations + judgement->against + judgement->undecided > 0;
  const std::string unprovoked = deciding.unprovoked(scenario);
  if (!seen && !unprovoked.empty() && judgement->verdict != Verdict::kError)
    return without_evidence(requirement, Verdict::kNotRun, unprovoked);
  return *judgement;
}

}  // namespace

std::vector<Assessment> assess(const catalogue::Catalogue& catalogue, const std::vector<Judgement>& judgements, std::string_view role,
                               const Selection& selection, const scenario::Scenario& scenario) {
  const auto said = by_requirement(judgements);
  std::vector<Assessment> assessments;
  for (const Requirement& requirement : catalogue.requirements) {
    const auto at = said.find(requirement.id);
    const cases::Case* deciding = cases::case_of(requirement.id);
    Assessment assessment;
    assessment.requirement = &requirement;
    if (!in_scope(requirement, role)) {
      assessment.judgement = without_evidence(requirement, Verdict::kNotApplicable,
                                              fmt::format("Binds {}; the subject is {}.", joined(requirement.roles), role));
    } else if (deciding == nullptr) {
      assessment.judgement = uncased(requirement);
    } else if (!selection.takes(requirement)) {
      assessment.judgement = without_evidence(requirement, Verdict::kNotRun, "Not selected for this run.");
    } else {
      assessment.judgement = judged(requirement, *deciding, at == said.end() ? nullptr : &at->second, scenario);
    }
    assessment.status = status_of(assessment.judgement.verdict, requirement.not_testable.empty());
    assessments.push_back(std::move(assessment));
  }
  return assessments;
}

std::vector<Settled> settled(const std::vector<Assessment>& assessments) {
  std::vector<Settled> all;
  for (const Assessment& assessment : assessments) all.push_back(assessment.settled());
  return all;
}

}  // namespace harness
