#include "scenarios/geo/chain.h"

#include <algorithm>

namespace geo {
namespace {

using Order = std::vector<std::size_t>;

/// The place with the greatest distance from the middle of all: an end of the road.
std::size_t outermost(const std::vector<Place>& places) {
  Place middle;
  for (const auto& place : places) {
    middle.latitude += place.latitude / static_cast<double>(places.size());
    middle.longitude += place.longitude / static_cast<double>(places.size());
  }
  const auto nearer = [&](const Place& a, const Place& b) { return metres_between(a, middle) < metres_between(b, middle); };
  return static_cast<std::size_t>(std::max_element(places.begin(), places.end(), nearer) - places.begin());
}

Order nearest_neighbours(const std::vector<Place>& places) {
  Order order{outermost(places)};
  std::vector<std::size_t> left;
  for (std::size_t i = 0; i < places.size(); ++i) {
    if (i != order.front()) left.push_back(i);
  }
  while (!left.empty()) {
    const Place here = places[order.back()];
    const auto next = std::min_element(left.begin(), left.end(), [&](std::size_t a, std::size_t b) {
      return metres_between(here, places[a]) < metres_between(here, places[b]);
    });
    order.push_back(*next);
    left.erase(next);
  }
  return order;
}

/// What turning the piece [first, last] round saves, in metres. At an end of the way there is only one gap to change.
double saved(const std::vector<Place>& places, const Order& order, std::size_t first, std::size_t last) {
  const auto gap = [&](std::size_t a, std::size_t b) { return metres_between(places[order[a]], places[order[b]]); };
  double gain = 0;
  if (first > 0) gain += gap(first - 1, first) - gap(first - 1, last);
  if (last + 1 < order.size()) gain += gap(last, last + 1) - gap(first, last + 1);
  return gain;
}

bool shorten(const std::vector<Place>& places, Order& order) {
  for (std::size_t first = 0; first + 1 < order.size(); ++first) {
    for (std::size_t last = first + 1; last < order.size(); ++last) {
      if (saved(places, order, first, last) > 1.0) {  // a metre: rounding must not make it turn pieces for ever
        std::reverse(order.begin() + static_cast<std::ptrdiff_t>(first), order.begin() + static_cast<std::ptrdiff_t>(last) + 1);
        return true;
      }
    }
  }
  return false;
}

}  // namespace

std::string road_of(std::string_view name) {
  if (name == "C" || name == "U") return {};
  return std::string(name.substr(0, name.find("(M)")));
}

std::vector<std::size_t> chain(const std::vector<Place>& places) {
  if (places.empty()) return {};
  Order order = nearest_neighbours(places);
  while (shorten(places, order)) {
  }
  return order;
}

}  // namespace geo
