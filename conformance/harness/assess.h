// From what the oracle says to what the report says of each requirement: scope, selection, reason.
#pragma once

#include <string_view>
#include <vector>

#include "conformance/catalogue/catalogue.h"
#include "conformance/harness/algebra.h"
#include "conformance/harness/selection.h"
#include "conformance/oracle/oracle.h"
#include "scenarios/format/scenario.h"

namespace harness {

/// A requirement with its judgement in this run.
struct Assessment {
  const catalogue::Requirement* requirement = nullptr;
  oracle::Judgement judgement;   ///< its verdict and reason are those of the run: scope and selection included
  catalogue::Status status = catalogue::Status::kNotEstablished;

  [[nodiscard]] Settled settled() const { return {judgement.verdict, status, requirement->decides()}; }
};

/// All requirements of the catalogue, in its order, each as this run leaves it.
///
/// Shape:   out of the subject's role: not_applicable. Not selected: not_run, so that a narrow selection is never conformant. Without a
///          case: not_run, with the catalogue's reason. Not provoked by the scenario and without an observation: not_run, with the
///          case's reason. Otherwise as judged; a requirement that the oracle does not mention is an error of the instrument where a
///          case decides it.
[[nodiscard]] std::vector<Assessment> assess(const catalogue::Catalogue& catalogue, const std::vector<oracle::Judgement>& judgements,
                                             std::string_view role, const Selection& selection, const scenario::Scenario& scenario);

[[nodiscard]] std::vector<Settled> settled(const std::vector<Assessment>& assessments);

}  // namespace harness
