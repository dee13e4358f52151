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

/// Between two instants that are told, over stretches by their numbers.
struct Span {
  std::size_t first = 0, last = 0;
  Stamp from, to;
  bool open = false;

  [[nodiscard]] base::Duration took() const { return to.at - from.at; }
};

std::vector<Span> spans_of(const Way& way, std::optional<base::Instant> open_until) {
  const std::array told{way.captured, way.sent, way.at_lea, way.at_nas, way.hit_sent, way.delivered};
  const auto is_told = [](const std::optional<Stamp>& at) { return at.has_value(); };
  const auto* first = std::find_if(told.begin(), told.end(), is_told);
  if (first == told.end()) return {};
  const auto* last = std::find_if(told.rbegin(), told.rend(), is_told).base() - 1;
  const base::Instant end = open_until.value_or((*last)->at);
  std::vector<Span> spans;
  const auto* from = first;
  for (const auto* to = first + 1; to <= last; ++to) {
    const bool between = to < last || open_until;
    if (!*to || (between && (*to)->uncertainty >= kLeastShare) || (*to)->at < (*from)->at || (*to)->at > end) continue;
    spans.push_back({static_cast<std::size_t>(from - told.begin()), static_cast<std::size_t>(to - told.begin()) - 1, **from, **to});
    from = to;
  }
  const std::size_t next = static_cast<std::size_t>(from - told.begin()), goal = (way.of_hit ? kLegs.size() : kFirstHalf) - 1;
  if (open_until && next <= goal) spans.push_back({next, goal, **from, {*open_until, {}}, true});
  return spans;
}

enum class Ours : std::uint8_t { kNo, kPerhaps, kYes };
using Stretches = std::array<Ours, kLegs.size()>;

/// Which stretches are a role's.
Stretches stretches_of(std::string_view role, bool mobile, bool lea_told) {
  constexpr Ours no = Ours::kNo, perhaps = Ours::kPerhaps, yes = Ours::kYes;
  const Stretches of_device{yes, mobile || !lea_told ? perhaps : no, lea_told ? no : perhaps, no, no};
  if (role == "camera" || role == "mobile") return of_device;
  if (role == "lea") return {no, mobile ? perhaps : yes, yes, no, no};
  if (role == "nas") return {no, no, no, yes, yes};
  if (role == "operator") return {no, no, no, no, perhaps};
  return {no, no, no, no, no};
}

/// Whose a span is.
Ours is_ours(const Stretches& ours, const Span& span) {
  const auto* from = ours.begin() + span.first;
  return std::all_of(from, ours.begin() + span.last + 1, [&](Ours one) { return one == *from; }) ? *from : Ours::kPerhaps;
}

std::string name_of(std::string_view role, const Named& named) {
  if (role == "camera" || role == "mobile") return fmt::format("camera:{}", named.camera);
  if (role == "lea") return std::string(named.lea);
  return role == "operator" ? fmt::format("operator:{}", named.operator_name) : std::string(role);
}

/// Whose a span is that is not the subject's; empty where it may be of several.
std::string owner_of(const Span& span, bool mobile, const Named& named) {
  if (span.first >= kFirstHalf) return "nas";
  if (span.last == 0) return fmt::format("camera:{}", named.camera);
  const bool from_device = span.first == 0 || (span.first == 1 && mobile);
  return from_device || span.last >= kFirstHalf ? std::string() : std::string(named.lea);
}

/// How long something took, of which parts may be taken together.
struct Length {
  base::Duration took, uncertainty;
  friend Length operator+(const Length& a, const Length& b) { return {a.took + b.took, a.uncertainty + b.uncertainty}; }
};

/// A way as it concerns a role: what of the half that has the role's stretches is whose.
struct Parted {
  Length others, open, own, all;
  const Span *late_here = nullptr, *late_elsewhere = nullptr;   // the longest of others, in that half and in the other
  bool all_ours = false;
};

Parted parted(const std::vector<Span>& spans, const Stretches& ours, bool first_half) {
  Parted parted;
  parted.all_ours = !spans.empty();
  std::optional<Span> half;   // that half as one
  for (const Span& span : spans) {
    const Ours whose = is_ours(ours, span);
    const bool here = first_half ? span.first < kFirstHalf : span.last >= kFirstHalf;
    parted.all_ours = parted.all_ours && whose == Ours::kYes;
    const Span*& longest = here ? parted.late_here : parted.late_elsewhere;
    if (whose == Ours::kNo && (longest == nullptr || span.took() > longest->took())) longest = &span;
    if (!here) continue;
    Length& sum = whose == Ours::kNo ? parted.others : whose == Ours::kYes ? parted.own : parted.open;
    sum = sum + Length{span.took(), span.from.uncertainty + span.to.uncertainty};
    if (!half) half = span;
    half->to = span.to;
  }
  if (half) parted.all = {half->took(), half->from.uncertainty + half->to.uncertainty};
  return parted;
}

}  // namespace

std::vector<Leg> legs_of(const Way& way, bool mobile, std::optional<base::Instant> open_until) {
  std::vector<Leg> legs;
  for (const Span& span : spans_of(way, open_until)) legs.push_back({kLegs[span.open ? span.first : span.last], span.from.at, span.to.at});
  mark_late(legs, true, share_to_nas(mobile));
  mark_late(legs, false, kShareFromNas);
  return legs;
}

bool is_on_the_way(std::string_view role, bool mobile, const Named& named) {
  return role == "camera" || role == "nas" || (role == "mobile" && mobile) || (role == "lea" && !named.lea.empty()) ||
         (role == "operator" && !named.operator_name.empty());
}

Part part_of(std::string_view role, const Way& way, bool mobile, const Named& named, base::Duration uncertainty,
             std::optional<base::Instant> open_until) {
  const bool first_half = role != "nas" && role != "operator";
  const base::Duration share = first_half ? share_to_nas(mobile) : kShareFromNas;
  const std::vector<Span> spans = spans_of(way, open_until);
  const Parted p = parted(spans, stretches_of(role, mobile, !named.lea.empty()), first_half);
  const auto surely_within = [&](const Length& l) { return l.took + l.uncertainty + uncertainty <= share; };
  const auto surely_beyond = [&](const Length& l) { return l.took - l.uncertainty - uncertainty > share; };
  const bool surely_ours = surely_beyond(p.all) && (surely_beyond(p.own) || surely_within(p.others + p.open));
  if (p.all_ours || surely_ours) return {Doer::kSubject, name_of(role, named)};
  const bool surely_anothers = surely_within(p.all) || (surely_within(p.own + p.open) && surely_beyond(p.others));
  const Span* late = p.all.took > share ? p.late_here : p.late_elsewhere;
  if (surely_anothers && late != nullptr) return {Doer::kAnother, owner_of(*late, mobile, named)};
  return {Doer::kOpen, {}};
}

std::string culprit(const Way& way, const std::vector<Leg>& legs, std::string_view camera, std::string_view lea) {
  const auto late = std::find_if(legs.begin(), legs.end(), [](const Leg& leg) { return leg.late; });
  if (late == legs.end()) return {};
  const bool from_the_pass = way.captured && late == legs.begin();
  if (late->name == kLegs[0] || from_the_pass) return fmt::format("camera:{}", camera);
  return in_first_half(*late) && !lea.empty() ? std::string(lea) : "nas";
}

}  // namespace oracle
