#include "simulator/world/hour_profile.h"

#include "simulator/world/local_time.h"
#include "simulator/world/source_file.h"

namespace world {
namespace {

/// "185.7" as 1857. False where it is no number with exactly one decimal.
bool tenths(std::string_view text, std::uint64_t& value) {
  const auto dot = text.find('.');
  if (dot == std::string_view::npos || dot + 2 != text.size()) return false;
  std::uint64_t whole = 0;
  std::uint64_t tenth = 0;
  if (!whole_number(text.substr(0, dot), whole) || !whole_number(text.substr(dot + 1), tenth)) return false;
  value = whole * 10 + tenth;
  return value >= 10 && value <= 10'000;
}

}  // namespace

base::Result<HourProfile> HourProfile::read(const std::filesystem::path& file) {
  const auto rows = read_plain_csv(file, "year,hour,monday,tuesday,wednesday,thursday,friday,saturday,sunday");
  if (!rows) return tl::unexpected(rows.error());
  HourProfile profile;
  for (const auto& row : *rows) {
    std::uint64_t hour = 0;
    if (!whole_number(row[1], hour) || hour > 23)
      return base::fail(kWorldFileUnfit, fmt::format("{}: '{}' is no hour", file.string(), row[1]));
    for (std::size_t day = 0; day < 7; ++day) {
      auto& value = profile.thousandths_[day * 24 + hour];
      if (value != 0) return base::fail(kWorldFileUnfit, fmt::format("{} has hour {} twice", file.string(), hour));
      if (!tenths(row[day + 2], value)) {
        return base::fail(kWorldFileUnfit,
                          fmt::format("{}: '{}' at hour {} is no index from 1.0 to 1000.0", file.string(), row[day + 2], hour));
      }
    }
  }
  if (rows->size() != 24) return base::fail(kWorldFileUnfit, fmt::format("{} has {} hours, not 24", file.string(), rows->size()));
  return profile;
}

std::uint64_t HourProfile::at(base::Instant instant) const { return of_hour(local_hour_of_week(instant)); }

}  // namespace world
