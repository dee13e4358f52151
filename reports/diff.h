// Two reports side by side: what changed, and whether they may be compared at all.
#pragma once

#include <string>

#include <nlohmann/json.hpp>

namespace reports {

enum class Comparison {
  kSame,      ///< the same outcome, and the same status and verdict of every requirement
  kWorse,     ///< at least one of them got worse, whatever else changed
  kChanged,   ///< something changed, and nothing for the worse
};

/// What B says that A did not.
///
/// Shape:   `document` is for programs, keys sorted: format "plumbline-diff", version 1, result, outcome, questionable, requirements,
///          counts, margins. Requirements are those whose status or verdict changed, worse first, then better, then otherwise.
struct Diff {
  Comparison result = Comparison::kSame;
  nlohmann::json document;
};

/// Compares two reports.
///
/// Shape:   both by report.schema.json (read_document). Met is better than not established, and that better than not met. A requirement
///          that is judged in one of them alone is worse where it fails in B or was met in A, and otherwise changed.
[[nodiscard]] Diff compare(const nlohmann::json& a, const nlohmann::json& b);

/// The same for people, a screen wide. What came from a report is made visible (text.h).
[[nodiscard]] std::string diff_text(const Diff& diff);

}  // namespace reports
