#include "reports/outline.h"

#include <cmath>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "reports/embedded.h"

namespace reports {
namespace {

using Json = nlohmann::json;

constexpr double kUnitsPerDegree = 1'000, kCosineOf54 = 0.5877852522924731;
constexpr double kWest = -8.8, kNorth = 61.0;

enum class End { kOpen, kClosed };

/// Whole numbers, each point from the one before: short, and the same with every compiler. A line that is one point in them is none.
void append_line(std::string& path, const Json& line, End end) {
  long x = 0, y = 0;
  std::string drawn;
  std::size_t points = 0;
  for (const Json& position : line) {
    const Point point = projected(position[1].get<double>(), position[0].get<double>());
    const long to_x = std::lround(point.x), to_y = std::lround(point.y);
    if (points > 0 && to_x == x && to_y == y) continue;
    drawn += points++ == 0 ? fmt::format("M{} {}l", to_x, to_y) : fmt::format("{} {} ", to_x - x, to_y - y);
    x = to_x;
    y = to_y;
  }
  if (points < 2) return;
  drawn.back() = end == End::kClosed ? 'z' : ' ';
  path += drawn;
}

/// Both files hold one kind of geometry each: lines of positions, below as many arrays as `depth` says.
void append_lines(std::string& path, const Json& lines, int depth, End end) {
  for (const Json& part : lines) {
    if (depth > 0) append_lines(path, part, depth - 1, end);
    else append_line(path, part, end);
  }
}

std::string path_of(std::string_view geojson, int depth, End end) {
  std::string path;
  const Json document = Json::parse(geojson);
  for (const Json& feature : document["features"]) append_lines(path, feature["geometry"]["coordinates"], depth, end);
  return path;
}

}  // namespace

Point projected(double latitude, double longitude) {
  return {(longitude - kWest) * kCosineOf54 * kUnitsPerDegree, (kNorth - latitude) * kUnitsPerDegree};
}

const std::string& land_path() {
  static const std::string path = path_of(uk_outline(), 1, End::kClosed);
  return path;
}

const std::string& borders_path() {
  static const std::string path = path_of(police_borders(), 0, End::kOpen);
  return path;
}

}  // namespace reports
