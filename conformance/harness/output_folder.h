// Where a report goes: whole, or not at all.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "reference/base/result.h"

namespace harness {

inline constexpr base::ErrorKind kOutputNotEmpty{"output_not_empty", "house", "an --out folder that is empty or not there, or --force", 1};
inline constexpr base::ErrorKind kOutputNotWritable{"output_not_writable", "house", "an --out folder that can be written to", 2};
inline constexpr base::ErrorKind kOutputOverEvidence{"output_over_evidence", "house", "an --out folder where no evidence is in the way", 3};

enum class Overwrite { kRefuse, kReplace };

/// A folder that holds a whole report, or what was there before.
///
/// Everything is written into a folder `.partial` inside, and moved out by publish(), report.json last: where that stands, all of
/// it stands. Destroyed without publish(), it takes `.partial` away again, and the folders that it made. Nothing but a report's own files
/// is ever removed, --force or not: an `evidence` that the report there does not name is none of them.
///
/// A second run into the same folder takes the first one's `.partial` for a leftover; the first one sees that and writes no more.
class OutputFolder {
 public:
  /// `judged`: what a report is about to be made of; empty where it is made of no files.
  ///
  /// Errors:  kOutputOverEvidence: the report would lie in what is judged or replace it, or an `evidence` is there of which no report there
  ///          says that it is its own; kOutputNotEmpty (for kRefuse), kOutputNotWritable.
  [[nodiscard]] static base::Result<OutputFolder> open(const std::filesystem::path& folder, Overwrite overwrite,
                                                       const std::filesystem::path& judged = {});
  OutputFolder(OutputFolder&& other) noexcept;
  OutputFolder& operator=(OutputFolder&&) = delete;
  ~OutputFolder();

  [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }
  [[nodiscard]] std::filesystem::path partial() const { return folder_ / ".partial"; }

  /// Writes a file into `.partial`. Errors: kOutputNotWritable.
  [[nodiscard]] base::Result<bool> write(std::string_view name, std::string_view content) const;
  /// Moves the report that is there aside into `.replaced`, the new one in, and deletes what was moved aside, as far as it can be.
  /// Errors:  kOutputNotWritable; then all is where it was.
  [[nodiscard]] base::Result<bool> publish();

 private:
  explicit OutputFolder(std::filesystem::path folder) : folder_(std::move(folder)) {}
  [[nodiscard]] base::Result<bool> check_mine() const;
  [[nodiscard]] bool is_mine() const;

  std::filesystem::path folder_;
  std::string mark_;                             ///< in `.partial`, whose it is
  std::vector<std::filesystem::path> made_;      ///< folders that were not there, the innermost first
};

}  // namespace harness
