#include "simulator/run/sim_store.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <map>

namespace {

using doors::CommitOutcome;
using doors::Table;

doors::Content text(const std::string& t) {
  doors::Content content;
  content.text = base::Bytes(t);
  content.size_bytes = static_cast<std::uint32_t>(t.size());
  return content;
}

doors::Batch one(const std::string& key, Table table = Table::kBuffer) {
  doors::Batch batch;
  batch.units.push_back({{{table, key, text("row " + key)}}});
  return batch;
}

struct Client final : run::StoreClient {
  struct Answer {
    std::uint64_t tag;
    doors::CommitResult result;
    base::Instant at;
  };
  explicit Client(kernel::Kernel& k) : kernel(k) {}
  void on_durable(doors::CommitTag tag, const doors::CommitResult& result) override {
    answers.push_back({tag.value, result, kernel.now()});
  }
  void on_rows(doors::QueryTag tag, std::span<const doors::Row> rows, doors::Last last) override {
    for (const auto& row : rows) keys[tag.value].push_back(row.key);
    last_of[tag.value] = last;
  }
  void on_stored(const doors::Row& row) override { stored.push_back(row.key); }
  void on_erased(Table, const doors::Content& content) override { erased.emplace_back(content.text.view()); }

  kernel::Kernel& kernel;
  std::vector<Answer> answers;
  std::map<std::uint64_t, std::vector<std::string>> keys;
  std::map<std::uint64_t, doors::Last> last_of;
  std::vector<std::string> stored, erased;
};

struct SimStore : testing::Test {
  kernel::Kernel kernel{base::Instant{}};
  Client client{kernel};
  run::SimStore store{kernel, {"nas", base::milliseconds(3), base::microseconds(200), 1}, client};

