// VOI lists and captures: who may, what is answered, when it counts.
#include <gtest/gtest.h>

#include "reference/base/hash.h"
#include "reference/nas/identity.h"
#include "reference/nas/list_answer.h"
#include "reference/nas/list_desk.h"
#include "tests/unit/reference/nas/nas_bench.h"

namespace nas::test {
namespace {

using domain::Action;
const doors::Principal kOtherOwner{{6}, doors::Role::kListOwner, "12", "owner-12"};

int status_of(NasBench& bench, const doors::Principal& to = kOwner) {
  const auto sent = bench.transport.taken(to.peer);
  return sent.size() == 1 ? sent[0].status : -static_cast<int>(sent.size());
}

TEST(NasLists, AreInForceWhenTheyAreDurable) {
  NasBench bench;
  bench.start_all();
  const std::string csv = csv_of({{"AB00ABC", Action::kStop}});
  bench.upload(csv);
  EXPECT_TRUE(bench.transport.taken(kOwner.peer).empty());
  bench.settle_all();
  const auto sent = bench.transport.taken(kOwner.peer);
  ASSERT_EQ(sent.size(), 1U);
  EXPECT_EQ(sent[0].channel, Channel::kVoiListAnswer);
  EXPECT_EQ(sent[0].status, 200);
  EXPECT_EQ(sent[0].name, kListFile);
  EXPECT_EQ(sent[0].content.text.view(), R"({"version":")" + base::sha256_hex(csv) + R"(","rows":1,"loaded":1,"refused":[]})");
  bench.send_read(1, text_of(read_of("AB00ABC", "r1")));
  bench.settle_all();
  EXPECT_EQ(bench.hits().size(), 1U);
}

TEST(NasLists, ComeInSlices) {
  NasBench bench;
  bench.start_all();
  const std::string csv = csv_of({{"AB00ABC", Action::kStop}, {"CD00CDE", Action::kStop}});
  for (std::size_t at = 0; at < csv.size(); at += 50) {
    bench.message(kOwner, {Channel::kVoiList, 1, 0, kListFile, text_content(csv.substr(at, 50))},
                  at + 50 < csv.size() ? doors::Last::kNo : doors::Last::kYes);
  }
  bench.settle_all();
  EXPECT_EQ(bench.stored_list(), csv);
}

TEST(NasLists, ReplaceTheOneOfTheSameName) {
  NasBench bench;
  bench.start_all();
  bench.list({{"AB00ABC", Action::kStop}});
  bench.list({{"CD00CDE", Action::kStop}});
  bench.send_read(1, text_of(read_of("AB00ABC", "r1")));
  bench.send_read(2, text_of(read_of("CD00CDE", "r2")));
  bench.settle_all();
  EXPECT_EQ(bench.hits(), std::vector{hit_id_of(capture_id_of(read_of("CD00CDE", "r2")), kListFile, 1)});
}

TEST(NasLists, NameEveryRowThatWasRefused) {
  lists::VoiList list;
  list.entries.push_back({*domain::Vrm::make("AB00ABC")});
  list.refused.push_back({2, 1, "A \"B\"", "no spaces", "5-c"});
  list.refused.push_back({2, 5, "Halt", "a standard word", "5-d"});
  list.refused.push_back({4, 9, "x", "y", "5-h"});
  EXPECT_EQ(encode_list_answer(list, "v"),
            R"({"version":"v","rows":3,"loaded":1,"refused":[)"
            R"({"row":2,"column":1,"found":"A \"B\"","expected":"no spaces","clause":"5-c"},)"
            R"({"row":2,"column":5,"found":"Halt","expected":"a standard word","clause":"5-d"},)"
            R"({"row":4,"column":9,"found":"x","expected":"y","clause":"5-h"}]})");
}

TEST(NasLists, AreTakenFromTheirOwnersAlone) {
  NasBench bench;
  bench.start_all();
  const std::string csv = csv_of({{"AB00ABC", Action::kStop}});
  bench.upload(csv, kListFile, kOperator);
  EXPECT_EQ(status_of(bench, kOperator), 403);
  bench.upload(csv, kListFile, kOtherOwner);
  EXPECT_EQ(status_of(bench, kOtherOwner), 403);
  bench.upload(csv, "no such organisation.csv");
  EXPECT_EQ(status_of(bench), 422);
  EXPECT_EQ(bench.store.count(Table::kLists), 0U);
}

TEST(NasLists, TooLongIsAnsweredOnceAndItsRestIsNoList) {
  NasBench bench({.list_bytes_max = 4 * 1024 * 1024});
  bench.start_all();
  const doors::Content slice = text_content(std::string(1024 * 1024, 'x'));
  for (int i = 0; i < 5; ++i) bench.message(kOwner, {Channel::kVoiList, 1, 0, kListFile, slice}, doors::Last::kNo);
  EXPECT_EQ(status_of(bench), 413);
  bench.settle_all();
  bench.message(kOwner, {Channel::kVoiList, 1, 0, kListFile, text_content(csv_of({}))});
  bench.settle_all();
  EXPECT_EQ(status_of(bench), 0);
  EXPECT_EQ(bench.store.count(Table::kLists), 0U);
}

