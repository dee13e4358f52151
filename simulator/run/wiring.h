// Who is connected with whom: parties, the two directions of each connection, and what is under way between them.
#pragma once

#include <cstdint>
#include <vector>

#include <tsl/robin_map.h>

#include "reference/base/hash.h"
#include "simulator/actors/actor.h"
#include "simulator/network/network.h"
#include "simulator/run/parcels.h"

namespace run {

/// A party at the end of a connection, as the wiring sees it.
class Receiver {
 public:
  virtual ~Receiver() = default;
  /// Whether it is there at all: a crashed component is not.
  [[nodiscard]] virtual bool alive() const = 0;
  /// A parcel is there. The receiver releases it when it is done with it.
  virtual void on_arrived(std::uint32_t tag) = 0;
  virtual void on_connection(const doors::Principal& self, const doors::Principal& peer, doors::PeerState state) = 0;
  virtual void on_room(doors::PeerId self, doors::PeerId peer) = 0;
};

/// Connections in pairs, one each way. A pair is up where both directions are and both ends are alive; each time it goes down, all
/// that is under way in it is lost, and both ends are told, and told again when it is up.
class Wiring final : public actors::Wire, private network::Listener {
 public:
  Wiring(network::Network& network, Parcels& parcels) : network_(network), parcels_(parcels) {}

  struct Party {
    doors::Principal principal;
    network::NodeId node;
    Receiver* receiver = nullptr;
  };
  [[nodiscard]] doors::PeerId next_id() const { return {parties_.size()}; }
  /// Adds a party; its principal's peer becomes its number, counted from 0.
  doors::PeerId add(Party party);
  void join(doors::PeerId a, doors::PeerId b, const network::Way& a_to_b, const network::Way& b_to_a);
  [[nodiscard]] const doors::Principal& principal(doors::PeerId id) const { return parties_[id.value].principal; }

  /// Looks anew at every pair of a party that came or went, in the order of joining.
  void refresh(doors::PeerId party);
  /// The same for all, once, at the start.
  void refresh_all();

  doors::SendOutcome send(doors::PeerId from, doors::PeerId to, doors::Message& message, doors::Last last = doors::Last::kYes) override;
  /// The same of a message that its sender keeps.
  doors::SendOutcome send_copy(doors::PeerId from, doors::PeerId to, const doors::Message& message);
  [[nodiscard]] std::size_t under_way() const { return parcels_.taken(); }

 private:
  struct Pair {
    doors::PeerId end[2];
    network::ConnectionId connection[2];   // [0] from end[0] to end[1]
    bool way_up[2] = {false, false};
    bool up = false;
    std::uint32_t session = 0;
  };

  /// Sends the weight of a message. The parcel, where it was accepted, holds all but the message.
  doors::SendOutcome post(doors::PeerId from, doors::PeerId to, const doors::Message& message, doors::Last last, Parcel*& posted);
  void on_delivered(network::ConnectionId connection, std::uint64_t tag) override;
  void on_ready(network::ConnectionId connection) override;
  void on_state(network::ConnectionId connection, bool up, const std::vector<std::uint64_t>& lost) override;
  void refresh_pair(std::uint32_t pair);
  void note(network::ConnectionId connection, std::uint32_t way);
  // Mixed, a bijection, since the map takes its buckets from the low bits, and all cameras of a site send to one party.
  [[nodiscard]] static std::uint64_t key(doors::PeerId from, doors::PeerId to) { return base::mix64(from.value << 32 | to.value); }

  network::Network& network_;
  Parcels& parcels_;
  std::vector<Party> parties_;
  std::vector<std::vector<std::uint32_t>> pairs_of_;   // by party
  std::vector<Pair> pairs_;
  std::vector<std::uint32_t> ways_;                    // by connection: 2 * pair + direction
  tsl::robin_map<std::uint64_t, std::uint32_t> way_;   // by the mixed number of both ends; asked, never iterated
};

}  // namespace run
