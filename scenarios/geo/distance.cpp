#include "scenarios/geo/distance.h"

#include <cmath>
#include <numbers>

namespace geo {
namespace {

double radians(double degrees) { return degrees * std::numbers::pi / 180; }

}  // namespace

double metres_between(Place a, Place b) {
  const double up = std::sin(radians(b.latitude - a.latitude) / 2);
  const double across = std::sin(radians(b.longitude - a.longitude) / 2);
  const double h = up * up + std::cos(radians(a.latitude)) * std::cos(radians(b.latitude)) * across * across;
  return 2 * kEarthRadiusMetres * std::asin(std::sqrt(h));
}

int bearing_deg(Place a, Place b) {
  const double turn = radians(b.longitude - a.longitude);
  const double east = std::sin(turn) * std::cos(radians(b.latitude));
  const double north = std::cos(radians(a.latitude)) * std::sin(radians(b.latitude)) -
                       std::sin(radians(a.latitude)) * std::cos(radians(b.latitude)) * std::cos(turn);
  const long degrees = std::lround(std::atan2(east, north) * 180 / std::numbers::pi);
  return static_cast<int>((degrees + 360) % 360);
}

}  // namespace geo
