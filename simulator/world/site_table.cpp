#include "simulator/world/site_table.h"

#include <map>
#include <set>

#include <nlohmann/json.hpp>

#include "simulator/world/source_file.h"

namespace world {
namespace {

using Json = nlohmann::json;

constexpr std::uint32_t kFlowMax = 1'000'000;
constexpr std::uint32_t kMetresMax = 100'000;
constexpr std::uint32_t kLanesMax = 8;
constexpr std::array<std::string_view, kBodies> kClasses{"two_wheeled_motor_vehicles", "cars_and_taxis", "buses_and_coaches", "lgvs",
                                                         "all_hgvs"};   // in the order of Body

/// What a value of the table may be, thrown across the parser below and caught in read_site_table.
struct Unfit {
  std::string why;
};

std::int64_t number(const Json& object, const char* key, std::int64_t least, std::int64_t most) {
  const auto& value = object.at(key);
  if (!value.is_number_integer() || value.get<std::int64_t>() < least || value.get<std::int64_t>() > most) {
    throw Unfit{
        fmt::format("{} is {}, not a whole number from {} to {}", key, value.is_structured() ? "no number" : value.dump(), least, most)};
  }
  return value.get<std::int64_t>();
}

template <class T>
T valid(base::Result<T> result) {
  if (!result) throw Unfit{result.error().message()};
  return *std::move(result);
}

Camera camera_of(const Json& site, const Json& direction) {
  const auto feed = valid(domain::FeedId::make(site.at("feed").get<std::string>()));
  const auto source = valid(domain::SourceId::make(number(site, "source", 1, 9999), domain::kSourceIdOutOfRange));
  const auto nrd = valid(domain::NrdId::make(number(direction, "nrd", 1, 9999), domain::kNrdIdOutOfRange));
  const auto latitude = static_cast<std::int32_t>(number(site, "latitude_deg_e7", -900'000'000, 900'000'000));
  const auto longitude = static_cast<std::int32_t>(number(site, "longitude_deg_e7", -1'800'000'000, 1'800'000'000));
  const auto location = valid(domain::Location::make(latitude, longitude));
  const domain::CameraId id{feed, source, nrd};
  return {.id = id,
          .text = id.text(),
          .camera_class = domain::CameraClass::kStatic,
          .recorded = location,
          .surveyed = location,
          .direction_deg = static_cast<std::int16_t>(number(direction, "bearing_deg", 0, 359)),
          .road = site.at("road").get<std::string>(),
          .count_point = static_cast<std::uint32_t>(number(site, "count_point", 1, UINT32_MAX)),
          .lanes_there = direction.contains("lanes") ? static_cast<std::uint32_t>(number(direction, "lanes", 1, kLanesMax)) : 0};
}

void add_site(SiteTable& table, const Json& site) {
  const auto& directions = site.at("directions");
  if (directions.size() != 2) throw Unfit{"a site has two directions"};
  for (const auto& direction : directions) table.cameras.push_back(camera_of(site, direction));
  table.flow.push_back(static_cast<std::uint32_t>(number(site, "flow", 0, kFlowMax)));
  const auto& by_class = site.at("flow_by_class");
  if (by_class.size() != kBodies) throw Unfit{"flow_by_class has no number for each vehicle class"};
  for (std::size_t i = 0; i < kBodies; ++i) table.flow_by_body[i] += by_class[i].get<std::uint32_t>();
}

/// Sites by count point, of the whole file: a road may lead to a site that is left out, not to one that is not there.
std::map<std::int64_t, std::uint32_t> places(const Json& sites) {
  std::map<std::int64_t, std::uint32_t> index;
  for (std::uint32_t i = 0; i < sites.size(); ++i) {
    if (!index.emplace(number(sites[i], "count_point", 1, UINT32_MAX), i).second) throw Unfit{"it stands in the table twice"};
  }
  return index;
}

void add_onward(SiteTable& table, const Json& site, const std::map<std::int64_t, std::uint32_t>& index) {
  for (std::uint32_t side = 0; side < 2; ++side) {
    const auto& direction = site.at("directions")[side];
    table.onward.emplace_back();
    if (!direction.contains("next")) continue;
    const auto next = index.find(number(direction, "next", 1, UINT32_MAX));
    if (next == index.end()) throw Unfit{"it leads to a count point that is not in the table"};
    const auto metres = static_cast<std::uint32_t>(number(direction, "metres", 1, kMetresMax));
    if (next->second < table.flow.size()) table.onward.back() = Onward{next->second * 2 + side, metres};
  }
}

void check_roads(const SiteTable& table) {
  std::set<std::uint32_t> led_to;
  for (const auto& onward : table.onward) {
    if (onward && !led_to.insert(onward->camera).second) throw Unfit{"two sites lead to camera " + table.cameras[onward->camera].text};
  }
  // With one way in and one way out, a road is a circle or has a beginning: all that a beginning does not reach is in a circle.
  std::size_t reached = 0;
  for (std::uint32_t camera = 0; camera < table.cameras.size(); ++camera) {
    if (led_to.contains(camera)) continue;
    for (std::optional<Onward> here = Onward{camera, 0}; here; here = table.onward[here->camera]) ++reached;
  }
  if (reached != table.cameras.size()) throw Unfit{"a road runs in a circle"};
  std::set<std::string> ids;
  for (const auto& camera : table.cameras) {
    if (!ids.insert(camera.text).second) throw Unfit{"two cameras are called " + camera.text};
  }
}

SiteTable table_of(const Json& json, std::uint32_t site_limit, std::string& place) {
  if (json.at("format") != "plumbline-sites" || json.at("version") != 1) throw Unfit{"it is not a plumbline-sites table of version 1"};
  if (json.at("vehicle_classes").get<std::vector<std::string>>() != std::vector<std::string>(kClasses.begin(), kClasses.end())) {
    throw Unfit{"its vehicle classes are others"};
  }
  SiteTable table;
  table.wan_latency = base::nanoseconds(number(json.at("wan"), "latency_ns", 1, 1'000'000'000));
  const auto& sites = json.at("sites");
  if (!sites.is_array() || sites.empty()) throw Unfit{"it has no sites"};
  const auto index = places(sites);
  const std::size_t count = site_limit == 0 ? sites.size() : std::min<std::size_t>(site_limit, sites.size());
  const auto each = [&](const auto& visit) {
    for (std::size_t i = 0; i < count; ++i) {
      place = fmt::format(", count point {}", sites[i].at("count_point").dump());
      visit(sites[i]);
    }
  };
  each([&](const Json& site) { add_site(table, site); });
  each([&](const Json& site) { add_onward(table, site, index); });
  place.clear();
  check_roads(table);
  return table;
}

}  // namespace

Speeds speeds_of(std::string_view road) {
  if (road.starts_with('M') || road.find("(M)") != std::string_view::npos) return {90, 115};
  if (road.starts_with('A')) return {60, 100};
  return {40, 70};
}

base::Result<SiteTable> read_site_table(const std::filesystem::path& file, std::uint32_t site_limit) {
  const auto text = read_file(file);
  if (!text) return tl::unexpected(text.error());
  std::string place;
  try {
    return table_of(Json::parse(*text), site_limit, place);
  } catch (const Unfit& unfit) {
    return base::fail(kWorldFileUnfit, fmt::format("{}{}: {}", file.string(), place, unfit.why));
  } catch (const Json::exception& fault) {
    return base::fail(kWorldFileUnfit, fmt::format("{}{}: {}", file.string(), place, fault.what()));
  }
}

}  // namespace world
