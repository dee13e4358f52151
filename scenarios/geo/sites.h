// Compiles map and traffic sources to a site table: all that a simulation needs to know of a county (docs/world.md).
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "reference/base/result.h"
#include "scenarios/geo/table.h"

namespace geo {

/// What a site table is compiled from.
struct Sources {
  std::string name;            ///< of the table: "cambridgeshire"
  std::filesystem::path aadf;  ///< DfT count points with their annual average daily flow
  std::filesystem::path sections;   ///< carriageway sections, whose middles are the sites then; empty: the count points are
  std::vector<std::string> roads;   ///< of which sections are taken
  int year = 2019;
  std::vector<std::string> authorities;  ///< each becomes a source, numbered from 1 in this order
  std::filesystem::path forces;          ///< authorities and their PNC codes
  std::filesystem::path areas;           ///< police areas, for the cross-check
  std::filesystem::path wan;
  std::string wan_from;
  std::string wan_to;
};

/// A gap between neighbours of a road that is not driven: there are other roads in it.
inline constexpr int kNeighbourMetresMax = 15'000;
/// As far as a generalised border may be off.
inline constexpr int kBorderMetres = 500;

/// The table as JSON, one site a line, with a line feed at the end. The same sources give the same bytes.
/// Errors:  kSourceUnreadable, kSourceUnfit.
[[nodiscard]] base::Result<std::string> compile_sites(const Sources& sources);

}  // namespace geo
