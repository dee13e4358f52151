// The way from a force's place in a wide-area network to the national site, and how long it takes.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "reference/base/result.h"
#include "scenarios/geo/table.h"

namespace geo {

/// How `Way::latency_ns` follows from the path, in words, for the site table.
inline constexpr std::string_view kWanFormula =
    "sum over hops of great_circle_km * 1.5 (fibre follows no great circle) / 200 km per ms, plus 0.25 ms for each node of the path";

/// Units:   latency one way, nanoseconds; length in metres, great circle by great circle.
struct Way {
  std::vector<std::string> path;
  std::int64_t metres = 0;
  std::int64_t latency_ns = 0;
};

/// Finds the shortest way by great_circle_km over a topology of the Internet Topology Zoo, turned into JSON.
///
/// Errors:  kSourceUnreadable; kSourceUnfit where it is no such topology, a place is not in it, or no way leads there over located links.
[[nodiscard]] base::Result<Way> shortest_way(const std::filesystem::path& topology, const std::string& from, const std::string& to);

}  // namespace geo
