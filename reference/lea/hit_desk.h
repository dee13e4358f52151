// Hits that the LEA asked NAS for: durable here before NAS is told that they have come.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <vector>

#include "reference/doors/component.h"
#include "reference/doors/peers.h"

namespace lea {

inline constexpr doors::TimerId kHitTimer{4};

/// Asks NAS for the hits that somebody of the LEA wants, keeps each by its id, and acknowledges it when it is kept.
///
/// Shape:   one wish, the last; it is kept, so that a gateway that starts again asks without being told. A hit that comes again is kept
///          once and acknowledged again. One commit is in flight, and gathers meanwhile what comes.
class HitDesk {
 public:
  HitDesk(const doors::Doors& doors, base::Duration retry_after);

  /// Reads what a former life was asked for.
  void recover();
  /// Somebody of the LEA wants hits, as formats::encode(domain::Subscriber) says it; what cannot be read changes nothing.
  void want(const doors::Message& wish);
  /// Of the connections with NAS, which may have several front ends, hits are asked for over one that is up.
  void on_peer(doors::PeerId nas, doors::PeerState state);
  void on_ready(doors::PeerId nas) { nas_.on_ready(nas); }
  void take(doors::PeerId nas, const doors::Message& hit);
  void on_timer() { resting_ = false; }

  void pump();
  /// Whether the completion was for this desk.
  [[nodiscard]] bool on_durable(doors::CommitTag tag, const doors::CommitResult& result);
  [[nodiscard]] bool on_rows(doors::QueryTag tag, std::span<const doors::Row> rows);

 private:
  struct Arrived {
    doors::PeerId nas;
    doors::Message hit;
  };
  void subscribe();
  void acknowledge(const Arrived& arrived);

  const doors::Doors& doors_;
  base::Duration retry_after_;
  doors::Peers nas_;
  std::vector<doors::PeerId> up_;       ///< connections with NAS; hits are asked for over the first
  std::optional<doors::Content> wish_;  ///< nothing: nobody wants any
  bool wish_kept_ = true;
  std::deque<Arrived> arrived_, committing_;
  bool in_flight_ = false;
  bool resting_ = false;  ///< after a failure, until the timer
  std::uint64_t commits_ = 0;
};

}  // namespace lea
