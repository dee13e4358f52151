// The count points of the Department for Transport: where traffic was counted, and how much.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "reference/base/result.h"
#include "scenarios/geo/table.h"

namespace geo {

/// The classes of motor vehicle that together are all of them.
inline constexpr std::array<std::string_view, 5> kVehicleClasses{"two_wheeled_motor_vehicles", "cars_and_taxis", "buses_and_coaches",
                                                                 "lgvs", "all_hgvs"};

/// Units:   positions in 1e-7 degree (WGS 84); flows in vehicles of an average day, both directions together.
struct CountPoint {
  std::uint32_t id = 0;
  std::string authority;
  std::string road;    ///< "A14", "A1(M)"; "C" and "U" stand for any classified or unclassified road without a name
  std::string method;  ///< "Counted" or "Estimated"
  std::int32_t latitude_deg_e7 = 0;
  std::int32_t longitude_deg_e7 = 0;
  std::array<std::uint32_t, kVehicleClasses.size()> flow_by_class{};
  std::uint32_t flow = 0;
};

/// Reads the count points of a year in some authorities, in the order of the file.
///
/// Errors:  kSourceUnreadable; kSourceUnfit for a value that is none, a flow that its classes do not add up to but for their
///          rounding, or an authority without points.
[[nodiscard]] base::Result<std::vector<CountPoint>> read_count_points(const std::filesystem::path& file, int year,
                                                                      const std::vector<std::string>& authorities);

}  // namespace geo
