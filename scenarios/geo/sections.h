// The carriageway sections of the strategic roads: where they are, which way they lead, and how many lanes they have.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "reference/base/result.h"
#include "scenarios/geo/count_points.h"
#include "scenarios/geo/distance.h"

namespace geo {

struct Section {
  std::string road;       ///< as count points name it: "M11", "A1(M)"
  std::string direction;  ///< "NB", "SB", "EB", "WB"
  int lanes = 0;
  int metres = 0;
  Place middle;
  int bearing_deg = 0;    ///< at the middle, the way the traffic goes
};

/// The main-carriageway sections of some roads, in the order of the file. Sections shorter than 200 m, single carriageways and those
/// without lanes are left out: nobody puts a pair of cameras there.
/// Errors:  kSourceUnreadable; kSourceUnfit for a value that is none, or a road without sections.
[[nodiscard]] base::Result<std::vector<Section>> read_sections(const std::filesystem::path& file, const std::vector<std::string>& roads);

/// A place where both directions of a road have a section: north or east bound, and the one opposite.
struct Carriageways {
  CountPoint point;   ///< at the first one's middle; numbered from 1, with the flow of the road's nearest count point
  Section there, back;
};

inline constexpr double kOppositeMetresMax = 400;
inline constexpr double kSpacingMetres = 1'500;   ///< between two places of one road

/// Pairs sections that lead opposite ways, at most kOppositeMetresMax apart, and keeps places that are kSpacingMetres apart.
/// Errors:  kSourceUnfit for a road without a pair, or without a count point to take its flow from.
[[nodiscard]] base::Result<std::vector<Carriageways>> pair_sections(const std::vector<Section>& sections,
                                                                    const std::vector<CountPoint>& points);

}  // namespace geo
