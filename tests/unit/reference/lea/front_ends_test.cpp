// A gateway before two front ends of NAS: reads are spread over both, and those of one that is lost go to the other.
#include <gtest/gtest.h>

#include "tests/unit/reference/lea/gateway_bench.h"

namespace lea::test {
namespace {

const doors::Principal kSecond{{4}, doors::Role::kNas, "", "nas"};

struct GatewayFrontEnds : testing::Test {
  GatewayBench bench;
  GatewayFrontEnds() {
    bench.start_all();
    bench.peer(kSecond, PeerState::kUp);
  }
  std::vector<std::string> texts_at(const doors::Principal& nas) {
    std::vector<std::string> found;
    for (const auto& read : bench.transport.taken(nas.peer)) found.emplace_back(read.content.text.view());
    return found;
  }
  using Texts = std::vector<std::string>;
};

TEST_F(GatewayFrontEnds, TakeTurns) {
  for (std::uint64_t i = 1; i <= 4; ++i) bench.send_read(i);
  const Texts first = texts_at(kNas), second = texts_at(kSecond);
  EXPECT_EQ(first.size(), 2U);
  EXPECT_EQ(second.size(), 2U);
}

TEST_F(GatewayFrontEnds, WhatOneHadNotAnsweredGoesToTheOther) {
  for (std::uint64_t i = 1; i <= 4; ++i) bench.send_read(i);
  bench.settle_all();
  const Texts lost = texts_at(kNas);
  const auto kept = bench.transport.taken(kSecond.peer);
  bench.peer(kNas, PeerState::kDown);
  EXPECT_EQ(texts_at(kSecond), lost) << "and nothing that the second has";
  bench.send_read(5);
  EXPECT_EQ(texts_at(kSecond), Texts{text_of(5)}) << "a fresh read is fresh all the same";
  for (const auto& read : kept) bench.message(kSecond, {Channel::kReadAnswer, read.exchange, 201, {}, {}});
  bench.settle_all();
  EXPECT_EQ(bench.buffered(), 3U);
}

TEST_F(GatewayFrontEnds, TheOtherTakesAllWhileOneHasNoRoom) {
  bench.block(kNas.peer);
  for (std::uint64_t i = 1; i <= 4; ++i) bench.send_read(i);
  EXPECT_EQ(texts_at(kSecond).size(), 4U);
  bench.block(kSecond.peer);
  bench.send_read(5);
  EXPECT_TRUE(texts_at(kNas).empty());
  bench.unblock(kNas.peer);
  EXPECT_EQ(texts_at(kNas), Texts{text_of(5)});
}

TEST_F(GatewayFrontEnds, WithoutEitherItBuffers) {
  bench.peer(kNas, PeerState::kDown);
  bench.peer(kSecond, PeerState::kDown);
  bench.send_read(1);
  bench.settle_all();
  EXPECT_EQ(bench.answers(), (Answers{{1, 201}}));
  bench.peer(kSecond, PeerState::kUp);
  EXPECT_EQ(texts_at(kSecond), Texts{text_of(1)});
}

}  // namespace
}  // namespace lea::test
