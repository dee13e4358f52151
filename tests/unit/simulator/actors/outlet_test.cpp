// What a policy can do with a read between capture and sending, and that what is witnessed is what is sent.
#include "simulator/actors/outlet.h"

#include <functional>

#include <gtest/gtest.h>

#include "simulator/actors/malfunctions.h"
#include "tests/unit/simulator/actors/fake_wire.h"

namespace {

struct Scripted final : actors::CameraPolicy {
  std::function<actors::Handling(const actors::Capture&)> handling = [](const auto&) { return actors::Handling{}; };
  std::function<void(domain::Read&)> on_read = [](auto&) {};
  std::function<void(formats::EncodedRead&)> on_encoded = [](auto&) {};
  std::vector<actors::Capture> seen;
  int reads = 0, texts = 0;

  actors::Handling handle(const actors::Capture& capture) override {
    seen.push_back(capture);
    return handling(capture);
  }
  void alter(const actors::Capture&, domain::Read& read) override {
    ++reads;
    on_read(read);
  }
  void alter(const actors::Capture&, formats::EncodedRead& read) override {
    ++texts;
    on_encoded(read);
  }
};

struct Told final : base::Witness {
  struct Sent {
    base::Instant at;
    std::string read_id, pass_id, text;
  };
  std::vector<Sent> sent;
  void hear(const base::Event& event) override {
    const auto& e = std::get<base::event::ReadSent>(event.body);
    sent.push_back({event.at, std::string(e.read_id), std::string(e.pass_id), std::string(e.read.text)});
  }
};

struct Outlet : testing::Test {
  kernel::Kernel kernel{*base::parse_rfc3339("2019-06-11T07:00:01Z")};
  small::FakeWire wire;
  Told witness;
  Scripted policy;
  std::optional<actors::Outlet> outlet;
  std::optional<actors::ReadQueue> queue;

