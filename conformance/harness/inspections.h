// What people said of what they looked at: recorded by `plumbline inspect`, taken up by `accredit --inspections`.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "reference/base/result.h"
#include "reference/base/witness.h"

namespace harness {

/// An event `inspection` of docs/evidence-pack.md, with text of its own.
struct Inspection {
  base::Instant at;
  std::string requirement;
  std::vector<std::string> sample;   ///< SHA-256 of each thing looked at
  std::string criterion;
  bool passed = false;
  std::string inspector;
};

inline constexpr base::ErrorKind kInspectionsUnreadable{"inspections_unreadable", "house",
                                                        "inspections as `plumbline inspect` records them, one a line", 1};

inline constexpr base::ErrorKind kInspectionNotWritten{"inspection_not_written", "house", "a file that can be written to", 2};

/// Reads a file of events, one a line, that are inspections and nothing else; at least one. A line of blanks is nothing.
/// Errors:  kInspectionsUnreadable with file, line, and what is expected; also for a requirement that no person is asked to judge, and
///          where it is no plain file or has more than 64 MiB.
[[nodiscard]] base::Result<std::vector<Inspection>> read_inspections(const std::filesystem::path& file);

/// One as a line of such a file, with its line feed. Its texts are UTF-8.
[[nodiscard]] std::string line_of(const Inspection& inspection);

/// Tells a witness of them, in their order.
void tell(const std::vector<Inspection>& inspections, base::Witness& witness);

/// What a person is asked of a requirement; empty where no person is.
[[nodiscard]] std::string_view criterion_of(std::string_view requirement);

}  // namespace harness