TEST(NasLists, ABrokenUploadIsForgotten) {
  NasBench bench;
  bench.start_all();
  bench.message(kOwner, {Channel::kVoiList, 1, 0, kListFile, text_content("half a")}, doors::Last::kNo);
  bench.peer(kOwner, PeerState::kDown);
  bench.peer(kOwner, PeerState::kUp);
  const std::string csv = csv_of({{"AB00ABC", Action::kStop}});
  bench.message(kOwner, {Channel::kVoiList, 1, 0, kListFile, text_content(csv)});
  bench.settle_all();
  EXPECT_EQ(bench.stored_list(), csv);
}

TEST(NasLists, TooManyAtOnceShutTheirSenderOutUntilItConnectsAgain) {
  NasBench bench;
  bench.start_all();
  for (std::uint64_t i = 0; i <= ListDesk::kUploadsMax; ++i) {
    bench.message(kOwner, {Channel::kVoiList, i, 0, kListFile, text_content("x")}, doors::Last::kNo);
  }
  EXPECT_EQ(status_of(bench), 503);
  bench.message(kOwner, {Channel::kVoiList, ListDesk::kUploadsMax, 0, kListFile, text_content(csv_of({}))});
  bench.settle_all();
  EXPECT_EQ(bench.store.count(Table::kLists), 0U) << "its last slice alone is no list";
  bench.peer(kOwner, PeerState::kUp);
  bench.list({{"AB00ABC", Action::kStop}});
  EXPECT_EQ(bench.store.count(Table::kLists), 1U);
}

TEST(NasLists, ACommitThatFailsOrIsUnknownIsTriedAgain) {
  for (const Fate fate : {Fate::kFailed, Fate::kUnknownLost, Fate::kUnknownStored}) {
    NasBench bench;
    bench.start_all();
    bench.upload(csv_of({{"AB00ABC", Action::kStop}}));
    bench.settle(fate);
    EXPECT_EQ(status_of(bench), 0);
    bench.advance(base::milliseconds(50));
    bench.settle_all();
    EXPECT_EQ(status_of(bench), 200);
    bench.send_read(1, text_of(read_of("AB00ABC", "r1")));
    bench.settle_all();
    EXPECT_EQ(bench.answers().size(), 1U);
    EXPECT_EQ(bench.hits().size(), 1U);
  }
}

TEST(NasLists, SurviveARestart) {
  NasBench bench;
  bench.start_all();
  bench.list({{"AB00ABC", Action::kStop}});
  bench.upload(csv_of({{"CD00CDE", Action::kStop}}, "35_Second.csv"), "35_Second.csv");
  bench.settle_all();
  bench.crash();
  bench.start_all();
  bench.send_read(1, text_of(read_of("AB00ABC", "r1")));
  bench.send_read(2, text_of(read_of("CD00CDE", "r2")));
  bench.settle_all();
  EXPECT_EQ(bench.hits().size(), 2U);
}

TEST(NasCaptures, ComeBackWhole) {
  NasBench bench;
  bench.start_all();
  const doors::Content content = text_of(read_of("AB00ABC", "r1"));
  bench.send_read(1, content);
  bench.settle_all();
  const std::string id = capture_id_of(read_of("AB00ABC", "r1"));
  bench.message(kAuditor, {Channel::kCapture, 5, 0, id, {}});
  bench.settle_all();
  const auto sent = bench.transport.taken(kAuditor.peer);
  ASSERT_EQ(sent.size(), 1U);
  EXPECT_EQ(sent[0], (doors::Message{Channel::kCaptureAnswer, 5, 200, id, content}));
  EXPECT_TRUE(bench.store.cursors.empty()) << "every query is closed";
  bench.message(kAuditor, {Channel::kCapture, 6, 0, id, {}, doors::Posting::kBulk});
  bench.message(kAuditor, {Channel::kCapture, 7, 0, "c-none", {}, doors::Posting::kBulk});
  bench.settle_all();
  for (const auto& answer : bench.transport.taken(kAuditor.peer)) EXPECT_EQ(answer.posting, doors::Posting::kBulk) << "as it was asked";
}

TEST(NasCaptures, AreNotFoundOrNotForEverybody) {
  NasBench bench;
  bench.start_all();
  bench.message(kAuditor, {Channel::kCapture, 5, 0, "c-none", {}});
  bench.message(kLea, {Channel::kCapture, 6, 0, "c-none", {}});
  bench.settle_all();
  EXPECT_EQ(status_of(bench, kAuditor), 404);
  EXPECT_EQ(status_of(bench, kLea), 403);
}

TEST(NasCaptures, AreAskedForABoundedNumberAtATime) {
  NasBench bench;
  bench.start_all();
  for (std::uint64_t i = 0; i < 1'000; ++i) bench.message(kAuditor, {Channel::kCapture, i, 0, "c-" + std::to_string(i), {}});
  EXPECT_LE(bench.store.cursors.size(), 64U);
  bench.settle_all();
  EXPECT_EQ(bench.transport.taken(kAuditor.peer).size(), 1'000U);
}

}  // namespace
}  // namespace nas::test
