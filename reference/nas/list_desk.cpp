#include "reference/nas/list_desk.h"

#include <algorithm>
#include <utility>

#include "reference/base/check.h"
#include "reference/nas/answer.h"
#include "reference/nas/list_answer.h"

namespace nas {
namespace {

constexpr auto kAnswer = doors::Channel::kVoiListAnswer;
constexpr std::uint32_t kListsASlice = 1;   // for each is parsed in the call that brings it

}  // namespace

void ListDesk::begin(doors::ListEpoch epoch, bool anything_stored) {
  epoch_ = newest_ = epoch;
  if (anything_stored) read_all();
}

void ListDesk::on_stale(doors::ListEpoch epoch) {
  newest_ = std::max(newest_, epoch);
  // With a change of our own under way, its completion says whether that was the one.
  if (epoch_ < newest_ && accepted_.empty() && !reading_) read_all();
}

void ListDesk::read_all() {
  read_ = lists::MatchIndex();
  read_epoch_ = newest_;
  reading_ = tags_.query();
  doors_.store.open(*reading_, {doors::Table::kLists, ""});
  doors_.store.next(*reading_, kListsASlice);
}

bool ListDesk::on_rows(doors::QueryTag tag, std::span<const doors::Row> rows, doors::Last last) {
  if (reading_ != tag) return false;
  for (const doors::Row& row : rows) {
    auto list = lists::parse_voi_list(row.key, row.content.text.view());
    PLUMB_CHECK(list.has_value(), "a list is stored only after it was parsed: " + row.key);
    read_.replace(*std::move(list));
  }
  if (last == doors::Last::kNo) {
    doors_.store.next(tag, kListsASlice);
    return true;
  }
  doors_.store.close(tag);
  reading_.reset();
  index_ = std::exchange(read_, lists::MatchIndex());
  epoch_ = read_epoch_;
  if (epoch_ < newest_) read_all();
  return true;
}

void ListDesk::on_slice(const doors::Principal& from, const doors::Message& slice, doors::Last last) {
  if (std::ranges::find(shut_out_, from.peer) != shut_out_.end()) return;
  auto upload =
      std::ranges::find_if(uploads_, [&](const Upload& u) { return u.from == from.peer && u.request.exchange == slice.exchange; });
  if (upload == uploads_.end()) {
    if (uploads_.size() >= kUploadsMax) {
      shut_out_.push_back(from.peer);
      static_cast<void>(peers_.send(from.peer, answer_to(slice, kAnswer, 503, problem(503, "too many uploads at once"))));
      return;
    }
    uploads_.push_back({from.peer, {slice.channel, slice.exchange, 0, slice.name, {}}, {}, false});
    upload = uploads_.end() - 1;
  }
  collect(from, *upload, slice);
  if (last == doors::Last::kNo) return;
  Upload whole = std::move(*upload);
  uploads_.erase(upload);
  if (!whole.answered) finish(from, std::move(whole));
}

void ListDesk::on_peer(doors::PeerId peer) {
  std::erase_if(uploads_, [&](const Upload& u) { return u.from == peer; });
  std::erase(shut_out_, peer);
}

void ListDesk::collect(const doors::Principal& from, Upload& upload, const doors::Message& slice) {
  if (upload.answered) return;
  if (from.role != doors::Role::kListOwner) return refuse(upload, 403, "only a list owner may upload a list");
  if (upload.csv.size() + slice.content.text.size() > kListBytesMax) return refuse(upload, 413, "a list of more than 4 MiB");
  upload.csv += slice.content.text.view();
}

void ListDesk::refuse(Upload& upload, std::uint16_t status, std::string_view title, std::string_view detail) {
  upload.answered = true;
  upload.csv = {};
  static_cast<void>(peers_.send(upload.from, answer_to(upload.request, kAnswer, status, problem(status, title, detail))));
}

void ListDesk::finish(const doors::Principal& from, Upload upload) {
  const auto name = lists::parse_own_list_name(upload.request.name, from.organisation);
  if (!name && name.error().kind == &lists::kListNotOwned) return refuse(upload, 403, "a list of another organisation");
  auto list = lists::parse_voi_list(upload.request.name, upload.csv);
  if (!list) return refuse(upload, 422, "not a VOI list", list.error().message());
  if (accepted_.size() >= kUploadsMax) return refuse(upload, 503, "too many lists on their way into the store");
  accepted_.push_back(
      {from.peer, peers_.session(from.peer), std::move(upload.request), base::Bytes(std::move(upload.csv)), *std::move(list)});
}

void ListDesk::pump() {
  if (accepted_.empty() || in_flight_ || resting_ || reading_) return;
  const Accepted& next = accepted_.front();
  doors::Batch batch;
  batch.replaced.push_back({doors::Table::kLists, next.request.name, content_of(next.csv)});
  batch.advances_list_epoch = true;
  in_flight_ = tags_.commit();
  doors_.store.commit(*in_flight_, std::move(batch), epoch_);
}

bool ListDesk::on_durable(doors::CommitTag tag, const doors::CommitResult& result) {
  if (in_flight_ != tag) return false;
  in_flight_.reset();
  if (result.outcome == doors::CommitOutcome::kDurable) {
    put_in_force(result.epoch);
  } else if (result.outcome == doors::CommitOutcome::kStaleEpoch) {
    newest_ = std::max(newest_, result.epoch);
    if (epoch_ < newest_) read_all();
  } else {
    resting_ = true;
    doors_.timers.arm(kListTimer, retry_after_);
  }
  return true;
}

void ListDesk::put_in_force(doors::ListEpoch epoch) {
  Accepted done = std::move(accepted_.front());
  accepted_.pop_front();
  const bool alone = epoch.value == epoch_.value + 1;   // no other change came between
  doors::Content answer = content_of(encode_list_answer(done.list, version_of(done.csv.view())));
  index_.replace(std::move(done.list));
  newest_ = std::max(newest_, epoch);
  if (alone) epoch_ = epoch;
  static_cast<void>(peers_.answer(done.from, done.session, answer_to(done.request, kAnswer, 200, std::move(answer))));
  if (epoch_ < newest_) read_all();
}

}  // namespace nas
