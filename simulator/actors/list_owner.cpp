#include "simulator/actors/list_owner.h"

#include <utility>

namespace actors {
namespace {

constexpr base::Duration kListRetryAfter = base::seconds(1);
constexpr std::uint64_t kRemovals = std::uint64_t{1} << 32;

}  // namespace

ListOwner::ListOwner(const Stage& stage, std::vector<VoiErrand> errands, doors::PeerId self, doors::PeerId nas, base::Instant traffic_from)
    : stage_(stage), errands_(std::move(errands)), self_(self), nas_(nas), traffic_from_(traffic_from), upload_(stage, self, nas) {}

void ListOwner::on_peer(doors::PeerId, doors::PeerState state) {
  up_ = state == doors::PeerState::kUp;
  begin();
}

void ListOwner::on_ready(doors::PeerId) {
  upload_.pump();
  tell_uploaded();
}

void ListOwner::begin() {
  ++try_;
  if (!up_ || done()) return;
  const base::Instant due = traffic_from_ + errands_[next_].at;
  if (errands_[next_].at.ns >= 0 && due > stage_.kernel.now()) return stage_.kernel.at(due, *this, 0, try_);
  send();
}

void ListOwner::send() {
  const VoiErrand& errand = errands_[next_];
  if (errand.make) {
    if (file_.empty()) file_ = errand.make();
    upload_.begin(doors::Channel::kVoiList, errand.file, file_);
    return tell_uploaded();
  }
  doors::Message removal;
  removal.channel = doors::Channel::kVoiListRemoval;
  removal.exchange = kRemovals + ++removal_;
  removal.name = errand.file;
  static_cast<void>(stage_.wire.send(self_, nas_, removal));   // nothing lies before it in the connection
}

void ListOwner::tell_uploaded() {
  if (told_ > next_ || done() || !upload_.under_way() || !errands_[next_].make) return;
  told_ = next_ + 1;
  const VoiErrand& errand = errands_[next_];
  base::event::VoiUploaded uploaded{errand.file, errand.by, &file_, false};
  uploaded.staged = errand.staged;
  stage_.witness.hear({stage_.kernel.now(), uploaded});
}

void ListOwner::on_message(doors::PeerId, const doors::Message& answer) {
  if (answer.channel != doors::Channel::kVoiListAnswer || done()) return;
  const std::uint64_t exchange = errands_[next_].make ? upload_.exchange() : kRemovals + removal_;
  if (answer.exchange != exchange) return;
  if (answer.status == kTryAgain) return stage_.kernel.after(kListRetryAfter, *this, 0, ++try_);
  if (!is_success(answer.status)) ++refused_;
  ++next_;
  file_ = {};
  begin();
}

void ListOwner::on_event(std::uint32_t, std::uint64_t which) {
  if (which == try_ && up_ && !done()) send();
}

}  // namespace actors
