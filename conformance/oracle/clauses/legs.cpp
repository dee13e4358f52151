#include "conformance/oracle/clauses/legs.h"

#include <algorithm>

#include <fmt/format.h>

namespace oracle {
namespace {

bool in_first_half(const Leg& leg) {
  const auto* end = kLegs.begin() + kFirstHalf;
  return std::find(kLegs.begin(), end, leg.name) != end;
}

/// Marks the longest stretch of a half that took more than its share.
void mark_late(std::vector<Leg>& legs, bool first_half, base::Duration share) {
  Leg* longest = nullptr;
  base::Duration took;
  for (Leg& leg : legs) {
    if (in_first_half(leg) != first_half) continue;
    took = took + leg.took();
    if (longest == nullptr || leg.took() > longest->took()) longest = &leg;
  }
  if (longest != nullptr && took > share) longest->late = true;
}

}  // namespace

std::vector<Leg> legs_of(const Way& way, bool mobile, std::optional<base::Instant> open_until) {
  const std::array<std::optional<base::Instant>, kLegs.size()> ends{way.sent, way.at_lea, way.at_nas, way.hit_sent, way.delivered};
  std::vector<Leg> legs;
  std::optional<base::Instant> from = way.captured;
  std::size_t last = 0;   // the stretch that comes after the last known instant
  for (std::size_t i = 0; i < kLegs.size(); ++i) {
    if (!ends[i]) continue;
    if (from) legs.push_back({kLegs[i], *from, *ends[i]});
    from = ends[i];
    last = i + 1;
  }
  if (open_until && from && last < kLegs.size()) legs.push_back({kLegs[last], *from, *open_until});
  mark_late(legs, true, mobile ? base::seconds(4) : base::seconds(2));
  mark_late(legs, false, base::seconds(2));
  return legs;
}

std::string culprit(const Way& way, const std::vector<Leg>& legs, std::string_view camera, std::string_view lea) {
  const auto late = std::find_if(legs.begin(), legs.end(), [](const Leg& leg) { return leg.late; });
  if (late == legs.end()) return {};
  const bool from_the_pass = !way.sent && way.captured && late->from == *way.captured;
  if (late->name == kLegs[0] || from_the_pass) return fmt::format("camera:{}", camera);
  return in_first_half(*late) && !lea.empty() ? std::string(lea) : "nas";
}

}  // namespace oracle