  Outlet() { make(1, {&policy}); }
  void make(std::uint32_t one_in, std::vector<actors::CameraPolicy*> policies) {
    outlet.emplace(one_in, std::move(policies));
    queue.emplace(actors::Stage{kernel, wire, witness, 1}, actors::ReadQueueOptions{}, actors::ReadQueue::Ends{{7}, {3}}, "35-1-1",
                  outlet->counts());
    queue->on_peer(doors::PeerState::kUp);
  }
  void take(std::uint64_t pass) {
    actors::Capture capture;
    capture.at = kernel.now();
    domain::Read read{*domain::Vrm::make("AB01CDE"), domain::CaptureTime::truncate(kernel.now()),
                      *domain::Location::make(522'000'000, 1'200'000), *domain::parse_camera_id("35-1-1")};
    outlet->take(capture, std::move(read), pass, *queue);
  }
};

TEST_F(Outlet, ShowsAPolicyEachCaptureWithItsNumbers) {
  take(10);
  queue->on_peer(doors::PeerState::kDown);
  queue->on_peer(doors::PeerState::kUp);
  take(11);
  ASSERT_EQ(policy.seen.size(), 2U);
  EXPECT_EQ(policy.seen[0].n, 1U);
  EXPECT_EQ(policy.seen[0].reconnections, 0U);
  EXPECT_EQ(policy.seen[1].n, 2U);
  EXPECT_EQ(policy.seen[1].overall, 2U);
  EXPECT_EQ(policy.seen[1].reconnections, 1U);
  EXPECT_EQ(policy.seen[1].text, "35-1-1");
  EXPECT_EQ(policy.reads + policy.texts, 0) << "a policy that alters nothing is not asked to";
}

TEST_F(Outlet, SendsAndTellsTheReadAsAltered) {
  policy.handling = [](const actors::Capture& c) { return actors::Handling{.altered = c.n == 2}; };
  policy.on_read = [](domain::Read& read) { read.username = "PC1234"; };
  policy.on_encoded = [](formats::EncodedRead& read) {
    read.text += ' ';
    read.overview = base::Bytes(std::string("no image"));
  };
  take(10);
  take(11);
  ASSERT_EQ(wire.sent.size(), 2U);
  EXPECT_NE(witness.sent[0].text.find(R"("username":"Unattended")"), std::string::npos);
  EXPECT_NE(witness.sent[1].text.find(R"("username":"PC1234")"), std::string::npos);
  EXPECT_EQ(witness.sent[1].text.back(), ' ');
  for (std::size_t i = 0; i < 2; ++i) EXPECT_EQ(wire.sent[i].message.content.text.view(), witness.sent[i].text);
  EXPECT_EQ(wire.sent[1].message.content.overview.view(), "no image");
  EXPECT_EQ(wire.sent[1].message.content.size_bytes, witness.sent[1].text.size() + 8);
}

TEST_F(Outlet, LetsAnAlteredReadCrossAsTextWhereOthersAreValues) {
  make(1'000'000'000, {&policy});
  policy.handling = [](const actors::Capture& c) { return actors::Handling{.altered = c.n == 2}; };
  take(10);
  take(11);
  EXPECT_TRUE(wire.sent.at(0).message.content.is_value());
  EXPECT_FALSE(wire.sent.at(1).message.content.is_value());
}

TEST_F(Outlet, NeverSendsWhatIsDroppedNorItsNumber) {
  policy.handling = [](const actors::Capture& c) { return actors::Handling{.dropped = c.n == 1}; };
  take(10);
  take(11);
  ASSERT_EQ(witness.sent.size(), 1U);
  EXPECT_EQ(witness.sent[0].read_id, "35-1-1:2");
  EXPECT_EQ(witness.sent[0].pass_id, "p11");
  EXPECT_EQ(outlet->counts().captured, 2U);
  EXPECT_EQ(outlet->counts().unanswered, 1U);
}

TEST_F(Outlet, HoldsBackWhatIsDelayedWhileOthersOvertake) {
  policy.handling = [](const actors::Capture& c) {
    actors::Handling handling;
    if (c.n == 1) handling.delay = base::seconds(3);
    return handling;
  };
  const base::Instant start = kernel.now();
  take(10);
  take(11);
  queue->on_peer(doors::PeerState::kDown);
  queue->on_peer(doors::PeerState::kUp);   // a break does not release it
  ASSERT_EQ(witness.sent.size(), 1U);
  EXPECT_EQ(witness.sent[0].read_id, "35-1-1:2");
  kernel.run_until(start + base::seconds(10));
  ASSERT_EQ(witness.sent.size(), 2U);
  EXPECT_EQ(witness.sent[1].read_id, "35-1-1:1");
  EXPECT_EQ(witness.sent[1].at - start, base::seconds(3));
}

TEST_F(Outlet, SendsAReadTwiceUnderTwoIds) {
  policy.handling = [](const actors::Capture&) { return actors::Handling{.altered = true, .twice = true}; };
  take(10);
  take(11);
  ASSERT_EQ(witness.sent.size(), 4U);
  for (std::size_t i = 0; i < 4; ++i) {
    EXPECT_EQ(witness.sent[i].read_id, "35-1-1:" + std::to_string(i + 1));
    EXPECT_EQ(witness.sent[i].pass_id, i < 2 ? "p10" : "p11");
    EXPECT_NE(witness.sent[i].text.find('"' + witness.sent[i].read_id + '"'), std::string::npos);
  }
  EXPECT_EQ(policy.reads, 2);
  EXPECT_EQ(policy.texts, 4);
}

TEST_F(Outlet, AsksSeveralPoliciesInOrder) {
  actors::Malfunctions malfunctions(1);
  malfunctions.set(0, {actors::find_defect("username_lower_case"), 1, 1});
  make(1, {&malfunctions, &policy});
  policy.handling = [](const actors::Capture& c) { return actors::Handling{.altered = c.n == 2}; };
  policy.on_encoded = [](formats::EncodedRead& read) {
    EXPECT_NE(read.text.find("\"unattended\""), std::string::npos) << "it comes second";
  };
  take(10);
  take(11);
  EXPECT_EQ(policy.texts, 1);
  for (const auto& sent : witness.sent) EXPECT_NE(sent.text.find("\"unattended\""), std::string::npos);
}

}  // namespace
