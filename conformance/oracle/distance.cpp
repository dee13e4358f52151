#include "conformance/oracle/distance.h"

#include <cmath>
#include <cstdlib>
#include <numbers>

#include <fmt/format.h>

namespace oracle {
namespace {

constexpr double kSemiMajor_m = 6'378'137.0;
constexpr double kFlattening = 1 / 298.257223563;
constexpr double kEccentricity2 = kFlattening * (2 - kFlattening);
constexpr double kRadians = std::numbers::pi / 180 / 1e7;   // of 1e-7 degree
constexpr std::int64_t kTurn_e7 = 3'600'000'000;

/// Of steps in 1e-7 degree, at a latitude in radians.
std::int64_t apart_mm(double latitude, double latitude_e7, double longitude_e7) {
  const double sine = std::sin(latitude);
  const double w2 = 1 - kEccentricity2 * sine * sine;
  const double across_m = kSemiMajor_m / std::sqrt(w2);                       // radius in the prime vertical
  const double along_m = across_m * (1 - kEccentricity2) / w2;                // radius in the meridian
  const double north_m = latitude_e7 * kRadians * along_m, east_m = longitude_e7 * kRadians * across_m * std::cos(latitude);
  return std::llround(std::hypot(north_m, east_m) * 1000);
}

}  // namespace

std::int64_t distance_mm(base::event::Position a, base::event::Position b) {
  const std::int64_t north = std::int64_t{b.latitude_deg_e7} - a.latitude_deg_e7;
  const std::int64_t round = std::llabs(std::int64_t{b.longitude_deg_e7} - a.longitude_deg_e7);
  const std::int64_t east = round > kTurn_e7 / 2 ? kTurn_e7 - round : round;
  const double middle = (static_cast<double>(a.latitude_deg_e7) + static_cast<double>(b.latitude_deg_e7)) / 2 * kRadians;
  return apart_mm(middle, static_cast<double>(north), static_cast<double>(east));
}

std::int64_t step_mm(base::event::Position at, std::int64_t latitude_step_e7, std::int64_t longitude_step_e7) {
  return apart_mm(at.latitude_deg_e7 * kRadians, static_cast<double>(latitude_step_e7), static_cast<double>(longitude_step_e7));
}

std::string metres(std::int64_t distance_mm) { return fmt::format("{}.{:03} m", distance_mm / 1000, distance_mm % 1000); }

}  // namespace oracle
