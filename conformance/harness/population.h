// One run, judged: a population of observations of its own.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "conformance/harness/inspections.h"
#include "conformance/harness/plan.h"
#include "conformance/oracle/oracle.h"
#include "conformance/subjects/subject.h"
#include "simulator/run/run.h"

namespace harness {

struct Population {
  std::string name;                             ///< of its run
  scenario::Scenario scenario;
  run::Options options;
  run::Summary summary;
  std::vector<oracle::Judgement> judgements;    ///< in order of the catalogue
  std::vector<oracle::Calibration> calibration;
  std::vector<oracle::SiteTally> sites;
  base::Instant from, to;                       ///< of the first and the last event

  [[nodiscard]] const oracle::Judgement* judgement(std::string_view requirement) const;
};

/// Runs it with the subject and has it judged as it happens. `beside`, where not null, hears the same. What people said of its evidence is
/// heard at the end.
/// Errors:  those of run::run_scenario.
[[nodiscard]] base::Result<Population> run_population(const PlannedRun& planned, const run::Options& options, const run::Cast& cast,
                                                      const std::string& profile, base::Witness* beside = nullptr,
                                                      const std::vector<Inspection>& inspections = {});

/// What a run is called by `plumbline accredit`, so that its replay line has it again, and it alone.
[[nodiscard]] std::string replay_command(const subjects::Subject& subject, const std::string& profile, bool alone);

}  // namespace harness
