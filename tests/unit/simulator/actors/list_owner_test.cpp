#include "simulator/actors/list_owner.h"

#include <gtest/gtest.h>

#include "reference/lists/voi_list.h"
#include "tests/unit/simulator/actors/fake_wire.h"

namespace {

const base::Instant kDay = *base::parse_rfc3339("2019-06-11T06:58:00Z");

std::vector<world::Vehicle> vehicles(std::uint64_t n) {
  std::vector<world::Vehicle> all;
  for (std::uint64_t i = 0; i < n; ++i) all.push_back({i, fmt::format("AB01{:03}", i), "FORD", "BLUE"});
  return all;
}

std::vector<actors::VoiErrand> errands(const std::vector<scenario::VoiListSpec>& specs, std::uint64_t of_interest) {
  return actors::VoiFiles(vehicles(of_interest), kDay).errands(specs);
}

base::Result<lists::VoiList> read(const actors::VoiErrand& errand) { return lists::parse_voi_list(errand.file, errand.make().view()); }

TEST(VoiFiles, HoldTheMarksThatTheScenarioNamesBehindTheRows) {
  const auto files = errands({{"35_First.csv", 2, {"QQ111QQQ", "QQQQQQQ"}}, {"35_Second.csv", 0, {"QQ111QQQ"}}}, 2);
  const auto first = read(files.at(0)), second = read(files.at(1));
  ASSERT_TRUE(first && second);
  EXPECT_TRUE(first->refused.empty() && second->refused.empty());
  ASSERT_EQ(first->entries.size(), 4U);
  EXPECT_EQ(first->entries[2].vrm.text(), "QQ111QQQ");
  EXPECT_EQ(first->entries[3].vrm.text(), "QQQQQQQ");
  ASSERT_EQ(second->entries.size(), 1U);
}

TEST(VoiFiles, LoadWholly) {
  const auto files = errands({{"35_First.csv", 300}, {"35_Second.csv", 100}}, 400);
  ASSERT_EQ(files.size(), 2U);
  const auto first = read(files[0]), second = read(files[1]);
  ASSERT_TRUE(first && second);
  EXPECT_TRUE(first->refused.empty());
  EXPECT_EQ(first->entries.size(), 300U);
  EXPECT_EQ(second->entries.front().vrm.text(), "AB01300");
  for (const auto& entry : first->entries) {
    EXPECT_LE(entry.in_force_from, kDay);
    EXPECT_GT(entry.weeded_at, kDay + base::hours(24));
  }
}

TEST(VoiFiles, EachBrokenRowIsRefusedInItsColumnAndNothingElse) {
  const std::vector<std::pair<std::string, int>> ways{
      {"vrm_space", 1},     {"action_case", 5},    {"two_reasons", 7},  {"reason_unknown", 7}, {"reason_national", 7}, {"intel_x", 8},
      {"information_199", 9}, {"carriage_return", 9}, {"no_area", 10},  {"no_weed_date", 12},  {"date_form", 12},      {"no_such_day", 12},
      {"gsc_two", 14},      {"column_missing", 16}};
  scenario::VoiListSpec spec{"35_Broken.csv", 3};
  for (const auto& [way, column] : ways) spec.broken.push_back(way);
  const auto list = read(errands({spec}, 50).at(0));
  ASSERT_TRUE(list.has_value());
  EXPECT_EQ(list->entries.size(), 3U);
  ASSERT_EQ(list->refused.size(), ways.size());
  for (std::size_t i = 0; i < ways.size(); ++i) {
    EXPECT_EQ(list->refused[i].row, 4 + i) << ways[i].first;
    EXPECT_EQ(list->refused[i].column, ways[i].second) << ways[i].first;
  }
}

TEST(VoiFiles, ChangeInOrderAndAreWeededWhenTheScenarioSays) {
  scenario::VoiListSpec spec{"35_A.csv", 2};
  spec.starts_in = base::hours(24);
  spec.weeds_in = base::hours(48);
  spec.changes = {{base::seconds(20), 3}, {base::seconds(30), std::nullopt}};
  scenario::VoiListSpec other{"36_B.csv", 1};
  other.by = "12";
  other.changes = {{base::seconds(25), 1}};
  const auto all = errands({spec, other}, 9);
  ASSERT_EQ(all.size(), 5U);
  EXPECT_EQ(all[2].at, base::seconds(20));
  EXPECT_EQ(all[3].by, "12");
  EXPECT_FALSE(all[4].make) << "its removal";
  const auto second = read(all[2]);
  ASSERT_TRUE(second && second->entries.size() == 3);
  EXPECT_EQ(second->entries[0].in_force_from, *base::parse_rfc3339("2019-06-12T00:00:00Z"));
  EXPECT_EQ(second->entries[0].weeded_at, *base::parse_rfc3339("2019-06-13T00:00:00Z"));
  EXPECT_NE(all[2].make(), all[0].make());
}

struct ListOwner : testing::Test {
  kernel::Kernel kernel{kDay};
  small::FakeWire wire;
  small::Deaf witness;
  actors::ListOwner owner{
      {kernel, wire, witness, 1}, errands({{"35_A.csv", 1'000}, {"35_B.csv", 1}}, 1'001), {1}, {0}, kDay + base::minutes(1)};

  void up() { owner.on_peer({1}, doors::PeerState::kUp); }
  void answer(std::uint16_t status) {
    doors::Message message;
    message.channel = doors::Channel::kVoiListAnswer;
    message.exchange = wire.sent.back().message.exchange;
    message.status = status;
    owner.on_message({1}, message);
  }
};

TEST_F(ListOwner, UploadsOneFileAfterTheOtherInSlices) {
  up();
  ASSERT_GT(wire.sent.size(), 2U);
  for (std::size_t i = 0; i < wire.sent.size(); ++i) {
    EXPECT_EQ(wire.sent[i].last, i + 1 == wire.sent.size() ? doors::Last::kYes : doors::Last::kNo);
    EXPECT_EQ(wire.sent[i].message.name, "35_A.csv");
    EXPECT_EQ(wire.sent[i].message.posting, doors::Posting::kBulk) << "a file is one body";
  }
  answer(200);
  EXPECT_EQ(wire.sent.back().message.name, "35_B.csv");
  EXPECT_FALSE(owner.done());
  answer(422);
  EXPECT_TRUE(owner.done());
  EXPECT_EQ(owner.refused(), 1U);
  EXPECT_EQ(witness.count<base::event::VoiUploaded>(), 2U);
}

TEST_F(ListOwner, BeginsAgainAfterABreakAndTellsTheUploadOnce) {
  wire.room = 2;
  up();
  EXPECT_EQ(wire.sent.size(), 2U);
  owner.on_peer({1}, doors::PeerState::kDown);
  wire.room = 100;
  up();
  EXPECT_GT(wire.sent.size(), 4U);
  EXPECT_NE(wire.sent[0].message.exchange, wire.sent[2].message.exchange);
  EXPECT_EQ(wire.sent[0].message.content.text, wire.sent[2].message.content.text);
  EXPECT_EQ(witness.count<base::event::VoiUploaded>(), 1U);
}

TEST_F(ListOwner, DoesWhatIsDueLaterWhenItIsDue) {
  scenario::VoiListSpec spec{"35_A.csv", 1};
  spec.changes = {{base::seconds(10), std::nullopt}};
  actors::ListOwner later({kernel, wire, witness, 1}, errands({spec}, 1), {1}, {0}, kDay + base::minutes(1));
  later.on_peer({1}, doors::PeerState::kUp);
  doors::Message ok;
  ok.channel = doors::Channel::kVoiListAnswer;
  ok.exchange = wire.sent.back().message.exchange;
  ok.status = 200;
  later.on_message({1}, ok);
  const std::size_t before = wire.sent.size();
  kernel.run_until(kDay + base::seconds(69));
  EXPECT_EQ(wire.sent.size(), before);
  kernel.run_until(kDay + base::seconds(70));
  ASSERT_EQ(wire.sent.size(), before + 1);
  EXPECT_EQ(wire.sent.back().message.channel, doors::Channel::kVoiListRemoval);
  ok.exchange = wire.sent.back().message.exchange;
  ok.status = 204;
  later.on_message({1}, ok);
  EXPECT_TRUE(later.done());
  EXPECT_EQ(later.refused(), 0U);
}

TEST_F(ListOwner, TriesAgainLaterWhenToldTo) {
  up();
  const std::size_t slices = wire.sent.size();
  answer(503);
  EXPECT_EQ(wire.sent.size(), slices);
  kernel.run_until(kernel.now() + base::seconds(2));
  EXPECT_EQ(wire.sent.size(), 2 * slices);
}

}  // namespace
