#include "simulator/world/marks.h"

#include <algorithm>
#include <numeric>
#include <set>

#include "reference/base/check.h"
#include "simulator/kernel/random.h"
#include "simulator/world/source_file.h"

namespace world {
namespace {

bool is_tag(std::string_view text) {
  return text.size() == 2 && text.find_first_not_of("ABCDEFGHJKLMNOPRSTUVWXY") == std::string_view::npos;
}

}  // namespace

Marks::Marks(std::vector<MarkLayout> layouts, std::uint64_t seed) {
  PLUMB_CHECK(!layouts.empty(), "a population has marks of some layout");
  std::uint64_t least = UINT64_MAX;
  for (MarkLayout& layout : layouts) {
    kernel::Stream stream(seed, "world.marks", layouts_.size());
    const std::uint64_t size = layout.size();
    const std::uint64_t offset = kernel::uniform(stream.next(), size);
    std::uint64_t factor = 0;
    do {
      factor = kernel::uniform(stream.next(), size);
    } while (std::gcd(factor, size) != 1);  // a unit of the ring, so that every mark is met once
    least = std::min(least, size);
    layouts_.push_back({std::move(layout), factor, offset});
  }
  count_ = least * layouts_.size();
}

std::string Marks::of(std::uint64_t number) const {
  PLUMB_CHECK(number < count_, "a vehicle's number is one of the population");
  const Shuffled& own = layouts_[number % layouts_.size()];
  const std::uint64_t place = (number / layouts_.size() * own.factor + own.offset) % own.layout.size();
  return own.layout.mark(place);
}

base::Result<std::vector<std::string>> read_memory_tags(const std::filesystem::path& file) {
  const auto rows = read_plain_csv(file, "memory_tag,dvla_office");
  if (!rows) return tl::unexpected(rows.error());
  std::vector<std::string> tags;
  std::set<std::string_view> met;
  for (const auto& row : *rows) {
    if (!is_tag(row[0]) || !met.insert(row[0]).second) {
      return base::fail(kWorldFileUnfit, fmt::format("{}: '{}' is no memory tag, or is there twice", file.string(), row[0]));
    }
    tags.push_back(row[0]);
  }
  if (tags.empty()) return base::fail(kWorldFileUnfit, file.string() + " has no row");
  return tags;
}

}  // namespace world
