// Hits on their way to operators: durable first, then sent, until each is acknowledged.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <tsl/robin_set.h>

#include "reference/doors/component.h"
#include "reference/doors/peers.h"
#include "reference/nas/chores.h"
#include "reference/nas/directory.h"

namespace nas {

/// The row of a hit for an operator.
[[nodiscard]] doors::Row outbox_row(std::string_view hit_id, std::string_view operator_name, doors::Content hit);

/// Sends hits that are durable, once a connection, and reads the store's outbox again whenever one may lie there unsent: when an
/// operator comes, when a commit turns out to have been stored before, when an operator that had too many has caught up.
///
/// Shape:   at most kInFlightMax hits of an operator are sent and not acknowledged; the rest stays in the store.
class Outbox {
 public:
  static constexpr std::size_t kInFlightMax = 4'096;

  Outbox(doors::Store& store, doors::Peers& peers, Tags& tags, Chores& chores, Directory& directory)
      : store_(store), peers_(peers), tags_(tags), chores_(chores), directory_(directory) {}

  void on_peer(const doors::Principal& principal, doors::PeerState state);
  void on_ready(doors::PeerId peer);
  /// An operator has seen the hit: it leaves the outbox.
  void on_acknowledged(const doors::Principal& principal, const std::string& hit_id);
  void on_erased(std::span<const doors::Key> keys);

  /// Sends a hit whose row is durable, unless it is under way already or the operator is away.
  void deliver(OperatorId to, std::string_view hit_id, const doors::Content& hit);
  /// Reads the outbox from its start, and sends what is not under way.
  void look_again();
  [[nodiscard]] bool on_rows(doors::QueryTag tag, std::span<const doors::Row> rows, doors::Last last);

 private:
  struct Line {
    tsl::robin_set<std::string> in_flight;   ///< hit ids
    bool behind = false;                     ///< hits of this operator lie in the store unsent
  };
  Line& line(OperatorId id);
  void catch_up(OperatorId id);
  void offer(const doors::Row& row);
  void end_scan();

  doors::Store& store_;
  doors::Peers& peers_;
  Tags& tags_;
  Chores& chores_;
  Directory& directory_;
  std::vector<Line> lines_;                   ///< by OperatorId
  tsl::robin_set<std::string> acknowledged_;  ///< keys whose row may still be read
  std::vector<std::string> erased_meanwhile_; ///< of those, erased since the scan began
  std::optional<doors::QueryTag> scan_;
  bool scan_again_ = false;
};

}  // namespace nas
