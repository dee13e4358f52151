// Small changes of the store that nobody waits for: hits acknowledged, operators met.
#pragma once

#include <optional>
#include <string>

#include "reference/doors/component.h"
#include "reference/nas/tags.h"

namespace nas {

/// Gathers changes and commits them, one commit in flight, again and again until it is durable. A change that is lost in a crash is
/// made again: an operator acknowledges again, or is met again.
class Chores {
 public:
  Chores(const doors::Doors& doors, Tags& tags, base::Duration retry_after)
      : doors_(doors), tags_(tags), retry_after_(retry_after) {}

  void replace(doors::Row row) { gathered_.replaced.push_back(std::move(row)); }
  void erase(doors::Key key) { gathered_.erased.push_back(std::move(key)); }

  /// Commits what has gathered, unless a commit is in flight.
  void pump(doors::ListEpoch epoch);
  /// The changes that have just become durable; none where the tag is not ours or the commit did not.
  [[nodiscard]] std::optional<doors::Batch> on_durable(doors::CommitTag tag, const doors::CommitResult& result);
  void on_timer() { resting_ = false; }

 private:
  const doors::Doors& doors_;
  Tags& tags_;
  base::Duration retry_after_;
  doors::Batch gathered_;
  std::optional<doors::Batch> committing_;
  std::optional<doors::CommitTag> in_flight_;
  bool resting_ = false;   ///< after a failure, until the timer
};

}  // namespace nas
