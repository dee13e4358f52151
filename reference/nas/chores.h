// Small changes of the store that nobody waits for: hits acknowledged, operators met, what uploads left behind, what was weeded.
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
  /// Stored unless its key is there.
  void add_once(doors::Row row) { gathered_.units.push_back({{std::move(row)}}); }
  void erase(doors::Key key) { gathered_.erased.push_back(std::move(key)); }
  void erase_under(doors::Key key) { gathered_.erased_under.push_back(std::move(key)); }

  /// Commits what has gathered, unless a commit is in flight.
  void pump(doors::ListEpoch epoch);
  /// Whether the tag was ours.
  [[nodiscard]] bool on_durable(doors::CommitTag tag, const doors::CommitResult& result);
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
