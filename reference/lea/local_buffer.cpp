#include "reference/lea/local_buffer.h"

#include <algorithm>
#include <charconv>
#include <string>
#include <utility>

#include "reference/base/check.h"

namespace lea {
namespace {

constexpr std::uint32_t kSlice = 256;
constexpr std::size_t kReadsInCommitMax = 4'096;
constexpr int kKeyDigits = 15;                       // so many fit into a std::string without memory of their own

std::string key_of(std::uint64_t row) {
  std::string key(kKeyDigits, '0');
  for (int at = kKeyDigits - 1; row != 0; --at, row >>= 4) key[static_cast<std::size_t>(at)] = "0123456789abcdef"[row & 15];
  return key;
}

std::uint64_t row_of(const std::string& key) {
  std::uint64_t row = 0;
  const auto [end, fault] = std::from_chars(key.data(), key.data() + key.size(), row, 16);
  PLUMB_CHECK(fault == std::errc() && end == key.data() + key.size(), "the buffer's keys are ours: " + key);
  return row;
}

}  // namespace

void LocalBuffer::recover() {
  recovering_ = doors::QueryTag{1};
  doors_.store.open(*recovering_, {doors::Table::kBuffer, ""});
  read_on();
}

void LocalBuffer::read_on() {
  if (slice_asked_ || held_.size() + kRoomForSlices > HeldReads::kCapacityMax) return;
  slice_asked_ = true;
  doors_.store.next(*recovering_, kSlice);
}

void LocalBuffer::on_rows(doors::QueryTag tag, std::span<const doors::Row> rows, doors::Last last, std::vector<Handle>& found) {
  if (recovering_ != tag || !slice_asked_) return;
  slice_asked_ = false;
  for (const doors::Row& row : rows) {
    Held& held = held_.add();
    held.content = row.content;
    held.row = row_of(row.key);
    held.stored = Stored::kYes;
    held.answered = true;
    next_row_ = std::max(next_row_, held.row + 1);
    found.push_back(held.handle);
  }
  if (last == doors::Last::kNo) return read_on();
  doors_.store.close(tag);
  recovering_.reset();
}

void LocalBuffer::forget(Held& held) {
  held.at_nas = true;
  if (held.stored == Stored::kCommitting) return;
  if (held.stored == Stored::kYes || held.maybe_stored) erasing_.push_back(held.row);
  held_.remove(held);
}

void LocalBuffer::pump() {
  if (recovering_) return read_on();
  if (in_flight_ || resting_ || (waiting_.empty() && erasing_.empty())) return;
  doors::Batch batch;
  gather(batch);
  if (batch.replaced.empty() && batch.erased.empty()) return;
  in_flight_ = true;
  commit_.tag = {++tags_};
  doors_.store.commit(commit_.tag, std::move(batch), {});
}

void LocalBuffer::gather(doors::Batch& batch) {
  // A full disk takes no rows, but may well let rows go, which is how it ceases to be full: after a failure they go alone, in turns.
  erased_alone_ = failing_ && !erasing_.empty() && !erased_alone_;
  if (!erased_alone_) gather_reads(batch);
  std::swap(commit_.erased, erasing_);
  batch.erased.reserve(commit_.erased.size());
  for (const std::uint64_t row : commit_.erased) batch.erased.push_back({doors::Table::kBuffer, key_of(row)});
}

void LocalBuffer::gather_reads(doors::Batch& batch) {
  batch.replaced.reserve(std::min(waiting_.size(), kReadsInCommitMax));
  while (!waiting_.empty() && commit_.reads.size() < kReadsInCommitMax) {
    const Handle handle = waiting_.front();
    waiting_.pop_front();
    Held* held = held_.find(handle);
    if (held == nullptr) continue;   // NAS was faster
    if (!held->maybe_stored) held->row = next_row_++;
    held->stored = Stored::kCommitting;
    batch.replaced.push_back({doors::Table::kBuffer, key_of(held->row), held->content});
    commit_.reads.push_back(handle);
  }
}

void LocalBuffer::on_durable(doors::CommitTag tag, const doors::CommitResult& result, Kept& kept) {
  if (!in_flight_ || commit_.tag != tag) return;
  in_flight_ = false;
  const bool durable = result.outcome == doors::CommitOutcome::kDurable;
  if (!durable) put_back();
  if (result.outcome != doors::CommitOutcome::kUnknown && !commit_.reads.empty()) failing_ = !durable;
  for (const Handle handle : commit_.reads) {
    Held* held = held_.find(handle);
    PLUMB_CHECK(held != nullptr, "a read is held while a commit holds it");
    conclude(*held, result.outcome, kept);
  }
  commit_.reads.clear();
  commit_.erased.clear();
}

void LocalBuffer::conclude(Held& held, doors::CommitOutcome outcome, Kept& kept) {
  const bool durable = outcome == doors::CommitOutcome::kDurable;
  held.stored = durable ? Stored::kYes : Stored::kNo;
  held.maybe_stored |= outcome == doors::CommitOutcome::kUnknown;
  if (held.at_nas) return forget(held);
  if (durable) kept.durable.push_back(held.handle);
  if (outcome == doors::CommitOutcome::kFailed) kept.failed.push_back(held.handle);
}

void LocalBuffer::put_back() {
  waiting_.insert(waiting_.begin(), commit_.reads.begin(), commit_.reads.end());
  erasing_.insert(erasing_.end(), commit_.erased.begin(), commit_.erased.end());
  resting_ = true;
  doors_.timers.arm(kStoreTimer, retry_after_);
}

}  // namespace lea
