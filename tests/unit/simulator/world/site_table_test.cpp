#include "simulator/world/site_table.h"

#include <functional>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "simulator/world/source_file.h"
#include "tests/unit/simulator/world/temporary_file.h"

namespace {

using Json = nlohmann::json;

/// Two sites of one road, 5 km apart, that lead to each other.
Json small() {
  return Json::parse(R"({"format":"plumbline-sites","version":1,
    "vehicle_classes":["two_wheeled_motor_vehicles","cars_and_taxis","buses_and_coaches","lgvs","all_hgvs"],
    "wan":{"latency_ns":1340250},"sites":[
    {"count_point":7,"road":"A1","feed":"35","source":1,"latitude_deg_e7":521000000,"longitude_deg_e7":-1000000,"flow":2400,
     "flow_by_class":[24,2000,76,200,100],
     "directions":[{"nrd":1,"bearing_deg":0,"lanes":3,"next":9,"metres":5000},{"nrd":2,"bearing_deg":180}]},
    {"count_point":9,"road":"A1","feed":"35","source":1,"latitude_deg_e7":521400000,"longitude_deg_e7":-1000000,"flow":1200,
     "flow_by_class":[12,1000,38,100,50],
     "directions":[{"nrd":3,"bearing_deg":0},{"nrd":4,"bearing_deg":180,"next":7,"metres":5000}]}]})");
}

base::Result<world::SiteTable> read(const Json& json, std::uint32_t limit = 0) {
  const TemporaryFile file(json.dump());
  return world::read_site_table(file.path(), limit);
}

TEST(SiteTable, a_small_one) {
  const auto table = read(small());
  ASSERT_TRUE(table) << table.error().message();
  ASSERT_EQ(table->cameras.size(), 4u);
  EXPECT_EQ(table->cameras[2].text, "35-1-3");
  EXPECT_EQ(table->cameras[2].count_point, 9u);
  EXPECT_EQ(table->cameras[1].direction_deg, 180);
  EXPECT_EQ(table->cameras[0].recorded.text(), "52.1000000,-0.1000000");
  EXPECT_EQ(table->cameras[0].surveyed, table->cameras[0].recorded);
  EXPECT_EQ(table->wan_latency, base::nanoseconds(1'340'250));
  EXPECT_EQ(table->onward[0]->camera, 2u);
  EXPECT_EQ(table->onward[3]->camera, 1u);
  EXPECT_FALSE(table->onward[1]);
  EXPECT_EQ(table->flow, (std::vector<std::uint32_t>{2400, 1200}));
  EXPECT_EQ(table->flow_by_body, (std::array<std::uint64_t, 5>{36, 3000, 114, 300, 150}));
  EXPECT_EQ(table->cameras[0].lanes_there, 3U);
  EXPECT_EQ(table->cameras[1].lanes_there, 0U);
}

TEST(SiteTable, a_limit_ends_roads_where_the_rest_begins) {
  const auto table = read(small(), 1);
  ASSERT_TRUE(table) << table.error().message();
  EXPECT_EQ(table->cameras.size(), 2u);
  EXPECT_FALSE(table->onward[0]);
  EXPECT_EQ(read(small(), 50)->cameras.size(), 4u);
}

TEST(SiteTable, the_compiled_one) {
  const auto table = world::read_site_table(PLUMBLINE_SOURCE "/scenarios/data/sites/cambridgeshire.json", 0);
  ASSERT_TRUE(table) << table.error().message();
  EXPECT_EQ(table->cameras.size(), 920u);
  for (const auto& camera : table->cameras) EXPECT_EQ(camera.id.feed.text(), "35");
}

struct Bad {
  const char* what;
  std::function<void(Json&)> change;
};

TEST(SiteTable, misshapen_ones_are_refused_with_their_place) {
  const Bad kBad[] = {
      {"not a plumbline-sites table", [](Json& j) { j["version"] = 2; }},
      {"its vehicle classes are others", [](Json& j) { j["vehicle_classes"] = {"cars"}; }},
      {"flow_by_class has no number for each", [](Json& j) { j["sites"][1]["flow_by_class"] = {1}; }},
      {"count point 7: lanes is 9", [](Json& j) { j["sites"][0]["directions"][0]["lanes"] = 9; }},
      {"it has no sites", [](Json& j) { j["sites"] = Json::array(); }},
      {"latency_ns is 0", [](Json& j) { j["wan"]["latency_ns"] = 0; }},
      {"count point 9: feed_id_not_two_digits", [](Json& j) { j["sites"][1]["feed"] = "5"; }},
      {"count point 9: feed_id_unknown", [](Json& j) { j["sites"][1]["feed"] = "99"; }},
      {"count point 7: nrd is 10000", [](Json& j) { j["sites"][0]["directions"][0]["nrd"] = 10000; }},
      {"count point 7: bearing_deg is 360", [](Json& j) { j["sites"][0]["directions"][0]["bearing_deg"] = 360; }},
      {"count point 7: a site has two directions", [](Json& j) { j["sites"][0]["directions"].erase(1); }},
      {"count point 7: flow is \"many\"", [](Json& j) { j["sites"][0]["flow"] = "many"; }},
      {"count point 7: flow is -1", [](Json& j) { j["sites"][0]["flow"] = -1; }},
      {"count point 7: metres is 0", [](Json& j) { j["sites"][0]["directions"][0]["metres"] = 0; }},
      {"count point 7: it leads to a count point that is not in the table", [](Json& j) { j["sites"][0]["directions"][0]["next"] = 8; }},
      {"it stands in the table twice", [](Json& j) { j["sites"][1]["count_point"] = 7; }},
      {"two cameras are called 35-1-1", [](Json& j) { j["sites"][1]["directions"][0]["nrd"] = 1; }},
      {"a road runs in a circle", [](Json& j) { j["sites"][1]["directions"][0].update({{"next", 7}, {"metres", 10}}); }},
      {"two sites lead to camera 35-1-3",
       [](Json& j) {
         j["sites"].push_back(j["sites"][0]);
         j["sites"][2]["count_point"] = 11;
         j["sites"][2]["source"] = 2;
       }},
  };
  for (const auto& bad : kBad) {
    auto json = small();
    bad.change(json);
    const auto table = read(json);
    ASSERT_FALSE(table) << bad.what;
    EXPECT_EQ(table.error().kind, &world::kWorldFileUnfit);
    EXPECT_NE(table.error().detail.find(bad.what), std::string::npos) << table.error().detail;
  }
  const TemporaryFile file("{\"format\":");
  EXPECT_FALSE(world::read_site_table(file.path(), 0));
}

}  // namespace
