// From what the oracle says of each run to what the report says of each requirement: scope, selection, reason, and the sum of all runs.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "conformance/catalogue/catalogue.h"
#include "conformance/harness/algebra.h"
#include "conformance/harness/plan.h"
#include "conformance/harness/population.h"
#include "conformance/oracle/oracle.h"

namespace harness {

/// What one run showed of a requirement.
struct Showing {
  const Population* population = nullptr;
  const oracle::Judgement* judgement = nullptr;
};

/// A requirement as all runs together leave it.
struct Assessment {
  const catalogue::Requirement* requirement = nullptr;
  const cases::Case* deciding = nullptr;           ///< null where none does
  oracle::Conclusion conclusion;                   ///< under the profile; its counts are the sums over all runs
  std::uint64_t least = 1;
  bool robust = true;                              ///< whether every combination of readings gives the same verdict
  std::vector<oracle::Judgement::Otherwise> otherwise;   ///< the combinations that give another
  catalogue::Status status = catalogue::Status::kNotEstablished;
  std::vector<Showing> showings;                   ///< of the runs in which anything was observed, in their order

  [[nodiscard]] Settled settled() const { return {conclusion.verdict, status, requirement->decides()}; }
};

/// All requirements of the catalogue, in its order.
///
/// Shape:   out of the subject's role: not_applicable. Not selected: not_run, so that a narrow selection is never conformant. Without a
///          case: not_run, with the catalogue's reason. Otherwise as judged, over all runs; where nothing was observed in any, not_run with
///          the plan's reason where it has one. A requirement that the oracle does not mention is an error of the instrument.
/// Owner:   borrows from plan and populations.
[[nodiscard]] std::vector<Assessment> assess(const Plan& plan, const std::vector<Population>& populations);

[[nodiscard]] std::vector<Settled> settled(const std::vector<Assessment>& assessments);

}  // namespace harness
