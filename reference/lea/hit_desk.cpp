#include "reference/lea/hit_desk.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "reference/formats/subscription.h"

namespace lea {
namespace {

constexpr std::size_t kMessagesWaitingMax = 8'192;       // acknowledgements: NAS has half as many hits under way
constexpr std::uint64_t kTags = std::uint64_t{1} << 62;  // beyond those of the buffer
constexpr doors::QueryTag kRecovering{kTags};
constexpr const char* kWishKey = "hits";

/// By its id; by its number where it has none.
std::string key_of(const doors::Message& hit) { return hit.name.empty() ? std::to_string(hit.exchange) : hit.name; }

}  // namespace

HitDesk::HitDesk(const doors::Doors& doors, base::Duration retry_after)
    : doors_(doors), retry_after_(retry_after), nas_(doors.transport, kMessagesWaitingMax) {}

void HitDesk::recover() {
  doors_.store.open(kRecovering, {doors::Table::kOperators, kWishKey});
  doors_.store.next(kRecovering, 1);
}

bool HitDesk::on_rows(doors::QueryTag tag, std::span<const doors::Row> rows) {
  if (tag != kRecovering) return false;
  doors_.store.close(kRecovering);
  if (rows.empty() || wish_) return true;  // who speaks now goes before
  wish_ = rows.front().content;
  subscribe();
  return true;
}

void HitDesk::want(const doors::Message& wish) {
  if (!formats::decode_subscriber(wish.content.text.view())) return;
  if (wish_ && wish_->text.view() == wish.content.text.view()) return;
  wish_ = wish.content;
  wish_kept_ = false;
  subscribe();
}

void HitDesk::on_peer(doors::PeerId nas, doors::PeerState state) {
  nas_.on_peer(nas, state);
  const bool was_first = up_.empty() || up_.front() == nas;
  std::erase(up_, nas);
  if (state == doors::PeerState::kUp) up_.push_back(nas);
  if (was_first) subscribe();
}

void HitDesk::subscribe() {
  if (up_.empty() || !wish_) return;
  static_cast<void>(nas_.send(up_.front(), {doors::Channel::kSubscription, 0, 0, {}, *wish_}));
}

void HitDesk::take(doors::PeerId nas, const doors::Message& hit) { arrived_.push_back({nas, hit}); }

void HitDesk::pump() {
  if (in_flight_ || resting_ || (arrived_.empty() && wish_kept_)) return;
  doors::Batch batch;
  if (!wish_kept_) batch.replaced.push_back({doors::Table::kOperators, kWishKey, *wish_});
  wish_kept_ = true;
  for (const Arrived& one : arrived_) batch.replaced.push_back({doors::Table::kHits, key_of(one.hit), one.hit.content});
  std::swap(committing_, arrived_);
  in_flight_ = true;
  doors_.store.commit({kTags + ++commits_}, std::move(batch), {});
}

bool HitDesk::on_durable(doors::CommitTag tag, const doors::CommitResult& result) {
  if (tag.value <= kTags) return false;
  if (!in_flight_ || tag.value != kTags + commits_) return true;
  in_flight_ = false;
  if (result.outcome == doors::CommitOutcome::kDurable) {
    for (const Arrived& one : committing_) acknowledge(one);
    committing_.clear();
    return true;
  }
  // Stored again, a row is as it was: so an unknown outcome is treated like a failure.
  std::move(arrived_.begin(), arrived_.end(), std::back_inserter(committing_));
  arrived_ = std::exchange(committing_, {});
  wish_kept_ = !wish_;
  resting_ = true;
  doors_.timers.arm(kHitTimer, retry_after_);
  return true;
}

void HitDesk::acknowledge(const Arrived& arrived) {
  static_cast<void>(nas_.send(arrived.nas, {doors::Channel::kHitAck, arrived.hit.exchange, 0, arrived.hit.name, {}}));
}

}  // namespace lea
