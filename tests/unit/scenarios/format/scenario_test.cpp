#include "scenarios/format/scenario.h"

#include <filesystem>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "reference/base/hash.h"
#include "tests/unit/scenarios/format/main_job.h"

namespace {

using namespace main_job;

TEST(Scenario, the_main_job_reads_as_it_is_written) {
  const auto scenario = scenario::load_scenario(kFile);
  ASSERT_TRUE(scenario) << scenario.error().message();
  EXPECT_EQ(scenario->name, "cambridgeshire-hour");
  EXPECT_EQ(scenario->seed, 20190611u);
  EXPECT_EQ(scenario->fidelity, scenario::Fidelity::kFlow);
  EXPECT_EQ(scenario->wire.sampled_one_in, 1u);
  EXPECT_EQ(base::to_rfc3339(scenario->start), "2019-06-11T06:58:00.000000Z");
  EXPECT_EQ(scenario->phases.traffic, base::hours(1));
  EXPECT_EQ(scenario->phases.warm_up, base::minutes(2));
  EXPECT_EQ(scenario->world.of_interest_one_in, 100u);
  EXPECT_EQ(scenario->world.continues_percent, 60u);
  EXPECT_EQ(scenario->world.site_limit, 0u);
  EXPECT_EQ(scenario->world.sites, PLUMBLINE_SOURCE "/scenarios/data/sites/cambridgeshire.json");
  EXPECT_EQ(scenario->network.camera_uplink.bandwidth_bit_s, 20'000'000u);
  EXPECT_TRUE(scenario->network.wan_latency_from_sites);
  EXPECT_EQ(scenario->network.operator_link.latency, base::milliseconds(25));
  EXPECT_EQ(scenario->nas.servers, 4u);
  EXPECT_EQ(scenario->nas.restart, base::seconds(20));
  ASSERT_EQ(scenario->voi_lists.size(), 1u);
  EXPECT_EQ(scenario->voi_lists[0].rows, 2000u);
  ASSERT_EQ(scenario->operators.size(), 1u);
  EXPECT_EQ(scenario->operators[0].wants.lists, std::vector<std::string>{"35_*"});
  EXPECT_EQ(scenario->images.patches, 64u);
  EXPECT_TRUE(scenario->faults.empty());
  EXPECT_FALSE(scenario->drawn_faults);
  EXPECT_EQ(scenario->sha256, base::sha256_hex(text_of(kFile)));
  EXPECT_EQ(scenario->file, kFile);
}

TEST(Scenario, every_scenario_of_the_library_reads_and_is_named_as_its_file) {
  int count = 0;
  for (const auto* folder : {"clean", "faults", "degraded", "cases", "negative"}) {
    for (const auto& entry : std::filesystem::directory_iterator(std::filesystem::path(PLUMBLINE_SOURCE "/scenarios") / folder)) {
      const auto scenario = scenario::load_scenario(entry.path());
      ASSERT_TRUE(scenario) << scenario.error().message();
      EXPECT_EQ(scenario->name, entry.path().stem());
      EXPECT_GT(scenario->why.size(), 40u) << entry.path();
      ++count;
    }
  }
  EXPECT_GE(count, 18);
}

TEST(Scenario, faults_written_and_drawn) {
  const auto written = scenario::load_scenario(PLUMBLINE_SOURCE "/scenarios/faults/defects.json");
  ASSERT_TRUE(written) << written.error().message();
  ASSERT_EQ(written->faults.size(), 5u);
  EXPECT_EQ(written->faults[0].fault, "camera.clock");
  EXPECT_EQ(written->faults[0].on, base::seconds(20));
  EXPECT_EQ(written->faults[0].parameters.at("offset"), "+1 h");
  const auto text = changed([](Json& j) { j["faults"] = {{"drawn", {{"link.down", 2}, {"nas.crash", 1}}}}; });
  const auto drawn = scenario::parse_scenario(text, kFile);
  ASSERT_TRUE(drawn) << drawn.error().message();
  EXPECT_TRUE(drawn->faults.empty());
  ASSERT_TRUE(drawn->drawn_faults);
  EXPECT_EQ(drawn->drawn_faults->most.at("link.down"), 2u);
}

TEST(Scenario, a_sampled_wire_and_a_written_latency) {
  const auto scenario = scenario::parse_scenario(changed([](Json& j) {
                                                   j["wire"] = "sampled 1/64";
                                                   j["network"]["lea_wan"]["latency"] = "3 ms";
                                                 }),
                                                 kFile);
  ASSERT_TRUE(scenario) << scenario.error().message();
  EXPECT_EQ(scenario->wire.sampled_one_in, 64u);
  EXPECT_FALSE(scenario->network.wan_latency_from_sites);
  EXPECT_EQ(scenario->network.lea_wan.latency, base::milliseconds(3));
}

TEST(Scenario, who_is_told_of_which_hits) {
  const auto lists = scenario::load_scenario(PLUMBLINE_SOURCE "/scenarios/cases/5-lists.json");
  ASSERT_TRUE(lists) << lists.error().message();
  EXPECT_TRUE(lists->operators[0].wants.cameras.empty());
  EXPECT_EQ(lists->operators[1].wants.cameras, std::vector<std::string>{"35-1-1*"});
  EXPECT_TRUE(lists->operators[1].wants.actions.empty());
  EXPECT_EQ(lists->operators[2].wants.actions, std::vector<std::string>{"Stop"});
  EXPECT_TRUE(lists->lea.subscriptions.empty());
  EXPECT_EQ(lists->nas.front_ends, 1u);
  const auto lost = scenario::load_scenario(PLUMBLINE_SOURCE "/scenarios/degraded/front-end-lost.json");
  ASSERT_TRUE(lost) << lost.error().message();
  EXPECT_EQ(lost->nas.front_ends, 2u);
  ASSERT_EQ(lost->lea.subscriptions.size(), 1u);
  EXPECT_EQ(lost->lea.subscriptions[0].lea, "lea:35");
  EXPECT_EQ(lost->lea.subscriptions[0].wants.lists, std::vector<std::string>{"35_*"});
}

TEST(Scenario, what_people_do_and_what_cameras_send) {
  const auto scenario = scenario::load_scenario(PLUMBLINE_SOURCE "/scenarios/cases/2.3-metadata.json");
  ASSERT_TRUE(scenario) << scenario.error().message();
  EXPECT_EQ(scenario->world.lanes_one_in, 2u);
  EXPECT_EQ(scenario->world.aliases_one_in, 3u);
  EXPECT_EQ(scenario->world.presets_one_in, 4u);
  EXPECT_FALSE(scenario->world.records_unread);
  ASSERT_EQ(scenario->manual_entries.size(), 2u);
  EXPECT_EQ(scenario->manual_entries[0].lea, "lea:35");
  EXPECT_EQ(scenario->manual_entries[0].source, 900u);
  EXPECT_EQ(scenario->manual_entries[0].when.every, base::milliseconds(1500));
  EXPECT_EQ(scenario->manual_entries[0].when.count, 38u);
  ASSERT_EQ(scenario->sessions.size(), 4u);
  EXPECT_EQ(scenario->sessions[3].camera, "35-2-*");
  EXPECT_EQ(scenario->sessions[3].username, "PC77");
  EXPECT_EQ(scenario->sessions[3].off, base::seconds(55));
  const auto tests = scenario::load_scenario(PLUMBLINE_SOURCE "/scenarios/cases/2.1-connectivity-tests.json");
  ASSERT_TRUE(tests) << tests.error().message();
  ASSERT_EQ(tests->connectivity_tests.size(), 4u);
  EXPECT_EQ(tests->connectivity_tests[0].when.first, base::seconds(2));
  EXPECT_EQ(tests->voi_lists[0].also, (std::vector<std::string>{"QQ111QQQ", "QQQQQQQ"}));
}

TEST(Scenario, cameras_record_unread_passes_unless_it_says_otherwise) {
  const auto read = [](const std::function<void(Json&)>& change) { return scenario::parse_scenario(changed(change), kFile)->world; };
  EXPECT_FALSE(read([](Json&) {}).records_unread);
  EXPECT_EQ(read([](Json& j) { j["world"]["unread"] = "1/40"; }).unread_one_in, 40u);
  EXPECT_TRUE(read([](Json& j) { j["world"]["unread"] = "1/40"; }).records_unread);
  EXPECT_FALSE(read([](Json& j) {
                 j["world"]["unread"] = "1/40";
                 j["world"]["records_unread"] = false;
               }).records_unread);
}

TEST(Scenario, what_cameras_are_and_what_there_is_to_see) {
  const auto scenario = scenario::parse_scenario(changed([](Json& j) {
                                                   j["camera_classes"] = {{{"camera", "35-1-*"}, {"class", "cctv"}}};
                                                   j["turns"] = {
                                                       {{"camera", "35-1-3"}, {"to", "other direction"}, {"on", "5 s"}, {"off", "9 s"}}};
                                                   j["redeployments"] = {
                                                       {{"camera", "35-1-9"}, {"at", "1 min"}, {"to", "52.205101,-0.12184"}}};
                                                   j["images"] = {{"from", "drawn"}, {"geotags", "1/2"}};
                                                   j["world"]["vrm_layouts"] = {"prefix", "q"};
                                                   j["world"]["conditions"] = {{"light", "night"}, {"dirt", "20 %"}, {"detailed", "1/9"}};
                                                   j["world"]["misread"] = "1/50";
                                                 }),
                                                 kFile);
  ASSERT_TRUE(scenario) << scenario.error().message();
  EXPECT_EQ(scenario->camera_classes.at(0).camera_class, "cctv");
  EXPECT_EQ(scenario->turns.at(0).to, scenario::Aim::kOtherDirection);
  EXPECT_EQ(scenario->turns.at(0).off, base::seconds(9));
  EXPECT_EQ(scenario->redeployments.at(0).to.latitude_deg_e7, 522'051'010);
  EXPECT_EQ(scenario->redeployments.at(0).to.longitude_deg_e7, -1'218'400);
  EXPECT_EQ(scenario->images.from, scenario::Images::kDrawn);
  EXPECT_EQ(scenario->images.geotags_one_in, 2U);
  EXPECT_EQ(scenario->world.vrm_layouts, (std::vector<std::string>{"prefix", "q"}));
  EXPECT_EQ(scenario->world.conditions.light, scenario::Light::kNight);
  EXPECT_EQ(scenario->world.conditions.weather, scenario::Weather::kDry);
  EXPECT_EQ(scenario->world.conditions.dirt_percent, 20U);
  EXPECT_EQ(scenario->world.conditions.detailed_one_in, 9U);
  EXPECT_EQ(scenario->world.misread_one_in, 50U);
}

}  // namespace
