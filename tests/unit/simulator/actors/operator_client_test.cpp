#include "simulator/actors/operator_client.h"

#include <gtest/gtest.h>

#include "tests/unit/simulator/actors/fake_wire.h"

namespace {

struct OperatorClient : testing::Test {
  kernel::Kernel kernel{base::Instant{}};
  small::FakeWire wire;
  small::Deaf witness;
  actors::OperatorClient client{{kernel, wire, witness, 1}, "op-cambs-1", {{"35_*"}, {"35-1-*"}, {domain::Action::kStop}}, {1}, {0}};

  OperatorClient() {
    client.on_peer({1}, doors::PeerState::kUp);
    wish = wire.sent.at(0).message;
    wire.sent.clear();
  }
  doors::Message wish;   // what it subscribed to

  void hit(const std::string& id, std::uint64_t number = 0) {
    const auto place = domain::Location::make(522'000'000, 1'200'000);
    const auto vrm = domain::Vrm::make("AB01CDE");
    domain::VoiEntry entry{*vrm, domain::Action::kStop, "Cloned", "", {}, {}, 7};
    doors::Message message;
    message.channel = doors::Channel::kHit;
    message.exchange = number;
    message.content.value = std::make_shared<const domain::Hit>(domain::Hit{
        id, "c1", "r1", "35_A.csv", entry, *vrm, *domain::parse_camera_id("35-1-1"), domain::CaptureTime::truncate({}), *place});
    client.on_message({1}, message);
  }
};

TEST_F(OperatorClient, AsksForItsListsAreaAndPriorityWheneverItConnects) {
  EXPECT_EQ(wish.channel, doors::Channel::kSubscription);
  EXPECT_EQ(wish.content.text.view(), R"({"lists":["35_*"],"cameras":["35-1-*"],"actions":["Stop"]})");
  client.on_peer({1}, doors::PeerState::kDown);
  client.on_peer({1}, doors::PeerState::kUp);
  EXPECT_EQ(wire.sent.at(0).message, wish);
}

TEST_F(OperatorClient, ShowsEachNumberOnceAndAcknowledgesItByNumber) {
  hit("h1", 7);
  hit("h1", 7);
  hit("h2", 8);
  EXPECT_EQ(witness.count<base::event::SymbolShown>(), 2U);
  EXPECT_EQ(witness.count<base::event::HitDelivered>(), 3U);
  EXPECT_EQ(wire.sent[1].message.exchange, 7U);
}

TEST_F(OperatorClient, AcknowledgesEveryArrivalAndCountsEachHitOnce) {
  hit("h1");
  hit("h2");
  hit("h1");
  EXPECT_EQ(client.hits(), 2U);
  EXPECT_EQ(witness.count<base::event::HitDelivered>(), 3U);
  EXPECT_EQ(witness.count<base::event::HitAcknowledged>(), 3U);
  EXPECT_EQ(wire.sent[1].message.name, "h2");
  EXPECT_EQ(wire.sent[1].message.channel, doors::Channel::kHitAck);
}

TEST_F(OperatorClient, KeepsAcknowledgementsUntilThereIsRoom) {
  wire.room = 0;
  hit("h1");
  EXPECT_FALSE(client.idle());
  EXPECT_EQ(witness.count<base::event::HitAcknowledged>(), 0U);
  wire.room = 5;
  client.on_ready({1});
  EXPECT_TRUE(client.idle());
  EXPECT_EQ(wire.sent.size(), 1U);
}

TEST_F(OperatorClient, LetsAHitWaitWhileItIsSlow) {
  client.slow_down(base::seconds(2));
  hit("h1");
  EXPECT_EQ(client.hits(), 0U);
  kernel.run_until(kernel.now() + base::seconds(1));
  client.slow_down(base::seconds(-2));
  hit("h2");
  EXPECT_EQ(client.hits(), 1U) << "slow no more";
  kernel.run_until(kernel.now() + base::seconds(1));
  EXPECT_EQ(client.hits(), 2U);
  EXPECT_EQ(wire.sent.at(1).message.name, "h1");
}

TEST_F(OperatorClient, ForgetsWhatWaitsWhenTheConnectionBreaks) {
  client.slow_down(base::seconds(2));
  hit("h1");
  client.on_peer({1}, doors::PeerState::kDown);
  client.on_peer({1}, doors::PeerState::kUp);
  wire.sent.clear();
  hit("h2");
  kernel.run_until(kernel.now() + base::seconds(5));
  EXPECT_EQ(client.hits(), 1U) << "NAS sends the first again";
  EXPECT_EQ(wire.sent.size(), 1U);
  EXPECT_EQ(wire.sent.at(0).message.name, "h2");
}

TEST_F(OperatorClient, IgnoresWhatIsNoHit) {
  doors::Message message;
  message.channel = doors::Channel::kHit;
  message.content.text = base::Bytes("{}");
  client.on_message({1}, message);
  EXPECT_EQ(client.hits(), 0U);
  EXPECT_TRUE(wire.sent.empty());
}

}  // namespace
