#include "simulator/actors/pnc.h"

#include <gtest/gtest.h>

#include "reference/base/hash.h"
#include "reference/formats/subscription.h"
#include "reference/lists/voi_list.h"
#include "tests/unit/simulator/actors/fake_wire.h"

namespace {

const base::Instant kDay = *base::parse_rfc3339("2019-06-11T06:58:00Z");

struct Pnc : testing::Test {
  kernel::Kernel kernel{kDay};
  small::FakeWire wire;
  small::Deaf witness;
  actors::Pnc pnc{{kernel, wire, witness, 1}, files(), {base::milliseconds(20), {base::seconds(10), base::seconds(10), 2}, kDay}, {1}, {0}};

  static actors::NationalFiles files() {
    std::vector<world::Vehicle> all;
    for (std::uint64_t i = 0; i < 9; ++i) all.push_back({i, fmt::format("AB01{:03}", i), "FORD", "BLUE"});
    scenario::NationalSpec spec;
    spec.fast_track_rows = 4;
    spec.extract_rows = 3;
    spec.schengen_rows = 2;
    return actors::VoiFiles(all, kDay).national(spec);
  }
  void begin() {
    pnc.begin();
    pnc.on_peer({1}, doors::PeerState::kUp);
  }
  void wait(base::Duration by) { kernel.run_until(kernel.now() + by); }
  void answer(std::uint16_t status) {
    doors::Message message;
    message.channel = doors::Channel::kNationalDataAnswer;
    message.exchange = wire.sent.back().message.exchange;
    message.status = status;
    pnc.on_message({1}, message);
  }
  void take_all() {
    while (!pnc.done()) answer(200);
  }
  std::vector<doors::Message> of(doors::Channel channel) const {
    std::vector<doors::Message> found;
    for (const auto& sent : wire.sent) {
      if (sent.message.channel == channel) found.push_back(sent.message);
    }
    return found;
  }
  void ask(const std::string& vrm) { pnc.on_message({1}, {doors::Channel::kPncQuery, 5, 0, vrm, {}}); }
};

TEST_F(Pnc, IssuesItsFilesWithTheirHashOneAfterTheOther) {
  begin();
  take_all();
  const auto sent = of(doors::Channel::kNationalData);
  ASSERT_EQ(sent.size(), 3U);
  EXPECT_EQ(sent[0].name.substr(0, 9), "schengen;");
  EXPECT_EQ(sent[2].name, "extract;issued=2019-06-11T06:58:00.000000Z;sha-256=" + base::sha256_hex(sent[2].content.text.view()));
  EXPECT_EQ(witness.count<base::event::PncExtractIssued>(), 1U);
  EXPECT_EQ(witness.count<base::event::PncEntries>(), 3U);
  wait(base::seconds(21));
  take_all();
  const auto later = of(doors::Channel::kNationalData);
  EXPECT_EQ(witness.count<base::event::PncExtractIssued>(), 3U);
  EXPECT_NE(later[2].content.text, later.back().content.text) << "each issue is another file";
}

TEST_F(Pnc, EveryRowOfItsFilesLoads) {
  for (const base::Bytes& file : {files().fast_track_csv, files().schengen, files().mmc, files().extract(1)}) {
    const auto list = lists::parse_voi_list("LEA_x.csv", file.view());
    ASSERT_TRUE(list.has_value());
    EXPECT_TRUE(list->refused.empty());
  }
  EXPECT_EQ(lists::parse_voi_list("LEA_x.csv", files().extract(1).view())->entries.size(), 3U);
}

TEST_F(Pnc, AnswersAQueryAfterItsTime) {
  begin();
  ask("AB01003");
  ask("ZZ99ZZZ");
  wait(base::milliseconds(19));
  EXPECT_TRUE(of(doors::Channel::kPncAnswer).empty());
  wait(base::milliseconds(1));
  const auto answers = of(doors::Channel::kPncAnswer);
  ASSERT_EQ(answers.size(), 2U);
  const auto found = formats::decode_pnc_answer(answers[0].content.text.view());
  ASSERT_TRUE(found && found->size() == 1);
  EXPECT_EQ((*found)[0].row, 4U);
  EXPECT_TRUE(formats::decode_pnc_answer(answers[1].content.text.view())->empty());
}

TEST_F(Pnc, SaysNothingWhileItHangsAndTellsTheTruthOfIt) {
  begin();
  pnc.turn(actors::PncFault::kHangs, true);
  ask("AB01003");
  wait(base::seconds(1));
  EXPECT_TRUE(of(doors::Channel::kPncAnswer).empty());
  pnc.turn(actors::PncFault::kHangs, false);
  EXPECT_EQ(witness.count<base::event::PncLink>(), 3U) << "up, down, up";
}

TEST_F(Pnc, HoldsAnIssueBackWhileItIsLate) {
  begin();
  take_all();
  pnc.turn(actors::PncFault::kExtractLate, true);
  wait(base::seconds(15));
  EXPECT_EQ(witness.count<base::event::PncExtractIssued>(), 1U);
  EXPECT_FALSE(pnc.done());
  pnc.turn(actors::PncFault::kExtractLate, false);
  EXPECT_EQ(witness.count<base::event::PncExtractIssued>(), 2U);
}

TEST_F(Pnc, SendsAnIssueAgainThatDidNotArriveWhole) {
  begin();
  answer(200);
  pnc.turn(actors::PncFault::kExtractCut, true);
  answer(200);   // and now the Extract goes
  const auto cut = of(doors::Channel::kNationalData).back();
  EXPECT_EQ(cut.name.find(base::sha256_hex(cut.content.text.view())), std::string::npos);
  pnc.turn(actors::PncFault::kExtractCut, false);
  answer(422);
  wait(base::seconds(5));
  const auto whole = of(doors::Channel::kNationalData).back();
  EXPECT_EQ(whole.name, cut.name);
  EXPECT_NE(whole.name.find(base::sha256_hex(whole.content.text.view())), std::string::npos);
  EXPECT_EQ(witness.count<base::event::PncExtractIssued>(), 1U);
}

}  // namespace
