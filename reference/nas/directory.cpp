#include "reference/nas/directory.h"

#include <utility>

#include "reference/formats/subscription.h"
#include "reference/nas/answer.h"

namespace nas {

void Directory::begin() {
  following_ = tags_.query();
  store_.follow(following_, doors::Table::kOperators, doors::Since::kBeginning);
}

bool Directory::on_rows(doors::QueryTag tag, std::span<const doors::Row> rows) {
  if (tag != following_) return false;
  loaded_ = true;
  for (const doors::Row& row : rows) {
    auto said = formats::decode_subscriber(row.content.text.view());
    if (!said) continue;
    const auto known = find(row.key);
    // Who is connected here has said to us what it wants.
    if (!known) {
      enter(row.key, *std::move(said));
    } else if (!known_[*known].peer) {
      known_[*known].subscriber = *std::move(said);
    }
  }
  return true;
}

SubscriberId Directory::on_peer(const doors::Principal& principal, doors::PeerState state) {
  const auto known = find(principal.name);
  const SubscriberId id = known ? *known : enter(principal.name, {principal.organisation, {}});
  Known& found = known_[id];
  if (!known || found.subscriber.organisation != principal.organisation) {
    found.subscriber.organisation = principal.organisation;
    keep(found);
  }
  found.peer.reset();
  if (state == doors::PeerState::kUp) found.peer = principal.peer;
  return id;
}

void Directory::subscribe(SubscriberId id, domain::Subscription wants) {
  Known& known = known_[id];
  if (known.subscriber.wants == wants) return;
  known.subscriber.wants = std::move(wants);
  keep(known);
}

void Directory::keep(const Known& known) {
  chores_.replace({doors::Table::kOperators, known.name, content_of(formats::encode(known.subscriber))});
}

std::optional<SubscriberId> Directory::find(std::string_view name) const {
  const auto found = by_name_.find(std::string(name));
  if (found == by_name_.end()) return std::nullopt;
  return found->second;
}

void Directory::told_of(const domain::HitTopic& hit, std::vector<SubscriberId>& found) const {
  for (SubscriberId id = 0; id < known_.size(); ++id) {
    if (domain::is_told(known_[id].subscriber, hit)) found.push_back(id);
  }
}

SubscriberId Directory::enter(std::string_view name, domain::Subscriber subscriber) {
  const auto id = static_cast<SubscriberId>(known_.size());
  known_.push_back({std::string(name), std::move(subscriber), std::nullopt});
  by_name_.emplace(std::string(name), id);
  return id;
}

}  // namespace nas
