// What vehicles are drawn from: names with their weights.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "reference/base/result.h"

namespace world {

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
