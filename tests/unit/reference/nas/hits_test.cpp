// Hits: to whom, how often, until when.
#include <gtest/gtest.h>

#include "reference/nas/hit_texts.h"
#include "reference/nas/identity.h"
#include "reference/nas/outbox.h"
#include "tests/unit/reference/nas/nas_bench.h"

namespace nas::test {
namespace {

using domain::Action;

struct NasHits : testing::Test {
  NasHits() {
    bench.start_all();
    bench.list({{"AB00ABC", Action::kStop}, {"AB00ABC", Action::kAssess}, {"CD00CDE", Action::kNoAlert}});
  }
  void read(const std::string& read_id, const std::string& vrm = "AB00ABC") {
    bench.send_read(++exchange_, text_of(read_of(vrm, read_id)));
    bench.settle_all();
  }
  NasBench bench;

 private:
  std::uint64_t exchange_ = 0;
};

TEST_F(NasHits, OneForEachEntryToOperatorsOfTheListsOrganisation) {
  read("r1");
  const auto sent = bench.transport.taken(kOperator.peer);
  ASSERT_EQ(sent.size(), 2U);
  const auto hit = formats::decode_hit(sent[0].content.text.view());
  ASSERT_TRUE(hit.has_value());
  EXPECT_EQ(hit->hit_id, hit_of("r1"));
  EXPECT_EQ(sent[0].name, hit_of("r1"));
  EXPECT_EQ(hit->capture_id, capture_id_of(read_of("AB00ABC", "r1")));
  EXPECT_EQ(hit->list, kListFile);
  EXPECT_EQ(hit->entry.row, 1U);
  EXPECT_EQ(sent[1].name, hit_of("r1", 2));
  EXPECT_TRUE(bench.hits(kOther).empty());
}

TEST_F(NasHits, SayWhatStandsInTheirRowHoweverLongTheList) {
  std::vector<std::pair<std::string, Action>> entries;
  for (int i = 0; i < 5'000; ++i) entries.emplace_back("AB" + std::to_string(i), i % 2 == 0 ? Action::kStop : Action::kAssess);
  bench.list(entries);
  ASSERT_GT(bench.store.count(Table::kListParts), 10U);
  for (const int row : {1, 2, 77, 2'500, 4'999, 5'000}) {
    read("long" + std::to_string(row), entries[static_cast<std::size_t>(row - 1)].first);
    const auto sent = bench.transport.taken(kOperator.peer);
    ASSERT_EQ(sent.size(), 1U) << row;
    const auto hit = formats::decode_hit(sent[0].content.text.view());
    ASSERT_TRUE(hit.has_value());
    EXPECT_EQ(hit->entry.row, static_cast<std::uint32_t>(row));
    EXPECT_EQ(hit->entry.vrm.text(), entries[static_cast<std::size_t>(row - 1)].first);
    EXPECT_EQ(hit->entry.action, entries[static_cast<std::size_t>(row - 1)].second);
    EXPECT_EQ(hit->entry.information, "For a test");
  }
}

TEST_F(NasHits, AreOfOneVersionAlthoughTheListIsReplacedWhileTheirTextIsFetched) {
  bench.send_read(1, text_of(read_of("AB00ABC", "r1")));
  ASSERT_FALSE(bench.store.asked.empty());
  EXPECT_TRUE(bench.store.commits.empty()) << "no hit without its text";
  bench.list_elsewhere(csv_of({{"XY00XYZ", Action::kStop}, {"AB00ABC", Action::kAssess}}));   // and the old version's part is gone
  bench.store.rows.erase(bench.store.rows.lower_bound({Table::kListParts, "0-"}));
  bench.settle_all();
  EXPECT_EQ(bench.hits(), std::vector{hit_of("r1", 2)});
  EXPECT_EQ(bench.answers(), (std::vector<std::pair<std::uint64_t, int>>{{1, 201}}));
}

TEST_F(NasHits, OfAThousandReadsWaitForTheirTextsAndTheRestForThem) {
  for (std::uint64_t i = 0; i < 1'500; ++i) bench.send_read(i, text_of(read_of("AB00ABC", "many" + std::to_string(i))));
  EXPECT_EQ(bench.store.asked.size(), HitTexts::kReadsMax);
  bench.settle_all();
  EXPECT_EQ(bench.answers().size(), 1'500U);
  EXPECT_EQ(bench.hits().size(), 3'000U);
}

TEST_F(NasHits, AValueMakesTheSameHitsAsText) {
  bench.send_read(100, value_of(read_of("AB00ABC", "r1")));
  bench.settle_all();
  const auto sent = bench.transport.taken(kOperator.peer);
  ASSERT_EQ(sent.size(), 2U);
  EXPECT_EQ(sent[0].name, hit_of("r1"));
  const auto* value = std::get_if<std::shared_ptr<const domain::Hit>>(&sent[0].content.value);
  ASSERT_NE(value, nullptr);
  EXPECT_EQ(sent[0].content.size_bytes, formats::encode(**value).size());
}

TEST_F(NasHits, NoAlertIsRecordedAndAlertsNobody) {
  read("r1", "CD00CDE");
  EXPECT_TRUE(bench.hits().empty());
  EXPECT_EQ(bench.store.count(Table::kCaptures), 1U);
  EXPECT_EQ(bench.store.count(Table::kOutbox), 0U);
}

TEST_F(NasHits, LeaveTheOutboxWhenTheyAreAcknowledged) {
  read("r1");
  EXPECT_EQ(bench.store.count(Table::kOutbox), 2U);
  bench.acknowledge(hit_of("r1"));
  bench.acknowledge(hit_of("r1"));   // twice does no harm
  bench.settle_all();
  EXPECT_EQ(bench.store.count(Table::kOutbox), 1U);
  bench.acknowledge(hit_of("r1", 2), kOther);
  bench.settle_all();
  EXPECT_EQ(bench.store.count(Table::kOutbox), 1U) << "another operator's word does not count";
}

TEST_F(NasHits, AnErasureThatFailsIsTriedAgain) {
  read("r1");
  bench.acknowledge(hit_of("r1"));
  bench.settle(Fate::kFailed);
  bench.advance(base::milliseconds(50));
  bench.settle_all();
  EXPECT_EQ(bench.store.count(Table::kOutbox), 1U);
}

TEST_F(NasHits, ThoseNotAcknowledgedComeAgainWhenTheOperatorComesBack) {
  read("r1");
  EXPECT_EQ(bench.hits().size(), 2U);
  bench.acknowledge(hit_of("r1"));
  bench.settle_all();
  bench.peer(kOperator, PeerState::kDown);
  read("r2");
  EXPECT_TRUE(bench.hits().empty());
  bench.peer(kOperator, PeerState::kUp);
  bench.settle_all();
  auto hits = bench.hits();
  std::ranges::sort(hits);
  std::vector<std::string> expected{hit_of("r1", 2), hit_of("r2"), hit_of("r2", 2)};
  std::ranges::sort(expected);
  EXPECT_EQ(hits, expected);
}

TEST_F(NasHits, OneUnderWayIsNotSentAgain) {
  read("r1");
  EXPECT_EQ(bench.hits().size(), 2U);
  bench.send_read(50, text_of(read_of("AB00ABC", "r2")));
  bench.give_all_rows();
  bench.settle(Fate::kUnknownStored);
  bench.advance(base::milliseconds(50));
  bench.settle_all();   // this reads the whole outbox
  EXPECT_EQ(bench.hits().size(), 2U) << "those of r2 alone";
}

TEST_F(NasHits, AreNumberedForEachSubscriberWithoutAGap) {
  for (int i = 0; i < 3; ++i) read("r" + std::to_string(i));
  std::vector<std::uint64_t> numbers;
  for (const auto& hit : bench.transport.taken(kOperator.peer)) numbers.push_back(hit.exchange);
  EXPECT_EQ(numbers, (std::vector<std::uint64_t>{1, 2, 3, 4, 5, 6}));
}

TEST_F(NasHits, KeepTheirNumberOverCrashesAndConnections) {
  read("r1");
  const auto first = bench.transport.taken(kOperator.peer);
  ASSERT_EQ(first.size(), 2U);
  bench.crash();
  bench.start_all();
  EXPECT_EQ(bench.transport.taken(kOperator.peer), first);
  bench.peer(kOperator, PeerState::kDown);
  bench.peer(kOperator, PeerState::kUp);
  bench.settle_all();
  EXPECT_EQ(bench.transport.taken(kOperator.peer), first);
}

TEST_F(NasHits, AreAcknowledgedByNumberOverARestart) {
  read("r1");
  const auto first = bench.transport.taken(kOperator.peer);
  bench.crash();
  bench.start();
  bench.peer(kOperator, PeerState::kUp);
  for (const auto& hit : first) bench.message(kOperator, {Channel::kHitAck, hit.exchange, 0, hit.name, {}});   // before they come again
  bench.settle_all();
  EXPECT_EQ(bench.store.count(Table::kOutbox), 0U);
}

TEST_F(NasHits, GoToWhoeverTheStoreTellsOf) {
  doors::Content hit = text_content(R"({"hit_id":"h-elsewhere","capture_id":"c"})");
  bench.store.put({Table::kOutbox, kOperator.name, hit, true});   // by another front end
  bench.settle_all();
  const auto sent = bench.transport.taken(kOperator.peer);
  ASSERT_EQ(sent.size(), 1U);
  EXPECT_EQ(sent[0].name, "h-elsewhere");
  EXPECT_EQ(sent[0].exchange, 1U);
}

TEST_F(NasHits, CarryWhatTheReadAndTheEntrySay) {
  read("r1");
  const auto sent = bench.transport.taken(kOperator.peer);
  ASSERT_FALSE(sent.empty());
  const auto hit = formats::decode_hit(sent[0].content.text.view());
  ASSERT_TRUE(hit.has_value());
  EXPECT_EQ(hit->entry.action, Action::kStop);
  EXPECT_EQ(hit->entry.reason, "Drugs");
  EXPECT_EQ(hit->entry.information, "For a test");
  EXPECT_EQ(hit->entry.gsc, "OFFICIAL");
  EXPECT_EQ(hit->symbol, "CAMBS");
  EXPECT_EQ(hit->source, domain::DataSource::kVoi);
  EXPECT_EQ(hit->data_age_s, 0);
  const std::string patch = base::sha256_hex(read_of("AB00ABC", "r1").plate_patch->view());
  EXPECT_NE(sent[0].content.text.view().find("\"plate_patch\":{\"sha256\":\"" + patch + "\""), std::string_view::npos);
}

TEST_F(NasHits, SurviveARestart) {
  read("r1");
  bench.hits();
  bench.acknowledge(hit_of("r1"));
  bench.settle_all();
  bench.crash();
  bench.start_all();
  EXPECT_EQ(bench.hits(), std::vector{hit_of("r1", 2)});
}

TEST_F(NasHits, ForAnOperatorWhoIsAwayAreKeptOverARestart) {
  bench.peer(kOperator, PeerState::kDown);
  bench.crash();
  bench.start();
  bench.peer(kLea, PeerState::kUp);
  bench.settle_all();
  read("r1");
  EXPECT_EQ(bench.store.count(Table::kOutbox), 2U);
  bench.peer(kOperator, PeerState::kUp);
  bench.settle_all();
  EXPECT_EQ(bench.hits().size(), 2U);
}

TEST_F(NasHits, AnOperatorWhoComesBackWhileTheOutboxIsReadMissesNone) {
  for (int i = 0; i < 200; ++i) read("r" + std::to_string(i));   // two hits each, and a slice holds 256
  bench.hits();
  bench.peer(kOperator, PeerState::kUp);
  bench.give_rows();
  EXPECT_EQ(bench.hits().size(), 256U);
  bench.peer(kOperator, PeerState::kDown);
  bench.peer(kOperator, PeerState::kUp);
  bench.settle_all();
  EXPECT_EQ(bench.hits().size(), 400U);
}

TEST_F(NasHits, WaitForRoom) {
  bench.block(kOperator.peer);
  read("r1");
  EXPECT_TRUE(bench.hits().empty());
  bench.unblock(kOperator.peer);
  EXPECT_EQ(bench.hits(), (std::vector{hit_of("r1"), hit_of("r1", 2)}));
}

TEST_F(NasHits, BeyondTheWindowStayInTheStoreUntilTheOperatorHasCaughtUp) {
  const std::size_t reads = Outbox::kInFlightMax / 2 + 300;   // two hits each
  for (std::size_t i = 0; i < reads; ++i) bench.send_read(i, value_of(read_of("AB00ABC", "r" + std::to_string(i))));
  bench.settle_all();
  std::set<std::string> seen;
  for (std::size_t rounds = 0; bench.store.count(Table::kOutbox) > 0; ++rounds) {
    ASSERT_LT(rounds, 10U);
    const auto hits = bench.hits();
    ASSERT_LE(hits.size(), Outbox::kInFlightMax);
    for (const std::string& hit : hits) {
      EXPECT_TRUE(seen.insert(hit).second) << "sent twice in one connection";
      bench.acknowledge(hit);
    }
    bench.settle_all();
  }
  EXPECT_EQ(seen.size(), 2 * reads);
}

}  // namespace
}  // namespace nas::test
