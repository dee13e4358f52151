// Hits that an LEA asked for: asked for over every connection, kept before they are acknowledged, through failures of both sides.
#include <gtest/gtest.h>

#include "reference/formats/subscription.h"
#include "tests/unit/reference/lea/gateway_bench.h"

namespace lea::test {
namespace {

const doors::Principal kStaff{{5}, doors::Role::kOperator, "35", "staff:lea:35"};
const doors::Principal kSecondNas{{6}, doors::Role::kNas, "", "nas"};

doors::Content text_content(std::string text) {
  doors::Content content;
  content.size_bytes = static_cast<std::uint32_t>(text.size());
  content.text = base::Bytes(std::move(text));
  return content;
}

std::string wish() { return formats::encode(domain::Subscriber{"", {{"35_*"}, {"35-1-*"}, {domain::Action::kStop}}}); }

struct GatewayHits : testing::Test {
  GatewayBench bench;

  void want(const doors::Principal& by = kStaff, std::string text = wish()) {
    bench.message(by, {Channel::kSubscription, 0, 0, {}, text_content(std::move(text))});
  }
  void start_and_want() {
    bench.start_all();
    want();
    bench.settle_all();
    EXPECT_EQ(wishes(), std::vector<std::string>{wish()});
  }
  void hit(std::uint64_t number, const std::string& id, const doors::Principal& from = kNas) {
    bench.message(from, {Channel::kHit, number, 0, id, text_content("hit " + id)});
  }
  std::vector<std::string> wishes(const doors::Principal& at = kNas) {
    std::vector<std::string> found;
    for (const auto& message : bench.transport.taken(at.peer)) {
      if (message.channel == Channel::kSubscription) found.emplace_back(message.content.text.view());
    }
    return found;
  }
  /// Number and id of each acknowledgement.
  std::vector<std::pair<std::uint64_t, std::string>> acknowledged(const doors::Principal& at = kNas) {
    std::vector<std::pair<std::uint64_t, std::string>> found;
    for (const auto& message : bench.transport.taken(at.peer)) {
      if (message.channel == Channel::kHitAck) found.emplace_back(message.exchange, message.name);
    }
    return found;
  }
  [[nodiscard]] std::size_t kept() const { return bench.store.count(Table::kHits); }
};

using Acks = std::vector<std::pair<std::uint64_t, std::string>>;

TEST_F(GatewayHits, NobodyAsksForAnyUntoldOrUnreadablyOrWithoutTheRight) {
  bench.start_all();
  EXPECT_TRUE(wishes().empty());
  want(kStaff, "[]");
  want(kStaff, R"({"lists":[""]})");
  want(kCamera);
  EXPECT_TRUE(wishes().empty());
  EXPECT_TRUE(bench.store.commits.empty());
}

TEST_F(GatewayHits, AWishGoesToNasOverEveryNewConnection) {
  start_and_want();
  want();
  EXPECT_TRUE(wishes().empty()) << "it is asked for already";
  bench.peer(kNas, PeerState::kDown);
  bench.peer(kNas, PeerState::kUp);
  EXPECT_EQ(wishes(), std::vector<std::string>{wish()});
  want(kStaff, "{}");
  EXPECT_EQ(wishes(), std::vector<std::string>{"{}"}) << "the last counts";
}

TEST_F(GatewayHits, AWishThatComesWhileNasIsAwayWaits) {
  bench.start_with_cameras();
  want();
  EXPECT_TRUE(wishes().empty());
  bench.peer(kNas, PeerState::kUp);
  EXPECT_EQ(wishes(), std::vector<std::string>{wish()});
}

TEST_F(GatewayHits, AHitIsKeptBeforeItIsAcknowledged) {
  start_and_want();
  hit(7, "h7");
  EXPECT_TRUE(acknowledged().empty());
  bench.settle(Fate::kDurable);
  EXPECT_EQ(kept(), 1U);
  EXPECT_EQ(acknowledged(), (Acks{{7, "h7"}}));
  EXPECT_EQ(bench.store.rows.at({Table::kHits, "h7"}).text.view(), "hit h7");
}

TEST_F(GatewayHits, AHitThatComesAgainIsKeptOnceAndAcknowledgedAgain) {
  start_and_want();
  hit(7, "h7");
  hit(8, "h8");
  bench.settle_all();
  bench.peer(kNas, PeerState::kDown);
  bench.peer(kNas, PeerState::kUp);
  static_cast<void>(bench.at_nas());
  hit(7, "h7");
  bench.settle_all();
  EXPECT_EQ(kept(), 2U);
  EXPECT_EQ(acknowledged(), (Acks{{7, "h7"}}));
}

TEST_F(GatewayHits, WhatIsNotDurableIsTriedAgain) {
  for (const Fate fate : {Fate::kFailed, Fate::kUnknownLost, Fate::kUnknownStored}) {
    bench = GatewayBench();
    start_and_want();
    hit(7, "h7");
    hit(8, "h8");  // behind the commit
    bench.settle(fate);
    hit(9, "h9");
    EXPECT_TRUE(acknowledged().empty());
    EXPECT_TRUE(bench.store.commits.empty()) << "it rests";
    bench.advance(base::milliseconds(200));
    bench.settle_all();
    EXPECT_EQ(kept(), 3U);
    EXPECT_EQ(acknowledged(), (Acks{{7, "h7"}, {8, "h8"}, {9, "h9"}})) << "in order";
    EXPECT_TRUE(bench.timers.armed.empty());
  }
}

TEST_F(GatewayHits, AGatewayThatStartsAgainAsksWithoutBeingTold) {
  start_and_want();
  hit(7, "h7");
  bench.crash();
  bench.start();
  bench.peer(kNas, PeerState::kUp);
  bench.settle_all();
  EXPECT_EQ(wishes(), std::vector<std::string>{wish()});
  EXPECT_EQ(kept(), 0U) << "it was not acknowledged either";
  hit(7, "h7");
  bench.settle_all();
  EXPECT_EQ(acknowledged(), (Acks{{7, "h7"}}));
}

TEST_F(GatewayHits, AcknowledgementsWaitForRoom) {
  start_and_want();
  bench.block(kNas.peer);
  hit(7, "h7");
  bench.settle_all();
  EXPECT_TRUE(acknowledged().empty());
  bench.unblock(kNas.peer);
  EXPECT_EQ(acknowledged(), (Acks{{7, "h7"}}));
}

TEST_F(GatewayHits, AreAskedForOverOneOfTwoFrontEnds) {
  start_and_want();
  bench.peer(kSecondNas, PeerState::kUp);
  EXPECT_TRUE(wishes(kSecondNas).empty());
  bench.peer(kNas, PeerState::kDown);
  EXPECT_EQ(wishes(kSecondNas), std::vector<std::string>{wish()});
  hit(7, "h7", kSecondNas);
  bench.settle_all();
  EXPECT_EQ(acknowledged(kSecondNas), (Acks{{7, "h7"}}));
  bench.peer(kNas, PeerState::kUp);
  EXPECT_TRUE(wishes().empty()) << "the other still tells of them";
}

TEST_F(GatewayHits, AreNotTakenFromCameras) {
  bench.start_all();
  hit(7, "h7", kCamera);
  EXPECT_TRUE(bench.store.commits.empty());
}

}  // namespace
}  // namespace lea::test
