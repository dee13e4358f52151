#include "scenarios/geo/forces.h"

#include <cmath>
#include <limits>
#include <numbers>

#include "scenarios/geo/distance.h"
#include "scenarios/geo/ogr.h"

namespace geo {

base::Result<Forces> Forces::read(const std::filesystem::path& file) {
  const auto rows = read_table(file, {"lad_name", "county", "pnc_id"});
  if (!rows) return tl::unexpected(rows.error());
  Forces forces;
  for (const auto& row : *rows) {
    forces.pnc_by_name_.emplace(row.at("lad_name"), row.at("pnc_id"));
    if (!row.at("county").empty()) forces.pnc_by_name_.emplace(row.at("county"), row.at("pnc_id"));
  }
  return forces;
}

base::Result<std::string> Forces::pnc_of(const std::string& authority) const {
  const auto [first, last] = pnc_by_name_.equal_range(authority);
  if (first == last) return base::fail(kSourceUnfit, fmt::format("no force is known of {}", authority));
  for (auto it = first; it != last; ++it) {
    if (it->second != first->second) return base::fail(kSourceUnfit, fmt::format("{} belongs to several forces", authority));
  }
  return first->second;
}

struct Areas::Outlines {
  std::map<std::string, std::unique_ptr<OGRGeometry>> by_pnc;
};

Areas::Areas(std::unique_ptr<Outlines> outlines) : outlines_(std::move(outlines)) {}
Areas::Areas(Areas&&) noexcept = default;
Areas::~Areas() = default;

base::Result<Areas> Areas::read(const std::filesystem::path& file) {
  const auto dataset = open_vectors(file, "GeoJSON");
  OGRLayer* layer = dataset == nullptr ? nullptr : dataset->GetLayer(0);
  if (layer == nullptr) return base::fail(kSourceUnreadable, file.string());
  if (layer->GetLayerDefn()->GetFieldIndex("pnc_id") < 0) return base::fail(kSourceUnfit, file.string() + " has no property pnc_id");
  auto outlines = std::make_unique<Outlines>();
  for (const auto& feature : *layer) {
    const OGRGeometry* geometry = feature->GetGeometryRef();
    if (geometry == nullptr) return base::fail(kSourceUnfit, file.string() + " has an area without a geometry");
    outlines->by_pnc[feature->GetFieldAsString("pnc_id")].reset(geometry->clone());
  }
  return Areas(std::move(outlines));
}

std::string Areas::pnc_at(double latitude_deg, double longitude_deg) const {
  const OGRPoint point(longitude_deg, latitude_deg);
  for (const auto& [pnc, outline] : outlines_->by_pnc) {
    if (outline->Contains(&point)) return pnc;
  }
  return {};
}

double Areas::metres_to_border(const std::string& pnc, double latitude_deg, double longitude_deg) const {
  const auto found = outlines_->by_pnc.find(pnc);
  if (found == outlines_->by_pnc.end()) return std::numeric_limits<double>::infinity();
  // Onto a plane in metres around the point: borders within a few kilometres keep their distance to better than a metre.
  struct ToMetres : OGRDefaultGeometryVisitor {
    using OGRDefaultGeometryVisitor::visit;
    double latitude, longitude;
    ToMetres(double lat, double lon) : latitude(lat), longitude(lon) {}
    void visit(OGRPoint* p) override {
      const double metres_per_degree = kEarthRadiusMetres * std::numbers::pi / 180;
      p->setX((p->getX() - longitude) * metres_per_degree * std::cos(latitude * std::numbers::pi / 180));
      p->setY((p->getY() - latitude) * metres_per_degree);
    }
  };
  const std::unique_ptr<OGRGeometry> border(found->second->Boundary());
  ToMetres to_metres(latitude_deg, longitude_deg);
  border->accept(&to_metres);
  const OGRPoint here(0, 0);
  return border->Distance(&here);
}

}  // namespace geo
