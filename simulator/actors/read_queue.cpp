#include "simulator/actors/read_queue.h"

#include <algorithm>
#include <charconv>

#include "simulator/actors/told_read.h"

namespace actors {
namespace {

enum QueueTimer : std::uint32_t { kRetry, kDue };

}  // namespace

std::string numbered(std::string_view prefix, std::uint64_t n) {
  char digits[20];
  const auto end = std::to_chars(digits, digits + sizeof digits, n).ptr;
  std::string text;
  text.reserve(prefix.size() + static_cast<std::size_t>(end - digits));
  text.append(prefix).append(digits, end);
  return text;
}

ReadQueue::ReadQueue(const Stage& stage, const ReadQueueOptions& options, Ends ends, std::string camera, ReadCounts& counts)
    : stage_(stage), options_(options), ends_(ends), camera_(std::move(camera)), counts_(counts) {}

std::string ReadQueue::read_id(std::uint64_t n) const { return numbered(camera_ + ':', n); }

void ReadQueue::send(std::uint64_t n, std::optional<std::uint64_t> pass, doors::Content content, base::Duration delay) {
  ++counts_.unanswered;
  Kept& kept = kept_.emplace_back();
  kept.n = n;
  kept.pass = pass;
  kept.content = std::move(content);
  if (delay.ns > 0) {
    kept.state = State::kHeldBack;
    stage_.kernel.after(delay, *this, kDue, n);
  }
  pump();
}

std::deque<ReadQueue::Kept>::iterator ReadQueue::find(std::uint64_t n) {
  return std::find_if(kept_.begin(), kept_.end(), [&](const Kept& k) { return k.n == n; });
}

void ReadQueue::pump() {
  for (; up_ && next_ < kept_.size() && under_way_ < options_.under_way_max; ++next_) {
    Kept& kept = kept_[next_];
    if (kept.state == State::kWaiting && !hand_over(kept)) return;
  }
}

bool ReadQueue::hand_over(Kept& kept) {
  doors::Message message;
  message.channel = doors::Channel::kRead;
  message.exchange = kept.n;
  message.content = kept.content;
  if (stage_.wire.send(ends_.self, ends_.peer, message) != doors::SendOutcome::kAccepted) return false;
  kept.state = State::kUnderWay;
  ++under_way_;
  if (!kept.told) {
    kept.told = true;
    tell_sent(kept);
  }
  return true;
}

void ReadQueue::on_peer(doors::PeerState state) {
  up_ = state == doors::PeerState::kUp;
  if (up_) ++ups_;
  for (Kept& kept : kept_) {
    if (kept.state != State::kHeldBack) kept.state = State::kWaiting;
  }
  under_way_ = 0;
  next_ = 0;
  pump();
}

void ReadQueue::on_message(const doors::Message& answer) {
  if (answer.channel != doors::Channel::kReadAnswer) return;
  const auto found = find(answer.exchange);
  if (found == kept_.end()) return;
  if (found->state == State::kUnderWay) --under_way_;
  if (answer.status == kTryAgain) {
    found->state = State::kRejected;
    if (!retry_armed_) stage_.kernel.after(options_.retry_after, *this, kRetry);
    retry_armed_ = true;
    return pump();
  }
  if (static_cast<std::size_t>(found - kept_.begin()) < next_) --next_;
  kept_.erase(found);
  --counts_.unanswered;
  pump();
}

void ReadQueue::on_event(std::uint32_t what, std::uint64_t n) {
  what == kDue ? release(n) : retry();
  pump();
}

void ReadQueue::release(std::uint64_t n) {
  const auto found = find(n);
  if (found == kept_.end() || found->state != State::kHeldBack) return;
  found->state = State::kWaiting;
  next_ = std::min(next_, static_cast<std::size_t>(found - kept_.begin()));
}

void ReadQueue::retry() {
  retry_armed_ = false;
  for (Kept& kept : kept_) {
    if (kept.state == State::kRejected) kept.state = State::kWaiting;
  }
  next_ = 0;
}

void ReadQueue::tell_sent(const Kept& kept) {
  ++counts_.sent;
  const std::string id = read_id(kept.n);
  const std::string pass_id = kept.pass ? numbered("p", *kept.pass) : std::string();
  const ToldRead told(kept.content);
  stage_.witness.hear({stage_.kernel.now(), base::event::ReadSent{id, pass_id, camera_, told.body()}});
}

}  // namespace actors
