// How the match index gets rid of what is in force no more, in pieces.
#include <algorithm>
#include <utility>

#include "reference/lists/match_index.h"

namespace lists {
namespace {

constexpr std::size_t kShardsAPiece = 8;            // some 11,000 slots each, at the scale of a nation
constexpr std::size_t kMarksAPiece = 256;
constexpr std::size_t kDeadPostingsLeast = 65'536;  // that are worth a pass over everything
constexpr std::size_t kDeadPostingsShare = 32;      // of all: one in so many may be dead
constexpr std::size_t kDeadVersionsMax = 1'024;

}  // namespace

bool MatchIndex::is_alive(VersionId version) const {
  const State state = versions_[version]->state;
  return state == State::kDraft || state == State::kInForce;
}

/// Whether a sweep leaves it where it is; one that is weeded is counted off its version.
bool MatchIndex::stays(const Posting& posting) {
  if (!is_alive(posting.version)) return false;
  if (posting.until_day > sweep_->weed_day) return true;
  Version& version = *versions_[posting.version];
  --version.postings;
  if (version.state == State::kInForce) --entries_;
  return false;
}

/// From now on nothing finds it. O(1): what it leaves behind is tend()'s.
void MatchIndex::retire(VersionId version) {
  Version& old = *versions_[version];
  if (old.state == State::kInForce) entries_ -= old.postings;
  old.state = State::kDead;
  ++dead_versions_;
  dead_postings_ += old.postings;
  old.parts = {};
}

bool MatchIndex::tend() {
  if (!sweep_) {
    if (!is_sweep_due()) return false;
    begin_sweep();
  } else if (sweep_->next_shard < kShards) {
    sweep_shards();
  } else if (!sweep_->aside_done) {
    sweep_aside();
  } else {
    end_sweep();
  }
  return true;
}

bool MatchIndex::is_sweep_due() const {
  return weeding_due_ || dead_versions_ > kDeadVersionsMax || dead_postings_ > std::max(kDeadPostingsLeast, entries_ / kDeadPostingsShare);
}

void MatchIndex::begin_sweep() {
  sweep_ = std::make_unique<Sweep>();
  sweep_->postings = dead_postings_;
  sweep_->weed_day = weed_day_;
  weeding_due_ = false;
  for (const auto& version : versions_) {
    if (version && version->state == State::kDead) version->state = State::kSwept;
  }
}

void MatchIndex::sweep_shards() {
  const std::size_t end = std::min(sweep_->next_shard + kShardsAPiece, kShards);
  for (; sweep_->next_shard < end; ++sweep_->next_shard) {
    slots_.sift(sweep_->next_shard, [&](const Slot& slot) { return slot.version() == kCrowded || stays(slot.posting()); });
  }
}

void MatchIndex::sweep_aside() {
  auto at = aside_.upper_bound(sweep_->after);
  for (std::size_t i = 0; i < kMarksAPiece && at != aside_.end(); ++i) {
    std::erase_if(at->second, [&](const Posting& posting) { return !stays(posting); });
    sweep_->after = at->first;
    if (!at->second.empty()) {
      ++at;
      continue;
    }
    if (const auto packed = pack(at->first, MarkEquality::kAsWritten)) {   // it is folded already; there is a note
      const Place place = place_of(*packed);
      slots_.sift(place.shard, [&](const Slot& slot) { return slot.key() != place.key; });
    }
    at = aside_.erase(at);
  }
  sweep_->aside_done = at == aside_.end();
}

void MatchIndex::end_sweep() {
  for (std::size_t id = 1; id < versions_.size(); ++id) {
    if (!versions_[id] || versions_[id]->state != State::kSwept) continue;
    versions_[id].reset();
    free_versions_.push_back(static_cast<VersionId>(id));
    --dead_versions_;
  }
  dead_postings_ -= sweep_->postings;
  sweep_.reset();
}

}  // namespace lists
