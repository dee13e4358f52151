#include "scenarios/geo/count_points.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <numeric>

namespace geo {
namespace {

std::vector<std::string> columns() {
  std::vector<std::string> names{"count_point_id", "year",      "local_authority_name", "road_name", "estimation_method",
                                 "latitude",       "longitude", "all_motor_vehicles"};
  for (const auto name : kVehicleClasses) names.emplace_back(name);
  return names;
}

base::Result<std::int32_t> degrees_e7(const Row& row, const std::string& column) {
  const auto& text = row.at(column);
  double value = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (fault != std::errc{} || end != text.data() + text.size() || std::abs(value) > 180) {
    return base::fail(kSourceUnfit, fmt::format("{} is '{}', not degrees", column, text));
  }
  return static_cast<std::int32_t>(std::llround(value * 1e7));
}

/// A number of the row that fits 32 bits; the first that does not is kept in `fault`.
std::uint32_t count_of(const Row& row, const std::string& column, base::Result<void>& fault) {
  const auto value = whole_number(row, column);
  if (value && *value >= 0 && *value <= UINT32_MAX) return static_cast<std::uint32_t>(*value);
  if (fault) fault = base::fail(kSourceUnfit, fmt::format("{} is '{}', not a count", column, row.at(column)));
  return 0;
}

base::Result<CountPoint> point_of(const Row& row) {
  CountPoint point;
  base::Result<void> fault;
  point.id = count_of(row, "count_point_id", fault);
  point.flow = count_of(row, "all_motor_vehicles", fault);
  for (std::size_t i = 0; i < kVehicleClasses.size(); ++i) point.flow_by_class[i] = count_of(row, std::string(kVehicleClasses[i]), fault);
  if (!fault) return tl::unexpected(fault.error());
  const auto latitude = degrees_e7(row, "latitude");
  if (!latitude) return tl::unexpected(latitude.error());
  const auto longitude = degrees_e7(row, "longitude");
  if (!longitude) return tl::unexpected(longitude.error());
  point.latitude_deg_e7 = *latitude;
  point.longitude_deg_e7 = *longitude;
  point.authority = row.at("local_authority_name");
  point.road = row.at("road_name");
  point.method = row.at("estimation_method");
  // Each class is a rounded estimate of its own: together they may be off by one a class.
  const auto sum = std::accumulate(point.flow_by_class.begin(), point.flow_by_class.end(), std::int64_t{0});
  if (std::abs(sum - point.flow) > std::int64_t{kVehicleClasses.size()}) {
    return base::fail(kSourceUnfit, fmt::format("the classes do not add up to all_motor_vehicles, {}", point.flow));
  }
  return point;
}

}  // namespace

base::Result<std::vector<CountPoint>> read_count_points(const std::filesystem::path& file, int year,
                                                        const std::vector<std::string>& authorities) {
  const auto rows = read_table(file, columns());
  if (!rows) return tl::unexpected(rows.error());
  std::vector<CountPoint> points;
  std::map<std::string, std::size_t> found;
  for (const auto& row : *rows) {
    const auto& authority = row.at("local_authority_name");
    if (row.at("year") != std::to_string(year) || std::find(authorities.begin(), authorities.end(), authority) == authorities.end())
      continue;
    auto point = point_of(row);
    if (!point) {
      return base::fail(kSourceUnfit, fmt::format("{}, count point {}: {}", file.string(), row.at("count_point_id"), point.error().detail));
    }
    ++found[authority];
    points.push_back(*std::move(point));
  }
  for (const auto& authority : authorities) {
    if (found[authority] == 0)
      return base::fail(kSourceUnfit, fmt::format("{} has no count point of {} in {}", file.string(), authority, year));
  }
  return points;
}

}  // namespace geo
