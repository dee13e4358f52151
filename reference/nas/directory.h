// The subscribers that NAS has met, and which hits each is told of.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <tsl/robin_map.h>

#include "reference/doors/component.h"
#include "reference/domain/subscription.h"
#include "reference/nas/chores.h"

namespace nas {

using SubscriberId = std::uint32_t;   ///< index in the directory, for as long as this NAS lives

/// An operator or an LEA, connected here where `peer` is set.
struct Known {
  std::string name;
  domain::Subscriber subscriber;
  std::optional<doors::PeerId> peer;
};

/// Every operator that ever connected, to whichever front end, and every LEA that ever subscribed, kept in the store with what it asks
/// for, so that hits are kept for one who is away.
///
/// Source:  5-q; domain::is_told.
class Directory {
 public:
  Directory(doors::Store& store, Tags& tags, Chores& chores) : store_(store), tags_(tags), chores_(chores) {}

  /// Reads who is known, and follows what other front ends learn; loaded() once all are there.
  void begin();
  [[nodiscard]] bool loaded() const { return loaded_; }
  [[nodiscard]] bool on_rows(doors::QueryTag tag, std::span<const doors::Row> rows);

  /// Which subscriber this is, now connected or no longer.
  SubscriberId on_peer(const doors::Principal& principal, doors::PeerState state);
  void subscribe(SubscriberId id, domain::Subscription wants);

  [[nodiscard]] const Known& at(SubscriberId id) const { return known_[id]; }
  [[nodiscard]] std::optional<SubscriberId> find(std::string_view name) const;
  [[nodiscard]] std::size_t size() const { return known_.size(); }
  /// Adds all who are told of such a hit.
  void told_of(const domain::HitTopic& hit, std::vector<SubscriberId>& found) const;

 private:
  SubscriberId enter(std::string_view name, domain::Subscriber subscriber);
  void keep(const Known& known);

  doors::Store& store_;
  Tags& tags_;
  Chores& chores_;
  std::vector<Known> known_;
  tsl::robin_map<std::string, SubscriberId> by_name_;
  doors::QueryTag following_;
  bool loaded_ = false;
};

}  // namespace nas
