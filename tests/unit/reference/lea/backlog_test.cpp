// A gateway through failures: of the link, of NAS, of its own store, of itself.
#include <gtest/gtest.h>

#include "tests/unit/reference/lea/gateway_bench.h"

namespace lea::test {
namespace {

std::vector<std::string> texts(std::initializer_list<std::uint64_t> exchanges) {
  std::vector<std::string> found;
  for (const std::uint64_t exchange : exchanges) found.push_back(text_of(exchange));
  return found;
}

TEST(GatewayLink, BuffersWhileItIsDownAndDeliversAfterwardsInOrder) {
  GatewayBench bench;
  bench.start_with_cameras();
  for (std::uint64_t i = 1; i <= 5; ++i) bench.send_read(i);
  bench.settle_all();
  EXPECT_EQ(bench.answers().size(), 5U);
  EXPECT_TRUE(bench.at_nas().empty());
  bench.peer(kNas, PeerState::kUp);
  EXPECT_EQ(bench.texts_at_nas(), texts({1, 2, 3, 4, 5}));
}

TEST(GatewayLink, WhatWasUnderWayWhenItBrokeGoesAgainInOrder) {
  GatewayBench bench({.backlog_in_flight_max = 2});
  bench.start_with_cameras();
  for (std::uint64_t i = 1; i <= 4; ++i) bench.send_read(i);
  bench.settle_all();
  bench.peer(kNas, PeerState::kUp);
  bench.send_read(5);
  bench.send_read(6);
  EXPECT_EQ(bench.texts_at_nas(), texts({1, 2, 5, 6}));
  bench.peer(kNas, PeerState::kDown);
  bench.peer(kNas, PeerState::kUp);
  std::vector<std::string> order;
  for (int round = 0; round < 3; ++round) {
    for (const auto& read : bench.at_nas()) {
      order.emplace_back(read.content.text.view());
      bench.nas_answers(read.exchange, 201);
    }
  }
  for (const auto& read : bench.at_nas()) order.emplace_back(read.content.text.view());
  EXPECT_EQ(order, texts({1, 2, 3, 4, 5, 6}));
}

TEST(GatewayLink, FreshReadsComeFirstAndTheBacklogBesideThem) {
  GatewayBench bench({.backlog_in_flight_max = 2});
  bench.start_with_cameras();
  for (std::uint64_t i = 1; i <= 6; ++i) bench.send_read(i);
  bench.settle_all();
  bench.peer(kNas, PeerState::kUp);
  const auto first = bench.at_nas();
  EXPECT_EQ(first.size(), 2U) << "a few of the backlog";
  bench.send_read(100);
  EXPECT_EQ(bench.texts_at_nas(), texts({100})) << "a fresh read does not queue behind it";
  bench.block(kNas.peer);
  bench.nas_answers(first[0].exchange, 201);
  bench.send_read(101);
  bench.unblock(kNas.peer);
  EXPECT_EQ(bench.texts_at_nas(), texts({101, 3})) << "nor when the connection was full";
}

TEST(GatewayLink, TheBacklogIsPostedInBulkAndAFreshReadIsNot) {
  GatewayBench bench;
  bench.start_with_cameras();
  for (std::uint64_t i = 1; i <= 3; ++i) bench.send_read(i);
  bench.settle_all();
  bench.peer(kNas, PeerState::kUp);
  for (const auto& read : bench.at_nas()) EXPECT_EQ(read.posting, doors::Posting::kBulk);
  bench.send_read(4);
  const auto fresh = bench.at_nas();
  ASSERT_EQ(fresh.size(), 1U);
  EXPECT_EQ(fresh[0].posting, doors::Posting::kSingle);
  bench.nas_answers(fresh[0].exchange, 503);
  bench.advance(base::milliseconds(200));
  const auto again = bench.at_nas();
  ASSERT_EQ(again.size(), 1U);
  EXPECT_EQ(again[0].posting, doors::Posting::kBulk) << "it is of the backlog now";
}

TEST(GatewayLink, MoreOfTheBacklogGoesOnceHalfOfItIsAnswered) {
  GatewayBench bench({.backlog_in_flight_max = 8});
  bench.start_with_cameras();
  for (std::uint64_t i = 1; i <= 20; ++i) bench.send_read(i);
  bench.settle_all();
  bench.peer(kNas, PeerState::kUp);
  const auto first = bench.at_nas();
  ASSERT_EQ(first.size(), 8U);
  for (std::size_t i = 0; i < 3; ++i) bench.nas_answers(first[i].exchange, 201);
  EXPECT_TRUE(bench.at_nas().empty()) << "five are unanswered";
  bench.nas_answers(first[3].exchange, 201);
  EXPECT_EQ(bench.texts_at_nas(), texts({9, 10, 11, 12})) << "together";
  for (std::size_t i = 4; i < 8; ++i) bench.nas_answers(first[i].exchange, 201);
  EXPECT_EQ(bench.texts_at_nas(), texts({13, 14, 15, 16}));
}

TEST(GatewayLink, ANasThatSaysTryAgainIsLeftAloneForAWhile) {
  GatewayBench bench;
  bench.start_all();
  bench.send_read(1);
  bench.settle_all();
  bench.nas_answers_all(503);
  bench.send_read(2);
  bench.settle_all();
  EXPECT_TRUE(bench.at_nas().empty());
  EXPECT_EQ(bench.buffered(), 2U);
  bench.advance(base::milliseconds(200));
  EXPECT_EQ(bench.texts_at_nas(), texts({2, 1})) << "the fresh one first";
}

TEST(GatewayLink, AnAnswerThatDoesNotComeIsNotWaitedForForever) {
  GatewayBench bench;
  bench.start_all();
  bench.send_read(1);
  bench.settle_all();
  const std::uint64_t exchange = bench.at_nas()[0].exchange;
  bench.advance(base::seconds(6));
  bench.send_read(2);
  EXPECT_EQ(bench.at_nas().size(), 1U);
  bench.advance(base::seconds(5));
  EXPECT_EQ(bench.texts_at_nas(), texts({1}));
  bench.advance(base::seconds(5));
  EXPECT_EQ(bench.texts_at_nas(), texts({2}));
  bench.nas_answers(exchange, 201);   // late, and still true
  bench.settle_all();
  EXPECT_EQ(bench.buffered(), 1U);
}

TEST(GatewayStore, IfItFailsNasAloneCountsAndTheStoreIsTriedAgain) {
  GatewayBench bench;
  bench.start_all();
  bench.send_read(1);
  bench.settle(Fate::kFailed);
  EXPECT_TRUE(bench.answers().empty());
  bench.nas_answers_all(201);
  EXPECT_EQ(bench.answers(), (Answers{{1, 201}}));
  bench.send_read(2);
  bench.at_nas();
  bench.advance(base::milliseconds(200));
  bench.settle_all();
  EXPECT_EQ(bench.answers(), (Answers{{2, 201}}));
  EXPECT_EQ(bench.buffered(), 1U);
}

TEST(GatewayStore, IfItFailsWithNasOutOfReachTheCameraKeepsItsRead) {
  GatewayBench bench;
  bench.start_with_cameras();
  bench.send_read(1);
  bench.settle(Fate::kFailed);
  EXPECT_EQ(bench.answers(), (Answers{{1, 503}}));
  bench.send_read(2);
  EXPECT_EQ(bench.answers(), (Answers{{2, 503}})) << "at once";
  bench.advance(base::milliseconds(200));
  bench.peer(kNas, PeerState::kUp);
  bench.send_read(3);
  EXPECT_EQ(bench.texts_at_nas(), texts({3})) << "what was given back is not held";
}

TEST(GatewayStore, AFullDiskIsGivenRoom) {
  GatewayBench bench;
  bench.start_all();
  bench.send_read(1);
  bench.settle_all();
  EXPECT_EQ(bench.buffered(), 1U);
  const auto first = bench.at_nas();
  bench.send_read(2);
  bench.settle(Fate::kFailed);   // full
  bench.nas_answers(first[0].exchange, 201);
  bench.advance(base::milliseconds(200));
  ASSERT_EQ(bench.store.commits.size(), 1U);
  EXPECT_TRUE(bench.store.commits[0].batch.replaced.empty()) << "what only erases is taken";
  bench.settle(Fate::kDurable);
  EXPECT_EQ(bench.buffered(), 0U);
  ASSERT_EQ(bench.store.commits.size(), 1U);
  EXPECT_EQ(bench.store.commits[0].batch.replaced.size(), 1U) << "and then the read is tried again";
  bench.settle_all();
  EXPECT_EQ(bench.answers(), (Answers{{1, 201}, {2, 201}}));
}

TEST(GatewayStore, RecoversByItself) {
  GatewayBench bench;
  bench.start_all();
  bench.send_read(1);
  bench.settle(Fate::kFailed);
  bench.advance(base::milliseconds(200));
  bench.settle_all();
  bench.peer(kNas, PeerState::kDown);
  bench.send_read(2);
  bench.settle_all();
  EXPECT_EQ(bench.answers(), (Answers{{1, 201}, {2, 201}}));
}

TEST(GatewayStore, AnUnknownCommitIsRepeatedUnderTheSameKeys) {
  for (const Fate fate : {Fate::kUnknownStored, Fate::kUnknownLost}) {
    GatewayBench bench;
    bench.start_with_cameras();
    bench.send_read(1);
    bench.settle(fate);
    EXPECT_TRUE(bench.answers().empty());
    bench.advance(base::milliseconds(200));
    bench.settle_all();
    EXPECT_EQ(bench.answers(), (Answers{{1, 201}}));
    EXPECT_EQ(bench.buffered(), 1U);
  }
}

TEST(GatewayStore, AReadThatNasHasLeavesNoRowWhateverBecameOfItsCommit) {
  GatewayBench bench;
  bench.start_all();
  bench.send_read(1);
  bench.settle(Fate::kUnknownStored);
  bench.nas_answers_all(201);
  bench.advance(base::milliseconds(200));
  bench.settle_all();
  EXPECT_EQ(bench.buffered(), 0U);
}

TEST(GatewayRestart, DeliversWhatItFindsInItsStore) {
  GatewayBench bench;
  bench.start_with_cameras();
  for (std::uint64_t i = 1; i <= 700; ++i) bench.send_read(i);   // several slices
  bench.settle_all();
  bench.answers();
  bench.crash();
  bench.timers.now = bench.timers.now + base::seconds(20);
  bench.start_all();
  bench.settle_all();
  std::vector<std::string> order;
  for (int round = 0; round < 20; ++round) {
    for (const auto& read : bench.at_nas()) {
      order.emplace_back(read.content.text.view());
      bench.nas_answers(read.exchange, 201);
    }
    bench.settle_all();
  }
  ASSERT_EQ(order.size(), 700U);
  for (std::uint64_t i = 1; i <= 700; ++i) EXPECT_EQ(order[i - 1], text_of(i));
  EXPECT_EQ(bench.buffered(), 0U);
  EXPECT_TRUE(bench.answers().empty()) << "no camera waits for an answer any more";
}

TEST(GatewayRestart, NewReadsDoNotOverwriteOldOnes) {
  GatewayBench bench;
  bench.start_with_cameras();
  bench.send_read(1);
  bench.settle_all();
  bench.crash();
  bench.start_with_cameras();
  bench.send_read(2);
  EXPECT_TRUE(bench.store.commits.empty()) << "not before the old ones are known";
  bench.settle_all();
  EXPECT_EQ(bench.buffered(), 2U);
  EXPECT_EQ(bench.answers().back(), (std::pair<std::uint64_t, int>{2, 201}));
}

TEST(GatewayRestart, ALateAnswerToTheFormerLifeMeetsNoOtherRead) {
  GatewayBench bench;
  bench.start_all();
  bench.send_read(1);
  const std::uint64_t old = bench.at_nas()[0].exchange;
  bench.crash();
  bench.timers.now = bench.timers.now + base::seconds(20);
  bench.start_all();
  bench.send_read(2);
  bench.nas_answers(old, 201);
  bench.settle_all();
  EXPECT_EQ(bench.buffered(), 1U);
}

}  // namespace
}  // namespace lea::test