  void wait(base::Duration d = base::seconds(10)) { kernel.run_until(kernel.now() + d); }
};

TEST_F(SimStore, FlushesWhatGatheredMeanwhileTogether) {
  store.commit({1}, one("a"), {});
  kernel.run_until(base::Instant{1'000'000});
  store.commit({2}, one("b"), {});
  store.commit({3}, one("c"), {});
  wait();
  ASSERT_EQ(client.answers.size(), 3U);
  EXPECT_EQ(client.answers[0].at, base::Instant{3'000'000});
  EXPECT_EQ(client.answers[1].at, base::Instant{6'000'000});
  EXPECT_EQ(client.answers[2].at, base::Instant{6'000'000});
  EXPECT_TRUE(store.idle());
}

TEST_F(SimStore, StoresAUnitOnceAndSaysWhichWasThere) {
  store.commit({1}, one("a"), {});
  doors::Batch again = one("a");
  again.units.push_back(one("b").units.front());
  again.units[0].rows.push_back({Table::kOutbox, "beside", text("not stored")});
  store.commit({2}, again, {});
  wait();
  EXPECT_EQ(client.answers[1].result.already, std::vector<std::uint32_t>{0});
  EXPECT_EQ(store.count(Table::kBuffer), 2U);
  EXPECT_EQ(store.count(Table::kOutbox), 0U);
}

TEST_F(SimStore, ErasesAndReplaces) {
  for (const char* key : {"a", "b", "b/1", "b/2", "bb/1"}) store.commit({1}, one(key), {});
  doors::Batch batch;
  batch.erased.push_back({Table::kBuffer, "a"});
  batch.erased.push_back({Table::kBuffer, "never there"});
  batch.erased_under.push_back({Table::kBuffer, "b/"});
  batch.replaced.push_back({Table::kLists, "l", text("1")});
  batch.replaced.push_back({Table::kLists, "l", text("2")});
  store.commit({2}, batch, {});
  wait();
  EXPECT_EQ(client.erased, (std::vector<std::string>{"row a", "row b/1", "row b/2"}));
  EXPECT_EQ(store.count(Table::kBuffer), 2U);
  EXPECT_EQ(store.count(Table::kLists), 1U);
}

TEST_F(SimStore, RefusesCapturesThatWereMatchedUnderOldLists) {
  doors::Batch lists;
  lists.advances_list_epoch = true;
  store.commit({1}, lists, {});
  store.commit({2}, one("c1", Table::kCaptures), {0});
  store.commit({3}, one("c1", Table::kCaptures), {1});
  store.commit({4}, one("b1", Table::kBuffer), {0});
  wait();
  EXPECT_EQ(client.answers[1].result.outcome, CommitOutcome::kStaleEpoch);
  EXPECT_EQ(client.answers[1].result.epoch, doors::ListEpoch{1});
  EXPECT_EQ(client.answers[2].result.outcome, CommitOutcome::kDurable);
  EXPECT_EQ(client.answers[3].result.outcome, CommitOutcome::kDurable);
}

TEST_F(SimStore, GivesRowsInOrderOfKeyAndInSlices) {
  for (const char* key : {"c", "a", "d", "b"}) store.commit({1}, one(key), {});
  wait();
  store.open({7}, {Table::kBuffer, ""});
  store.next({7}, 3);
  wait();
  EXPECT_EQ(client.keys[7], (std::vector<std::string>{"a", "b", "c"}));
  EXPECT_EQ(client.last_of[7], doors::Last::kNo);
  store.next({7}, 3);
  wait();
  EXPECT_EQ(client.keys[7].back(), "d");
  EXPECT_EQ(client.last_of[7], doors::Last::kYes);
  store.open({8}, {Table::kBuffer, "nobody"});
  store.next({8}, 3);
  wait();
  EXPECT_TRUE(client.keys[8].empty());
  EXPECT_EQ(client.last_of[8], doors::Last::kYes);
}

TEST_F(SimStore, FollowTellsWhatIsThereAndThenWhatChanges) {
  store.commit({1}, one("a", Table::kLists), {});
  wait();
  store.follow({9}, Table::kLists, doors::Since::kBeginning);
  wait();
  store.commit({2}, one("b", Table::kLists), {});
  store.commit({3}, one("elsewhere"), {});
  wait();
  EXPECT_EQ(client.keys[9], (std::vector<std::string>{"a", "b"}));
}

TEST_F(SimStore, NumbersRowsForEachWhoCounts) {
  for (std::uint64_t i = 1; i <= 2; ++i) {
    doors::Batch batch = one("c" + std::to_string(i), Table::kRefused);
    batch.units[0].rows.push_back({Table::kOutbox, "op-a", text("hit"), true});
    batch.units[0].rows.push_back({Table::kOutbox, "op-b", text("hit"), true});
    batch.units[0].rows.push_back({Table::kOutbox, "op-a", text("hit"), true});
    store.commit({i}, batch, {});
    store.commit({10 + i}, batch, {});   // there already: takes no number
  }
  wait();
  store.open({1}, {Table::kOutbox, "", "op-a/"});
  store.next({1}, 100);
  store.open({2}, {Table::kOutbox, "", "op-a/", doors::numbered_key("op-a", 3)});
  store.next({2}, 100);
  wait();
  EXPECT_EQ(client.keys[1], (std::vector<std::string>{doors::numbered_key("op-a", 1), doors::numbered_key("op-a", 2),
                                                      doors::numbered_key("op-a", 3), doors::numbered_key("op-a", 4)}));
  EXPECT_EQ(client.keys[2], std::vector<std::string>{doors::numbered_key("op-a", 4)});
  const auto key = doors::parse_numbered_key(client.keys[2][0]);
  ASSERT_TRUE(key.has_value());
  EXPECT_EQ(key->who, "op-a");
  EXPECT_EQ(key->number, 4U);
}

TEST_F(SimStore, TellsEachPartyWhatTheOthersChangeAndForgetsOneThatDied) {
  Client second(kernel);
  const std::size_t party = store.join(second);
  store.door(party).follow({7}, Table::kLists, doors::Since::kNow);
  store.follow({9}, Table::kLists, doors::Since::kNow);
  store.commit({1}, one("a", Table::kLists), {});
  store.door(party).commit({1}, one("b", Table::kLists), {});
  wait();
  EXPECT_EQ(client.keys[9], (std::vector<std::string>{"a", "b"}));
  EXPECT_EQ(second.keys[7], client.keys[9]);
  EXPECT_EQ(second.answers.size(), 1U) << "of its own commit";
  store.crash(party);
  store.commit({2}, one("c", Table::kLists), {});
  wait();
  EXPECT_EQ(client.keys[9].size(), 3U);
  EXPECT_EQ(second.keys[7].size(), 2U);
}

TEST_F(SimStore, RefusesAChangeOfListsUponAnOldEpochAndCapturesBehindARefusedRead) {
  doors::Batch change;
  change.replaced.push_back({Table::kLists, "a", text("1")});
  change.advances_list_epoch = true;
  store.commit({1}, change, {0});
  store.commit({2}, change, {0});
  doors::Batch mixed = one("refused", Table::kRefused);
  mixed.units.push_back({{{Table::kCaptures, "c", text("read")}}});
  store.commit({3}, mixed, {0});
  wait();
  EXPECT_EQ(client.answers[0].result.outcome, CommitOutcome::kDurable);
  EXPECT_EQ(client.answers[1].result.outcome, CommitOutcome::kStaleEpoch);
  EXPECT_EQ(client.answers[2].result.outcome, CommitOutcome::kStaleEpoch);
  EXPECT_EQ(store.count(Table::kRefused), 0U);
}

TEST_F(SimStore, FaultsGiveTheirOutcome) {
  store.set_fault(1, {run::StoreFault::Kind::kFull, 1, 1, 1});
  store.commit({1}, one("a"), {});
  doors::Batch only_erases;
  only_erases.erased.push_back({Table::kBuffer, "a"});
  store.commit({2}, only_erases, {});
  wait();
  EXPECT_EQ(client.answers[0].result.outcome, CommitOutcome::kFailed);
  EXPECT_EQ(client.answers[1].result.outcome, CommitOutcome::kDurable);
  store.clear_fault(1);
  store.set_fault(2, {run::StoreFault::Kind::kSlow, 1, 1, 50});
  const base::Instant before = kernel.now();
  store.commit({3}, one("a"), {});
  wait();
  EXPECT_EQ(client.answers[2].at, before + base::milliseconds(150));
}

TEST_F(SimStore, UnknownIsSometimesStoredAndSometimesNot) {
  store.set_fault(1, {run::StoreFault::Kind::kUnknown, 1, 1, 1});
  for (std::uint64_t i = 0; i < 100; ++i) store.commit({i}, one(std::to_string(i)), {});
  wait();
  for (const auto& answer : client.answers) EXPECT_EQ(answer.result.outcome, CommitOutcome::kUnknown);
  EXPECT_GT(store.count(Table::kBuffer), 30U);
  EXPECT_LT(store.count(Table::kBuffer), 70U);
}

TEST_F(SimStore, ACrashKeepsAPrefixOfTheFlushAndAnswersNobody) {
  std::set<std::size_t> kept;
  for (int round = 0; round < 40; ++round) {
    const std::size_t before = store.count(Table::kBuffer);
    const std::string name = std::to_string(round);
    store.commit({1}, one(name + "-first"), {});
    for (int i = 0; i < 4; ++i) store.commit({1}, one(name + "-" + std::to_string(i)), {});
    kernel.run_until(kernel.now() + base::milliseconds(4));   // the first is durable, the four are flying
    store.commit({2}, one(name + "-gathering"), {});
    store.crash();
    wait();
    kept.insert(store.count(Table::kBuffer) - before - 1);
  }
  EXPECT_EQ(client.answers.size(), 40U);
  EXPECT_EQ(kept, (std::set<std::size_t>{0, 1, 2, 3, 4}));
}

RC_GTEST_PROP(SimStoreProperty, HoldsWhatAPlainMapWouldHold, ()) {
  kernel::Kernel kernel{base::Instant{}};
  Client client(kernel);
  run::SimStore store(kernel, {"lea:35", base::milliseconds(1), base::microseconds(10), 7}, client);
  std::map<std::string, int> plain;
  const auto steps =
      *rc::gen::container<std::vector<std::pair<bool, int>>>(rc::gen::pair(rc::gen::arbitrary<bool>(), rc::gen::inRange(0, 40)));
  for (const auto& [add, number] : steps) {
    const std::string key = std::to_string(number);
    doors::Batch batch;
    if (add) {
      batch = one(key);
      plain.emplace(key, 1);
    } else {
      batch.erased.push_back({Table::kBuffer, key});
      plain.erase(key);
    }
    store.commit({1}, std::move(batch), {});
  }
  kernel.run_until(base::Instant{} + base::seconds(1));
  store.open({1}, {Table::kBuffer, ""});
  store.next({1}, 1000);
  kernel.run_until(base::Instant{} + base::seconds(2));
  std::vector<std::string> expected;
  for (const auto& [key, one_of] : plain) expected.push_back(key);
  RC_ASSERT(client.keys[1] == expected);
  RC_ASSERT(store.count(Table::kBuffer) == plain.size());
}

}  // namespace
