// The folder that an inspector works with: what to look at, and what is recorded of it.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "conformance/harness/specimens.h"
#include "reference/base/result.h"

namespace harness {

/// What is laid out, and by which rule it was drawn.
struct Layout {
  std::string requirement;
  std::string evidence;              ///< where it was taken from, as it was named
  std::uint64_t seed = 0;
  std::size_t seen = 0;
  std::vector<Specimen> sample;
};

inline constexpr base::ErrorKind kSheetNotWritable{"sheet_not_writable", "house",
                                                   "a folder that is empty or not there, and can be written to", 1};
inline constexpr base::ErrorKind kSheetUnreadable{"sheet_unreadable", "house", "a folder laid out by `plumbline inspect`", 2};

/// Writes sheet.html, which shows the sample numbered from 1; images/, which it shows; and sheet.json, which names it by hashes. All of
/// it, or nothing.
/// Errors:  kSheetNotWritable.
[[nodiscard]] base::Result<void> lay_out(const std::filesystem::path& folder, const Layout& layout);

/// What a laid-out folder asks an inspector.
struct Sheet {
  std::string requirement, criterion;
  std::vector<std::string> sample;   ///< hashes, by number
};

/// Errors:  kSheetUnreadable: another form, a requirement that no person is asked to judge, another criterion than that one's, no sample,
///          or what is no SHA-256 in it.
[[nodiscard]] base::Result<Sheet> read_sheet(const std::filesystem::path& folder);

}  // namespace harness
