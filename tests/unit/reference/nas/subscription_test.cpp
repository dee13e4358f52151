// Who is told of which hits: by list, area and priority, and by what each may see.
#include <gtest/gtest.h>

#include "reference/formats/subscription.h"
#include "tests/unit/reference/nas/nas_bench.h"

namespace nas::test {
namespace {

using domain::Action;
using domain::DataSource;

domain::HitTopic topic(std::string_view list = "35_Cambs.csv", DataSource source = DataSource::kVoi) {
  return {list, list.substr(0, 2), source, "35-12-42", Action::kStop};
}

TEST(Subscriptions, GiveTheListsOfTheOwnOrganisationWhereNothingIsSaid) {
  EXPECT_TRUE(domain::is_told({"35", {}}, topic()));
  EXPECT_FALSE(domain::is_told({"35", {}}, topic("12_North.csv")));
  EXPECT_FALSE(domain::is_told({"35", {}}, topic("pnc:extract", DataSource::kExtract)));
}

TEST(Subscriptions, NeverGiveWhatMayNotBeSeen) {
  EXPECT_FALSE(domain::is_told({"35", {{"*"}, {}, {}}}, topic("12_North.csv")));
  EXPECT_TRUE(domain::is_told({"35", {{"*"}, {}, {}}}, topic()));
}

TEST(Subscriptions, GiveByListAreaAndPriority) {
  EXPECT_TRUE(domain::is_told({"35", {{"35_C*"}, {}, {}}}, topic()));
  EXPECT_FALSE(domain::is_told({"35", {{"35_D*"}, {}, {}}}, topic()));
  EXPECT_TRUE(domain::is_told({"35", {{"pnc:*"}, {}, {}}}, topic("pnc:extract", DataSource::kExtract)));
  EXPECT_TRUE(domain::is_told({"35", {{}, {"35-12-*"}, {}}}, topic()));
  EXPECT_FALSE(domain::is_told({"35", {{}, {"35-13-*", "36-*"}, {}}}, topic()));
  EXPECT_TRUE(domain::is_told({"35", {{}, {}, {Action::kStop}}}, topic()));
  EXPECT_FALSE(domain::is_told({"35", {{}, {}, {Action::kAssess}}}, topic()));
}

TEST(Subscriptions, ComeBackAsTheyWereWritten) {
  const domain::Subscriber whole{"35", {{"35_*", "pnc:\"x\""}, {"35-12-*"}, {Action::kStop, Action::kAssess}}};
  const auto back = formats::decode_subscriber(formats::encode(whole));
  ASSERT_TRUE(back.has_value());
  EXPECT_EQ(back->organisation, whole.organisation);
  EXPECT_EQ(back->wants, whole.wants);
  for (const char* bad : {"", "[]", R"({"lists":"35_*"})", R"({"lists":[7]})", R"({"lists":[""]})", R"({"actions":["stop"]})"}) {
    EXPECT_FALSE(formats::decode_subscriber(bad).has_value()) << bad;
  }
}

struct NasSubscriptions : testing::Test {
  NasSubscriptions() {
    bench.start_all();
    bench.list({{"AB00ABC", Action::kStop}, {"CD00CDE", Action::kAssess}});
  }
  void subscribe(const domain::Subscription& wants, const doors::Principal& by = kOperator) {
    bench.message(by, {Channel::kSubscription, 0, 0, {}, text_content(formats::encode(domain::Subscriber{"", wants}))});
    bench.settle_all();
  }
  void read(const std::string& vrm) {
    ++exchange_;
    bench.send_read(exchange_, text_of(read_of(vrm, "r" + std::to_string(exchange_))));
    bench.settle_all();
  }
  NasBench bench;

 private:
  std::uint64_t exchange_ = 100;
};

TEST_F(NasSubscriptions, HoldOverARestartWhileTheOperatorIsAway) {
  subscribe({{}, {}, {Action::kStop}});
  bench.crash();
  bench.start();
  bench.peer(kLea, PeerState::kUp);
  bench.settle_all();
  read("AB00ABC");
  read("CD00CDE");
  EXPECT_EQ(bench.store.count(Table::kOutbox), 1U);
}

TEST_F(NasSubscriptions, OfAnotherOrganisationsListsAreInVain) {
  subscribe({{"35_*"}, {}, {}}, kOther);
  read("AB00ABC");
  EXPECT_TRUE(bench.hits(kOther).empty());
  EXPECT_EQ(bench.hits().size(), 1U);
}

TEST_F(NasSubscriptions, AnLeaIsToldOnceItAsks) {
  read("AB00ABC");
  EXPECT_TRUE(bench.hits(kLea).empty());
  subscribe({}, kLea);
  read("AB00ABC");
  EXPECT_EQ(bench.hits(kLea).size(), 1U);
}

TEST_F(NasSubscriptions, AnLeaThatSubscribesAgainAfterARestartIsSentWhatWaits) {
  subscribe({}, kLea);
  bench.peer(kLea, PeerState::kDown);
  read("AB00ABC");
  bench.crash();
  bench.start();
  bench.peer(kLea, PeerState::kUp);   // before NAS has read whom it knows
  subscribe({}, kLea);
  EXPECT_EQ(bench.hits(kLea).size(), 1U);
}

TEST_F(NasSubscriptions, OneHitGoesToEverybodyWhoAsksForIt) {
  const doors::Principal second{{9}, doors::Role::kOperator, "35", "op-cambs-2"};
  bench.peer(second, PeerState::kUp);
  bench.settle_all();
  read("AB00ABC");
  const auto first_hits = bench.hits(), second_hits = bench.hits(second);
  EXPECT_EQ(first_hits.size(), 1U);
  EXPECT_EQ(first_hits, second_hits) << "one hit, two subscribers";
  bench.acknowledge(first_hits[0]);
  bench.settle_all();
  EXPECT_EQ(bench.store.count(Table::kOutbox), 1U) << "one's word is not the other's";
}

TEST_F(NasSubscriptions, NobodyElseMaySubscribe) {
  subscribe({}, kAuditor);
  read("AB00ABC");
  EXPECT_TRUE(bench.hits(kAuditor).empty());
}

}  // namespace
}  // namespace nas::test
