#include "reference/nas/chores.h"

#include <utility>

namespace nas {

void Chores::pump(doors::ListEpoch epoch) {
  if (in_flight_ || resting_) return;
  if (!committing_) {
    if (gathered_.replaced.empty() && gathered_.erased.empty()) return;
    committing_ = std::exchange(gathered_, {});
  }
  in_flight_ = tags_.commit();
  doors_.store.commit(*in_flight_, *committing_, epoch);
}

std::optional<doors::Batch> Chores::on_durable(doors::CommitTag tag, const doors::CommitResult& result) {
  if (in_flight_ != tag) return std::nullopt;
  in_flight_.reset();
  if (result.outcome == doors::CommitOutcome::kDurable) return std::exchange(committing_, std::nullopt);
  resting_ = true;
  doors_.timers.arm(kChoreTimer, retry_after_);
  return std::nullopt;
}

}  // namespace nas
