// National data: the live link, the Extract in its place, and never two hits for one entry.
#include <gtest/gtest.h>

#include "reference/formats/subscription.h"
#include "tests/unit/reference/nas/nas_bench.h"

namespace nas::test {
namespace {

using domain::Action;
using domain::DataSource;
const doors::Principal kPnc{{8}, doors::Role::kPnc, "", "pnc"};

struct NasPnc : testing::Test {
  NasPnc() {
    bench.start_all();
    bench.peer(kPnc, PeerState::kUp);
    const domain::Subscriber all{"", {{"*"}, {}, {}}};
    bench.message(kOperator, {Channel::kSubscription, 0, 0, {}, text_content(formats::encode(all))});
    put("extract;issued=2019-06-11T06:00:00Z", csv_of({{"AB00ABC", Action::kStop}}));
  }
  void put(const std::string& name, const std::string& csv) {
    bench.message(kPnc, {Channel::kNationalData, ++puts_, 0, name, text_content(csv)});
    bench.settle_all();
    bench.transport.taken(kPnc.peer);
  }
  void read(const std::string& vrm = "AB00ABC") {
    ++reads_;
    bench.send_read(reads_, text_of(read_of(vrm, "p" + std::to_string(reads_))));
    bench.settle_all();
  }
  std::vector<doors::Message> queries() { return bench.transport.taken(kPnc.peer); }
  void answer(const doors::Message& query, std::uint16_t status = 200) {
    domain::VoiEntry entry{*domain::Vrm::make(query.name), Action::kStop, "Cloned"};
    entry.row = 7;
    bench.message(kPnc, {Channel::kPncAnswer, query.exchange, status, query.name, text_content(formats::encode_pnc_answer({&entry, 1}))});
    bench.settle_all();
  }
  std::vector<domain::Hit> hits() {
    std::vector<domain::Hit> found;
    for (const auto& sent : bench.transport.taken(kOperator.peer)) found.push_back(*formats::decode_hit(sent.content.text.view()));
    return found;
  }
  NasBench bench;

 private:
  std::uint64_t puts_ = 0, reads_ = 0;
};

TEST_F(NasPnc, AReadWaitsForTheAnswerAndHasItsHit) {
  read();
  EXPECT_TRUE(bench.answers().empty());
  const auto asked = queries();
  ASSERT_EQ(asked.size(), 1U);
  EXPECT_EQ(asked[0].name, "AB00ABC");
  answer(asked[0]);
  EXPECT_EQ(bench.answers().size(), 1U);
  const auto found = hits();
  ASSERT_EQ(found.size(), 1U) << "of the live answer, and not of the Extract besides";
  EXPECT_EQ(found[0].source, DataSource::kFastTrack);
  EXPECT_EQ(found[0].list, "pnc:fast-track");
  EXPECT_EQ(found[0].entry.row, 7U);
  EXPECT_EQ(found[0].data_age_s, 0);
}

TEST_F(NasPnc, ALinkThatHangsIsNoticedAndTheExtractMatched) {
  read();
  bench.advance(base::milliseconds(499));
  bench.settle_all();
  EXPECT_TRUE(hits().empty());
  bench.advance(base::milliseconds(1));
  bench.settle_all();
  const auto found = hits();
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].source, DataSource::kExtract);
  EXPECT_EQ(found[0].list, "pnc:extract");
  EXPECT_EQ(found[0].data_age_s, 3'600) << "it is seven, and the Extract was issued at six";
  const auto late = queries();
  ASSERT_EQ(late.size(), 1U);
  read();
  EXPECT_EQ(hits().size(), 1U) << "at once: the link counts as down";
  EXPECT_TRUE(queries().empty());
  answer(late[0]);
  EXPECT_TRUE(hits().empty()) << "an answer that comes late gives no second hit";
}

TEST_F(NasPnc, ALinkThatAnswersAProbeIsAskedAgain) {
  read();
  bench.advance(base::milliseconds(500));
  bench.settle_all();
  queries();
  bench.advance(base::seconds(1));
  const auto probe = queries();
  ASSERT_EQ(probe.size(), 1U);
  EXPECT_EQ(probe[0].name, "QQ111QQQ") << "2.1: no other mark for a test";
  hits();
  bench.message(kPnc, {Channel::kPncAnswer, probe[0].exchange, 200, probe[0].name, text_content(formats::encode_pnc_answer({}))});
  read();
  EXPECT_EQ(queries().size(), 1U);
}

TEST_F(NasPnc, ALinkThatBreaksLetsGoOfAllThatWait) {
  read();
  read();
  EXPECT_TRUE(hits().empty());
  bench.peer(kPnc, PeerState::kDown);
  bench.settle_all();
  EXPECT_EQ(hits().size(), 2U);
  read();
  EXPECT_EQ(hits().size(), 1U);
  bench.peer(kPnc, PeerState::kUp);
  queries();
  read();
  EXPECT_EQ(queries().size(), 1U);
}

TEST_F(NasPnc, AnAnswerThatIsNoneIsNoAnswer) {
  read();
  answer(queries().at(0), 500);
  const auto found = hits();
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].source, DataSource::kExtract);
}

TEST_F(NasPnc, AFullLinkIsNotWaitedFor) {
  bench.block(kPnc.peer);
  read();
  EXPECT_EQ(hits().size(), 1U);
}

TEST_F(NasPnc, NobodyElseAnswersForIt) {
  read();
  const auto query = queries().at(0);
  bench.message(kAuditor, {Channel::kPncAnswer, query.exchange, 200, query.name, text_content(formats::encode_pnc_answer({}))});
  bench.settle_all();
  EXPECT_TRUE(bench.answers().empty());
}

TEST_F(NasPnc, AReadWithoutAMarkIsNotAskedFor) {
  bench.send_read(900, text_of(read_of("QQQQQQQ", "none")));
  bench.settle_all();
  EXPECT_TRUE(queries().empty());
}

TEST_F(NasPnc, SchengenGivesHitsAndMmcByItselfNone) {
  put("schengen", csv_of({{"SC00HEN", Action::kStop}}));
  put("mmc", csv_of({{"MM00CMM", Action::kStop}}));
  bench.peer(kPnc, PeerState::kDown);
  read("SC00HEN");
  read("MM00CMM");
  const auto found = hits();
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].source, DataSource::kSchengen);
}

}  // namespace
}  // namespace nas::test
