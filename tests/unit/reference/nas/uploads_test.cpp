// Lists that come in slices: what each call does, what a crash leaves, who may change what.
#include <gtest/gtest.h>

#include "reference/nas/list_desk.h"
#include "reference/nas/tags.h"
#include "reference/nas/weeder.h"
#include "tests/unit/reference/nas/nas_bench.h"

namespace nas::test {
namespace {

using domain::Action;
const doors::Principal kOtherOwner{{6}, doors::Role::kListOwner, "12", "owner-12"};

/// A list of so many rows whose first mark is AB00ABC.
std::string long_csv(std::size_t rows, Action action = Action::kStop) {
  std::vector<std::pair<std::string, Action>> entries{{"AB00ABC", action}};
  while (entries.size() < rows) entries.emplace_back("CD" + std::to_string(entries.size()), action);
  return csv_of(entries);
}

struct NasUploads : testing::Test {
  NasUploads() { bench.start_all(); }
  void slice(const std::string& text, doors::Last last, std::uint64_t exchange = 77, const doors::Principal& from = kOwner) {
    bench.message(from, {Channel::kVoiList, exchange, 0, kListFile, text_content(text)}, last);
  }
  int answer(const doors::Principal& to = kOwner) {
    const auto sent = bench.transport.taken(to.peer);
    return sent.size() == 1 ? sent[0].status : -static_cast<int>(sent.size());
  }
  std::size_t hits_of_a_read() {
    ++exchange_;
    bench.send_read(exchange_, text_of(read_of("AB00ABC", "u" + std::to_string(exchange_))));
    bench.settle_all();
    return bench.hits().size();
  }
  void remove(const doors::Principal& by) {
    bench.message(by, {Channel::kVoiListRemoval, 78, 0, kListFile, {}});
    bench.settle_all();
  }
  NasBench bench;

