#include "conformance/oracle/subscriptions.h"

#include <algorithm>
#include <span>

namespace oracle {
namespace {

constexpr base::Instant kNever{INT64_MAX};

bool fits_any(const std::vector<std::string>& patterns, std::string_view name) {
  return std::any_of(patterns.begin(), patterns.end(), [&](const std::string& pattern) { return fits(pattern, name); });
}

std::vector<std::string> kept(std::span<const std::string_view> texts) { return {texts.begin(), texts.end()}; }

}  // namespace

bool fits(std::string_view pattern, std::string_view name) {
  if (!pattern.ends_with('*')) return pattern == name;
  pattern.remove_suffix(1);
  return name.starts_with(pattern);
}

void Subscriptions::hear(base::Instant at, const base::event::Operator& e) {
  Known& known = known_[std::string(e.operator_name)];
  known.lists_told = known.lists_told || e.lists_told;
  if (!e.lists_told) return;
  Wish wish{kept(e.lists), kept(e.cameras), kept(e.actions), at, kNever};
  if (!known.wishes.empty()) {
    Wish& last = known.wishes.back();
    if (last.lists == wish.lists && last.cameras == wish.cameras && last.actions == wish.actions) return;
    last.until = at;
  }
  known.wishes.push_back(std::move(wish));
}

Asks Subscriptions::asks(const Wish& wish, const HitTopic& hit) {
  if (!fits_any(wish.lists, hit.list)) return Asks::kNo;
  const bool area_open = !wish.cameras.empty() && hit.camera.empty();
  if (!wish.cameras.empty() && !area_open && !fits_any(wish.cameras, hit.camera)) return Asks::kNo;
  const bool told = hit.action && *hit.action != Action::kOther;
  const bool priority_open = !wish.actions.empty() && !told;
  if (!wish.actions.empty() && told && !fits_any(wish.actions, text_of(*hit.action))) return Asks::kNo;
  return area_open || priority_open ? Asks::kMaybe : Asks::kYes;
}

bool Subscriptions::awaits(const Known& known, const HitTopic& hit, const Stretch& when) {
  return std::any_of(known.wishes.begin(), known.wishes.end(),
                     [&](const Wish& wish) { return wish.since <= when.from && wish.until > when.to && asks(wish, hit) == Asks::kYes; });
}

Asks Subscriptions::may_see(const Known& known, const HitTopic& hit, const Stretch& when) {
  Asks most = Asks::kNo;
  for (const Wish& wish : known.wishes) {
    const bool before = wish.until < when.from;
    const bool after = wish.since > when.to && &wish != &known.wishes.front();
    if (!before && !after) most = std::max(most, asks(wish, hit));
  }
  return most;
}

bool Subscriptions::is_awaited(const HitTopic& hit, const Stretch& when) const {
  return std::any_of(known_.begin(), known_.end(), [&](const auto& one) { return awaits(one.second, hit, when); });
}

std::vector<std::string_view> Subscriptions::awaiting(const HitTopic& hit, const Stretch& when) const {
  std::vector<std::string_view> names;
  for (const auto& [name, known] : known_) {
    if (awaits(known, hit, when)) names.push_back(name);
  }
  return names;
}

std::optional<Asks> Subscriptions::may_see(std::string_view name, const HitTopic& hit, const Stretch& when) const {
  const auto known = known_.find(name);
  if (known == known_.end() || !known->second.lists_told) return std::nullopt;
  return may_see(known->second, hit, when);
}

bool Subscriptions::is_kept_from_somebody(const HitTopic& hit, const Stretch& when) const {
  return std::any_of(known_.begin(), known_.end(), [&](const auto& one) { return may_see(one.second, hit, when) == Asks::kNo; });
}

}  // namespace oracle
