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

TEST(VoiFiles, HoldTheMarksThatTheScenarioNamesBehindTheRows) {
  const auto files = actors::make_voi_files({{"35_First.csv", 2, {"QQ111QQQ", "QQQQQQQ"}}, {"35_Second.csv", 0, {"QQ111QQQ"}}},
                                            vehicles(2), kDay);
  const auto first = lists::parse_voi_list(files.at(0).name, files[0].csv.view());
  const auto second = lists::parse_voi_list(files.at(1).name, files[1].csv.view());
  ASSERT_TRUE(first && second);
  EXPECT_TRUE(first->refused.empty() && second->refused.empty());
  ASSERT_EQ(first->entries.size(), 4U);
  EXPECT_EQ(first->entries[2].vrm.text(), "QQ111QQQ");
  EXPECT_EQ(first->entries[3].vrm.text(), "QQQQQQQ");
  ASSERT_EQ(second->entries.size(), 1U);
}

TEST(VoiFiles, LoadWholly) {
  const auto files = actors::make_voi_files({{"35_First.csv", 300}, {"35_Second.csv", 100}}, vehicles(400), kDay);
  ASSERT_EQ(files.size(), 2U);
  const auto first = lists::parse_voi_list(files[0].name, files[0].csv.view());
  const auto second = lists::parse_voi_list(files[1].name, files[1].csv.view());
  ASSERT_TRUE(first && second);
  EXPECT_TRUE(first->refused.empty());
  EXPECT_EQ(first->entries.size(), 300U);
  EXPECT_EQ(second->entries.front().vrm.text(), "AB01300");
  for (const auto& entry : first->entries) {
    EXPECT_LE(entry.in_force_from, kDay);
    EXPECT_GT(entry.weeded_at, kDay + base::hours(24));
  }
}

struct ListOwner : testing::Test {
  kernel::Kernel kernel{kDay};
  small::FakeWire wire;
  small::Deaf witness;
  actors::ListOwner owner{
      {kernel, wire, witness, 1}, actors::make_voi_files({{"35_A.csv", 1'000}, {"35_B.csv", 1}}, vehicles(1'001), kDay), {1}, {0}};

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

TEST_F(ListOwner, TriesAgainLaterWhenToldTo) {
  up();
  const std::size_t slices = wire.sent.size();
  answer(503);
  EXPECT_EQ(wire.sent.size(), slices);
  kernel.run_until(kernel.now() + base::seconds(2));
  EXPECT_EQ(wire.sent.size(), 2 * slices);
}

}  // namespace
