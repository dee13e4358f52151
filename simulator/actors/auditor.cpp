#include "simulator/actors/auditor.h"

#include "reference/base/check.h"
#include "simulator/actors/told_read.h"

namespace actors {
namespace {

constexpr base::Duration kAuditRetryAfter = base::milliseconds(500);

}  // namespace

Auditor::Auditor(const Stage& stage, doors::PeerId self, doors::PeerId nas, std::uint32_t under_way_max)
    : stage_(stage), self_(self), nas_(nas), under_way_max_(under_way_max) {}

void Auditor::ask(std::vector<std::string> capture_ids) {
  PLUMB_CHECK(ids_.empty(), "the auditor is asked once a run");
  ids_ = std::move(capture_ids);
  states_.assign(ids_.size(), State::kOpen);
  pump();
}

void Auditor::pump() {
  for (; up_ && next_ < ids_.size() && under_way_ < under_way_max_; ++next_) {
    if (states_[next_] != State::kOpen) continue;
    doors::Message question;
    question.channel = doors::Channel::kCapture;
    question.exchange = next_ + 1;
    question.name = ids_[next_];
    question.posting = doors::Posting::kBulk;
    if (stage_.wire.send(self_, nas_, question) != doors::SendOutcome::kAccepted) return;
    states_[next_] = State::kAsked;
    ++under_way_;
  }
}

void Auditor::on_message(doors::PeerId, const doors::Message& answer) {
  const std::size_t index = answer.exchange - 1;
  if (answer.channel != doors::Channel::kCaptureAnswer || index >= ids_.size() || states_[index] != State::kAsked) return;
  --under_way_;
  if (answer.status == kTryAgain) {
    states_[index] = State::kRejected;
    if (!retry_armed_) stage_.kernel.after(kAuditRetryAfter, *this, 0);
    retry_armed_ = true;
    return pump();
  }
  states_[index] = State::kAnswered;
  ++answered_;
  if (is_success(answer.status)) {
    ++returned_;
    const ToldRead told(answer.content);
    stage_.witness.hear({stage_.kernel.now(), base::event::CaptureReturned{ids_[index], told.body()}});
  }
  pump();
}

void Auditor::reopen(State state) {
  for (State& s : states_) {
    if (s == state) s = State::kOpen;
  }
  next_ = 0;
}

void Auditor::on_peer(doors::PeerId, doors::PeerState state) {
  up_ = state == doors::PeerState::kUp;
  under_way_ = 0;
  reopen(State::kAsked);
  pump();
}

void Auditor::on_ready(doors::PeerId) { pump(); }

void Auditor::on_event(std::uint32_t, std::uint64_t) {
  retry_armed_ = false;
  reopen(State::kRejected);
  pump();
}

}  // namespace actors
