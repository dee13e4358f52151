// A gateway while its link holds, and its answers to cameras.
#include <gtest/gtest.h>

#include "tests/unit/reference/lea/gateway_bench.h"

namespace lea::test {
namespace {

TEST(Gateway, ForwardsTheBytesAtOnceAndKeepsThemMeanwhile) {
  GatewayBench bench;
  bench.start_all();
  bench.send_read(5);
  const auto forwarded = bench.at_nas();
  ASSERT_EQ(forwarded.size(), 1U);
  EXPECT_EQ(forwarded[0].channel, Channel::kRead);
  EXPECT_EQ(forwarded[0].content, read_content("r5"));
  EXPECT_TRUE(bench.answers().empty());
  bench.settle(Fate::kDurable);
  EXPECT_EQ(bench.buffered(), 1U);
  const auto answer = bench.transport.taken(kCamera.peer);
  ASSERT_EQ(answer.size(), 1U);
  EXPECT_EQ(answer[0].exchange, 5U);
  EXPECT_EQ(answer[0].status, 201);
  EXPECT_EQ(answer[0].content.text.view(), "{}");
  bench.nas_answers(forwarded[0].exchange, 201);
  EXPECT_TRUE(bench.answers().empty()) << "a camera is answered once";
  bench.settle_all();
  EXPECT_EQ(bench.buffered(), 0U);
}

TEST(Gateway, PassesOnWhatNasSaysWhereNasIsFirst) {
  for (const std::uint16_t status : {201, 422}) {
    GatewayBench bench;
    bench.start_all();
    bench.send_read(1);
    bench.nas_answers_all(status);
    const auto answer = bench.transport.taken(kCamera.peer);
    ASSERT_EQ(answer.size(), 1U);
    EXPECT_EQ(answer[0].status, status);
    EXPECT_EQ(answer[0].content.text.view(), "nas says " + std::to_string(status));
    bench.settle_all();
    EXPECT_TRUE(bench.answers().empty());
    EXPECT_EQ(bench.buffered(), 0U) << "the commit was under way: its row goes again";
  }
}

TEST(Gateway, ARefusedReadLeavesTheBuffer) {
  GatewayBench bench;
  bench.start_all();
  bench.send_read(1);
  bench.settle_all();
  EXPECT_EQ(bench.buffered(), 1U);
  bench.nas_answers_all(422);
  bench.settle_all();
  EXPECT_EQ(bench.buffered(), 0U);
}

TEST(Gateway, MakesFewCommitsWhenBusy) {
  GatewayBench bench;
  bench.start_all();
  for (std::uint64_t i = 1; i <= 100; ++i) bench.send_read(i);
  ASSERT_EQ(bench.store.commits.size(), 1U);
  bench.settle(Fate::kDurable);
  ASSERT_EQ(bench.store.commits.size(), 1U);
  EXPECT_EQ(bench.store.commits[0].batch.replaced.size(), 99U);
  bench.nas_answers_all(201);
  bench.settle_all();
  EXPECT_EQ(bench.answers().size(), 100U);
  EXPECT_EQ(bench.buffered(), 0U);
}

TEST(Gateway, WritesNoReadThatNasAcknowledgedBeforeItsTurn) {
  GatewayBench bench;
  bench.start_all();
  bench.send_read(1);
  bench.send_read(2);   // waits for the commit of the first
  bench.nas_answers_all(201);
  bench.settle(Fate::kDurable);
  ASSERT_EQ(bench.store.commits.size(), 1U);
  EXPECT_TRUE(bench.store.commits[0].batch.replaced.empty());
  EXPECT_EQ(bench.store.commits[0].batch.erased.size(), 1U);
}

TEST(Gateway, TellsCamerasApart) {
  GatewayBench bench;
  bench.start_all();
  bench.send_read(1, kCamera);
  bench.send_read(1, kCamera2);
  bench.settle_all();
  EXPECT_EQ(bench.answers(kCamera), (Answers{{1, 201}}));
  EXPECT_EQ(bench.answers(kCamera2), (Answers{{1, 201}}));
}

TEST(Gateway, TakesReadsFromCamerasAlone) {
  GatewayBench bench;
  bench.start_all();
  const doors::Principal somebody{{9}, doors::Role::kOperator, "35", "op"};
  bench.send_read(1, somebody);
  EXPECT_EQ(bench.answers(somebody), (Answers{{1, 403}}));
  bench.message(kCamera, {Channel::kRead, 2, 0, {}, read_content("r2")}, doors::Last::kNo);
  EXPECT_EQ(bench.answers(), (Answers{{2, 400}}));
  bench.message(somebody, {Channel::kReadAnswer, 1, 201, {}, {}});   // nor answers from anybody but NAS
  EXPECT_TRUE(bench.at_nas().empty());
}

TEST(Gateway, HoldsNoMoreThanItsBound) {
  GatewayBench bench({.reads_held_max = 3});
  bench.start_with_cameras();
  for (std::uint64_t i = 1; i <= 4; ++i) bench.send_read(i);
  EXPECT_EQ(bench.answers(), (Answers{{4, 503}}));
}

TEST(Gateway, OneThatIsIdleArmsNoTimer) {
  GatewayBench bench;
  bench.start_all();
  EXPECT_TRUE(bench.timers.armed.empty());
  bench.send_read(1);
  bench.nas_answers_all(201);
  bench.settle_all();
  bench.advance(base::seconds(11));
  EXPECT_TRUE(bench.timers.armed.empty());
}

TEST(Gateway, IgnoresAnswersToNothing) {
  GatewayBench bench;
  bench.start_all();
  bench.send_read(1);
  const std::uint64_t exchange = bench.at_nas()[0].exchange;
  bench.nas_answers(0, 201);
  bench.nas_answers(exchange + 1, 201);
  bench.settle_all();
  EXPECT_EQ(bench.buffered(), 1U);
  bench.nas_answers(exchange, 201);
  bench.nas_answers(exchange, 201);
  bench.settle_all();
  EXPECT_EQ(bench.buffered(), 0U);
  EXPECT_EQ(bench.answers(), (Answers{{1, 201}}));
}

TEST(Gateway, OptionsComeBackFromARecordsHeader) {
  const LeaGatewayOptions options{.backlog_in_flight_max = 1,
                                  .fresh_in_flight_max = 2,
                                  .reads_held_max = 3,
                                  .answer_timeout = base::seconds(4),
                                  .retry_after = base::seconds(5)};
  const auto back = options_of(record_header(options));
  ASSERT_TRUE(back.has_value());
  EXPECT_EQ(record_header(*back), record_header(options));
}

}  // namespace
}  // namespace lea::test
