#include "reference/lea/delivery.h"

#include <algorithm>
#include <utility>

namespace lea {
namespace {

bool in_flight(const Held& held) { return held.place == Place::kInFlightFresh || held.place == Place::kInFlightBacklog; }

}  // namespace

void Delivery::on_peer(const doors::Principal& nas, doors::PeerState state) {
  lose(nas.peer);
  if (state == doors::PeerState::kUp) lines_.push_back({nas.peer});
}

void Delivery::on_ready(doors::PeerId nas) {
  for (Line& line : lines_) line.blocked = line.blocked && line.nas != nas;
}

bool Delivery::is_nas(doors::PeerId peer) const {
  return std::ranges::any_of(lines_, [peer](const Line& line) { return line.nas == peer; });
}

void Delivery::take(Held& held) {
  if (!reaches_nas()) return take_old(held);
  held.place = Place::kFresh;
  fresh_.push_back(held.handle);
}

void Delivery::take_old(Held& held) {
  held.place = Place::kBacklog;
  backlog_.push_back(held.handle);
}

void Delivery::leave(Held& held) {
  if (held.place == Place::kInFlightFresh) --fresh_in_flight_;
  if (held.place == Place::kInFlightBacklog) --backlog_in_flight_;
  held.place = Place::kNowhere;
  while (!deadlines_.empty() && awaited(deadlines_.front()) == nullptr) deadlines_.pop_front();
}

void Delivery::refused_for_now(Held& held) {
  if (!in_flight(held)) return;
  leave(held);
  take_old(held);
  if (std::exchange(resting_, true)) return;
  doors_.timers.arm(kRestTimer, options_.retry_after);
}

void Delivery::pump(base::Now now) {
  while (send_next(now)) {
  }
}

bool Delivery::send_next(base::Now now) {
  if (resting_) return false;
  if (!fresh_.empty() && fresh_in_flight_ < options_.fresh_in_flight_max) {
    return send(now, fresh_, Place::kFresh, Place::kInFlightFresh);
  }
  if (!backlog_.empty() && backlog_may_go()) {
    return send(now, backlog_, Place::kBacklog, Place::kInFlightBacklog);
  }
  return false;
}

bool Delivery::backlog_may_go() {
  if (backlog_in_flight_ >= options_.backlog_in_flight_max) filling_ = false;
  if (backlog_in_flight_ <= options_.backlog_in_flight_max / 2) filling_ = true;
  return filling_;
}

bool Delivery::send(base::Now now, std::deque<Handle>& queue, Place from, Place to) {
  Held* held = held_.find(queue.front());
  if (held == nullptr || held->place != from) {
    queue.pop_front();
    return true;
  }
  Line* line = next_line();
  if (line == nullptr) return false;
  const doors::Posting posting = from == Place::kBacklog ? doors::Posting::kBulk : doors::Posting::kSingle;
  const auto outcome = doors_.transport.send(line->nas, {doors::Channel::kRead, held->handle.value, 0, {}, held->content, posting});
  line->blocked = outcome == doors::SendOutcome::kWouldBlock;
  if (outcome == doors::SendOutcome::kDown) lose(line->nas);
  if (outcome != doors::SendOutcome::kAccepted) return true;   // by another line, if there is one
  queue.pop_front();
  held->nas = line->nas;
  started(now, *held, to);
  return true;
}

/// The next in turn that has room; null where none has.
Delivery::Line* Delivery::next_line() {
  for (std::size_t i = 1; i <= lines_.size(); ++i) {
    const std::size_t at = (turn_ + i) % lines_.size();
    if (lines_[at].blocked) continue;
    turn_ = at;
    return &lines_[at];
  }
  return nullptr;
}

void Delivery::started(base::Now now, Held& held, Place to) {
  held.place = to;
  held.answer_by = now.mono + options_.answer_timeout;
  ++(to == Place::kInFlightFresh ? fresh_in_flight_ : backlog_in_flight_);
  deadlines_.push_back({held.handle, held.answer_by});
  if (std::exchange(timing_, true)) return;
  doors_.timers.arm(kAnswerTimer, options_.answer_timeout);
}

Held* Delivery::awaited(const Deadline& deadline) {
  Held* held = held_.find(deadline.handle);
  return held != nullptr && in_flight(*held) && held->answer_by == deadline.at ? held : nullptr;
}

/// A front end cannot be reached any more, or anew: what it has not answered goes back, and where none is left all the rest too.
void Delivery::lose(doors::PeerId nas) {
  std::erase_if(lines_, [nas](const Line& line) { return line.nas == nas; });
  std::vector<Handle> newer;   // than the backlog
  std::vector<Handle> older;
  std::erase_if(deadlines_, [&](const Deadline& deadline) {
    const Held* held = awaited(deadline);
    if (held == nullptr || held->nas != nas) return held == nullptr;
    const bool fresh = held->place == Place::kInFlightFresh;
    (fresh ? newer : older).push_back(deadline.handle);
    --(fresh ? fresh_in_flight_ : backlog_in_flight_);
    return true;
  });
  for (const Handle handle : lines_.empty() ? std::exchange(fresh_, {}) : std::deque<Handle>{}) {
    const Held* held = held_.find(handle);
    if (held != nullptr && held->place == Place::kFresh) newer.push_back(handle);
  }
  take_back(older, true);
  take_back(newer, false);
}

void Delivery::take_back(std::vector<Handle>& handles, bool first) {
  std::ranges::sort(handles);
  for (const Handle handle : handles) held_.find(handle)->place = Place::kBacklog;
  backlog_.insert(first ? backlog_.begin() : backlog_.end(), handles.begin(), handles.end());
}

void Delivery::on_timer(base::Now now, doors::TimerId id) {
  if (id == kRestTimer) resting_ = false;
  if (id == kAnswerTimer) expire(now);
}

void Delivery::expire(base::Now now) {
  timing_ = false;
  while (!deadlines_.empty()) {
    Held* held = awaited(deadlines_.front());
    if (held != nullptr && deadlines_.front().at > now.mono) break;
    deadlines_.pop_front();
    if (held == nullptr) continue;
    leave(*held);
    take_old(*held);
  }
  if (deadlines_.empty()) return;
  timing_ = true;
  doors_.timers.arm(kAnswerTimer, deadlines_.front().at - now.mono);
}

}  // namespace lea
