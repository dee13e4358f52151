#include "simulator/actors/auditor.h"

#include <gtest/gtest.h>

#include "tests/unit/simulator/actors/fake_wire.h"

namespace {

struct Auditor : testing::Test {
  kernel::Kernel kernel{base::Instant{}};
  small::FakeWire wire;
  small::Deaf witness;
  actors::Auditor auditor{{kernel, wire, witness, 1}, {2}, {0}, 2};

  void answer(std::uint64_t exchange, std::uint16_t status = 200) {
    doors::Message message;
    message.channel = doors::Channel::kCaptureAnswer;
    message.exchange = exchange;
    message.status = status;
    auditor.on_message({2}, message);
  }
  std::vector<std::string> asked() const {
    std::vector<std::string> all;
    for (const auto& sent : wire.sent) all.push_back(sent.message.name);
    return all;
  }
};

using Names = std::vector<std::string>;

TEST_F(Auditor, AsksForEachAndTellsWhatComesBack) {
  auditor.on_peer({2}, doors::PeerState::kUp);
  auditor.ask({"a", "b", "c"});
  EXPECT_EQ(asked(), (Names{"a", "b"}));
  EXPECT_EQ(wire.sent[0].message.posting, doors::Posting::kBulk);
  answer(2);
  answer(1, 404);
  EXPECT_EQ(asked(), (Names{"a", "b", "c"}));
  EXPECT_FALSE(auditor.done());
  answer(3);
  answer(3);
  EXPECT_TRUE(auditor.done());
  EXPECT_EQ(auditor.returned(), 2U);
  EXPECT_EQ(witness.count<base::event::CaptureReturned>(), 2U);
}

TEST_F(Auditor, AsksAgainAfterABreakAndAfter503) {
  auditor.on_peer({2}, doors::PeerState::kUp);
  auditor.ask({"a", "b", "c"});
  answer(1);
  auditor.on_peer({2}, doors::PeerState::kDown);
  auditor.on_peer({2}, doors::PeerState::kUp);
  EXPECT_EQ(asked(), (Names{"a", "b", "c", "b", "c"}));
  answer(2, 503);
  answer(3);
  kernel.run_until(base::Instant{} + base::seconds(1));
  EXPECT_EQ(asked().back(), "b");
  answer(2);
  EXPECT_TRUE(auditor.done());
}

TEST_F(Auditor, HasNothingToDoWhereNothingWasAcknowledged) {
  auditor.ask({});
  EXPECT_TRUE(auditor.done());
}

}  // namespace
