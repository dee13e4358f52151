// Reads on their way from the gateway to NAS: fresh ones first, the backlog beside them.
#pragma once

#include <cstdint>
#include <deque>
#include <vector>

#include "reference/doors/component.h"
#include "reference/lea/held.h"
#include "reference/lea/lea_gateway.h"

namespace lea {

inline constexpr doors::TimerId kAnswerTimer{1};
inline constexpr doors::TimerId kRestTimer{2};

/// Decides which read goes to NAS next, and takes back those that get no answer.
///
/// A fresh read is one that came while NAS could be reached and has not failed to reach it. Whatever goes back, since the connection
/// broke, NAS had no room or did not answer in time, joins the backlog, of which only a few are under way at once (7-d). The backlog
/// goes in bulk: as long as more than half of those few are unanswered, no more are sent.
/// Nothing is timed while nothing is under way.
///
/// NAS may have several front ends: reads go to those that can be reached in turn, and what one of them had not answered when its
/// connection broke goes to the others.
class Delivery {
 public:
  Delivery(const doors::Doors& doors, HeldReads& held, const LeaGatewayOptions& options)
      : doors_(doors), held_(held), options_(options) {}

  void on_peer(const doors::Principal& nas, doors::PeerState state);
  void on_ready(doors::PeerId nas);
  [[nodiscard]] bool reaches_nas() const { return !lines_.empty(); }
  [[nodiscard]] bool is_nas(doors::PeerId peer) const;

  /// A read that has just come.
  void take(Held& held);
  void take_old(Held& held);
  /// NAS has answered for good.
  void leave(Held& held);
  /// NAS has answered that it cannot take the read now.
  void refused_for_now(Held& held);

  /// Sends what may go.
  void pump(base::Now now);
  void on_timer(base::Now now, doors::TimerId id);

 private:
  struct Deadline {
    Handle handle;
    base::Duration at;   ///< mono time
  };
  /// The connection with a front end that can be reached.
  struct Line {
    doors::PeerId nas;
    bool blocked = false;   ///< it has no room
  };
  bool send_next(base::Now now);
  bool send(base::Now now, std::deque<Handle>& queue, Place from, Place to);
  [[nodiscard]] bool backlog_may_go();
  [[nodiscard]] Line* next_line();
  void started(base::Now now, Held& held, Place to);
  [[nodiscard]] Held* awaited(const Deadline& deadline);
  void lose(doors::PeerId nas);
  void take_back(std::vector<Handle>& handles, bool first);
  void expire(base::Now now);

  const doors::Doors& doors_;
  HeldReads& held_;
  const LeaGatewayOptions options_;
  std::vector<Line> lines_;                ///< in order of coming up
  std::size_t turn_ = 0;                   ///< of the line that was used last
  bool resting_ = false;                   ///< NAS had no room, until the timer
  bool timing_ = false;                    ///< the answer timer is armed
  bool filling_ = true;                    ///< more of the backlog goes, until as many are under way as may be
  std::deque<Handle> fresh_;               // handles of reads that have gone on are skipped
  std::deque<Handle> backlog_;
  std::deque<Deadline> deadlines_;         ///< in order of `at`, those answered among them
  std::size_t fresh_in_flight_ = 0;
  std::size_t backlog_in_flight_ = 0;
};

}  // namespace lea
