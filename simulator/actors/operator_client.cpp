#include "simulator/actors/operator_client.h"

#include <optional>

#include "reference/base/hash.h"
#include "reference/formats/answers.h"
#include "simulator/actors/lea_staff.h"

namespace actors {

std::optional<SaidHit> hit_in(const doors::Content& content) {
  const auto said = [](const domain::Hit& hit) {
    return SaidHit{hit.hit_id,
                   hit.read_id,
                   hit.list,
                   hit.entry.row,
                   domain::text_of(hit.source),
                   base::seconds(hit.data_age_s),
                   domain::text_of(hit.entry.action),
                   hit.symbol};
  };
  if (const auto* hit = std::get_if<std::shared_ptr<const domain::Hit>>(&content.value)) return said(**hit);
  const auto hit = formats::decode_hit(content.text.view());
  if (!hit) return std::nullopt;
  return said(*hit);
}

OperatorClient::OperatorClient(const Stage& stage, std::string name, domain::Subscription wants, doors::PeerId self, doors::PeerId nas)
    : stage_(stage), name_(std::move(name)), self_(self), nas_(nas), wants_(std::move(wants)) {}

void OperatorClient::on_message(doors::PeerId, const doors::Message& message) {
  if (message.channel != doors::Channel::kHit) return;
  if (delay_.ns <= 0) return deliver(message);
  stage_.kernel.after(delay_, *this, session_, delayed_.size());
  delayed_.push_back(message);
}

void OperatorClient::on_event(std::uint32_t session, std::uint64_t which) {
  if (session != session_) return;
  deliver(delayed_[which]);
  delayed_[which] = {};
}

void OperatorClient::deliver(const doors::Message& message) {
  const auto hit = hit_in(message.content);
  if (!hit) return;
  seen_.insert(hit->hit_id);
  stage_.witness.hear({stage_.kernel.now(), base::event::HitDelivered{hit->hit_id, name_}});
  show(*hit, message.exchange);
  doors::Message answer;
  answer.channel = doors::Channel::kHitAck;
  answer.exchange = message.exchange;
  answer.name = hit->hit_id;
  waiting_.push_back(std::move(answer));
  pump();
}

// A NAS that numbers nothing has its hits told apart by their ids.
void OperatorClient::show(const SaidHit& hit, std::uint64_t number) {
  if (!shown_.insert(number != 0 ? number : base::hash64(hit.hit_id)).second) return;
  stage_.witness.hear({stage_.kernel.now(), base::event::SymbolShown{"operator:" + name_, hit.hit_id, hit.action, hit.symbol}});
}

void OperatorClient::subscribe() {
  doors::Message wish = wish_for(wants_);
  static_cast<void>(stage_.wire.send(self_, nas_, wish));   // the first thing in a new connection always has room
}

void OperatorClient::on_peer(doors::PeerId, doors::PeerState state) {
  up_ = state == doors::PeerState::kUp;
  if (up_) return subscribe();
  waiting_.clear();   // NAS sends again what it has no acknowledgement of
  delayed_.clear();
  ++session_;
}

void OperatorClient::on_ready(doors::PeerId) { pump(); }

void OperatorClient::pump() {
  while (up_ && !waiting_.empty()) {
    const std::string hit_id = waiting_.front().name;
    if (stage_.wire.send(self_, nas_, waiting_.front()) != doors::SendOutcome::kAccepted) return;
    waiting_.pop_front();
    stage_.witness.hear({stage_.kernel.now(), base::event::HitAcknowledged{hit_id, name_}});
  }
}

}  // namespace actors
