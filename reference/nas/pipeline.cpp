#include "reference/nas/pipeline.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace nas {

void Pipeline::take(base::Now now, Taken taken) {
  ++held_;
  const bool is_asked = taken.read && (taken.read->vrm.kind() != domain::VrmKind::kNoneIdentified || options_.none_identified_matches != 0);
  const auto exchange = is_asked ? link_.ask(taken.read->vrm) : std::nullopt;
  if (!exchange) return waiting_.push_back(std::move(taken));
  asking_.insert_or_assign(*exchange, Asking{std::move(taken), now.mono});
  asked_.push_back(*exchange);
  if (asked_.size() == 1) arm_pnc_timer(now);
}

void Pipeline::on_pnc_answer(base::Now now, const doors::Message& answer) {
  auto entries = link_.read(answer);
  const auto found = asking_.find(answer.exchange);
  if (found == asking_.end()) return;   // a probe, or too late: the read went its way
  Taken taken = std::move(found.value().taken);
  asking_.erase(answer.exchange);
  taken.live = std::move(entries);
  waiting_.push_back(std::move(taken));
  if (asked_.front() == answer.exchange) arm_pnc_timer(now);
}

/// For the oldest query that has no answer yet.
void Pipeline::arm_pnc_timer(base::Now now) {
  while (!asked_.empty() && !asking_.contains(asked_.front())) asked_.pop_front();
  if (asked_.empty()) return doors_.timers.cancel(kPncTimer);
  const base::Duration due = asking_.at(asked_.front()).asked_at + options_.pnc_timeout;
  doors_.timers.arm(kPncTimer, std::max(due - now.mono, base::Duration{}));
}

void Pipeline::on_pnc_timer(base::Now now) {
  arm_pnc_timer(now);
  if (asked_.empty() || now.mono - asking_.at(asked_.front()).asked_at < options_.pnc_timeout) return;
  link_.on_timed_out();
  on_pnc_lost();
}

void Pipeline::on_pnc_lost() {
  for (const std::uint64_t exchange : std::exchange(asked_, {})) {
    const auto found = asking_.find(exchange);
    if (found != asking_.end()) waiting_.push_back(std::move(found.value().taken));
  }
  asking_.clear();
  doors_.timers.cancel(kPncTimer);
}

void Pipeline::pump() {
  if (!lists_.current() || !directory_.loaded() || resting_) return;
  texts_.give_back(waiting_);
  while (!waiting_.empty() && texts_.has_room() && flights_.size() < options_.commits_in_flight_max) {
    if (!commit_some()) break;
  }
}

/// Says whether it committed any: reads whose hits have no text yet go to fetch it.
bool Pipeline::commit_some() {
  Flight flight = spare_flight();
  doors::Batch batch;
  prepare();
  while (!waiting_.empty() && batch.units.size() < options_.units_in_batch_max && texts_.has_room()) {
    Taken taken = std::move(waiting_.front());
    waiting_.pop_front();
    if (auto unit = matcher_.match(taken)) {
      batch.units.push_back(*std::move(unit));
      flight.reads.push_back(std::move(taken));
    } else {
      texts_.fetch(std::move(taken), unit.error(), lists_);
    }
  }
  if (batch.units.empty()) {
    spare_.push_back(std::move(flight));
    return false;
  }
  flight.tag = tags_.commit();
  const doors::CommitTag tag = flight.tag;
  flights_.push_back(std::move(flight));
  doors_.store.commit(tag, std::move(batch), lists_.epoch());
  return true;
}

/// Of the reads that are next, so that their ways to memory overlap.
void Pipeline::prepare() {
  const std::size_t count = std::min<std::size_t>(waiting_.size(), options_.units_in_batch_max);
  for (std::size_t i = 0; i < count; ++i) {
    if (waiting_[i].read) lists_.index().prepare(waiting_[i].read->vrm);
  }
}

bool Pipeline::on_durable(doors::CommitTag tag, const doors::CommitResult& result) {
  const auto found = std::ranges::find(flights_, tag, &Flight::tag);
  if (found == flights_.end()) return false;
  Flight flight = std::move(*found);
  flights_.erase(found);
  if (result.outcome == doors::CommitOutcome::kDurable) {
    conclude(flight);
  } else {
    put_back(flight, result);
  }
  flight.reads.clear();
  spare_.push_back(std::move(flight));
  return true;
}

void Pipeline::conclude(Flight& flight) {
  held_ -= flight.reads.size();
  for (Taken& taken : flight.reads) static_cast<void>(peers_.answer(taken.from, taken.session, answer_to(std::move(taken))));
}

void Pipeline::put_back(Flight& flight, const doors::CommitResult& result) {
  waiting_.insert(waiting_.begin(), std::make_move_iterator(flight.reads.begin()), std::make_move_iterator(flight.reads.end()));
  if (result.outcome == doors::CommitOutcome::kStaleEpoch) return lists_.on_epoch(result.epoch);
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
