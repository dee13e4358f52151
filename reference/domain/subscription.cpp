#include "reference/domain/subscription.h"

#include <algorithm>

namespace domain {

bool fits_any(const std::vector<std::string>& patterns, std::string_view name) {
  return std::ranges::any_of(patterns, [name](const std::string& pattern) { return fits(pattern, name); });
}

bool is_told(const Subscriber& subscriber, const HitTopic& hit) {
  const Subscription& wants = subscriber.wants;
  const bool own = hit.source == DataSource::kVoi;
  if (own && subscriber.organisation != hit.owner) return false;
  if (wants.lists.empty() ? !own : !fits_any(wants.lists, hit.list)) return false;
  if (!wants.cameras.empty() && !fits_any(wants.cameras, hit.camera)) return false;
  return wants.actions.empty() || std::ranges::find(wants.actions, hit.action) != wants.actions.end();
}

}  // namespace domain
