#include "simulator/actors/cameras.h"

#include <optional>

#include <gtest/gtest.h>

#include "simulator/actors/malfunctions.h"
#include "tests/unit/simulator/actors/fake_wire.h"

namespace {

struct OneCamera final : world::World {
  std::vector<world::Camera> all;
  OneCamera() {
    const auto place = domain::Location::make(522'000'000, 1'200'000);
    all.push_back({*domain::parse_camera_id("35-1-1"), "35-1-1", domain::CameraClass::kStatic, *place, *place, 90, "A14", 1});
  }
  const std::vector<world::Camera>& cameras() const override { return all; }
  base::Duration wan_latency() const override { return {}; }
  void start(kernel::Kernel&, world::PassListener&, base::Instant, base::Instant) override {}
  world::Vehicle vehicle(std::uint64_t number) const override { return {number, "AB01CDE", "FORD", "BLUE"}; }
  std::vector<world::Vehicle> of_interest() const override { return {}; }
  std::uint64_t passes_expected() const override { return 0; }
};

struct Cameras : testing::Test {
  kernel::Kernel kernel{*base::parse_rfc3339("2019-06-11T07:00:01.999Z")};
  OneCamera world;
  actors::Pictures pictures{{}, {}, 1, nullptr};
  actors::Habits habits;
  small::FakeWire wire;
  small::Deaf witness;
  static constexpr doors::PeerId kSelf{7}, kLea{3};
  actors::Malfunctions malfunctions{1};
  std::optional<actors::Outlet> outlet;
  std::optional<actors::Cameras> cameras;

  Cameras() { make(1, 4); }
  void make(std::uint32_t one_in, std::uint32_t under_way_max) {
    outlet.emplace(one_in, std::vector<actors::CameraPolicy*>{&malfunctions});
    cameras.emplace(actors::Stage{kernel, wire, witness, 1}, world, pictures, *outlet,
                    actors::ReadQueueOptions{under_way_max, base::milliseconds(500)}, habits, kSelf, std::vector<doors::PeerId>{kLea});
  }
  void up() { cameras->on_peer(kSelf, doors::PeerState::kUp); }
  void down() { cameras->on_peer(kSelf, doors::PeerState::kDown); }
  void pass(int n) {
    for (int i = 0; i < n; ++i) cameras->on_pass({passed++, 0, 1});
  }
  void answer(std::uint64_t exchange, std::uint16_t status = 201) {
    doors::Message message;
    message.channel = doors::Channel::kReadAnswer;
    message.exchange = exchange;
    message.status = status;
    cameras->on_message(kSelf, message);
  }
  std::vector<std::uint64_t> exchanges() const {
    std::vector<std::uint64_t> all;
    for (const auto& sent : wire.sent) all.push_back(sent.message.exchange);
    return all;
  }
  std::uint64_t passed = 0;
};

using Numbers = std::vector<std::uint64_t>;

TEST_F(Cameras, WriteTheReadWithTheTimeCutOff) {
  up();
  pass(1);
  const std::string text(wire.sent.at(0).message.content.text.view());
  EXPECT_NE(text.find(R"("time":"11/06/2019 07:00:01")"), std::string::npos) << text;
  EXPECT_NE(text.find(R"("username":"Unattended")"), std::string::npos) << text;
  EXPECT_NE(text.find(R"("read_id":"35-1-1:1")"), std::string::npos) << text;
  EXPECT_EQ(wire.sent[0].from, kSelf);
  EXPECT_EQ(wire.sent[0].to, kLea);
  EXPECT_EQ(wire.sent[0].message.content.size_bytes, text.size());
}

TEST_F(Cameras, TakeTheTimeFromTheirOwnClock) {
  up();
  cameras->turn_clock(0, base::hours(1));
  pass(1);
  cameras->turn_clock(0, base::hours(-1));
  pass(1);
  EXPECT_NE(wire.sent[0].message.content.text.view().find("08:00:01"), std::string_view::npos);
  EXPECT_NE(wire.sent[1].message.content.text.view().find("07:00:01"), std::string_view::npos);
}

TEST_F(Cameras, KeepAWindowOfReadsUnderWay) {
  up();
  pass(6);
  EXPECT_EQ(exchanges(), (Numbers{1, 2, 3, 4}));
  answer(2);
  EXPECT_EQ(exchanges(), (Numbers{1, 2, 3, 4, 5}));
  EXPECT_EQ(outlet->counts().unanswered, 5U);
}

TEST_F(Cameras, SendAllUnansweredReadsAgainInOrderAfterABreak) {
  up();
  pass(4);
  answer(2);
  down();
  pass(1);
  EXPECT_EQ(wire.sent.size(), 4U);
  up();
  EXPECT_EQ(exchanges(), (Numbers{1, 2, 3, 4, 1, 3, 4, 5}));
  EXPECT_EQ(witness.count<base::event::ReadSent>(), 5U) << "a repeat is the same read";
  EXPECT_EQ(outlet->counts().sent, 5U);
  EXPECT_EQ(witness.count<base::event::Pass>(), 5U);
}

TEST_F(Cameras, WaitForRoomAndThenGoOn) {
  up();
  wire.room = 1;
  pass(3);
  EXPECT_EQ(exchanges(), (Numbers{1}));
  wire.room = 10;
  cameras->on_ready(kSelf);
  EXPECT_EQ(exchanges(), (Numbers{1, 2, 3}));
}

TEST_F(Cameras, TryAgainLaterWhenToldTo) {
  up();
  pass(2);
  answer(1, 503);
  EXPECT_EQ(wire.sent.size(), 2U);
  kernel.run_until(kernel.now() + base::seconds(1));
  EXPECT_EQ(exchanges(), (Numbers{1, 2, 1}));
  answer(1, 422);
  answer(2);
  EXPECT_EQ(outlet->counts().unanswered, 0U);
  answer(2);   // a repeated answer has no effect
  EXPECT_EQ(outlet->counts().unanswered, 0U);
}

TEST_F(Cameras, SendMostReadsAsValuesWhereTheScenarioSamples) {
  make(1'000'000, 1'000);
  up();
  pass(50);
  ASSERT_EQ(wire.sent.size(), 50U);
  for (const auto& sent : wire.sent) EXPECT_TRUE(sent.message.content.is_value());
  EXPECT_GT(wire.sent[0].message.content.size_bytes, 200U);
}

TEST_F(Cameras, SendMalformedReadsAsTextAtTheRateOfTheFault) {
  make(1'000'000, 10'000);
  malfunctions.set(0, {actors::find_defect("username_lower_case"), 1, 4});
  up();
  pass(1'000);
  std::size_t texts = 0;
  for (const auto& sent : wire.sent) {
    if (sent.message.content.is_value()) continue;
    ++texts;
    EXPECT_NE(sent.message.content.text.view().find(R"("unattended")"), std::string_view::npos);
  }
  EXPECT_NEAR(static_cast<double>(texts), 250.0, 60.0);
}

}  // namespace
