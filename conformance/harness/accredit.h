// An accreditation: runs a scenario and the cases' own with a subject, has each judged as it happens, and writes the report.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "conformance/evidence/pack.h"
#include "conformance/harness/inspections.h"
#include "conformance/harness/output_folder.h"
#include "conformance/harness/plan.h"
#include "conformance/harness/reporting.h"
#include "conformance/subjects/subject.h"

namespace harness {

inline constexpr base::ErrorKind kProfileUnknown{"profile_unknown", "house",
                                                 "a profile of docs/judging.md: default, strict, literal or lenient", 1};

/// What is asked for.
struct Order {
  std::optional<std::filesystem::path> scenario;   ///< none: the library of cases alone
  std::filesystem::path library;                   ///< the folder of the cases' scenarios
  bool alone = false;                              ///< the scenario without the cases' own
  std::filesystem::path out;
  Overwrite overwrite = Overwrite::kRefuse;
  std::vector<std::string> select;                 ///< selection.h; none: everything
  std::string profile = "default";
  std::optional<std::uint64_t> seed;               ///< of the main run, in place of the scenario's, as are the two below
  std::optional<scenario::Fidelity> fidelity;
  std::optional<std::uint32_t> sampled_one_in;     ///< of the wire
  evidence::Keep keep = evidence::Keep::kSampled;  ///< of the main run
  std::vector<Inspection> inspections;             ///< of the main run's evidence
  std::function<void(const PlannedRun& run, const std::string& replay_line)> announce;   ///< before each run begins
  std::function<void(base::Instant simulated, std::uint64_t reads)> progress;
};

/// What a request for a plan makes of an order.
[[nodiscard]] PlanRequest request_of(const Order& order, const subjects::Subject& subject);

/// Runs, judges, writes.
///
/// Errors:  kProfileUnknown; those of make_plan; kOutputNotEmpty, kOutputNotWritable, evidence::kPackNotWritable; those of
///          run::run_scenario. On an error the folder holds what it held before.
[[nodiscard]] base::Result<Reported> accredit(const Order& order, const subjects::Subject& subject);

}  // namespace harness
