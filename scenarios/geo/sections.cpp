#include "scenarios/geo/sections.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <set>

#include "scenarios/geo/chain.h"

namespace geo {
namespace {

constexpr int kMetresMin = 200;
constexpr std::string_view kDual = "Dual Carriageway";

/// "A1M" as count points write it: "A1(M)".
std::string as_counted(std::string road) {
  if (road.size() > 2 && road.back() == 'M') road = road.substr(0, road.size() - 1) + "(M)";
  return road;
}

base::Result<double> degrees(const Row& row, const std::string& column) {
  const std::string& text = row.at(column);
  double value = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (fault == std::errc{} && end == text.data() + text.size() && std::abs(value) <= 180) return value;
  return base::fail(kSourceUnfit, fmt::format("{} is '{}', not degrees", column, text));
}

base::Result<Section> section_of(const Row& row) {
  Section section;
  section.road = as_counted(row.at("road"));
  section.direction = row.at("direction");
  for (const auto& [column, to] :
       {std::pair{"lanes", &section.lanes}, {"length_m", &section.metres}, {"bearing_deg", &section.bearing_deg}}) {
    const auto value = whole_number(row, column);
    if (!value) return tl::unexpected(value.error());
    if (*value < 0 || *value > 1'000'000) return base::fail(kSourceUnfit, fmt::format("{} is {}", column, *value));
    *to = static_cast<int>(*value);
  }
  const auto latitude = degrees(row, "mid_lat"), longitude = degrees(row, "mid_lon");
  if (!latitude) return tl::unexpected(latitude.error());
  if (!longitude) return tl::unexpected(longitude.error());
  section.middle = {*latitude, *longitude};
  return section;
}

bool leads_out(const Section& section) { return section.direction == "NB" || section.direction == "EB"; }

bool is_opposite(const Section& there, const Section& back) {
  return back.road == there.road && back.direction == (there.direction == "NB" ? "SB" : "WB");
}

const Section* opposite(const Section& there, const std::vector<Section>& sections) {
  const Section* nearest = nullptr;
  for (const Section& back : sections) {
    if (!is_opposite(there, back)) continue;
    const double metres = metres_between(there.middle, back.middle);
    if (metres > kOppositeMetresMax) continue;
    if (nearest == nullptr || metres < metres_between(there.middle, nearest->middle)) nearest = &back;
  }
  return nearest;
}

Place place_of(const CountPoint& point) {
  return {static_cast<double>(point.latitude_deg_e7) / 1e7, static_cast<double>(point.longitude_deg_e7) / 1e7};
}

/// The count point of the same road that is nearest; null where the road has none.
const CountPoint* counted_near(const Section& section, const std::vector<CountPoint>& points) {
  const CountPoint* nearest = nullptr;
  for (const CountPoint& point : points) {
    if (road_of(point.road) != road_of(section.road)) continue;
    if (nearest == nullptr || metres_between(place_of(point), section.middle) < metres_between(place_of(*nearest), section.middle)) {
      nearest = &point;
    }
  }
  return nearest;
}

bool is_apart(const Section& section, const std::vector<Carriageways>& kept) {
  return std::none_of(kept.begin(), kept.end(), [&](const Carriageways& other) {
    return other.there.road == section.road && metres_between(other.there.middle, section.middle) < kSpacingMetres;
  });
}

CountPoint point_at(const Section& section, const CountPoint& counted, std::size_t number) {
  CountPoint point = counted;
  point.id = static_cast<std::uint32_t>(number);
  point.road = section.road;
  point.latitude_deg_e7 = static_cast<std::int32_t>(std::llround(section.middle.latitude * 1e7));
  point.longitude_deg_e7 = static_cast<std::int32_t>(std::llround(section.middle.longitude * 1e7));
  return point;
}

}  // namespace

base::Result<std::vector<Section>> read_sections(const std::filesystem::path& file, const std::vector<std::string>& roads) {
  const auto rows = read_table(file, {"road", "direction", "lanes", "carriageway", "length_m", "mid_lat", "mid_lon", "bearing_deg"});
  if (!rows) return tl::unexpected(rows.error());
  std::vector<Section> sections;
  std::set<std::string> found;
  for (const Row& row : *rows) {
    if (!row.at("carriageway").starts_with(kDual)) continue;
    auto section = section_of(row);
    if (!section) return base::fail(kSourceUnfit, fmt::format("{}, road {}: {}", file.string(), row.at("road"), section.error().detail));
    if (std::find(roads.begin(), roads.end(), section->road) == roads.end()) continue;
    if (section->metres < kMetresMin || section->lanes == 0) continue;
    found.insert(section->road);
    sections.push_back(*std::move(section));
  }
  for (const std::string& road : roads) {
    if (!found.contains(road)) return base::fail(kSourceUnfit, fmt::format("{} has no section of {}", file.string(), road));
  }
  return sections;
}

base::Result<std::vector<Carriageways>> pair_sections(const std::vector<Section>& sections, const std::vector<CountPoint>& points) {
  std::vector<Carriageways> kept;
  std::set<std::string> roads, paired;
  for (const Section& there : sections) {
    roads.insert(there.road);
    if (!leads_out(there) || !is_apart(there, kept)) continue;
    const Section* back = opposite(there, sections);
    if (back == nullptr) continue;
    const CountPoint* counted = counted_near(there, points);
    if (counted == nullptr) return base::fail(kSourceUnfit, "no count point gives the flow of " + there.road);
    kept.push_back({point_at(there, *counted, kept.size() + 1), there, *back});
    paired.insert(there.road);
  }
  for (const std::string& road : roads) {
    if (!paired.contains(road)) return base::fail(kSourceUnfit, "no two sections of " + road + " lead opposite ways");
  }
  return kept;
}

}  // namespace geo
