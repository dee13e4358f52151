#include "reference/nas/pipeline.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace nas {

void Pipeline::take(Taken taken) {
  waiting_.push_back(std::move(taken));
  ++held_;
}

void Pipeline::pump() {
  if (!lists_.current() || !directory_.loaded() || resting_) return;
  while (!waiting_.empty() && flights_.size() < options_.commits_in_flight_max) commit_some();
}

void Pipeline::commit_some() {
  Flight flight = spare_flight();
  flight.tag = tags_.commit();
  const std::size_t count = std::min<std::size_t>(waiting_.size(), options_.units_in_batch_max);
  doors::Batch batch;
  batch.units.reserve(count);
  for (std::size_t i = 0; i < count; ++i) {
    if (waiting_[i].read) lists_.index().prepare(waiting_[i].read->vrm);
  }
  for (std::uint32_t unit = 0; unit < count; ++unit) {
    batch.units.push_back(matcher_.match(waiting_.front(), lists_.index(), unit, flight.due));
    flight.reads.push_back(std::move(waiting_.front()));
    waiting_.pop_front();
  }
  const doors::CommitTag tag = flight.tag;
  flights_.push_back(std::move(flight));
  doors_.store.commit(tag, std::move(batch), lists_.epoch());
}

bool Pipeline::on_durable(doors::CommitTag tag, const doors::CommitResult& result) {
  const auto found = std::ranges::find(flights_, tag, &Flight::tag);
  if (found == flights_.end()) return false;
  Flight flight = std::move(*found);
  flights_.erase(found);
  if (result.outcome == doors::CommitOutcome::kDurable) {
    conclude(flight, result.already);
  } else {
    put_back(flight, result);
  }
  flight.reads.clear();
  flight.due.clear();
  spare_.push_back(std::move(flight));
  return true;
}

void Pipeline::conclude(Flight& flight, const std::vector<std::uint32_t>& already) {
  held_ -= flight.reads.size();
  bool hits_of_earlier_try = false;
  auto due = flight.due.begin();
  for (std::uint32_t unit = 0; unit < flight.reads.size(); ++unit) {
    Taken& taken = flight.reads[unit];
    const bool was_there = !already.empty() && std::ranges::binary_search(already, unit);
    hits_of_earlier_try |= was_there && taken.maybe_stored;
    static_cast<void>(peers_.answer(taken.from, taken.session, answer_to(std::move(taken))));
    for (; due != flight.due.end() && due->unit == unit; ++due) {
      if (!was_there) outbox_.deliver(due->to, due->hit_id, due->hit);
    }
  }
  if (hits_of_earlier_try) outbox_.look_again();
}

void Pipeline::put_back(Flight& flight, const doors::CommitResult& result) {
  if (result.outcome == doors::CommitOutcome::kUnknown) {
    for (Taken& taken : flight.reads) taken.maybe_stored = true;
  }
  waiting_.insert(waiting_.begin(), std::make_move_iterator(flight.reads.begin()), std::make_move_iterator(flight.reads.end()));
  if (result.outcome == doors::CommitOutcome::kStaleEpoch) return lists_.on_stale(result.epoch);
  resting_ = true;
  doors_.timers.arm(kPipelineTimer, options_.retry_after);
}

Pipeline::Flight Pipeline::spare_flight() {
  if (spare_.empty()) return {};
  Flight flight = std::move(spare_.back());
  spare_.pop_back();
  return flight;
}

}  // namespace nas
