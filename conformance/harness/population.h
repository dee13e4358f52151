// One run, or one lot of evidence, judged: a population of observations of its own.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "conformance/evidence/provenance.h"
#include "conformance/harness/inspections.h"
#include "conformance/harness/plan.h"
#include "conformance/oracle/oracle.h"
#include "conformance/subjects/subject.h"
#include "simulator/run/run.h"

namespace harness {

/// What its evidence holds: events by kind, and the instants of the first and the last.
struct Tellings {
  std::uint64_t passes = 0;
  std::uint64_t reads_sent = 0;           ///< as often as each was sent
  std::uint64_t reads_acknowledged = 0;   ///< by NAS
  std::uint64_t hits_delivered = 0;       ///< to each operator
  base::Instant from, to;
};

/// Counts events as they are told; what people said of them later is none.
class Counter final : public base::Witness {
 public:
  /// `start` is what stands where nothing is told.
  explicit Counter(base::Instant start) { counted_.from = counted_.to = start; }
  void hear(const base::Event& event) override;
  [[nodiscard]] const Tellings& counted() const { return counted_; }

 private:
  bool first_ = true;
  Tellings counted_;
};

struct Population {
  std::string name;                             ///< of its run
  evidence::Provenance provenance;
  Tellings tellings;
  std::vector<oracle::Judgement> judgements;    ///< in order of the catalogue
  std::vector<oracle::Calibration> calibration;
  std::vector<oracle::SiteTally> sites;
  /// Tells the same evidence again: a run is run again, a pack is read again. False where it was not the same.
  std::function<base::Result<bool>(base::Witness&)> retell;

  [[nodiscard]] const oracle::Judgement* judgement(std::string_view requirement) const;
};

/// What the population of an oracle's evidence is.
[[nodiscard]] Population population_of(std::string name, oracle::Oracle& oracle, const Counter& counter);

/// Runs it with the subject and has it judged as it happens. `beside`, where not null, hears the same. What people said of its evidence is
/// heard at the end. `role` is the subject's.
/// Errors:  those of run::run_scenario.
[[nodiscard]] base::Result<Population> run_population(const PlannedRun& planned, const run::Options& options, const run::Cast& cast,
                                                      const std::string& profile, base::Witness* beside = nullptr,
                                                      const std::vector<Inspection>& inspections = {},
                                                      const std::string& role = "whole");

/// What a run is called by `plumbline accredit`, so that its replay line has it again, and it alone.
[[nodiscard]] std::string replay_command(const subjects::Subject& subject, const std::string& profile, bool alone);

/// How the subject is named to a command; empty for the reference.
[[nodiscard]] std::string subject_option(const subjects::Subject& subject);

}  // namespace harness
