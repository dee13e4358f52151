#include "conformance/harness/assess.h"

namespace harness {
namespace {

using catalogue::Verdict;
using oracle::Conclusion;
using oracle::Judgement;

bool observed(const Conclusion& c) { return c.observations + c.against + c.undecided > 0; }

Conclusion without_evidence(Verdict verdict, std::string reason) {
  Conclusion conclusion;
  conclusion.verdict = verdict;
  conclusion.reason = std::move(reason);
  return conclusion;
}

/// Adds what a run showed, under the profile and under every other combination of readings, in the same order in every run.
void add(const Judgement& judgement, Conclusion& chosen, std::vector<Judgement::Otherwise>& otherwise) {
  if (chosen.verdict == Verdict::kNotRun && chosen.reason.empty()) chosen.reason = judgement.reason;
  chosen = combined(chosen, judgement);
  if (otherwise.empty()) {
    otherwise = judgement.otherwise;
    return;
  }
  for (std::size_t i = 0; i < otherwise.size(); ++i) {
    otherwise[i].conclusion = combined(otherwise[i].conclusion, judgement.otherwise[i].conclusion);
  }
}

/// Adds up what all runs showed of a requirement that is to be judged.
void judge(const PlannedRequirement& planned, const std::vector<Population>& populations, Assessment& assessment) {
  for (const Population& population : populations) {
    const Judgement* judgement = population.judgement(planned.requirement->id);
    if (judgement == nullptr) {
      assessment.conclusion = without_evidence(Verdict::kError, "The oracle says nothing of it, though a case decides it.");
      return;
    }
    add(*judgement, assessment.conclusion, assessment.otherwise);
    if (observed(*judgement)) assessment.showings.push_back({&population, judgement});
  }
  if (assessment.showings.empty() && !planned.why_not.empty() && assessment.conclusion.verdict != Verdict::kError)
    assessment.conclusion = without_evidence(Verdict::kNotRun, planned.why_not);
  std::erase_if(assessment.otherwise, [&](const auto& o) { return o.conclusion.verdict == assessment.conclusion.verdict; });
  assessment.robust = assessment.otherwise.empty();
}

}  // namespace

std::vector<Assessment> assess(const Plan& plan, const std::vector<Population>& populations) {
  std::vector<Assessment> assessments;
  for (const PlannedRequirement& planned : plan.requirements) {
    Assessment assessment;
    assessment.requirement = planned.requirement;
    assessment.deciding = planned.deciding;
    assessment.least = planned.requirement->least_observations;
    if (!planned.in_scope) {
      assessment.conclusion = without_evidence(Verdict::kNotApplicable, planned.why_not);
    } else if (planned.deciding == nullptr || !planned.selected) {
      assessment.conclusion = without_evidence(Verdict::kNotRun, planned.why_not);
    } else {
      judge(planned, populations, assessment);
    }
    assessment.status = status_of(assessment.conclusion.verdict, planned.requirement->not_testable.empty());
    assessments.push_back(std::move(assessment));
  }
  return assessments;
}

std::vector<Settled> settled(const std::vector<Assessment>& assessments) {
  std::vector<Settled> all;
  all.reserve(assessments.size());
  for (const Assessment& assessment : assessments) all.push_back(assessment.settled());
  return all;
}

}  // namespace harness
