#include "conformance/harness/algebra.h"

#include <algorithm>

namespace harness {
namespace {

using catalogue::Outcome;
using catalogue::Status;
using catalogue::Verdict;
using oracle::Conclusion;

/// Lower comes first.
int precedence(const Conclusion& c) {
  switch (c.verdict) {
    case Verdict::kError: return 0;
    case Verdict::kFail: return 1;
    case Verdict::kInconclusive: return c.too_few ? 4 : 2;
    case Verdict::kPass: return 3;
    case Verdict::kObserved: return 5;
    case Verdict::kNotApplicable: return 6;
    case Verdict::kNotRun: return 7;
  }
  return 0;   // a verdict that is none of them came from a broken instrument
}

bool contains(const std::vector<std::string>& texts, std::string_view text) {
  return std::find(texts.begin(), texts.end(), text) != texts.end();
}

bool within_scope(const Settled& requirement) {
  return requirement.decides && requirement.status != Status::kNotApplicable && requirement.status != Status::kNotTestable;
}

}  // namespace

Conclusion combined(const Conclusion& a, const Conclusion& b) {
  Conclusion sum = precedence(b) < precedence(a) ? b : a;
  sum.observations = a.observations + b.observations;
  sum.against = a.against + b.against;
  sum.undecided = a.undecided + b.undecided;
  return sum;
}

Status status_of(Verdict verdict, bool testable) {
  switch (verdict) {
    case Verdict::kPass: return Status::kMet;
    case Verdict::kFail: return Status::kNotMet;
    case Verdict::kNotApplicable: return Status::kNotApplicable;
    case Verdict::kNotRun: return testable ? Status::kNotEstablished : Status::kNotTestable;
    default: return Status::kNotEstablished;
  }
}

bool in_scope(const catalogue::Requirement& requirement, std::string_view role) {
  return role == "whole" || contains(requirement.roles, role) || contains(requirement.roles, "whole");
}

Outcome outcome_of(std::span<const Settled> requirements) {
  const auto any = [&](auto&& holds) { return std::any_of(requirements.begin(), requirements.end(), holds); };
  if (any([](const Settled& r) { return r.verdict == Verdict::kError; })) return Outcome::kInvalid;
  if (any([](const Settled& r) { return within_scope(r) && r.status == Status::kNotMet; })) return Outcome::kNonConformant;
  const bool open = any([](const Settled& r) { return within_scope(r) && r.status != Status::kMet; });
  const bool met = any([](const Settled& r) { return within_scope(r) && r.status == Status::kMet; });
  return met && !open ? Outcome::kConformant : Outcome::kIncomplete;
}

Counts count(std::span<const Settled> requirements) {
  Counts counts;
  for (const Settled& requirement : requirements) {
    switch (requirement.status) {
      case Status::kMet: ++counts.met; break;
      case Status::kNotMet: ++counts.not_met; break;
      case Status::kNotEstablished: ++counts.not_established; break;
      case Status::kNotApplicable: ++counts.not_applicable; break;
      case Status::kNotTestable: ++counts.not_testable; break;
    }
  }
  return counts;
}

}  // namespace harness
