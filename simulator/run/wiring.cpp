#include "simulator/run/wiring.h"

#include <algorithm>

#include "reference/base/check.h"

namespace run {
namespace {

// A request without content weighs its name, and no message weighs nothing.
std::uint64_t bytes_of(const doors::Message& message) {
  return std::max<std::uint64_t>(1, message.content.size_bytes + message.name.size());
}

network::Crossing crossing_of(doors::Posting posting) {
  return posting == doors::Posting::kBulk ? network::Crossing::kBatched : network::Crossing::kSingle;
}

doors::SendOutcome outcome_of(network::SendOutcome outcome) {
  return outcome == network::SendOutcome::kWouldBlock ? doors::SendOutcome::kWouldBlock : doors::SendOutcome::kDown;
}

}  // namespace

doors::PeerId Wiring::add(Party party) {
  const doors::PeerId id{parties_.size()};
  party.principal.peer = id;
  parties_.push_back(std::move(party));
  pairs_of_.emplace_back();
  return id;
}

void Wiring::join(doors::PeerId a, doors::PeerId b, const network::Way& a_to_b, const network::Way& b_to_a) {
  const auto index = static_cast<std::uint32_t>(pairs_.size());
  Pair& pair = pairs_.emplace_back();
  const network::Way* const ways[2] = {&a_to_b, &b_to_a};
  pair.end[0] = a;
  pair.end[1] = b;
  for (std::uint32_t i = 0; i < 2; ++i) {
    const doors::PeerId from = pair.end[i], to = pair.end[1 - i];
    pair.connection[i] = network_.connect(parties_[from.value].node, parties_[to.value].node, *ways[i], *this);
    pair.way_up[i] = network_.is_up(pair.connection[i]);
    note(pair.connection[i], 2 * index + i);
    way_[key(from, to)] = 2 * index + i;
    pairs_of_[from.value].push_back(index);
  }
}

void Wiring::note(network::ConnectionId connection, std::uint32_t way) {
  if (ways_.size() <= connection.value) ways_.resize(connection.value + 1);
  ways_[connection.value] = way;
}

doors::SendOutcome Wiring::send(doors::PeerId from, doors::PeerId to, doors::Message& message, doors::Last last) {
  Parcel* parcel = nullptr;
  const doors::SendOutcome outcome = post(from, to, message, last, parcel);
  if (parcel != nullptr) parcel->message = std::move(message);
  return outcome;
}

doors::SendOutcome Wiring::send_copy(doors::PeerId from, doors::PeerId to, const doors::Message& message) {
  Parcel* parcel = nullptr;
  const doors::SendOutcome outcome = post(from, to, message, doors::Last::kYes, parcel);
  if (parcel != nullptr) parcel->message = message;
  return outcome;
}

doors::SendOutcome Wiring::post(doors::PeerId from, doors::PeerId to, const doors::Message& message, doors::Last last, Parcel*& posted) {
  const auto found = way_.find(key(from, to));
  if (found == way_.end()) return doors::SendOutcome::kDown;
  const std::uint32_t way = found->second;
  const Pair& pair = pairs_[way / 2];
  if (!pair.up) return doors::SendOutcome::kDown;
  const std::uint32_t tag = parcels_.take();
  const network::SendOutcome outcome = network_.send(pair.connection[way % 2], bytes_of(message), tag, crossing_of(message.posting));
  if (outcome != network::SendOutcome::kAccepted) {
    parcels_.release(tag);
    return outcome_of(outcome);
  }
  Parcel& parcel = parcels_[tag];
  posted = &parcel;
  parcel.from = from;
  parcel.to = to;
  parcel.route = way;
  parcel.session = pair.session;
  parcel.last = last;
  return doors::SendOutcome::kAccepted;
}

void Wiring::on_delivered(network::ConnectionId, std::uint64_t tag) {
  const Parcel& parcel = parcels_[static_cast<std::uint32_t>(tag)];
  const Pair& pair = pairs_[parcel.route / 2];
  if (!pair.up || pair.session != parcel.session) return parcels_.release(static_cast<std::uint32_t>(tag));
  parties_[parcel.to.value].receiver->on_arrived(static_cast<std::uint32_t>(tag));
}

void Wiring::on_ready(network::ConnectionId connection) {
  const std::uint32_t way = ways_[connection.value];
  const Pair& pair = pairs_[way / 2];
  if (!pair.up) return;
  const doors::PeerId from = pair.end[way % 2], to = pair.end[1 - way % 2];
  parties_[from.value].receiver->on_room(from, to);
}

void Wiring::on_state(network::ConnectionId connection, bool up, const std::vector<std::uint64_t>& lost) {
  for (const std::uint64_t tag : lost) parcels_.release(static_cast<std::uint32_t>(tag));
  const std::uint32_t way = ways_[connection.value];
  pairs_[way / 2].way_up[way % 2] = up;
  refresh_pair(way / 2);
}

void Wiring::refresh_pair(std::uint32_t index) {
  Pair& pair = pairs_[index];
  const Party& a = parties_[pair.end[0].value];
  const Party& b = parties_[pair.end[1].value];
  const bool up = pair.way_up[0] && pair.way_up[1] && a.receiver->alive() && b.receiver->alive();
  if (up == pair.up) return;
  pair.up = up;
  if (!up) ++pair.session;
  const doors::PeerState state = up ? doors::PeerState::kUp : doors::PeerState::kDown;
  if (a.receiver->alive()) a.receiver->on_connection(a.principal, b.principal, state);
  if (b.receiver->alive()) b.receiver->on_connection(b.principal, a.principal, state);
}

void Wiring::refresh(doors::PeerId party) {
  for (const std::uint32_t pair : pairs_of_[party.value]) refresh_pair(pair);
}

void Wiring::refresh_all() {
  for (std::uint32_t pair = 0; pair < pairs_.size(); ++pair) refresh_pair(pair);
}

}  // namespace run
