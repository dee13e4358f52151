// What NAS takes in, and what it answers.
#include <gtest/gtest.h>

#include "reference/nas/identity.h"
#include "tests/unit/reference/nas/nas_bench.h"

namespace nas::test {
namespace {

using Answers = std::vector<std::pair<std::uint64_t, int>>;

TEST(NasIntake, AcknowledgesOnlyWhatIsDurable) {
  NasBench bench;
  bench.start_all();
  bench.send_read(7, text_of(read_of("AB00ABC", "r1")));
  EXPECT_TRUE(bench.answers().empty());
  ASSERT_EQ(bench.store.commits.size(), 1U);
  bench.settle(Fate::kDurable);
  const auto sent = bench.transport.taken(kLea.peer);
  ASSERT_EQ(sent.size(), 1U);
  EXPECT_EQ(sent[0].channel, Channel::kReadAnswer);
  EXPECT_EQ(sent[0].exchange, 7U);
  EXPECT_EQ(sent[0].status, 201);
  const auto acknowledgement = formats::decode_acknowledgement(sent[0].content.text.view());
  ASSERT_TRUE(acknowledgement.has_value());
  EXPECT_EQ(acknowledgement->capture_id, capture_id_of(read_of("AB00ABC", "r1")));
  EXPECT_EQ(acknowledgement->read_id, "r1");
  EXPECT_EQ(acknowledgement->received_at, bench.now().wall);
}

TEST(NasIntake, StoresTheContentAsItCame) {
  NasBench bench;
  bench.start_all();
  const doors::Content sent = text_of(read_of("AB00ABC", "r1"));
  bench.send_read(1, sent);
  bench.settle_all();
  EXPECT_EQ(bench.store.rows.at({Table::kCaptures, capture_id_of(read_of("AB00ABC", "r1"))}), sent);
}

TEST(NasIntake, AnswersAValueByAValueOfTheSameWeight) {
  NasBench bench;
  bench.start_all();
  bench.send_read(1, text_of(read_of("AB00ABC", "r1")));
  bench.send_read(2, value_of(read_of("AB00ABC", "r1")));
  bench.settle_all();
  const auto sent = bench.transport.taken(kLea.peer);
  ASSERT_EQ(sent.size(), 2U);
  const auto* value = std::get_if<std::shared_ptr<const domain::Acknowledgement>>(&sent[1].content.value);
  ASSERT_NE(value, nullptr);
  EXPECT_EQ((*value)->capture_id, formats::decode_acknowledgement(sent[0].content.text.view())->capture_id);
  EXPECT_EQ(sent[1].content.size_bytes, sent[0].content.size_bytes);
  EXPECT_EQ(bench.store.count(Table::kCaptures), 1U) << "text and value of one read are one read";
}

TEST(NasIntake, RefusesWithEveryFaultAndKeepsWhatItRefused) {
  NasBench bench;
  bench.start_all();
  const doors::Content broken = text_content(R"({"vrm":"A B","time":"31/02/2019 07:00:00","read_id":"r9"})");
  bench.send_read(3, broken);
  EXPECT_TRUE(bench.answers().empty()) << "a refusal is durable too before it is answered";
  bench.settle_all();
  const auto sent = bench.transport.taken(kLea.peer);
  ASSERT_EQ(sent.size(), 1U);
  EXPECT_EQ(sent[0].status, 422);
  const auto refusal = formats::decode_refusal(sent[0].content.text.view());
  ASSERT_TRUE(refusal.has_value());
  EXPECT_EQ(refusal->read_id, "r9");
  EXPECT_GT(refusal->faults.size(), 2U);
  EXPECT_EQ(bench.store.rows.at({Table::kRefused, refused_key_of(kLea.name, broken)}), broken);
  EXPECT_EQ(bench.store.count(Table::kCaptures), 0U);
}

TEST(NasIntake, TheSameReadAgainIsStoredOnceAndAcknowledgedAgain) {
  NasBench bench;
  bench.start_all();
  bench.send_read(1, text_of(read_of("AB00ABC", "r1")));
  bench.send_read(2, text_of(read_of("AB00ABC", "r1")));   // before the first is durable
  bench.settle_all();
  bench.send_read(3, text_of(read_of("AB00ABC", "r1")));   // and after
  bench.settle_all();
  EXPECT_EQ(bench.answers(), (Answers{{1, 201}, {2, 201}, {3, 201}}));
  EXPECT_EQ(bench.store.count(Table::kCaptures), 1U);
}

TEST(NasIntake, SaysTryAgainUnderPressure) {
  NasBench bench({.units_in_batch_max = 2, .commits_in_flight_max = 2, .reads_waiting_max = 5});
  bench.start_all();
  for (std::uint64_t i = 1; i <= 6; ++i) bench.send_read(i, value_of(read_of("AB00ABC", "r" + std::to_string(i))));
  EXPECT_EQ(bench.answers(), (Answers{{6, 503}}));
  EXPECT_EQ(bench.store.commits.size(), 2U) << "no more commits than are allowed at once";
  bench.settle_all();
  EXPECT_EQ(bench.answers().size(), 5U);
  bench.send_read(6, value_of(read_of("AB00ABC", "r6")));
  bench.settle_all();
  EXPECT_EQ(bench.answers(), (Answers{{6, 201}}));
}

TEST(NasIntake, CommitsAtOnceAndGathersWhileItCannot) {
  NasBench bench({.units_in_batch_max = 10, .commits_in_flight_max = 1});
  bench.start_all();
  for (std::uint64_t i = 1; i <= 13; ++i) bench.send_read(i, value_of(read_of("AB00ABC", "r" + std::to_string(i))));
  ASSERT_EQ(bench.store.commits.size(), 1U);
  EXPECT_EQ(bench.store.commits[0].batch.units.size(), 1U);
  bench.settle(Fate::kDurable);
  EXPECT_EQ(bench.store.commits.at(0).batch.units.size(), 10U);
  bench.settle_all();
  EXPECT_EQ(bench.answers().size(), 13U);
}

TEST(NasIntake, TakesReadsFromCamerasAndLeasAlone) {
  NasBench bench;
  bench.start_all();
  bench.send_read(1, value_of(read_of("AB00ABC", "r1")), kOperator);
  EXPECT_EQ(bench.answers(kOperator), (Answers{{1, 403}}));
  const doors::Principal camera{{9}, doors::Role::kCamera, "35", "35-12-42"};
  bench.send_read(1, value_of(read_of("AB00ABC", "r1")), camera);
  bench.settle_all();
  EXPECT_EQ(bench.answers(camera), (Answers{{1, 201}}));
}

TEST(NasIntake, AReadInSlicesIsNone) {
  NasBench bench;
  bench.start_all();
  bench.message(kLea, {Channel::kRead, 1, 0, {}, text_of(read_of("AB00ABC", "r1"))}, doors::Last::kNo);
  EXPECT_EQ(bench.answers(), (Answers{{1, 400}}));
}

TEST(NasIntake, AnAnswerWaitsForRoom) {
  NasBench bench;
  bench.start_all();
  bench.block(kLea.peer);
  for (std::uint64_t i = 1; i <= 3; ++i) bench.send_read(i, value_of(read_of("AB00ABC", "r" + std::to_string(i))));
  bench.settle_all();
  EXPECT_TRUE(bench.answers().empty());
  bench.unblock(kLea.peer);
  EXPECT_EQ(bench.answers(), (Answers{{1, 201}, {2, 201}, {3, 201}}));
}

TEST(NasIntake, AnAnswerIsNotGivenInALaterConnection) {
  NasBench bench;
  bench.start_all();
  bench.send_read(1, value_of(read_of("AB00ABC", "r1")));
  bench.peer(kLea, PeerState::kDown);
  bench.peer(kLea, PeerState::kUp);
  bench.settle_all();
  EXPECT_TRUE(bench.answers().empty());
  EXPECT_EQ(bench.store.count(Table::kCaptures), 1U);
}

TEST(NasIdentity, FollowsFromCameraAndReadIdOrFromEverything) {
  domain::Read read = read_of("AB00ABC", "r1");
  const std::string id = capture_id_of(read);
  EXPECT_EQ(id.size(), 34U);
  EXPECT_TRUE(id.starts_with("c-"));
  read.vrm = *domain::Vrm::make("XY00XYZ");
  EXPECT_EQ(capture_id_of(read), id) << "the sender's id says that it is the same";
  read.read_id = "r2";
  EXPECT_NE(capture_id_of(read), id);
  read.read_id.reset();
  const std::string whole = capture_id_of(read);
  read.buffered = true;
  EXPECT_EQ(capture_id_of(read), whole) << "how it came is not what it is";
  read.lane_id = "";
  EXPECT_NE(capture_id_of(read), whole) << "an empty lane is not no lane";
  read.lane_id.reset();
  read.plate_patch = base::Bytes("another");
  EXPECT_NE(capture_id_of(read), whole);
}

TEST(NasIdentity, PartsOfANameDoNotRunIntoEachOther) {
  EXPECT_NE(hit_id_of("c-1", "1_list", 1), hit_id_of("c-11", "_list", 1));
  EXPECT_NE(hit_id_of("c-1", "list", 1), hit_id_of("c-1", "list", 2));
  const std::string long_name(500, 'x');
  EXPECT_NE(hit_id_of("c-1", long_name, 1), hit_id_of("c-1", long_name + "x", 1));
}

TEST(NasOptions, ComeBackFromARecordsHeader) {
  const NasOptions options{.units_in_batch_max = 3, .commits_in_flight_max = 9, .reads_waiting_max = 1, .retry_after = base::seconds(2)};
  const auto back = options_of(record_header(options));
  ASSERT_TRUE(back.has_value());
  EXPECT_EQ(record_header(*back), record_header(options));
  EXPECT_FALSE(options_of({"nas", {}}).has_value());
}

}  // namespace
}  // namespace nas::test
