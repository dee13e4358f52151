// From populations that were judged to a report in a folder: what `accredit` and `judge` end with.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "conformance/harness/assess.h"
#include "conformance/harness/output_folder.h"
#include "conformance/harness/report_json.h"

namespace harness {

/// What came of it.
struct Reported {
  catalogue::Outcome outcome = catalogue::Outcome::kIncomplete;
  std::string sentence;
  Counts counts;
  std::vector<Population> populations;           ///< the main run first, where there was one
  std::string manifest_sha256;                   ///< of the evidence, where there is a pack
  std::vector<std::filesystem::path> files;      ///< report.html, report.json, junit.xml, and the pack's folder where one was written
};

/// What a report is made of, beside the populations.
struct Reporting {
  const subjects::Subject& subject;
  std::string profile;
  std::vector<std::string> select;
  evidence::Keep keep = evidence::Keep::kNone;
  std::vector<Inspection> inspections{};
  std::optional<HandedIn> handed_in{};
};

/// The canonical report of what was judged; its outcome, sentence and counts go to `reported`.
/// Errors:  those of Population::retell.
[[nodiscard]] base::Result<std::string> report_of(const Reporting& reporting, const Plan& plan, Reported& reported);

/// Writes report.json and what is rendered from it, and publishes the folder.
/// Errors:  kOutputNotWritable.
[[nodiscard]] base::Result<bool> publish(const std::string& report_json, OutputFolder& folder, Reported& reported);

}  // namespace harness
