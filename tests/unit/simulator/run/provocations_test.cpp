// What a run tells and sends where its scenario has people test, type and sign on, and where marks cannot be read.
#include "simulator/run/provocations.h"

#include <gtest/gtest.h>

#include "tests/unit/simulator/run/run_small.h"

namespace {

using small::clean_minute;
using small::run_small;

bool has(const std::string& text, const std::string& what) { return text.find(what) != std::string::npos; }

TEST(Provocations, AConnectivityTestIsAReadWithoutAPass) {
  scenario::Scenario scenario = clean_minute();
  scenario.connectivity_tests = {{"35-1-1", {base::seconds(1), base::seconds(2), 5}}, {"35-*", {base::seconds(30), {}, 1}}};
  scenario.voi_lists[0].also = {"QQ111QQQ", "QQQQQQQ"};
  const auto outcome = run_small(scenario, {});
  const small::Ledger& ledger = outcome.ledger;
  EXPECT_EQ(ledger.tested.size(), 5U + 6U);
  std::size_t hits = 0;
  for (const auto& [read_id, component] : ledger.tested) {
    EXPECT_EQ(component, "camera:" + read_id.substr(0, read_id.find(':')));
    EXPECT_TRUE(has(ledger.text_of_read.at(read_id), R"("vrm":"QQ111QQQ")")) << read_id;
    EXPECT_EQ(ledger.acknowledged.count("nas/" + read_id), 1U) << read_id;
    hits += ledger.hit_of_read.count(read_id);
  }
  EXPECT_EQ(hits, ledger.tested.size()) << "the mark is on the list, so each test reaches the operator (R-03)";
  EXPECT_EQ(static_cast<std::size_t>(ledger.of_passes) + ledger.tested.size(), ledger.sent.size());
  EXPECT_EQ(outcome.summary.backlog, 0U);
}

TEST(Provocations, ATypedMarkComesFromADeskOfTheLea) {
  scenario::Scenario scenario = clean_minute();
  scenario.manual_entries = {{"lea:35", 900, "admin.marsh", {base::seconds(1), base::seconds(3), 10}}};
  scenario.faults = {small::fault("link.down", "wan:lea:35", 10, 20)};
  const auto outcome = run_small(scenario, {});
  const small::Ledger& ledger = outcome.ledger;
  EXPECT_EQ(ledger.typed.size(), 10U);
  for (int n = 1; n <= 10; ++n) {
    const std::string id = "35-900-0:" + std::to_string(n);
    EXPECT_EQ(ledger.typed.at(id), "lea:35");
    const std::string& text = ledger.text_of_read.at(id);
    EXPECT_TRUE(has(text, R"("feed_id":"35","source_id":900,"nrd_id":0)")) << text;
    EXPECT_TRUE(has(text, R"("username":"admin.marsh")")) << text;
    EXPECT_FALSE(has(text, "plate_patch") || has(text, "overview")) << text;
    EXPECT_EQ(ledger.acknowledged.count("nas/" + id), 1U) << id << " is taken in without images (R-28)";
  }
  EXPECT_EQ(outcome.summary.captures_returned, outcome.summary.reads_sent);
  EXPECT_EQ(outcome.summary.backlog, 0U);
}

TEST(Provocations, WhileSomebodySitsAtACameraItsReadsBearTheName) {
  scenario::Scenario scenario = clean_minute();
  scenario.sessions = {{"35-2-1", "PC1", base::seconds(10), base::seconds(20)},
                       {"35-2-1", "PC2", base::seconds(20), base::seconds(30)}};
  const auto outcome = run_small(scenario, {});
  EXPECT_EQ(outcome.ledger.changes,
            (std::vector<std::string>{"op-cambs-1 online", "camera:35-2-1 PC1 signs on", "camera:35-2-1 PC1 signs off",
                                      "camera:35-2-1 PC2 signs on", "camera:35-2-1 PC2 signs off"}));
  const base::Instant from = scenario.start + scenario.phases.warm_up;
  std::size_t named = 0;
  for (const auto& [read_id, text] : outcome.ledger.text_of_read) {
    const base::Duration at = outcome.ledger.sent.at(read_id) - from;   // links are up: a read is sent when it is captured
    std::string expected = "Unattended";
    if (read_id.starts_with("35-2-1:") && at >= base::seconds(10) && at < base::seconds(30)) {
      expected = at < base::seconds(20) ? "PC1" : "PC2";
      ++named;
    }
    EXPECT_TRUE(has(text, "\"username\":\"" + expected + "\"")) << read_id;
  }
  EXPECT_GT(named, 100U);
}

TEST(Provocations, APassWithoutAMarkIsRecordedAsNoneIdentified) {
  const auto outcome = run_small(clean_minute(), {}, {.unread_one_in = 10});
  const small::Ledger& ledger = outcome.ledger;
  EXPECT_EQ(ledger.recording, 6);
  EXPECT_EQ(ledger.unmarked, ledger.passes / 10);
  int none = 0;
  for (const auto& [read_id, text] : ledger.text_of_read) {
    if (!has(text, R"("vrm":"QQQQQQQ")")) continue;
    ++none;
    EXPECT_FALSE(has(text, "plate_patch"));
    EXPECT_TRUE(has(text, "overview"));
    EXPECT_EQ(ledger.acknowledged.count("nas/" + read_id), 1U);
  }
  EXPECT_EQ(none, ledger.unmarked);
  EXPECT_EQ(outcome.summary.passes, outcome.summary.reads_sent);
}

TEST(Provocations, ACameraThatRecordsNoUnreadPassMakesNoRead) {
  const auto outcome = run_small(clean_minute(), {}, {.unread_one_in = 10, .records_unread = false});
  EXPECT_EQ(outcome.ledger.recording, 0);
  EXPECT_GT(outcome.ledger.unmarked, 100);
  EXPECT_EQ(outcome.summary.passes, outcome.summary.reads_sent + static_cast<std::uint64_t>(outcome.ledger.unmarked));
}

struct Presets final : base::Witness {
  std::vector<base::event::Preset> heard;
  std::vector<std::string> texts;
  void hear(const base::Event& event) override {
    if (const auto* e = std::get_if<base::event::Camera>(&event.body)) heard.insert(heard.end(), e->presets.begin(), e->presets.end());
    const auto* sent = std::get_if<base::event::ReadSent>(&event.body);
    if (sent != nullptr && sent->camera == "35-3-1") texts.emplace_back(sent->read.text);
  }
};

TEST(Provocations, ACameraSendsWhatItIsEquippedWith) {
  small::World world({});
  world::Camera& camera = world.equipment()[2];
  camera.lanes = 3;
  camera.alias = "UNIT00042";
  camera.preset = 1;
  camera.presets = {{0, 270}, {1, 90}};
  Presets witness;
  ASSERT_TRUE(run::run_scenario(clean_minute(), world, run::reference_cast(), {}, witness).has_value());
  ASSERT_EQ(witness.heard.size(), 2U);
  EXPECT_EQ(witness.heard[0].direction_deg, 270);
  EXPECT_EQ(witness.heard[1].id, 1);
  std::set<std::string> lanes;
  for (const std::string& text : witness.texts) {
    EXPECT_TRUE(has(text, R"("preset_id":1,"lane_id":"L)")) << text;
    EXPECT_TRUE(has(text, R"("alias_id":"UNIT00042")")) << text;
    lanes.insert(text.substr(text.find("\"lane_id\":\"") + 11, 2));
  }
  EXPECT_EQ(lanes, (std::set<std::string>{"L1", "L2", "L3"}));
}

TEST(Provocations, TheClocksAreComparedAtTheStartAndWhenOneIsTurned) {
  scenario::Scenario scenario = clean_minute();
  scenario.faults = {small::fault("camera.clock", "camera:35-2-1", 10, 20, {{"offset", "-90 s"}})};
  const auto compared = run_small(scenario, {}).ledger.compared;
  EXPECT_EQ(compared.size(), 7U) << "the tester and six cameras";
  EXPECT_EQ(compared.at("tester"), std::vector<base::Duration>{{}});
  EXPECT_EQ(compared.at("camera:35-1-1").size(), 1U);
  EXPECT_EQ(compared.at("camera:35-2-1"), (std::vector<base::Duration>{{}, base::seconds(-90), {}}));
}

TEST(Provocations, NamesOfNobodyAreErrors) {
  const auto refused = [](const std::function<void(scenario::Scenario&)>& change) {
    scenario::Scenario scenario = clean_minute();
    change(scenario);
    small::World world({});
    small::Ledger ledger;
    const auto summary = run::run_scenario(scenario, world, run::reference_cast(), {}, ledger);
    return !summary && summary.error().kind == &run::kProvocationUnfit && ledger.cameras == 0;
  };
  const scenario::Timetable once{base::seconds(1), {}, 1};
  EXPECT_TRUE(refused([&](auto& s) { s.connectivity_tests = {{"35-7-1", once}}; }));
  EXPECT_TRUE(refused([&](auto& s) { s.manual_entries = {{"lea:07", 900, "admin", once}}; }));
  EXPECT_TRUE(refused([](auto& s) { s.sessions = {{"36-*", "PC1", base::seconds(1), base::seconds(2)}}; }));
  EXPECT_TRUE(refused([](auto& s) {
    s.sessions = {{"35-*", "PC1", base::seconds(1), base::seconds(9)}, {"35-4-1", "PC2", base::seconds(8), base::seconds(12)}};
  }));
}

// The cameras of the small world stand in pairs: 35-1-1 with 35-2-1, and so on.
run::Summary run_in(small::World& world, const scenario::Scenario& scenario, small::Ledger& ledger) {
  auto summary = run::run_scenario(scenario, world, run::reference_cast(), {}, ledger);
  EXPECT_TRUE(summary.has_value()) << (summary ? "" : summary.error().message());
  return summary ? *std::move(summary) : run::Summary{};
}

void make_cctv(world::Camera& camera) {
  camera.camera_class = domain::CameraClass::kCctv;
  camera.presets = {{0, 270}, {1, 90}};
  camera.preset = 1;
}

/// Reads of a camera whose text holds `what`.
std::size_t reads_with(const small::Ledger& ledger, const std::string& camera, const std::string& what) {
  std::size_t count = 0;
  for (const auto& [id, text] : ledger.text_of_read) count += id.starts_with(camera + ":") && has(text, what) ? 1 : 0;
  return count;
}

TEST(Provocations, ACctvCameraReadsWhatItIsTurnedTo) {
  small::World world({});
  make_cctv(world.equipment()[0]);
  world.equipment()[1].direction_deg = 270;
  scenario::Scenario scenario = clean_minute();
  scenario.turns = {{"35-1-1", scenario::Aim::kOtherDirection, base::seconds(15), base::seconds(30)},
                    {"35-1-1", scenario::Aim::kAway, base::seconds(30), base::seconds(45)}};
  small::Ledger ledger;
  const run::Summary summary = run_in(world, scenario, ledger);
  const std::size_t of_the_other = reads_with(ledger, "35-2-1", "\"direction\":270");   // a minute's
  EXPECT_GT(of_the_other, 400U);
  EXPECT_NEAR(static_cast<double>(reads_with(ledger, "35-1-1", "\"preset_id\":1")), static_cast<double>(of_the_other) / 2, 2);
  EXPECT_NEAR(static_cast<double>(reads_with(ledger, "35-1-1", "\"direction\":270")), static_cast<double>(of_the_other) / 4, 2);
  EXPECT_EQ(summary.passes, summary.reads_sent) << "each pass is told for the camera that saw it";
  EXPECT_EQ(summary.reads_acknowledged, summary.reads_sent);
}

TEST(Provocations, AMoveableCameraTakesItsPlaceInTheRegisterAlong) {
  small::World world({});
  world.equipment()[2].camera_class = domain::CameraClass::kMoveable;
  scenario::Scenario scenario = clean_minute();
  scenario.redeployments = {{"35-3-1", base::seconds(30), {523'000'000, 1'300'000}}};
  small::Ledger ledger;
  (void)run_in(world, scenario, ledger);
  ASSERT_EQ(ledger.enrolled.at("35-3-1").size(), 2U);
  EXPECT_EQ(ledger.enrolled.at("35-3-1")[1].latitude_deg_e7, 523'000'000);
  EXPECT_EQ(ledger.enrolled.at("35-2-1").size(), 1U);
  const std::size_t moved = reads_with(ledger, "35-3-1", "\"location\":\"52.3000000,0.1300000\"");
  const std::size_t before = reads_with(ledger, "35-3-1", "\"location\":\"52.2000003,0.1200000\"");
  EXPECT_GT(moved, 200U);
  EXPECT_NEAR(static_cast<double>(moved), static_cast<double>(before), 2);
}

TEST(Provocations, CamerasOfAnotherClassAreNeitherTurnedNorMoved) {
  for (const bool turned : {true, false}) {
    scenario::Scenario scenario = clean_minute();
    if (turned) scenario.turns = {{"35-1-1", scenario::Aim::kAway, base::seconds(1), base::seconds(2)}};
    else scenario.redeployments = {{"35-1-1", base::seconds(1), {523'000'000, 1'300'000}}};
    small::World world({});
    small::Ledger ledger;
    const auto summary = run::run_scenario(scenario, world, run::reference_cast(), {}, ledger);
    ASSERT_FALSE(summary);
    EXPECT_EQ(summary.error().kind, &run::kProvocationUnfit);
    EXPECT_NE(summary.error().detail.find("static camera 35-1-1"), std::string::npos) << summary.error().detail;
  }
}

TEST(Provocations, AVehicleInAQueueIsReadAgain) {
  scenario::Scenario scenario = clean_minute();
  scenario.world.queueing_one_in = 10;
  const auto outcome = run_small(scenario, {});
  const auto passes = static_cast<double>(outcome.summary.passes), reads = static_cast<double>(outcome.summary.reads_sent);
  EXPECT_NEAR(reads, passes * 1.2, passes * 0.05) << "one pass in ten, twice more on average";
  EXPECT_EQ(outcome.summary.reads_acknowledged, outcome.summary.reads_sent);
  EXPECT_EQ(outcome.ledger.of_passes, static_cast<int>(outcome.summary.reads_sent)) << "each names the pass that it is of";
}

TEST(Provocations, SomeMarksAreMisread) {
  scenario::Scenario scenario = clean_minute();
  scenario.world.misread_one_in = 5;
  const auto outcome = run_small(scenario, {});
  std::size_t odd = 0;
  for (const auto& [id, text] : outcome.ledger.text_of_read) odd += has(text, "\"vrm\":\"AB0") ? 0 : 1;
  EXPECT_GT(odd, outcome.ledger.text_of_read.size() / 50) << "of AB00 and AB01, some have another letter or digit";
  EXPECT_LT(odd, outcome.ledger.text_of_read.size() / 5);
}

TEST(Provocations, DrawnImagesAreOfWhatPasses) {
  scenario::Scenario scenario = clean_minute();
  scenario.phases.traffic = base::seconds(4);
  scenario.images = {.from = scenario::Images::kDrawn};
  scenario.world.conditions.detailed_one_in = 4;
  const auto outcome = run_small(scenario, {}, {.unread_one_in = 10});
  EXPECT_GT(outcome.ledger.detailed, 20);
  EXPECT_EQ(outcome.summary.reads_acknowledged, outcome.summary.reads_sent) << "NAS finds nothing wrong with any of the pictures";
  EXPECT_TRUE(outcome.ledger.refused.empty());
}

}  // namespace
