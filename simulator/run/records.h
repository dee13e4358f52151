// The records of a run's components, where they are asked for.
#pragma once

#include <filesystem>
#include <fstream>
#include <memory>
#include <optional>

#include "reference/doors/recorder.h"
#include "simulator/run/run.h"

namespace run {

/// Wraps a cast so that what passes the doors is written as it happens. Of several gateways the first is recorded.
///
/// A record is written into a file of its name and `.partial`, and moved to its place when it is whole. Destroyed without finish(), it
/// takes that file away again. So where a record is asked for there is a whole one, or what was there before.
/// Owner:   outlives the components that the wrapped cast makes.
class Records {
 public:
  Records() = default;
  Records(const Records&) = delete;
  Records& operator=(const Records&) = delete;
  ~Records();

  /// Errors:  kRecordHoldsNoValues where reads cross as values; kRecordExists where both are to go into one file, or one in place of the
  ///          scenario, of what is no plain file, or, unless it may be replaced, of any file; kRecordNotWritten where the file cannot be.
  [[nodiscard]] static base::Result<std::unique_ptr<Records>> open(const Options& options, const std::filesystem::path& scenario,
                                                                   std::uint32_t sampled_one_in);

  [[nodiscard]] Cast wrap(const Cast& cast);
  /// Ends the records and moves them to their places. Errors: what went wrong with one while the run was on; kRecordNotWritten.
  [[nodiscard]] base::Result<void> finish();

 private:
  struct Record {
    std::filesystem::path path;
    std::ofstream file;
    std::optional<doors::Recording> recording;

    [[nodiscard]] std::filesystem::path partial() const { return path.string() + ".partial"; }
  };
  [[nodiscard]] static base::Result<void> open_one(Record& record, const std::filesystem::path& path, const doors::RecordHeader& header);

  Record nas_, lea_;
};

}  // namespace run
