// Runs a scenario with a subject, has it judged as it happens, and writes the report.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "conformance/evidence/pack.h"
#include "conformance/harness/assess.h"
#include "conformance/harness/output_folder.h"
#include "conformance/subjects/subject.h"
#include "simulator/run/run.h"

namespace harness {

/// What is asked for.
struct Order {
  std::filesystem::path scenario;
  std::filesystem::path out;
  Overwrite overwrite = Overwrite::kRefuse;
  std::vector<std::string> select;               ///< selection.h; none: everything
  std::optional<std::uint64_t> seed;             ///< in place of the scenario's
  std::optional<scenario::Fidelity> fidelity;
  std::optional<std::uint32_t> sampled_one_in;   ///< of the wire
  evidence::Keep keep = evidence::Keep::kSampled;
  std::function<void(const std::string& replay_line)> announce;   ///< before the run begins
  std::function<void(base::Instant simulated, std::uint64_t reads)> progress;
};

/// What came of it.
struct Judged {
  catalogue::Outcome outcome = catalogue::Outcome::kIncomplete;
  std::string sentence;
  Counts counts;
  run::Summary summary;
  std::string manifest_sha256;
  std::vector<std::filesystem::path> files;      ///< report.html, report.json, junit.xml, and the pack's folder where there is one
};

/// Runs, judges, writes.
///
/// Errors:  those of scenario::load_scenario; kNothingSelected; kOutputNotEmpty, kOutputNotWritable, evidence::kPackNotWritable; those of
///          run::run_scenario. On an error the folder holds what it held before.
[[nodiscard]] base::Result<Judged> judge_run(const Order& order, const subjects::Subject& subject);

}  // namespace harness
