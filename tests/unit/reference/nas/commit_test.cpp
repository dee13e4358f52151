// Commits that end otherwise than one would wish: failed, unknown, stale, or in a crash.
#include <gtest/gtest.h>

#include "reference/nas/identity.h"
#include "tests/unit/reference/nas/nas_bench.h"

namespace nas::test {
namespace {

using Answers = std::vector<std::pair<std::uint64_t, int>>;
const std::vector<std::pair<std::string, domain::Action>> kStopOne{{"AB00ABC", domain::Action::kStop}};

struct NasCommit : testing::Test {
  NasCommit() {
    bench.start_all();
    bench.list(kStopOne);
  }
  /// Fails if a read is answered or stored twice, or its hit missing or sent twice.
  void expect_done_once() {
    EXPECT_EQ(bench.answers(), (Answers{{1, 201}}));
    EXPECT_EQ(bench.store.count(Table::kCaptures), 1U);
    EXPECT_EQ(bench.hits(), std::vector{hit_of("r1")});
    EXPECT_EQ(bench.store.count(Table::kOutbox), 1U);
  }
  NasBench bench;
};

TEST_F(NasCommit, DurableAtOnce) {
  bench.send_read(1, text_of(read_of("AB00ABC", "r1")));
  EXPECT_TRUE(bench.hits().empty());
  bench.settle_all();
  expect_done_once();
}

TEST_F(NasCommit, AFailedCommitIsTriedAgainAfterARest) {
  bench.send_read(1, text_of(read_of("AB00ABC", "r1")));
  bench.give_all_rows();
  bench.settle(Fate::kFailed);
  EXPECT_TRUE(bench.store.commits.empty()) << "not at once";
  bench.send_read(2, text_of(read_of("XY00XYZ", "r2")));
  EXPECT_TRUE(bench.store.commits.empty()) << "nor for the next";
  bench.advance(base::milliseconds(50));
  bench.settle_all();
  EXPECT_EQ(bench.answers(), (Answers{{1, 201}, {2, 201}}));
  EXPECT_EQ(bench.hits(), std::vector{hit_of("r1")});
}

TEST_F(NasCommit, AnUnknownCommitThatWasStored) {
  bench.send_read(1, text_of(read_of("AB00ABC", "r1")));
  bench.give_all_rows();
  bench.settle(Fate::kUnknownStored);
  EXPECT_TRUE(bench.answers().empty());
  EXPECT_TRUE(bench.hits().empty());
  bench.advance(base::milliseconds(50));
  bench.settle_all();
  expect_done_once();
}

TEST_F(NasCommit, AnUnknownCommitThatWasLost) {
  bench.send_read(1, text_of(read_of("AB00ABC", "r1")));
  bench.give_all_rows();
  bench.settle(Fate::kUnknownLost);
  bench.advance(base::milliseconds(50));
  bench.settle_all();
  expect_done_once();
}

TEST_F(NasCommit, AnUnknownCommitWhoseListChangedMeanwhileSendsTheHitsThatWereStored) {
  bench.send_read(1, text_of(read_of("AB00ABC", "r1")));
  bench.give_all_rows();
  bench.settle(Fate::kUnknownStored);
  bench.list({{"XY00XYZ", domain::Action::kStop}});
  bench.advance(base::milliseconds(50));
  bench.settle_all();
  expect_done_once();
}

TEST_F(NasCommit, AStaleCommitIsMatchedAgain) {
  bench.send_read(1, text_of(read_of("XY00XYZ", "r1")));
  bench.upload(csv_of({{"XY00XYZ", domain::Action::kStop}}));
  ASSERT_EQ(bench.store.commits.size(), 2U);
  bench.settle(Fate::kDurable, 1);   // the list comes first
  bench.settle(Fate::kDurable);      // and the read is stale
  bench.settle_all();
  EXPECT_EQ(bench.answers(), (Answers{{1, 201}}));
  EXPECT_EQ(bench.hits(), std::vector{hit_id_of(capture_id_of(read_of("XY00XYZ", "r1")), kListFile, 1)});
}

TEST_F(NasCommit, AStaleAnswerThatOvertakesTheListsOwnWaitsForIt) {
  bench.send_read(1, text_of(read_of("XY00XYZ", "r1")));
  bench.upload(csv_of({{"XY00XYZ", domain::Action::kStop}}));
  const auto list = bench.store.commits[1];
  const doors::CommitResult list_result = bench.store.apply(list);
  bench.store.commits.pop_back();
  bench.settle(Fate::kDurable);   // stale, before the list's completion
  EXPECT_TRUE(bench.store.commits.empty()) << "it would only be stale again";
  bench.component->on_durable(bench.now(), list.tag, list_result);
  bench.settle_all();
  EXPECT_EQ(bench.answers(), (Answers{{1, 201}}));
  EXPECT_EQ(bench.hits().size(), 1U);
}

TEST_F(NasCommit, ListsThatAnotherFrontEndChangedAreReadAgain) {
  bench.list_elsewhere(csv_of({{"XY00XYZ", domain::Action::kStop}}));
  bench.send_read(1, text_of(read_of("XY00XYZ", "r1")));
  bench.send_read(2, text_of(read_of("AB00ABC", "r2")));
  bench.settle_all();
  auto answers = bench.answers();
  std::ranges::sort(answers);
  EXPECT_EQ(answers, (Answers{{1, 201}, {2, 201}}));
  EXPECT_EQ(bench.hits(), std::vector{hit_id_of(capture_id_of(read_of("XY00XYZ", "r1")), kListFile, 1)});
}

TEST_F(NasCommit, ListsThatChangeOnceMoreWhileTheyAreReadAreReadOnceMore) {
  bench.send_read(1, text_of(read_of("XY00XYZ", "r1")));
  bench.send_read(2, text_of(read_of("XY00XYZ", "r2")));
  bench.list_elsewhere(csv_of({{"CD00CDE", domain::Action::kStop}}));
  bench.settle(Fate::kDurable);   // stale
  bench.tell_followers();
  bench.advance({});              // and the lists are read
  ASSERT_FALSE(bench.store.asked.empty());
  bench.list_elsewhere(csv_of({{"XY00XYZ", domain::Action::kStop}}));
  bench.settle_all();
  EXPECT_EQ(bench.answers().size(), 2U);
  EXPECT_EQ(bench.hits().size(), 2U);
}

TEST_F(NasCommit, ARepeatedOrUnknownCompletionHasNoEffect) {
  bench.send_read(1, text_of(read_of("AB00ABC", "r1")));
  bench.give_all_rows();
  const doors::CommitTag tag = bench.store.commits[0].tag;
  bench.settle_all();
  bench.component->on_durable(bench.now(), tag, {});
  bench.component->on_durable(bench.now(), {999'999}, {});
  bench.component->on_rows(bench.now(), {999'999}, {}, doors::Last::kYes);
  bench.component->on_timer(bench.now(), {999});
  expect_done_once();
}

TEST_F(NasCommit, ACrashBeforeTheCommitLosesNothingThatWasAcknowledged) {
  bench.send_read(1, text_of(read_of("AB00ABC", "r1")));
  bench.give_all_rows();
  bench.crash();
  bench.start_all();
  EXPECT_TRUE(bench.answers().empty());
  bench.send_read(1, text_of(read_of("AB00ABC", "r1")));
  bench.settle_all();
  expect_done_once();
}

TEST_F(NasCommit, ACrashBetweenCommitAndAcknowledgement) {
  bench.send_read(1, text_of(read_of("AB00ABC", "r1")));
  bench.give_all_rows();
  static_cast<void>(bench.store.apply(bench.store.commits[0]));
  bench.crash();
  bench.start_all();
  EXPECT_EQ(bench.hits(), std::vector{hit_of("r1")}) << "the hit lies in the outbox";
  bench.send_read(1, text_of(read_of("AB00ABC", "r1")));
  bench.settle_all();
  EXPECT_EQ(bench.answers(), (Answers{{1, 201}}));
  EXPECT_TRUE(bench.hits().empty()) << "and does not go twice";
  EXPECT_EQ(bench.store.count(Table::kCaptures), 1U);
}

TEST_F(NasCommit, AfterARestartReadsWaitUntilTheListsAreRead) {
  bench.crash();
  bench.start();
  bench.peer(kLea, PeerState::kUp);
  bench.send_read(1, text_of(read_of("AB00ABC", "r1")));
  EXPECT_TRUE(bench.store.commits.empty());
  bench.settle_all();
  EXPECT_EQ(bench.answers(), (Answers{{1, 201}}));
  EXPECT_EQ(bench.store.count(Table::kOutbox), 1U) << "the operator has not come back yet; its hit waits";
  bench.peer(kOperator, PeerState::kUp);
  bench.settle_all();
  EXPECT_EQ(bench.hits(), std::vector{hit_of("r1")});
}

}  // namespace
}  // namespace nas::test
