// The records of a run's components, where they are asked for.
#pragma once

#include <fstream>
#include <memory>
#include <optional>

#include "reference/doors/recorder.h"
#include "simulator/run/run.h"

namespace run {

/// Wraps a cast so that what passes the doors is written as it happens. Of several gateways the first is recorded.
/// Owner:   outlives the components that the wrapped cast makes.
class Records {
 public:
  /// Errors:  kRecordHoldsNoValues where reads cross as values; kRecordNotWritten where the file cannot be.
  [[nodiscard]] static base::Result<std::unique_ptr<Records>> open(const Options& options, std::uint32_t sampled_one_in);

  [[nodiscard]] Cast wrap(const Cast& cast);
  /// What went wrong with a record while the run was on.
  [[nodiscard]] std::optional<base::Error> fault();

 private:
  struct Record {
    std::ofstream file;
    std::optional<doors::Recording> recording;
  };
  [[nodiscard]] static base::Result<void> open_one(Record& record, const std::filesystem::path& path, const doors::RecordHeader& header);

  Record nas_, lea_;
};

}  // namespace run
