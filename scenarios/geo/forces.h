// Which police force an authority belongs to, and what the map says of it.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>

#include "reference/base/result.h"
#include "scenarios/geo/table.h"

namespace geo {

/// The PNC code of the force of an authority ("Cambridgeshire" or "Peterborough": "35"), by its own name or the name of its county.
class Forces {
 public:
  /// Errors:  kSourceUnreadable, kSourceUnfit.
  [[nodiscard]] static base::Result<Forces> read(const std::filesystem::path& file);
  /// Errors:  kSourceUnfit where the authority is unknown, or its districts belong to several forces.
  [[nodiscard]] base::Result<std::string> pnc_of(const std::string& authority) const;

 private:
  std::multimap<std::string, std::string> pnc_by_name_;
};

/// The outlines of the police areas. They are generalised, so they check and never decide.
class Areas {
 public:
  /// Errors:  kSourceUnreadable, kSourceUnfit.
  [[nodiscard]] static base::Result<Areas> read(const std::filesystem::path& file);
  Areas(Areas&&) noexcept;
  ~Areas();

  /// The PNC code of the area a point lies in; empty at sea or abroad.
  [[nodiscard]] std::string pnc_at(double latitude_deg, double longitude_deg) const;
  /// How far a point is from the nearest border of an area, in metres, on the plane that touches the point.
  [[nodiscard]] double metres_to_border(const std::string& pnc, double latitude_deg, double longitude_deg) const;

 private:
  struct Outlines;
  explicit Areas(std::unique_ptr<Outlines> outlines);
  std::unique_ptr<Outlines> outlines_;
};

}  // namespace geo
