// What there is to see, and what the cameras of the scenario are.
#include <utility>

#include "scenarios/format/reader.h"

namespace scenario {
namespace {

std::uint32_t one_in_where_given(Reader& reader, const std::string& pointer) {
  return reader.find(pointer) != nullptr ? reader.one_in(pointer) : 0;
}

Conditions conditions_of(Reader& reader) {
  Conditions conditions;
  if (reader.find("/world/conditions") == nullptr) return conditions;
  const auto is = [&](const std::string& key, std::string_view word) {
    const std::string pointer = "/world/conditions/" + key;
    return reader.find(pointer) != nullptr && reader.text(pointer) == word;
  };
  if (is("light", "night")) conditions.light = Light::kNight;
  if (is("weather", "rain")) conditions.weather = Weather::kRain;
  if (reader.find("/world/conditions/dirt") != nullptr) conditions.dirt_percent = reader.percent("/world/conditions/dirt");
  conditions.detailed_one_in = one_in_where_given(reader, "/world/conditions/detailed");
  return conditions;
}

}  // namespace

World read_world(Reader& reader) {
  World world;
  world.sites = reader.path("/world/sites");
  world.hour_profile = reader.path("/world/hour_profile");
  world.makes = reader.path("/world/makes");
  world.colours = reader.path("/world/colours");
  if (reader.find("/world/memory_tags") != nullptr) world.memory_tags = reader.path("/world/memory_tags");
  world.vrm_layouts = {"never_issued"};
  if (const Json* layouts = reader.find("/world/vrm_layouts")) world.vrm_layouts = layouts->get<std::vector<std::string>>();
  world.of_interest_one_in = one_in_where_given(reader, "/world/of_interest");
  world.continues_percent = reader.percent("/world/continues");
  if (reader.find("/world/site_limit") != nullptr) world.site_limit = reader.count("/world/site_limit");
  world.unread_one_in = one_in_where_given(reader, "/world/unread");
  world.records_unread = world.unread_one_in != 0;
  if (const Json* records = reader.find("/world/records_unread")) world.records_unread = records->get<bool>();
  world.lanes_one_in = one_in_where_given(reader, "/world/lanes");
  world.aliases_one_in = one_in_where_given(reader, "/world/aliases");
  world.presets_one_in = one_in_where_given(reader, "/world/presets");
  world.abreast_one_in = one_in_where_given(reader, "/world/abreast");
  world.queueing_one_in = one_in_where_given(reader, "/world/queueing");
  world.misread_one_in = one_in_where_given(reader, "/world/misread");
  world.conditions = conditions_of(reader);
  return world;
}

void read_cameras(Reader& reader, Scenario& scenario) {
  for (std::size_t i = 0; i < reader.size("/camera_classes"); ++i) {
    scenario.camera_classes.push_back(
        {.camera = reader.text(nth("camera_classes", i, "camera")), .camera_class = reader.text(nth("camera_classes", i, "class"))});
  }
  for (std::size_t i = 0; i < reader.size("/turns"); ++i) {
    const bool away = reader.text(nth("turns", i, "to")) == "away";
    scenario.turns.push_back({.camera = reader.text(nth("turns", i, "camera")),
                              .to = away ? Aim::kAway : Aim::kOtherDirection,
                              .on = reader.duration(nth("turns", i, "on")),
                              .off = reader.duration(nth("turns", i, "off"))});
  }
  for (std::size_t i = 0; i < reader.size("/redeployments"); ++i) {
    scenario.redeployments.push_back({.camera = reader.text(nth("redeployments", i, "camera")),
                                      .at = reader.duration(nth("redeployments", i, "at")),
                                      .to = reader.position(nth("redeployments", i, "to"))});
  }
}

}  // namespace scenario
