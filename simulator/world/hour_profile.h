// How traffic rises and falls over the week.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>

#include "reference/base/instant.h"
#include "reference/base/result.h"

namespace world {

/// The traffic of each hour of the week by the local clock, in thousandths of the mean hour (1000: as much as the mean).
class HourProfile {
 public:
  /// Reads a table of 24 rows, `year,hour,monday,...,sunday`, an index with one decimal whose mean hour is 100.
  /// Errors:  kWorldFileUnreadable; kWorldFileUnfit for a table that lacks an hour, has one twice, or an index outside 1 to 1000.
  [[nodiscard]] static base::Result<HourProfile> read(const std::filesystem::path& file);

  /// In thousandths, 10 to 10,000.
  [[nodiscard]] std::uint64_t at(base::Instant instant) const;

  /// The mean of every hour of the week, in thousandths; for tests.
  [[nodiscard]] std::uint64_t of_hour(int hour_of_week) const { return thousandths_[static_cast<std::size_t>(hour_of_week)]; }

 private:
  std::array<std::uint64_t, 168> thousandths_{};
};

}  // namespace world
