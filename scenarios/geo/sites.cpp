#include "scenarios/geo/sites.h"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <optional>
#include <tuple>

#include <nlohmann/json.hpp>

#include "reference/base/hash.h"
#include "scenarios/geo/chain.h"
#include "scenarios/geo/count_points.h"
#include "scenarios/geo/forces.h"
#include "scenarios/geo/sections.h"
#include "scenarios/geo/wan.h"

namespace geo {
namespace {

using Json = nlohmann::ordered_json;

/// One direction of a site. `next` is the count point that one drives to, 0 where the road is not followed.
struct Direction {
  int nrd = 0;
  int bearing = 0;
  bool chained = false;  ///< the bearing comes from a neighbour; otherwise it is nominal
  int lanes = 0;         ///< 0 where no source says
  std::uint32_t next = 0;
  int metres = 0;
};

struct Site {
  CountPoint point;
  std::string feed;
  int source = 0;
  Direction directions[2];  ///< up the chain, down the chain
  std::optional<Carriageways> carriageways;
};

Place place_of(const Site& site) {
  return {static_cast<double>(site.point.latitude_deg_e7) / 1e7, static_cast<double>(site.point.longitude_deg_e7) / 1e7};
}

void link(Site& here, Site& there) {
  const Place a = place_of(here);
  const Place b = place_of(there);
  const double metres = metres_between(a, b);
  if (metres < 1) return;  // two counts at one place have no course between them
  const int ahead = bearing_deg(a, b);
  here.directions[0].bearing = ahead;
  here.directions[0].chained = true;
  there.directions[1].bearing = (ahead + 180) % 360;
  there.directions[1].chained = true;
  if (metres > kNeighbourMetresMax) return;
  here.directions[0].next = there.point.id;
  here.directions[0].metres = static_cast<int>(metres + 0.5);
  there.directions[1].next = here.point.id;
  there.directions[1].metres = here.directions[0].metres;
}

/// The ends of a road look away from, or towards, their one neighbour; a site without neighbours gets one of four axes by its number.
void complete_bearings(Site& site) {
  auto& [up, down] = site.directions;
  if (!up.chained && !down.chained) {
    up.bearing = static_cast<int>(base::mix64(site.point.id) % 4) * 45;
    down.bearing = up.bearing + 180;
    return;
  }
  if (!up.chained) up.bearing = (down.bearing + 180) % 360;
  if (!down.chained) down.bearing = (up.bearing + 180) % 360;
  up.chained = down.chained = true;
}

int between(int a_deg, int b_deg) {
  const int apart = std::abs(a_deg - b_deg) % 360;
  return std::min(apart, 360 - apart);
}

/// Where sections are known, they say how a direction runs and how many lanes it has; the chain says which is which.
void follow_sections(Site& site) {
  if (!site.carriageways) return;
  const Section* up = &site.carriageways->there;
  const Section* down = &site.carriageways->back;
  if (between(up->bearing_deg, site.directions[0].bearing) > between(down->bearing_deg, site.directions[0].bearing)) std::swap(up, down);
  for (auto& [direction, section] : {std::pair{&site.directions[0], up}, {&site.directions[1], down}}) {
    direction->bearing = section->bearing_deg % 360;
    direction->lanes = section->lanes;
  }
}

/// Sites by road, in the order of driving; those of no named road after them, by count point.
std::vector<Site> by_road(std::vector<Site> sites) {
  std::map<std::string, std::vector<Site>> roads;
  std::vector<Site> loose;
  for (auto& site : sites) {
    const auto road = road_of(site.point.road);
    (road.empty() ? loose : roads[road]).push_back(std::move(site));
  }
  std::vector<Site> ordered;
  for (auto& [road, members] : roads) {
    std::sort(members.begin(), members.end(), [](const Site& a, const Site& b) { return a.point.id < b.point.id; });
    std::vector<Place> places;
    for (const auto& member : members) places.push_back(place_of(member));
    const std::size_t first = ordered.size();
    for (const std::size_t i : chain(places)) ordered.push_back(members[i]);
    for (std::size_t i = first; i + 1 < ordered.size(); ++i) link(ordered[i], ordered[i + 1]);
  }
  std::sort(loose.begin(), loose.end(),
            [](const Site& a, const Site& b) { return std::tie(a.point.road, a.point.id) < std::tie(b.point.road, b.point.id); });
  ordered.insert(ordered.end(), loose.begin(), loose.end());
  return ordered;
}

base::Result<std::vector<Site>> placed(const Sources& sources) {
  auto points = read_count_points(sources.aadf, sources.year, sources.authorities);
  if (!points) return tl::unexpected(points.error());
  std::vector<Site> sites;
  if (sources.sections.empty()) {
    for (auto& point : *points) sites.push_back({.point = std::move(point)});
    return sites;
  }
  const auto sections = read_sections(sources.sections, sources.roads);
  if (!sections) return tl::unexpected(sections.error());
  const auto pairs = pair_sections(*sections, *points);
  if (!pairs) return tl::unexpected(pairs.error());
  for (const Carriageways& pair : *pairs) sites.push_back({.point = pair.point, .carriageways = pair});
  return sites;
}

base::Result<std::vector<Site>> identified(std::vector<Site> sites, const Sources& sources, const Forces& forces) {
  for (Site& site : sites) {
    const auto feed = forces.pnc_of(site.point.authority);
    if (!feed) return tl::unexpected(feed.error());
    const auto authority = std::find(sources.authorities.begin(), sources.authorities.end(), site.point.authority);
    site.feed = *feed;
    site.source = static_cast<int>(authority - sources.authorities.begin()) + 1;
  }
  sites = by_road(std::move(sites));
  std::map<int, int> last_nrd;
  for (auto& site : sites) {
    complete_bearings(site);
    follow_sections(site);
    for (auto& direction : site.directions) direction.nrd = ++last_nrd[site.source];
  }
  for (const auto& [source, nrd] : last_nrd) {
    if (nrd > 9999)
      return base::fail(kSourceUnfit, fmt::format("source {} would have {} cameras, and an NRD ID ends at 9999", source, nrd));
  }
  return sites;
}

Json direction_json(const Direction& direction) {
  const char* basis = direction.lanes != 0 ? "section" : direction.chained ? "chain" : "nominal";
  Json json{{"nrd", direction.nrd}, {"bearing_deg", direction.bearing}, {"bearing_basis", basis}};
  if (direction.lanes != 0) json["lanes"] = direction.lanes;
  if (direction.next != 0) {
    json["next"] = direction.next;
    json["metres"] = direction.metres;
  }
  return json;
}

Json site_json(const Site& site) {
  Json directions = Json::array();
  for (const auto& direction : site.directions) directions.push_back(direction_json(direction));
  return {{"count_point", site.point.id},
          {"road", site.point.road},
          {"authority", site.point.authority},
          {"feed", site.feed},
          {"source", site.source},
          {"latitude_deg_e7", site.point.latitude_deg_e7},
          {"longitude_deg_e7", site.point.longitude_deg_e7},
          {"flow", site.point.flow},
          {"flow_by_class", site.point.flow_by_class},
          {"method", site.point.method},
          {"directions", directions}};
}

Json cross_check(const std::vector<Site>& sites, const Areas& areas) {
  int agree = 0;
  int near_border = 0;
  Json disagreeing = Json::array();
  for (const auto& site : sites) {
    const Place place = place_of(site);
    const auto by_map = areas.pnc_at(place.latitude, place.longitude);
    if (by_map == site.feed) {
      ++agree;
      continue;
    }
    const double metres = areas.metres_to_border(site.feed, place.latitude, place.longitude);
    if (metres < kBorderMetres) ++near_border;
    disagreeing.push_back({{"count_point", site.point.id},
                           {"by_authority", site.feed},
                           {"by_map", by_map},
                           {"metres_to_border", static_cast<int>(metres + 0.5)}});
  }
  return {{"agree", agree},
          {"disagree_within_500_m_of_border", near_border},
          {"disagree_farther", static_cast<int>(disagreeing.size()) - near_border},
          {"disagreeing", disagreeing}};
}

std::string write(const Sources& sources, const Way& way, const Json& check, const std::vector<Site>& sites) {
  const Json wan{{"from", sources.wan_from}, {"to", sources.wan_to},   {"path", way.path},
                 {"metres", way.metres},     {"formula", kWanFormula}, {"latency_ns", way.latency_ns}};
  std::string text = "{\"format\":\"plumbline-sites\",\"version\":1,\"name\":" + Json(sources.name).dump();
  text += fmt::format(",\"year\":{},\n\"vehicle_classes\":{},\n\"wan\":{},\n\"cross_check\":{},\n\"sites\":[", sources.year,
                      Json(kVehicleClasses).dump(), wan.dump(), check.dump());
  for (std::size_t i = 0; i < sites.size(); ++i) text += (i == 0 ? "\n" : ",\n") + site_json(sites[i]).dump();
  return text + "\n]}\n";
}

}  // namespace

base::Result<std::string> compile_sites(const Sources& sources) {
  auto places = placed(sources);
  if (!places) return tl::unexpected(places.error());
  const auto forces = Forces::read(sources.forces);
  if (!forces) return tl::unexpected(forces.error());
  const auto areas = Areas::read(sources.areas);
  if (!areas) return tl::unexpected(areas.error());
  const auto way = shortest_way(sources.wan, sources.wan_from, sources.wan_to);
  if (!way) return tl::unexpected(way.error());
  const auto sites = identified(*std::move(places), sources, *forces);
  if (!sites) return tl::unexpected(sites.error());
  return write(sources, *way, cross_check(*sites, *areas), *sites);
}

}  // namespace geo
