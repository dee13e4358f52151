// The committed site table is what its sources compile to, and its sources are checked.
#include "scenarios/geo/sites.h"

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <map>
#include <set>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "scenarios/geo/count_points.h"
#include "scenarios/geo/forces.h"
#include "scenarios/geo/wan.h"

namespace {

using Json = nlohmann::json;

const std::filesystem::path kData = PLUMBLINE_SOURCE "/scenarios/data";

geo::Sources cambridgeshire() {
  return {.name = "cambridgeshire",
          .aadf = kData / "dft_aadf/aadf_2019.csv",
          .year = 2019,
          .authorities = {"Cambridgeshire", "Peterborough"},
          .forces = kData / "police_forces/lad_to_police_force.csv",
          .areas = kData / "police_forces/police_force_areas.geojson",
          .wan = kData / "janet/janetbackbone.json",
          .wan_from = "EastNet",
          .wan_to = "LMN"};
}

geo::Sources strategic() {
  geo::Sources sources = cambridgeshire();
  sources.name = "cambridgeshire-strategic";
  sources.sections = kData / "nh_srn/sections_cambs.csv";
  sources.roads = {"M11", "A1(M)", "A14", "A11"};
  return sources;
}

const std::string& compiled() {
  static const std::string text = [] {
    auto table = geo::compile_sites(cambridgeshire());
    EXPECT_TRUE(table) << table.error().message();
    return table.value_or("");
  }();
  return text;
}

TEST(Sites, the_committed_table_is_what_the_sources_compile_to) {
  std::ifstream file(kData / "sites/cambridgeshire.json", std::ios::binary);
  const std::string committed{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  ASSERT_FALSE(committed.empty());
  EXPECT_TRUE(committed == compiled()) << "make it again: docs/world.md has the command";
  EXPECT_LT(committed.size(), 500'000u);
}

TEST(Sites, the_committed_table_of_a_city_is_what_the_sources_compile_to) {
  geo::Sources sources = cambridgeshire();
  sources.name = "peterborough";
  sources.authorities = {"Peterborough"};
  std::ifstream file(kData / "sites/peterborough.json", std::ios::binary);
  const std::string committed{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  EXPECT_TRUE(committed == geo::compile_sites(sources).value_or("")) << "make it again: docs/world.md has the command";
}

TEST(Sites, the_committed_table_of_strategic_roads_is_what_the_sources_compile_to) {
  const auto table = geo::compile_sites(strategic());
  ASSERT_TRUE(table) << table.error().message();
  std::ifstream file(kData / "sites/cambridgeshire-strategic.json", std::ios::binary);
  const std::string committed{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  EXPECT_TRUE(committed == *table) << "make it again: docs/world.md has the command";
}

TEST(Sites, sections_give_directions_their_lanes_and_lead_opposite_ways) {
  const auto table = Json::parse(geo::compile_sites(strategic()).value_or("{}"));
  ASSERT_EQ(table.at("sites").size(), 68U);
  for (const auto& site : table.at("sites")) {
    const auto& directions = site.at("directions");
    for (const auto& direction : directions) {
      EXPECT_EQ(direction.at("bearing_basis"), "section");
      EXPECT_GE(direction.at("lanes").get<int>(), 2);
      EXPECT_LE(direction.at("lanes").get<int>(), 4);
    }
    const int apart = std::abs(directions[0].at("bearing_deg").get<int>() - directions[1].at("bearing_deg").get<int>());
    EXPECT_NEAR(apart, 180, 30) << site.dump();
  }
}

TEST(Sites, sections_of_a_road_that_is_not_there_are_refused) {
  geo::Sources sources = strategic();
  sources.roads = {"M99"};
  const auto table = geo::compile_sites(sources);
  ASSERT_FALSE(table);
  EXPECT_NE(table.error().detail.find("has no section of M99"), std::string::npos) << table.error().detail;
}

TEST(Sites, every_count_point_has_two_cameras_with_ids_of_their_own) {
  const auto table = Json::parse(compiled());
  ASSERT_EQ(table.at("sites").size(), 460u);
  std::set<std::pair<int, int>> ids;
  std::map<std::string, std::set<int>> sources;
  for (const auto& site : table.at("sites")) {
    EXPECT_EQ(site.at("feed"), "35");
    sources[site.at("authority").get<std::string>()].insert(site.at("source").get<int>());
    ASSERT_EQ(site.at("directions").size(), 2u);
    const int up = site.at("directions")[0].at("bearing_deg").get<int>();
    for (const auto& direction : site.at("directions")) {
      EXPECT_TRUE(ids.emplace(site.at("source").get<int>(), direction.at("nrd").get<int>()).second);
      EXPECT_EQ(direction.contains("next"), direction.contains("metres"));
      EXPECT_LT(direction.at("bearing_deg").get<int>(), 360);
    }
    if (site.at("directions")[0].at("bearing_basis") == "nominal") {
      EXPECT_EQ(up % 45, 0);
      EXPECT_EQ(site.at("directions")[1].at("bearing_deg").get<int>(), up + 180);
    }
  }
  EXPECT_EQ(ids.size(), 920u);
  EXPECT_EQ(sources, (std::map<std::string, std::set<int>>{{"Cambridgeshire", {1}}, {"Peterborough", {2}}}));
}

TEST(Sites, roads_without_a_name_lead_nowhere_and_the_way_back_is_as_long) {
  const auto table = Json::parse(compiled());
  std::map<std::uint32_t, Json> by_point;
  for (const auto& site : table.at("sites")) by_point[site.at("count_point").get<std::uint32_t>()] = site;
  int followed = 0;
  for (const auto& [id, site] : by_point) {
    const auto road = site.at("road").get<std::string>();
    for (std::size_t side = 0; side < 2; ++side) {
      const auto& direction = site.at("directions")[side];
      if (!direction.contains("next")) continue;
      ++followed;
      EXPECT_FALSE(road == "C" || road == "U") << id;
      const auto& next = by_point.at(direction.at("next").get<std::uint32_t>());
      EXPECT_EQ(next.at("directions")[1 - side].at("next"), id);
      EXPECT_EQ(next.at("directions")[1 - side].at("metres"), direction.at("metres"));
      EXPECT_LE(direction.at("metres").get<int>(), geo::kNeighbourMetresMax);
    }
  }
  EXPECT_GT(followed, 400);
}

TEST(Sites, the_map_agrees_but_for_two_points_at_the_border) {
  const auto check = Json::parse(compiled()).at("cross_check");
  EXPECT_EQ(check.at("agree"), 458);
  EXPECT_EQ(check.at("disagree_within_500_m_of_border"), 2);
  EXPECT_EQ(check.at("disagree_farther"), 0);
  EXPECT_EQ(check.at("disagreeing").size(), 2u);
}

TEST(CountPoints, classes_and_positions_are_read) {
  const auto points = geo::read_count_points(kData / "dft_aadf/aadf_2019.csv", 2019, {"Peterborough"});
  ASSERT_TRUE(points) << points.error().message();
  EXPECT_EQ(points->size(), 120u);
  const auto all = geo::read_count_points(kData / "dft_aadf/aadf_2019.csv", 2019, {"Cambridgeshire"});
  EXPECT_EQ(all->front().id, 6081u);
  EXPECT_EQ(all->front().road, "A1");
  EXPECT_EQ(all->front().flow, 48'601u);
  EXPECT_EQ(all->front().latitude_deg_e7, 525'612'580);
  EXPECT_EQ(all->front().longitude_deg_e7, -3'743'963);
  EXPECT_EQ(all->front().flow_by_class[1], 33'531u);
}

TEST(CountPoints, what_is_not_there_is_named) {
  const auto file = kData / "dft_aadf/aadf_2019.csv";
  EXPECT_EQ(geo::read_count_points(file, 2019, {"Atlantis"}).error().kind, &geo::kSourceUnfit);
  EXPECT_EQ(geo::read_count_points(file, 1066, {"Peterborough"}).error().kind, &geo::kSourceUnfit);
  EXPECT_EQ(geo::read_count_points(kData / "none.csv", 2019, {"Peterborough"}).error().kind, &geo::kSourceUnreadable);
  const auto other = geo::read_count_points(kData / "vehicles/makes.csv", 2019, {"Peterborough"});
  ASSERT_FALSE(other);
  EXPECT_NE(other.error().detail.find("has no column count_point_id"), std::string::npos);
}

TEST(CountPoints, only_the_driver_that_was_asked_for_opens_a_file) {
  EXPECT_EQ(geo::read_table(kData / "police_forces/police_force_areas.geojson", {"pnc_id"}).error().kind, &geo::kSourceUnreadable);
  EXPECT_FALSE(geo::Areas::read(kData / "vehicles/makes.csv"));
}

TEST(Forces, by_district_and_by_county) {
  const auto forces = geo::Forces::read(kData / "police_forces/lad_to_police_force.csv");
  ASSERT_TRUE(forces) << forces.error().message();
  EXPECT_EQ(*forces->pnc_of("Cambridgeshire"), "35");
  EXPECT_EQ(*forces->pnc_of("Peterborough"), "35");
  EXPECT_EQ(*forces->pnc_of("Leeds"), "13");
  EXPECT_FALSE(forces->pnc_of("Atlantis"));
}

TEST(Areas, inside_outside_and_how_far) {
  const auto areas = geo::Areas::read(kData / "police_forces/police_force_areas.geojson");
  ASSERT_TRUE(areas) << areas.error().message();
  EXPECT_EQ(areas->pnc_at(52.2053, 0.1218), "35");   // Cambridge
  EXPECT_EQ(areas->pnc_at(53.8008, -1.5491), "13");  // Leeds
  EXPECT_EQ(areas->pnc_at(56.0, 3.0), "");           // the North Sea
  EXPECT_GT(areas->metres_to_border("35", 52.2053, 0.1218), 5'000);
  EXPECT_LT(areas->metres_to_border("35", 52.2053, 0.1218), 30'000);
}

TEST(Wan, the_shortest_way_and_its_latency) {
  const auto way = geo::shortest_way(kData / "janet/janetbackbone.json", "EastNet", "LMN");
  ASSERT_TRUE(way) << way.error().message();
  EXPECT_EQ(way->path, (std::vector<std::string>{"EastNet", "London", "LMN"}));
  EXPECT_EQ(way->metres, 78'700);
  EXPECT_EQ(way->latency_ns, 590'250 + 3 * 250'000);  // 78.7 km * 1.5 / 200 km per ms, and three nodes
  const auto leeds = geo::shortest_way(kData / "janet/janetbackbone.json", "EastNet", "Warrington");
  EXPECT_EQ(leeds->path, (std::vector<std::string>{"EastNet", "Leeds", "Warrington"}));
}

TEST(Wan, no_way_and_no_node) {
  const auto topology = kData / "janet/janetbackbone.json";
  EXPECT_EQ(geo::shortest_way(topology, "EastNet", "Dublin").error().detail, "no located link leads from EastNet to Dublin");
  EXPECT_EQ(geo::shortest_way(topology, "EastNet", "Paris").error().detail, "no node is called Paris");
  EXPECT_EQ(geo::shortest_way(kData / "vehicles/makes.csv", "EastNet", "LMN").error().kind, &geo::kSourceUnfit);
}

TEST(Attributions, are_lines_that_a_report_can_print) {
  std::ifstream file(kData / "attributions.json");
  const auto json = Json::parse(file);
  EXPECT_EQ(json.at("format"), "plumbline-attributions");
  ASSERT_GE(json.at("lines").size(), 3u);
  for (const auto& line : json.at("lines")) EXPECT_GT(line.get<std::string>().size(), 20u);
}

}  // namespace
