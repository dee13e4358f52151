#include "conformance/oracle/clauses/legs.h"

#include <algorithm>

#include <fmt/format.h>

namespace oracle {
namespace {

constexpr base::Duration kShareFromNas = base::seconds(2), kLeastShare = kShareFromNas;

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

void Way::tell(std::optional<base::Instant> Way::*instant, const std::optional<Stamp>& at) {
  if (!at || at->uncertainty >= kLeastShare) return;
  this->*instant = at->at;
  uncertainty = uncertainty + at->uncertainty;
}

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

enum class Ours : std::uint8_t { kNo, kPerhaps, kYes };
using Stretches = std::array<Ours, kLegs.size()>;

/// Which stretches are a role's.
Stretches stretches_of(std::string_view role, bool mobile, bool lea_told) {
  constexpr Ours no = Ours::kNo, perhaps = Ours::kPerhaps, yes = Ours::kYes;
  if (role == "camera") return lea_told ? Stretches{yes, no, no, no, no} : Stretches{yes, perhaps, perhaps, no, no};
  if (role == "mobile") return lea_told ? Stretches{yes, perhaps, no, no, no} : Stretches{yes, perhaps, perhaps, no, no};
  if (role == "lea") return mobile ? Stretches{no, perhaps, yes, no, no} : Stretches{no, yes, yes, no, no};
  if (role == "nas") return {no, no, no, yes, yes};
  if (role == "operator") return {no, no, no, no, perhaps};
  return {no, no, no, no, no};
}

/// Whose one is that runs over several.
Ours is_ours(const Stretches& ours, std::size_t first, std::size_t last) {
  const auto* from = ours.begin() + first;
  return std::all_of(from, ours.begin() + last + 1, [&](Ours one) { return one == *from; }) ? *from : Ours::kPerhaps;
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

Part part_of(std::string_view role, const Way& way, const std::vector<Leg>& legs, bool mobile, const Named& named,
             base::Duration uncertainty) {
  const bool first_half = role != "nas" && role != "operator";
  const base::Duration share = first_half ? share_to_nas(mobile) : kShareFromNas;
  const Stretches ours = stretches_of(role, mobile, way.at_lea.has_value());
  std::array<base::Duration, 3> took{};   // by whose they are, in the half of the way that has the role's stretches
  const Leg *late_here = nullptr, *late_elsewhere = nullptr;   // the longest of others, in that half and in the other
  bool all_ours = true;
  std::size_t next = way.captured ? 0 : way.sent ? 1 : way.at_lea ? 2 : kFirstHalf;
  for (const Leg& leg : legs) {
    const auto number = static_cast<std::size_t>(std::find(kLegs.begin(), kLegs.end(), leg.name) - kLegs.begin());
    const Ours whose = is_ours(ours, next, number);
    const bool here = first_half ? next < kFirstHalf : number >= kFirstHalf;
    next = number + 1;
    all_ours = all_ours && whose == Ours::kYes;
    const Leg*& longest = here ? late_here : late_elsewhere;
    if (whose == Ours::kNo && (longest == nullptr || leg.took() > longest->took())) longest = &leg;
    base::Duration& sum = took[static_cast<std::size_t>(whose)];
    if (here) sum = sum + leg.took();
  }
  const auto [others, open, own] = took;
  const base::Duration all = own + open + others;
  const bool surely_anothers = all + uncertainty <= share || (own + open + uncertainty <= share && others - uncertainty > share);
  const bool perhaps_anothers = all - uncertainty <= share || (own - uncertainty <= share && others + open + uncertainty > share);
  if (all_ours || !perhaps_anothers) return {Doer::kSubject, name_of(role, named)};
  const Leg* late = all > share ? late_here : late_elsewhere;
  if (surely_anothers && late != nullptr) return {Doer::kAnother, owner_of(*late, named)};
  return {Doer::kOpen, {}};
}

std::string culprit(const Way& way, const std::vector<Leg>& legs, std::string_view camera, std::string_view lea) {
  const auto late = std::find_if(legs.begin(), legs.end(), [](const Leg& leg) { return leg.late; });
  if (late == legs.end()) return {};
  const bool from_the_pass = !way.sent && way.captured && late->from == *way.captured;
  if (late->name == kLegs[0] || from_the_pass) return fmt::format("camera:{}", camera);
  return in_first_half(*late) && !lea.empty() ? std::string(lea) : "nas";
}

}  // namespace oracle
