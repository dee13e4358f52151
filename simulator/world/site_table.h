// The site table that plumbline-geo compiles, read back.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "reference/base/result.h"
#include "simulator/world/world.h"

namespace world {

/// Speeds drivers choose on a road, whole km/h.
struct Speeds {
  std::uint32_t slowest;
  std::uint32_t fastest;
};

/// By the road's name: motorway ("M11", "A1(M)"), main road ("A14"), any other.
[[nodiscard]] Speeds speeds_of(std::string_view road);

/// Where a camera's road leads: the camera of the same direction that one passes next.
struct Onward {
  std::uint32_t camera = 0;  ///< index
  std::uint32_t metres = 0;
};

inline constexpr std::size_t kBodies = 5;

/// Two cameras a site, one a direction, in the order of the table: cameras 2i and 2i+1 stand at site i.
struct SiteTable {
  std::vector<Camera> cameras;
  std::vector<std::optional<Onward>> onward;  ///< one a camera
  std::vector<std::uint32_t> flow;            ///< one a site: vehicles of an average day, both directions together
  std::array<std::uint64_t, kBodies> flow_by_body{};   ///< in the order of Body, over all sites
  base::Duration wan_latency;
};

/// Reads the table; with `site_limit` the first so many sites, whose roads end where the left-out sites begin.
///
/// Shape:   a camera has at most one that leads to it, and no road runs in a circle.
/// Errors:  kWorldFileUnreadable; kWorldFileUnfit with the count point it stumbles over.
[[nodiscard]] base::Result<SiteTable> read_site_table(const std::filesystem::path& file, std::uint32_t site_limit);

}  // namespace world
