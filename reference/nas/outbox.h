// Hits on their way to subscribers: durable first, then sent in order of their numbers, until each is acknowledged.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <tsl/robin_map.h>

#include "reference/doors/component.h"
#include "reference/doors/peers.h"
#include "reference/nas/chores.h"
#include "reference/nas/directory.h"

namespace nas {

/// The row of a hit for a subscriber, who counts them.
[[nodiscard]] doors::Row outbox_row(std::string_view subscriber, doors::Content hit);

/// Sends to whoever is connected here the hits that the store has for it, whichever front end put them there: as it is told of them, and
/// from the store's outbox when a subscriber comes, or had too many and has caught up.
///
/// Shape:   a message's `exchange` is the hit's number, its `name` the hit's id. In one connection no number goes twice, and they
///          rise. At most kInFlightMax hits of a subscriber are sent and not acknowledged; the rest stays in the store.
class Outbox {
 public:
  static constexpr std::size_t kInFlightMax = 4'096;

  Outbox(doors::Store& store, doors::Peers& peers, Tags& tags, Chores& chores, Directory& directory)
      : store_(store), peers_(peers), tags_(tags), chores_(chores), directory_(directory) {}

  /// Follows the outbox from now on.
  void begin();
  void on_peer(const doors::Principal& principal, doors::PeerState state);
  void on_ready(doors::PeerId peer);
  /// A subscriber has seen the hit of this number; 0: of this id, where it was sent in this connection. It leaves the outbox.
  void on_acknowledged(const doors::Principal& principal, std::uint64_t number, const std::string& hit_id);
  [[nodiscard]] bool on_rows(doors::QueryTag tag, std::span<const doors::Row> rows, doors::Last last);

 private:
  struct Line {
    tsl::robin_map<std::uint64_t, std::string> in_flight;   ///< hit ids by number
    std::uint64_t sent_to = 0;                              ///< the highest number sent in this connection
    bool behind = false;                                    ///< higher ones lie in the store unsent
    std::optional<doors::QueryTag> scan;
    bool missed = false;                                    ///< one was told while a scan was on
  };
  Line& line(SubscriberId id);
  void hear(const doors::Row& row);
  void catch_up(SubscriberId id);
  void on_scanned(SubscriberId id, std::span<const doors::Row> rows, doors::Last last);
  /// Says whether it went.
  bool send(SubscriberId id, std::uint64_t number, const doors::Content& hit);

  doors::Store& store_;
  doors::Peers& peers_;
  Tags& tags_;
  Chores& chores_;
  Directory& directory_;
  doors::QueryTag following_;
  std::vector<Line> lines_;   ///< by SubscriberId
};

}  // namespace nas
