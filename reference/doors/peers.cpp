#include "reference/doors/peers.h"

#include "reference/base/check.h"

namespace doors {
namespace {

constexpr std::uint64_t kPeersMax = 1'000'000;

}  // namespace

void Peers::on_peer(PeerId peer, PeerState state) {
  Connection& connection = at(peer);
  connection.waiting.clear();
  connection.down = state == PeerState::kDown;
  if (!connection.down) ++connection.session.value;
}

void Peers::on_ready(PeerId peer) {
  std::deque<Message>& waiting = at(peer).waiting;
  while (!waiting.empty()) {
    const SendOutcome outcome = transport_.send(peer, waiting.front());
    if (outcome == SendOutcome::kWouldBlock) return;
    if (outcome == SendOutcome::kDown) return waiting.clear();
    waiting.pop_front();
  }
}

Session Peers::session(PeerId peer) const {
  return peer.value < connections_.size() ? connections_[peer.value].session : Session{};
}

std::size_t Peers::waiting(PeerId peer) const {
  return peer.value < connections_.size() ? connections_[peer.value].waiting.size() : 0;
}

Sent Peers::answer(PeerId peer, Session session, const Message& message) {
  if (at(peer).session != session) return Sent::kLost;
  return send(peer, message);
}

Sent Peers::send(PeerId peer, const Message& message) {
  Connection& connection = at(peer);
  if (connection.down) return Sent::kLost;
  if (connection.waiting.empty()) {
    const SendOutcome outcome = transport_.send(peer, message);
    if (outcome == SendOutcome::kAccepted) return Sent::kSent;
    if (outcome == SendOutcome::kDown) return Sent::kLost;
  }
  if (connection.waiting.size() >= waiting_max_) return Sent::kLost;
  connection.waiting.push_back(message);
  return Sent::kWaits;
}

Peers::Connection& Peers::at(PeerId peer) {
  PLUMB_CHECK(peer.value < kPeersMax, "the driver numbers peers without gaps");
  if (peer.value >= connections_.size()) connections_.resize(peer.value + 1);
  return connections_[peer.value];
}

}  // namespace doors
