// How lists get into the store: parts as they come, and the one commit that puts a version in force.
#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "reference/nas/answer.h"
#include "reference/nas/list_desk.h"

namespace nas {
namespace {

constexpr std::size_t kPartsWithVersion = 64;   // that may be stored in the commit that puts their version in force
constexpr std::size_t kPartsAtOnce = 512;      // in one commit: lists must not come faster than they are stored, as far as a link goes
constexpr std::uint32_t kSlice = 64;

doors::Row part_row(const Upload& upload, std::uint32_t part, const base::Bytes& bytes) {
  return {doors::Table::kListParts, part_key(upload.id, part), content_of(bytes)};
}

}  // namespace

void ListDesk::begin() {
  sweeping_ = tags_.query();
  doors_.store.open(*sweeping_, {doors::Table::kUploads, "", fmt::format("{}-", options_.front_end)});
  doors_.store.next(*sweeping_, kSlice);
}

bool ListDesk::on_rows(doors::QueryTag tag, std::span<const doors::Row> rows, doors::Last last) {
  if (sweeping_ != tag) return false;
  for (const doors::Row& row : rows) {
    if (std::ranges::any_of(uploads_, [&](const Upload& u) { return u.id == row.key; })) continue;   // of this life
    chores_.erase_under(parts_of(row.key));
    chores_.erase({doors::Table::kUploads, row.key});
  }
  if (last == doors::Last::kNo) {
    doors_.store.next(tag, kSlice);
    return true;
  }
  doors_.store.close(tag);
  sweeping_.reset();
  return true;
}

void ListDesk::pump() {
  hear_told();
  for (Upload& upload : uploads_) {
    if (upload.storing || resting_ || upload.stage == Upload::Stage::kOver || upload.stage == Upload::Stage::kTold) continue;
    const bool with_version = upload.stage != Upload::Stage::kReading && upload.parts.size() <= kPartsWithVersion;
    if (!with_version && !upload.parts.empty()) {
      store_parts(upload);
    } else if (upload.stage == Upload::Stage::kReady && !in_flight_ && shelf_.knows_all()) {
      put_in_force(upload);
    }
  }
  sweep_over();
}

/// What is cut, and how many parts there are now, so that other front ends know what to read and whoever finds the upload abandoned
/// sweeps it.
void ListDesk::store_parts(Upload& upload) {
  doors::Batch batch;
  upload.storing_parts = static_cast<std::uint32_t>(std::min(upload.parts.size(), kPartsAtOnce));
  for (std::uint32_t i = 0; i < upload.storing_parts; ++i) {
    batch.replaced.push_back(part_row(upload, upload.parts_stored + i, upload.parts[i]));
  }
  const std::uint32_t there = upload.parts_stored + upload.storing_parts;
  batch.replaced.push_back({doors::Table::kUploads, upload.id, content_of(fmt::format("{}\n{}", there, upload.file))});
  upload.storing = tags_.commit();
  doors_.store.commit(*upload.storing, std::move(batch), shelf_.newest());
}

/// What was put in force before goes with the same commit: whoever is still reading its parts has been overtaken.
void ListDesk::put_in_force(Upload& upload) {
  const Manifest* before = shelf_.newest_of(upload.file);
  if (upload.is_removal && (before == nullptr || before->removed())) {
    if (!upload.is_tried) return refuse(upload, 404, "no such list");
    upload.stage = Upload::Stage::kTold;   // what it came to was unknown until now
    upload.epoch = before->epoch;
    return answer_told(upload);
  }
  upload.is_tried = true;
  doors::Batch batch;
  for (std::uint32_t i = 0; i < upload.parts.size(); ++i) {
    batch.replaced.push_back(part_row(upload, upload.parts_stored + i, upload.parts[i]));
  }
  if (upload.parts_stored > 0) batch.erased.push_back({doors::Table::kUploads, upload.id});
  if (before != nullptr && !before->removed()) batch.erased_under.push_back(parts_of(before->upload));
  const doors::ListEpoch next{shelf_.newest().value + 1};
  batch.replaced.push_back(
      row_of({upload.file, upload.is_removal ? "" : upload.id, upload.version, upload.parts_made(), next, upload.issued_at}));
  batch.advances_list_epoch = true;
  in_flight_ = tags_.commit();
  in_flight_id_ = upload.id;
  doors_.store.commit(*in_flight_, std::move(batch), shelf_.newest());
}

bool ListDesk::on_durable(doors::CommitTag tag, const doors::CommitResult& result) {
  if (in_flight_ == tag) {
    in_flight_.reset();
    const bool has_word = result.outcome == doors::CommitOutcome::kDurable || result.outcome == doors::CommitOutcome::kStaleEpoch;
    if (!has_word) rest();
    shelf_.on_epoch(result.epoch);
    if (result.outcome != doors::CommitOutcome::kDurable) return true;
    for (Upload& upload : uploads_) {
      if (upload.id != in_flight_id_ || upload.stage != Upload::Stage::kReady) continue;
      upload.stage = Upload::Stage::kTold;
      upload.epoch = result.epoch;
    }
    return true;
  }
  const auto upload = std::ranges::find(uploads_, std::optional(tag), &Upload::storing);
  if (upload == uploads_.end()) return false;
  settle_parts(*upload, result);
  return true;
}

void ListDesk::settle_parts(Upload& upload, const doors::CommitResult& result) {
  upload.storing.reset();
  const bool durable = result.outcome == doors::CommitOutcome::kDurable;
  if (upload.stage == Upload::Stage::kOver) {   // dropped meanwhile
    upload.parts_stored += upload.storing_parts;   // they may be there
    return drop(upload);
  }
  if (!durable) return rest();
  for (std::uint32_t i = 0; i < upload.storing_parts; ++i) {
    const std::uint64_t size = upload.parts.front().size();
    upload.parts.pop_front();
    upload.held -= size;
    held_ -= size;
  }
  upload.parts_stored += upload.storing_parts;
}

void ListDesk::rest() {
  resting_ = true;
  doors_.timers.arm(kListTimer, options_.retry_after);
}

/// A commit whose outcome was unknown shows in what the store tells; and what is in force here is answered.
void ListDesk::hear_told() {
  const std::vector<Manifest> told = shelf_.take_told();
  for (Upload& upload : uploads_) {
    if (upload.stage == Upload::Stage::kReady && !upload.is_removal) {
      const auto its = std::ranges::find(told, upload.id, &Manifest::upload);
      if (its != told.end()) {
        upload.stage = Upload::Stage::kTold;
        upload.epoch = its->epoch;
      }
    }
    if (upload.stage == Upload::Stage::kTold) answer_told(upload);
  }
}

/// Once what the store has is in force here, too.
void ListDesk::answer_told(Upload& upload) {
  if (shelf_.epoch() < upload.epoch) return;
  upload.draft = nullptr;   // the index has it
  upload.parts_stored = 0;  // and the store its parts
  answer(upload, upload.is_removal ? 204 : 200, content_of(std::exchange(upload.answer, {})));
  drop(upload);
}

void ListDesk::sweep_over() {
  std::erase_if(uploads_, [](const Upload& u) { return u.stage == Upload::Stage::kOver && u.all_here && !u.storing; });
}

}  // namespace nas
