// An operator's client: receives hits and acknowledges each.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <unordered_set>
#include <vector>

#include "reference/domain/subscription.h"
#include "simulator/actors/actor.h"
#include "simulator/kernel/kernel.h"

namespace actors {

/// The hit in a kHit message: its ids and where it comes from.
struct SaidHit {
  std::string hit_id, read_id, list;
  std::int64_t row = 0;
  std::string_view source;            ///< voi, fast-track, extract, schengen, mmc
  base::Duration data_age;
  std::string_view action;
  std::string symbol;
};

/// Every arrival of a hit is told as hit.delivered, and every arrival is acknowledged, since a repeat says that the first
/// acknowledgement may have been lost. A person is shown each once (symbol.shown), by its number.
class OperatorClient final : public Actor, private kernel::Target {
 public:
  /// `wants`: the hits it asks for whenever it is connected.
  OperatorClient(const Stage& stage, std::string name, domain::Subscription wants, doors::PeerId self, doors::PeerId nas);

  void on_peer(doors::PeerId self, doors::PeerState state) override;
  void on_ready(doors::PeerId self) override;
  void on_message(doors::PeerId self, const doors::Message& message) override;

  /// From now on a hit waits so much longer in the client before it counts as delivered. What waits when the connection breaks is
  /// forgotten: NAS sends it again.
  void slow_down(base::Duration by) { delay_ = delay_ + by; }

  /// Different hits that arrived.
  [[nodiscard]] std::uint64_t hits() const { return seen_.size(); }
  /// Acknowledgements that wait for room.
  [[nodiscard]] bool idle() const { return waiting_.empty(); }

 private:
  void on_event(std::uint32_t session, std::uint64_t which) override;
  void deliver(const doors::Message& message);
  void subscribe();
  void show(const SaidHit& hit, std::uint64_t number);
  void pump();

  Stage stage_;
  std::string name_;
  doors::PeerId self_, nas_;
  bool up_ = false;
  domain::Subscription wants_;
  std::unordered_set<std::string> seen_;   // asked, never iterated
  std::unordered_set<std::uint64_t> shown_;
  std::deque<doors::Message> waiting_;
  base::Duration delay_;
  std::uint32_t session_ = 0;              // of the connection
  std::vector<doors::Message> delayed_;    // of this session, in order of arrival
};

/// Nothing where the message holds no hit.
[[nodiscard]] std::optional<SaidHit> hit_in(const doors::Content& content);

}  // namespace actors
