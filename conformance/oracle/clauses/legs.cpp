#include "conformance/oracle/clauses/legs.h"

#include <algorithm>

#include <fmt/format.h>

namespace oracle {
namespace {

constexpr base::Duration kShareFromNas = base::seconds(2);

base::Duration share_to_nas(bool mobile) { return mobile ? base::seconds(4) : base::seconds(2); }

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
  mark_late(legs, true, share_to_nas(mobile));
  mark_late(legs, false, kShareFromNas);
  return legs;
}

namespace {

/// Whether a stretch, by the numbers of those that it runs over, may be of a role's.
bool may_be(std::string_view role, std::size_t from, std::size_t to, bool mobile, bool lea_told) {
  for (std::size_t stretch = from; stretch <= to; ++stretch) {
    const bool to_nas = stretch == 1 || stretch == 2;
    if (role == "camera" && (stretch == 0 || (to_nas && !lea_told))) return true;
    if (role == "mobile" && mobile && (stretch == 0 || to_nas)) return true;
    if (role == "lea" && to_nas) return true;
    if (role == "nas" && stretch >= kFirstHalf) return true;
    if (role == "operator" && stretch + 1 == kLegs.size()) return true;
  }
  return false;
}

std::string name_of(std::string_view role, const Named& named) {
  if (role == "camera" || role == "mobile") return fmt::format("camera:{}", named.camera);
  if (role == "lea") return std::string(named.lea);
  return role == "operator" ? fmt::format("operator:{}", named.operator_name) : std::string(role);
}

/// Whose a stretch is that is not the subject's.
std::string owner_of(const Leg& leg, const Named& named) {
  if (!in_first_half(leg)) return "nas";
  const bool of_camera = leg.name == kLegs[0] || named.lea.empty();
  return of_camera ? fmt::format("camera:{}", named.camera) : std::string(named.lea);
}

}  // namespace

bool is_on_the_way(std::string_view role, const Way& way, bool mobile, const Named& named) {
  return role == "camera" || role == "nas" || (role == "mobile" && mobile) || (role == "lea" && way.at_lea) ||
         (role == "operator" && !named.operator_name.empty());
}

Part part_of(std::string_view role, const Way& way, const std::vector<Leg>& legs, bool mobile, const Named& named) {
  Part part;
  const bool first_half = role != "nas" && role != "operator";
  const base::Duration share = first_half ? share_to_nas(mobile) : kShareFromNas;
  base::Duration own, others;   // in the half of the way that has the role's stretches
  const Leg* longest = nullptr;
  std::size_t next = way.captured ? 0 : way.sent ? 1 : way.at_lea ? 2 : kFirstHalf;
  for (const Leg& leg : legs) {
    const auto number = static_cast<std::size_t>(std::find(kLegs.begin(), kLegs.end(), leg.name) - kLegs.begin());
    const bool ours = may_be(role, next, number, mobile, way.at_lea.has_value());
    const bool in_half = first_half ? next < kFirstHalf : number >= kFirstHalf;
    next = number + 1;
    if (!ours && (longest == nullptr || leg.took() > longest->took())) longest = &leg;
    if (in_half) (ours ? own : others) = (ours ? own : others) + leg.took();
  }
  part.anothers = longest != nullptr && own <= share && (others > share || own + others <= share);
  part.component = part.anothers ? owner_of(*longest, named) : name_of(role, named);
  return part;
}

std::string culprit(const Way& way, const std::vector<Leg>& legs, std::string_view camera, std::string_view lea) {
  const auto late = std::find_if(legs.begin(), legs.end(), [](const Leg& leg) { return leg.late; });
  if (late == legs.end()) return {};
  const bool from_the_pass = !way.sent && way.captured && late->from == *way.captured;
  if (late->name == kLegs[0] || from_the_pass) return fmt::format("camera:{}", camera);
  return in_first_half(*late) && !lea.empty() ? std::string(lea) : "nas";
}

}  // namespace oracle
