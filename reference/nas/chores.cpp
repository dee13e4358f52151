#include "reference/nas/chores.h"

#include <utility>

namespace nas {

void Chores::pump(doors::ListEpoch epoch) {
  if (in_flight_ || resting_) return;
  if (!committing_) {
    if (gathered_ == doors::Batch{}) return;
    committing_ = std::exchange(gathered_, {});
  }
  in_flight_ = tags_.commit();
  doors_.store.commit(*in_flight_, *committing_, epoch);
}

bool Chores::on_durable(doors::CommitTag tag, const doors::CommitResult& result) {
  if (in_flight_ != tag) return false;
  in_flight_.reset();
  if (result.outcome == doors::CommitOutcome::kDurable) {
    committing_.reset();
  } else {
    resting_ = true;
    doors_.timers.arm(kChoreTimer, retry_after_);
  }
  return true;
}

}  // namespace nas
