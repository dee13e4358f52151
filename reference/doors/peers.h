// Connections as a component sees them: which one a request came by, and what waits for room in each.
#pragma once

#include <cstdint>
#include <deque>
#include <vector>

#include "reference/doors/component.h"

namespace doors {

/// Counts the times that a peer's connection came up. A request's exchange number means nothing in a later one.
using Session = base::Id<struct SessionTag>;

enum class Sent : std::uint8_t {
  kSent,   ///< the connection has it
  kWaits,  ///< it goes when there is room
  kLost,   ///< the connection is down, or a later one, or too much waits already: nothing was kept
};

/// Sends to peers, in order, and keeps a bounded number of messages for each while its connection has no room.
///
/// Shape:   a peer that nobody told of counts as up in session 0; the transport knows better.
/// Owner:   the transport is borrowed for life.
class Peers {
 public:
  Peers(Transport& transport, std::size_t waiting_max) : transport_(transport), waiting_max_(waiting_max) {}

  /// What waited for a connection that broke is lost with it.
  void on_peer(PeerId peer, PeerState state);
  void on_ready(PeerId peer);

  [[nodiscard]] Session session(PeerId peer) const;
  [[nodiscard]] std::size_t waiting(PeerId peer) const;
  /// Sends an answer by the connection that its request came by.
  Sent answer(PeerId peer, Session session, const Message& message);
  /// Sends by whatever connection there is.
  Sent send(PeerId peer, const Message& message);

 private:
  struct Connection {
    Session session;
    bool down = false;
    std::deque<Message> waiting;
  };
  Connection& at(PeerId peer);

  Transport& transport_;
  std::size_t waiting_max_;
  std::vector<Connection> connections_;
};

}  // namespace doors
