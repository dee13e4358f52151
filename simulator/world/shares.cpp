#include "simulator/world/shares.h"

#include <algorithm>

#include "simulator/kernel/random.h"
#include "simulator/world/source_file.h"

namespace world {
namespace {

constexpr std::uint64_t kWeightMax = 1'000'000'000'000;

}  // namespace

base::Result<Shares> Shares::read(const std::filesystem::path& file, std::string_view header) {
  const auto rows = read_plain_csv(file, header);
  if (!rows) return tl::unexpected(rows.error());
  Shares shares;
  std::uint64_t sum = 0;
  for (const auto& row : *rows) {
    std::uint64_t weight = 0;
    if (row[0].empty() || !whole_number(row[1], weight) || weight == 0 || weight > kWeightMax) {
      return base::fail(kWorldFileUnfit, fmt::format("{}: '{},{}' is no name with its weight", file.string(), row[0], row[1]));
    }
    shares.names_.push_back(row[0]);
    shares.up_to_.push_back(sum += weight);
  }
  if (shares.names_.empty()) return base::fail(kWorldFileUnfit, file.string() + " has no row");
  return shares;
}

std::string_view Shares::of(std::uint64_t bits) const {
  const auto place = kernel::uniform(bits, up_to_.back());
  const auto chosen = std::upper_bound(up_to_.begin(), up_to_.end(), place);
  return names_[static_cast<std::size_t>(chosen - up_to_.begin())];
}

}  // namespace world
