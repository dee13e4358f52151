// Vehicles by number: their marks, makes and colours. Nothing is stored for a vehicle; all follows from its number and the seed.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "reference/base/result.h"

namespace world {

/// Current-style marks that were never issued: two letters of a memory tag without I, Q and Z, age identifier 00 or 01, three letters
/// without I and Q. "AB00CDE".
///
/// Shape:   a bijection from [0, kMarks) to all such marks; another seed gives another one.
/// Source:  domain of the plates: SI 2001/561 schedule 3; the age identifiers began with 51 in September 2001.
class Marks {
 public:
  static constexpr std::uint64_t kMarks = std::uint64_t{23} * 23 * 2 * 24 * 24 * 24;  // 14,625,792

  explicit Marks(std::uint64_t seed);
  [[nodiscard]] std::string of(std::uint64_t number) const;

 private:
  std::uint64_t factor_;
  std::uint64_t offset_;
};

/// Names drawn in proportion to their weights.
class Shares {
 public:
  /// Reads `header`, then `name,weight` a line. Errors:  kWorldFileUnreadable; kWorldFileUnfit (no row, an empty name, a weight of 0).
  [[nodiscard]] static base::Result<Shares> read(const std::filesystem::path& file, std::string_view header);
  /// The name that 64 uniform bits choose. It lives as long as the Shares.
  [[nodiscard]] std::string_view of(std::uint64_t bits) const;

 private:
  std::vector<std::string> names_;
  std::vector<std::uint64_t> up_to_;  ///< the sum of weights up to and with each name
};

}  // namespace world
