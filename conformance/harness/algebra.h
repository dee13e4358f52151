// How verdicts add up: from populations to a requirement, from requirements to the run. Pure functions.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "conformance/catalogue/catalogue.h"
#include "conformance/oracle/oracle.h"

namespace harness {

/// The conclusion from two populations.
///
/// Shape:   error, fail, what is undecided, pass, too few, observed, not_applicable, not_run: the first of the two in this order. So one
///          population that has the least number by itself is enough, and what is against in any of them stands. Counts add up; a
///          conclusion without an observation changes nothing.
[[nodiscard]] oracle::Conclusion combined(const oracle::Conclusion& a, const oracle::Conclusion& b);

/// What a verdict makes of its requirement. Only a pass meets it; `observed` measures where there is no criterion, and settles nothing.
/// A requirement that no evidence can settle is not_testable, unless something was judged of it nevertheless.
[[nodiscard]] catalogue::Status status_of(catalogue::Verdict verdict, bool testable = true);

/// Whether a requirement binds a subject of this role; "whole" is bound by all.
[[nodiscard]] bool in_scope(const catalogue::Requirement& requirement, std::string_view role);

/// A requirement as the run ends for it.
struct Settled {
  catalogue::Verdict verdict = catalogue::Verdict::kNotRun;
  catalogue::Status status = catalogue::Status::kNotEstablished;
  bool decides = false;   ///< must, by the text
};

/// The outcome of a run.
///
/// Shape:   invalid where the instrument broke anywhere; else non_conformant where a deciding requirement is not met; else conformant
///          where every deciding one in scope is met, and there is one; else incomplete. Requirements that are not applicable or not
///          testable are out of scope. No evidence is never a pass.
[[nodiscard]] catalogue::Outcome outcome_of(std::span<const Settled> requirements);

struct Counts {
  std::uint64_t met = 0, not_met = 0, not_established = 0, not_applicable = 0, not_testable = 0;
};
[[nodiscard]] Counts count(std::span<const Settled> requirements);

}  // namespace harness