 private:
  std::uint64_t exchange_ = 0;
};

TEST_F(NasUploads, NoCallReadsMoreThanASlice) {
  const std::string csv = long_csv(20'000);
  slice(csv, doors::Last::kYes);   // all of it in one call, as a batch brings it
  std::size_t calls = 1;
  for (; bench.timers.armed.contains(kWorkTimer); ++calls) {
    bench.fire(kWorkTimer);
    while (!bench.store.commits.empty()) bench.settle(Fate::kDurable);
    ASSERT_LE(bench.store.count(Table::kListParts), calls * lists::VoiListParser::kSliceBytesMax / kPartBytes + 1);
  }
  EXPECT_GE(calls, csv.size() / lists::VoiListParser::kSliceBytesMax);
  bench.settle_all();
  EXPECT_EQ(answer(), 200);
  EXPECT_EQ(bench.stored_list(), csv);
}

TEST_F(NasUploads, AReadGoesThroughBetweenAnyTwoPieces) {
  bench.list({{"AB00ABC", Action::kStop}});
  slice(long_csv(20'000), doors::Last::kYes);
  std::size_t rounds = 0;
  for (; bench.timers.armed.contains(kWorkTimer) && rounds < 20; ++rounds) {
    bench.send_read(1'000 + rounds, text_of(read_of("AB00ABC", "between" + std::to_string(rounds))));
    bench.give_all_rows();
    while (!bench.store.commits.empty()) bench.settle(Fate::kDurable);
    bench.tell_followers();
    EXPECT_EQ(bench.answers().size(), 1U);
    EXPECT_EQ(bench.hits().size(), 1U) << "by the old version or the new, and never by none";
    bench.fire(kWorkTimer);
  }
  EXPECT_EQ(rounds, 20U);
}

TEST_F(NasUploads, ACrashInTheMiddleLeavesTheOldVersionAndNothingElse) {
  bench.list({{"AB00ABC", Action::kStop}});
  const std::string csv = long_csv(10'000, Action::kNoAlert);
  slice(csv.substr(0, csv.size() / 2), doors::Last::kNo);
  bench.settle_all();
  EXPECT_EQ(bench.store.count(Table::kUploads), 1U);
  bench.crash();
  bench.start_all();
  EXPECT_EQ(hits_of_a_read(), 1U);
  EXPECT_EQ(bench.store.count(Table::kUploads), 0U);
  EXPECT_EQ(bench.store.count(Table::kListParts), 1U) << "the old version's";
}

TEST_F(NasUploads, ACrashBeforeTheLastCommitIsOneBefore) {
  bench.list({{"AB00ABC", Action::kStop}});
  slice(csv_of({{"XY00XYZ", Action::kStop}}), doors::Last::kYes);
  ASSERT_EQ(bench.store.commits.size(), 1U);
  bench.crash();
  bench.start_all();
  EXPECT_EQ(hits_of_a_read(), 1U);
}

TEST_F(NasUploads, OneThatStopsComingIsDropped) {
  slice(long_csv(10'000).substr(0, 600'000), doors::Last::kNo);
  bench.settle_all();
  EXPECT_GT(bench.store.count(Table::kListParts), 0U);
  bench.advance(base::minutes(2));
  bench.settle_all();
  EXPECT_EQ(answer(), 408);
  EXPECT_EQ(bench.store.count(Table::kListParts), 0U);
  EXPECT_EQ(bench.store.count(Table::kUploads), 0U);
}

TEST_F(NasUploads, ManyListsAtOnceAreAllPutInForce) {
  for (std::uint64_t i = 0; i < 40; ++i) {
    const std::string file = "35_List " + std::to_string(i) + ".csv";
    bench.message(kOwner, {Channel::kVoiList, 100 + i, 0, file, text_content(csv_of({{"AB00ABC", Action::kStop}}, file))});
  }
  bench.settle_all();
  EXPECT_EQ(bench.transport.taken(kOwner.peer).size(), 40U);
  EXPECT_EQ(hits_of_a_read(), 40U) << "one VRM on forty lists gives forty hits";
}

TEST_F(NasUploads, MoreThanMayBeHeldIsAnsweredTryAgain) {
  const std::string piece(1024 * 1024, '\n');
  for (std::uint64_t i = 0; i <= ListDesk::kHeldBytesMax / piece.size(); ++i) slice(piece, doors::Last::kNo);
  EXPECT_EQ(answer(), 503);
}

TEST_F(NasUploads, AListIsRemovedByItsOwnerAlone) {
  bench.list({{"AB00ABC", Action::kStop}});
  remove(kOtherOwner);
  EXPECT_EQ(answer(kOtherOwner), 403);
  EXPECT_EQ(hits_of_a_read(), 1U);
  remove(kOwner);
  EXPECT_EQ(answer(), 204);
  EXPECT_EQ(hits_of_a_read(), 0U);
  EXPECT_EQ(bench.store.count(Table::kListParts), 0U);
  remove(kOwner);
  EXPECT_EQ(answer(), 404);
  bench.crash();
  bench.start_all();
  bench.hits();   // the one from before, again
  EXPECT_EQ(hits_of_a_read(), 0U);
}

TEST_F(NasUploads, ARemovalWhoseOutcomeIsUnknownIsNoRemovalOfNothing) {
  bench.list({{"AB00ABC", Action::kStop}});
  bench.message(kOwner, {Channel::kVoiListRemoval, 78, 0, kListFile, {}});
  bench.settle(Fate::kUnknownStored);
  bench.advance(base::milliseconds(50));
  bench.settle_all();
  EXPECT_EQ(answer(), 204);
}

TEST_F(NasUploads, AnotherFrontEndsVersionIsNotOvertakenByARetryOfOurs) {
  slice(csv_of({{"XY00XYZ", Action::kStop}}), doors::Last::kYes);
  bench.settle(Fate::kUnknownStored);
  bench.list_elsewhere(csv_of({{"AB00ABC", Action::kStop}}));
  bench.advance(base::milliseconds(50));
  bench.settle_all();
  EXPECT_EQ(answer(), 200);
  EXPECT_EQ(hits_of_a_read(), 1U) << "the later version";
}

TEST_F(NasUploads, NationalDataIsThePncsAndWhole) {
  const std::string csv = csv_of({{"AB00ABC", Action::kStop}});
  const doors::Principal pnc{{8}, doors::Role::kPnc, "", "pnc"};
  const auto put = [&](const std::string& name, const doors::Principal& from) {
    bench.message(from, {Channel::kNationalData, 5, 0, name, text_content(csv)});
    bench.settle_all();
    return answer(from);
  };
  EXPECT_EQ(put("extract", kOwner), 403);
  EXPECT_EQ(put("extract;sha-256=" + base::sha256_hex("another"), pnc), 422);
  EXPECT_EQ(put("fast-track", pnc), 422);
  EXPECT_EQ(put("extract;issued=2019-06-11T06:00:00Z;sha-256=" + base::sha256_hex(csv), pnc), 200);
  EXPECT_EQ(bench.stored_list("pnc:extract"), csv);
}

TEST(NasWeeding, IsNotedOnceForEachEntryAtMidnight) {
  NasBench bench;
  bench.start_all();
  lists::VoiList list;
  list.file = kListFile;
  list.owner = "35";
  const base::Instant midnight = *base::parse_rfc3339("2019-06-12T00:00:00Z");
  for (std::uint32_t row = 1; row <= 3; ++row) {
    domain::VoiEntry entry{*domain::Vrm::make("AB00AB" + std::to_string(row))};
    entry.reason = "Drugs";
    entry.in_force_from = midnight - base::hours(48);
    entry.weeded_at = row == 2 ? midnight + base::hours(24) : midnight;
    entry.row = row;
    list.entries.push_back(std::move(entry));
  }
  bench.upload(lists::encode_voi_list(list));
  bench.settle_all();
  EXPECT_EQ(bench.store.count(Table::kWeeded), 0U);
  bench.advance(midnight - bench.now().wall - base::Duration{1});
  bench.settle_all();
  EXPECT_EQ(bench.store.count(Table::kWeeded), 0U) << "not a moment early";
  bench.advance(base::Duration{1});
  bench.settle_all();
  ASSERT_EQ(bench.store.count(Table::kWeeded), 1U);
  const auto row = bench.store.rows.lower_bound({Table::kWeeded, ""});
  const auto weeded = weeded_of({Table::kWeeded, row->first.second, row->second});
  ASSERT_TRUE(weeded.has_value());
  EXPECT_EQ(weeded->file, kListFile);
  EXPECT_EQ(weeded->rows, (std::vector<std::uint32_t>{1, 3}));
  bench.crash();
  bench.start_all();
  EXPECT_EQ(bench.store.count(Table::kWeeded), 1U) << "and not again after a restart";
}

}  // namespace
}  // namespace nas::test
