#include "simulator/world/population.h"

#include <algorithm>
#include <numeric>

#include "reference/base/check.h"
#include "simulator/kernel/random.h"
#include "simulator/world/source_file.h"

namespace world {
namespace {

constexpr std::string_view kTagLetters = "ABCDEFGHJKLMNOPRSTUVWXY";    // without I, Q, Z
constexpr std::string_view kLastLetters = "ABCDEFGHJKLMNOPRSTUVWXYZ";  // without I, Q
static_assert(kTagLetters.size() == 23 && kLastLetters.size() == 24);

constexpr std::uint64_t kWeightMax = 1'000'000'000'000;

char taken(std::uint64_t& value, std::string_view letters) {
  const char letter = letters[value % letters.size()];
  value /= letters.size();
  return letter;
}

}  // namespace

Marks::Marks(std::uint64_t seed) {
  kernel::Stream stream(seed, "world.marks", 0);
  offset_ = kernel::uniform(stream.next(), kMarks);
  do {
    factor_ = kernel::uniform(stream.next(), kMarks);
  } while (std::gcd(factor_, kMarks) != 1);  // a unit of the ring, so that every mark is met once
}

std::string Marks::of(std::uint64_t number) const {
  PLUMB_CHECK(number < kMarks, "a vehicle's number is one of the population");
  std::uint64_t place = (number * factor_ + offset_) % kMarks;
  std::string mark(7, '0');
  mark[0] = taken(place, kTagLetters);
  mark[4] = taken(place, kLastLetters);
  mark[6] = taken(place, kLastLetters);
  mark[1] = taken(place, kTagLetters);
  mark[5] = taken(place, kLastLetters);
  mark[3] = taken(place, "01");
  return mark;
}

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
