#include "conformance/oracle/clauses/clause_6_matching.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "conformance/oracle/components.h"

namespace oracle {
namespace {

// House: the budget is 2 s; what has not come a minute after the read was acknowledged is missing.
constexpr base::Duration kMissingAfter = base::seconds(60);
constexpr std::string_view kExplained = "a hit for an entry that was in force and matches the read";

std::string words_of_row(std::int64_t row) { return row == EntryName::kRowNotTold ? "a row not told" : fmt::format("row {}", row); }

std::int64_t row_of(const base::event::HitSent& e) { return e.row.value_or(EntryName::kRowNotTold); }

std::string words_of_hit(const base::event::HitSent& e) {
  return fmt::format("hit {} for {} of {}", e.hit_id, words_of_row(row_of(e)), e.list);
}

}  // namespace

Matching::Matching(Tally& tally, MatchingBooks books, MatchingTells tells)
    : tally_(tally),
      subscriptions_(books.subscriptions),
      lists_(books.lists),
      national_(books.national),
      reads_(books.reads),
      tells_(tells),
      one_hit_(tally.where("R-17", 0)) {}

std::string Matching::words_of(EntryName entry) const {
  return fmt::format("{} of {}", words_of_row(entry.row), lists_.name_of(entry.list));
}

Sighting Matching::sighting(const Matched& matched, base::Instant at) {
  return {at, matched.read.read_id, matched.read.camera, {}, kNas};
}

Matching::Matched& Matching::matched_of(const ReadState& read) {
  const auto [at, fresh] = by_read_.emplace(read.key.packed(), static_cast<std::uint32_t>(matched_.size()));
  if (!fresh) return matched_[at->second];
  Matched& matched = matched_.emplace_back();
  matched.key = read.key;
  matched.vrm = read.vrm;
  matched.read = tells_.times.traced(read, reads_.name_of(read.key));
  return matched;
}

void Matching::acknowledged(ReadState& read, base::Instant at) {
  if (!read.received || !read.vrm_known) {
    if (read.received) {
      lists_.settle(read.lists_epoch);
      national_.settle(read.received->at);
    }
    unread_.insert(read.key.packed());
    return;
  }
  const ListBook::Asked asked{read.vrm, read.camera.view(), read.lists_epoch, {read.received->at, at}};
  std::vector<Expected> expected = lists_.expected(asked);
  std::vector<Lapsed> lapsed = lists_.lapsed(asked);
  lists_.settle(read.lists_epoch);
  const bool plain = expected.empty() && lapsed.empty() && !national_.knows(read.vrm) && !lists_.any_mended(read.vrm);
  if (plain && !read.has_hits) {
    national_.settle(read.received->at);
    return tally_.met();
  }
  Matched& matched = matched_of(read);
  matched.judged = true;
  matched.vrm = read.vrm;
  matched.read.received = read.received;
  matched.acknowledged_at = at;
  matched.expected = std::move(expected);
  matched.lapsed = std::move(lapsed);
  for (const Expected& one : matched.expected) required_ |= one.required;
  for (const Seen& seen : matched.seen) judge_seen(matched, seen, at);
  waiting_.push_back({number_of(read), std::max(at, read.received->at + NationalData::kBudget)});
}

/// Whether the evidence does not say for what a hit is, or does not hold what that is. When its read came is not remembered: a minute
/// before, at most.
bool Matching::is_unknowable(base::Instant at, const base::event::HitSent& e) {
  if (const std::optional<Source> source = source_of(e.source)) return !national_.told(*source);
  return e.list.empty() || !e.row || lists_.is_unheld(lists_.number_of(e.list), at - kMissingAfter);
}

/// The number of the matched read that a hit names; kNone where the hit cannot be one of it.
std::uint32_t Matching::of_hit(base::Instant at, const base::event::HitSent& e) {
  const Sighting where{at, e.read_id, {}, {}, kNas};
  const ReadTable::Found found = reads_.find(e.read_id);
  if (!found.named) {
    tally_.undecided(where, kExplained, fmt::format("hit {} that names no read", e.hit_id));
    nameless_ = true;
    return kNone;
  }
  if (const auto known = by_read_.find(found.key.packed()); known != by_read_.end()) return known->second;
  if (unread_.contains(found.key.packed())) {
    tally_.undecided(where, kExplained, fmt::format("hit {} for a read of which the evidence does not hold what NAS received", e.hit_id));
    return kNone;
  }
  if (found.state == nullptr || found.state->acknowledged) {
    if (found.forgotten || is_unknowable(at, e)) {
      tally_.undecided(where, kExplained,
                       fmt::format("{}, of which the evidence does not hold enough", words_of_hit(e)));
      return kNone;
    }
    tally_.against(where, kExplained, words_of_hit(e));
    return kNone;
  }
  found.state->has_hits = true;
  Matched& matched = matched_of(*found.state);
  matched.read.received = found.state->received;
  return by_read_.at(found.key.packed());
}

/// Whether a hit was told before under its id. What either telling leaves out is no difference.
bool Matching::is_repeat(const base::event::HitSent& e, EntryName entry) {
  const auto known = by_hit_.find(base::hash64(e.hit_id));
  if (known == by_hit_.end()) return false;
  const Hit& last = hits_[known->second];
  const std::uint64_t no_name = base::hash64({}), read = base::hash64(e.read_id);
  const bool same_read = read == last.read || read == no_name || last.read == no_name;
  const auto nameless = [&](EntryName one) { return lists_.name_of(one.list).empty(); };
  const bool same_list = entry.list == last.entry.list || nameless(entry) || nameless(last.entry);
  const auto rowless = [](EntryName one) { return one.row == EntryName::kRowNotTold; };
  const bool same_row = entry.row == last.entry.row || rowless(entry) || rowless(last.entry);
  const bool national = source_of(e.source) && national_.is_list(last.entry.list);   // of one record, as one source or another has it
  if (same_read && ((same_list && same_row) || national)) return true;
  const auto told = [&](std::uint64_t of, EntryName one) {
    return base::mix64(base::mix64(base::mix64(known->first + of) + one.list) + static_cast<std::uint64_t>(one.row));
  };
  reused_.insert(told(last.read, last.entry));
  return !reused_.insert(told(read, entry)).second;
}

void Matching::hear(const Stamp& at, const base::event::HitSent& e) {
  const std::optional<Source> source = source_of(e.source);
  const EntryName entry{source ? national_.list_of(*source) : lists_.number_of(e.list), row_of(e)};
  if (is_repeat(e, entry)) return;
  const auto place = static_cast<std::uint32_t>(hits_.size());
  const auto [last, fresh] = by_hit_.emplace(base::hash64(e.hit_id), place);
  const std::uint32_t before = std::exchange(last.value(), place);
  Hit& hit = hits_.emplace_back();
  if (!fresh) hit.before = before;
  hit.id = e.hit_id;
  hit.read = base::hash64(e.read_id);
  hit.entry = entry;
  hit.trail.sent = at;
  tells_.intake.hit(e.list, row_of(e));
  const std::uint32_t number = of_hit(at.at, e);
  hit.matched = number;
  if (number == kNone) return;
  Matched& matched = matched_[number];
  matched.seen.push_back({hit.entry, place, at.at, source});
  if (!closed_) tells_.times.sent(matched.read, hit.trail, at);
  if (source) {
    if (matched.national_judged) judge_national_seen(matched, matched.seen.back(), at.at);
  } else if (matched.judged) {
    judge_seen(matched, matched.seen.back(), at.at);
  }
}

void Matching::against(Under set, Matched& matched, base::Instant at, std::string_view expected, std::string_view observed) {
  matched.faulty |= set;
  tally_.against(set, sighting(matched, at), expected, observed);
}

/// Of a list; what national data gave is judged when all that it may rest on is known.
void Matching::judge_seen(Matched& matched, const Seen& seen, base::Instant at) {
  if (seen.source) return;
  Under allowed = 0;
  for (const Expected& one : matched.expected) {
    if (one.entry == seen.entry) allowed = one.allowed;
  }
  const bool told = !lists_.name_of(seen.entry.list).empty() && seen.entry.row != EntryName::kRowNotTold;
  if (allowed == 0 && (!told || !matched.read.received || lists_.is_unheld(seen.entry.list, matched.read.received->at))) {
    tally_.undecided(sighting(matched, at), kExplained,
                     "a hit for " + words_of(seen.entry) + ", of which the evidence does not hold enough");
    return;
  }
  against(tally_.all() & ~allowed, matched, at, kExplained, "a hit for " + words_of(seen.entry));
  gave_hits_ = gave_hits_ || allowed != 0;
  if (allowed == 0 && lists_.was_mended(seen.entry, matched.vrm))
    tells_.intake.changed(sighting(matched, at), "an entry as it was uploaded, or none",
                          "a hit for " + words_of(seen.entry) + ", whose mark has characters that the read's has not");
  const auto same = std::find_if(matched.seen.begin(), matched.seen.end(), [&](const Seen& s) { return s.entry == seen.entry; });
  if (same->hit != seen.hit)
    against(allowed & one_hit_, matched, at, "one hit for a read and an entry", "another for " + words_of(seen.entry));
}

/// The hit that an event names, where its read is one that matched and nothing is closed yet.
Matching::Hit* Matching::hit_of(const Stamp& at, std::string_view hit_id) {
  const auto found = by_hit_.find(base::hash64(hit_id));
  if (found == by_hit_.end()) {
    tally_.undecided({at.at, {}, {}, {}, kNas}, kExplained, fmt::format("hit {} delivered, and nowhere said to have been sent", hit_id));
    return nullptr;
  }
  Hit& hit = hits_[found->second];
  return hit.matched == kNone || closed_ ? nullptr : &hit;
}

/// Of the hits that bear one id the first that lacks something; the last where none does.
template <class Has>
Matching::Hit* Matching::first_without(Hit* last, Has has) {
  constexpr int kSameIdMax = 64;   // beyond that an id says nothing
  Hit* first = last;
  int seen = 0;
  for (std::uint32_t at = last->before; at != kNone && ++seen < kSameIdMax; at = hits_[at].before) {
    if (hits_[at].matched != kNone && !has(hits_[at].trail)) first = &hits_[at];
  }
  return first;
}

void Matching::hear(const Stamp& at, const base::event::HitDelivered& e) {
  if (Hit* hit = hit_of(at, e.hit_id)) {
    hit = first_without(hit, [&](const HitTrail& trail) { return tells_.times.has(trail.delivered_to, e.operator_name); });
    tells_.times.delivered(matched_[hit->matched].read, hit->trail, e.operator_name, at);
  }
  const auto known = by_hit_.find(base::hash64(e.hit_id));
  if (known == by_hit_.end()) return;
  const bool judged = tells_.shown.delivered(at.at, named(hits_[known->second]), e.operator_name, MoreToCome::kYes);
  if (!judged) unsettled_.push_back({known->second, at.at, std::string(e.operator_name)});
}

void Matching::hear(const Stamp& at, const base::event::SymbolShown& e) {
  const auto known = by_hit_.find(base::hash64(e.hit_id));
  if (known != by_hit_.end()) tells_.shown.hear(at.at, named(hits_[known->second]), e);
}

/// A hit with what the evidence tells of its read and its entry.
HitOf Matching::named(const Hit& hit) const {
  HitOf of{hit.id, {}, {lists_.name_of(hit.entry.list), {}, std::nullopt}, {{INT64_MIN}, {INT64_MAX}}};
  if (hit.matched == kNone) return of;
  const Matched& matched = matched_[hit.matched];
  of.read_id = matched.read.read_id;
  of.topic.camera = matched.read.camera;
  of.topic.action = action_of(matched, hit.entry);
  if (matched.read.received) of.matched = {matched.read.received->at, hit.trail.sent.at};
  return of;
}

std::optional<Action> Matching::action_of(const Matched& matched, EntryName entry) const {
  for (const Expected& one : matched.expected) {
    if (one.entry == entry) return one.action;
  }
  for (const NationalEntry& one : matched.national) {
    if (one.entry == entry) return one.action;
  }
  return std::nullopt;
}

void Matching::hear(const Stamp& at, const base::event::HitAcknowledged& e) {
  if (!by_hit_.contains(base::hash64(e.hit_id))) return;   // of what was never delivered, which is said there
  if (Hit* hit = hit_of(at, e.hit_id)) {
    hit = first_without(hit, [&](const HitTrail& trail) { return tells_.times.has(trail.acknowledged_by, e.operator_name); });
    tells_.times.acknowledged(matched_[hit->matched].read, hit->trail, e.operator_name, at);
  }
}

/// Whether a hit that has not come is missing. Evidence that just ends, and never tells of a hit, is silent on hits.
bool Matching::given_up(const Matched& matched, base::Instant at, bool whole) const {
  return whole || (!hits_.empty() && at - matched.acknowledged_at > kMissingAfter);
}

void Matching::missing(Under set, Matched& matched, base::Instant at, const std::string& expected, bool sure) {
  Sighting where = sighting(matched, at);
  where.due = matched.read.received->at + NationalData::kBudget;
  matched.faulty |= set;
  if (sure) {
    tally_.against(set, where, expected, "none");
  } else {
    tally_.undecided(set, where, expected, "none when the evidence ended");
  }
}

void Matching::judge_missing(Matched& matched, base::Instant at, bool whole) {
  const auto seen = [&](EntryName entry) {
    return std::any_of(matched.seen.begin(), matched.seen.end(), [&](const Seen& s) { return s.entry == entry; });
  };
  const bool nameless = nameless_ || std::any_of(matched.seen.begin(), matched.seen.end(), [&](const Seen& s) {
                          return !s.source && (s.entry.row == EntryName::kRowNotTold || lists_.name_of(s.entry.list).empty());
                        });
  const bool sure = given_up(matched, at, whole) && !nameless;   // a hit that does not say of what it is may be any
  for (const Expected& one : matched.expected) {
    if (!seen(one.entry) && one.required != 0) missing(one.required, matched, at, "a hit for " + words_of(one.entry), sure);
  }
  for (const Lapsed& one : matched.lapsed) {
    const bool hit = seen(one.entry);
    if (hit || sure) tells_.days.lapsed(one, hit, sighting(matched, at), words_of(one.entry));
  }
}

void Matching::close(Matched& matched, base::Instant at, bool whole) {
  if (matched.judged) {
    judge_missing(matched, at, whole);
    close_national(matched, at, whole);
    return tally_.met(tally_.all() & ~matched.faulty, 1);
  }
  // Never acknowledged, yet there are hits: whether an entry explains them was true when the read came.
  ReadState* read = reads_.find(matched.key);
  if (read == nullptr || !read->received || !read->vrm_known) return;
  matched.vrm = read->vrm;
  matched.expected = lists_.expected({read->vrm, read->camera.view(), read->lists_epoch, {read->received->at, at}});
  matched.national = national_.matches(read->vrm, read->received->at, at);
  matched.judged = matched.national_judged = true;
  for (const Seen& seen : matched.seen) {
    judge_seen(matched, seen, at);
    judge_national_seen(matched, seen, at);
  }
}

void Matching::close(base::Instant at, bool whole) {
  if (closed_) return;
  while (!waiting_.empty()) judge_national();
  for (Matched& matched : matched_) close(matched, at, whole);
  for (const Hit& hit : hits_) close_times(hit, at, whole);
  closed_ = true;
}

/// A hit is owed to each who asked for it, under whichever of the ids that were given to its read and entry.
void Matching::close_times(const Hit& hit, base::Instant at, bool whole) {
  if (hit.matched == kNone) return;
  const Matched& matched = matched_[hit.matched];
  std::vector<const HitTrail*> trails;
  for (const Seen& seen : matched.seen) {
    if (seen.entry == hit.entry) trails.push_back(&hits_[seen.hit].trail);
  }
  if (trails.empty() || trails.front() != &hit.trail) return;
  const HitOf of = named(hit);
  tells_.times.close({matched.read, trails, subscriptions_.awaiting(of.topic, of.matched)}, at, whole);
}

void Matching::conclude() {
  for (const Delivery& one : unsettled_) {
    static_cast<void>(tells_.shown.delivered(one.at, named(hits_[one.hit]), one.operator_name, MoreToCome::kNo));
  }
  for (const Hit& hit : hits_) tells_.shown.was(named(hit));
  if (!lists_.any_in_force() && !national_.any()) {
    tally_.missing("no list is in force: the evidence holds no voi.uploaded followed by list.in_force of nas");
  } else if (const Under none = tally_.all() & ~required_; none != 0) {
    tally_.missing(none, "no acknowledged read matches an entry that must give a hit to a subscribed operator");
  }
  if (!unread_.empty() && !tally_.any_met()) tally_.missing("the evidence does not hold what NAS received (read.received)");
}

}  // namespace oracle
