#include "conformance/oracle/clauses/clause_6_matching.h"

#include <algorithm>

#include <fmt/format.h>

namespace oracle {
namespace {

// House: the budget is 2 s; what has not come a minute after the read was acknowledged is missing.
constexpr base::Duration kMissingAfter = base::seconds(60);
constexpr std::string_view kExplained = "a hit for an entry that was in force and matches the read";
constexpr std::string_view kNas = "nas";

}  // namespace

Matching::Matching(Tally& tally, ListBook& lists, ReadTable& reads, HitTimes& times)
    : tally_(tally), lists_(lists), reads_(reads), times_(times), one_hit_(tally.where("R-17", 0)) {}

std::string Matching::words_of(EntryName entry) const { return fmt::format("row {} of {}", entry.row, lists_.name_of(entry.list)); }

Sighting Matching::sighting(const Matched& matched, base::Instant at) {
  return {at, matched.read.read_id, matched.read.camera, {}, kNas};
}

Matching::Matched& Matching::matched_of(const ReadState& read) {
  const auto [at, fresh] = by_read_.emplace(read.key.packed(), static_cast<std::uint32_t>(matched_.size()));
  if (!fresh) return matched_[at->second];
  Matched& matched = matched_.emplace_back();
  matched.key = read.key;
  matched.read = times_.traced(read, reads_.name_of(read.key));
  return matched;
}

void Matching::acknowledged(ReadState& read, base::Instant at) {
  if (!read.received || !read.vrm_known) {
    if (read.received) lists_.settle(read.lists_epoch);
    unread_.insert(read.key.packed());
    return;
  }
  std::vector<Expected> expected = lists_.expected(read.vrm, read.lists_epoch, read.received->at, at);
  lists_.settle(read.lists_epoch);
  if (expected.empty() && !read.has_hits) return tally_.met();
  Matched& matched = matched_of(read);
  matched.judged = true;
  matched.read.received = read.received;
  matched.acknowledged_at = at;
  matched.expected = std::move(expected);
  for (const Expected& one : matched.expected) required_ |= one.required;
  for (const Seen& seen : matched.seen) judge_seen(matched, seen, at);
}

/// The number of the matched read that a hit names; kNone where the hit cannot be one of it.
std::uint32_t Matching::of_hit(base::Instant at, const base::event::HitSent& e) {
  const Sighting where{at, e.read_id, {}, {}, kNas};
  const ReadTable::Found found = reads_.find(e.read_id);
  if (!found.named) {
    tally_.undecided(where, kExplained, fmt::format("hit {} that names no read", e.hit_id));
    return kNone;
  }
  if (const auto known = by_read_.find(found.key.packed()); known != by_read_.end()) return known->second;
  if (unread_.contains(found.key.packed())) {
    tally_.undecided(where, kExplained, fmt::format("hit {} for a read of which the evidence does not hold what NAS received", e.hit_id));
    return kNone;
  }
  if (found.state == nullptr || found.state->acknowledged) {
    tally_.against(where, kExplained, fmt::format("hit {} for row {} of {}", e.hit_id, e.row, e.list));
    return kNone;
  }
  found.state->has_hits = true;
  Matched& matched = matched_of(*found.state);
  matched.read.received = found.state->received;
  return by_read_.at(found.key.packed());
}

void Matching::hear(const Stamp& at, const base::event::HitSent& e) {
  const std::uint64_t id = base::hash64(e.hit_id);
  if (!by_hit_.emplace(id, static_cast<std::uint32_t>(hits_.size())).second) return;
  Hit& hit = hits_.emplace_back();
  if (e.source != "voi") return;  // national data is not judged yet; that it was sent is known
  const std::uint32_t number = of_hit(at.at, e);
  const EntryName entry{lists_.number_of(e.list), e.row};
  hit.matched = number;
  hit.awaited = lists_.is_subscribed(entry.list);
  if (number == kNone) return;
  Matched& matched = matched_[number];
  matched.seen.push_back({entry, id});
  if (!closed_) times_.sent(matched.read, hit.trail, at);
  if (matched.judged) judge_seen(matched, matched.seen.back(), at.at);
}

void Matching::against(Under set, Matched& matched, base::Instant at, std::string_view expected, std::string_view observed) {
  matched.faulty |= set;
  tally_.against(set, sighting(matched, at), expected, observed);
}

void Matching::judge_seen(Matched& matched, const Seen& seen, base::Instant at) {
  Under allowed = 0;
  for (const Expected& one : matched.expected) {
    if (one.entry == seen.entry) allowed = one.allowed;
  }
  against(tally_.all() & ~allowed, matched, at, kExplained, "a hit for " + words_of(seen.entry));
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

void Matching::hear(const Stamp& at, const base::event::HitDelivered& e) {
  if (Hit* hit = hit_of(at, e.hit_id)) times_.delivered(matched_[hit->matched].read, hit->trail, e.operator_name, at);
}

void Matching::hear(const Stamp& at, const base::event::HitAcknowledged& e) {
  if (!by_hit_.contains(base::hash64(e.hit_id))) return;   // of what was never delivered, which is said there
  if (Hit* hit = hit_of(at, e.hit_id)) times_.acknowledged(matched_[hit->matched].read, hit->trail, e.operator_name, at);
}

void Matching::judge_missing(Matched& matched, base::Instant at, bool whole) {
  for (const Expected& one : matched.expected) {
    const bool seen = std::any_of(matched.seen.begin(), matched.seen.end(), [&](const Seen& s) { return s.entry == one.entry; });
    if (seen || one.required == 0) continue;
    Sighting where = sighting(matched, at);
    where.due = matched.read.received->at + base::seconds(2);
    const std::string expected = "a hit for " + words_of(one.entry);
    matched.faulty |= one.required;
    // Evidence that just ends, and never tells of a hit, is silent on hits.
    if (whole || (!hits_.empty() && at - matched.acknowledged_at > kMissingAfter)) {
      tally_.against(one.required, where, expected, "none");
    } else {
      tally_.undecided(one.required, where, expected, "none when the evidence ended");
    }
  }
}

void Matching::close(Matched& matched, base::Instant at, bool whole) {
  if (matched.judged) {
    judge_missing(matched, at, whole);
    return tally_.met(tally_.all() & ~matched.faulty, 1);
  }
  // Never acknowledged, yet there are hits: whether an entry explains them was true when the read came.
  ReadState* read = reads_.find(matched.key);
  if (read == nullptr || !read->received || !read->vrm_known) return;
  matched.expected = lists_.expected(read->vrm, read->lists_epoch, read->received->at, at);
  matched.judged = true;
  for (const Seen& seen : matched.seen) judge_seen(matched, seen, at);
}

void Matching::close(base::Instant at, bool whole) {
  if (closed_) return;
  for (Matched& matched : matched_) close(matched, at, whole);
  for (const Hit& hit : hits_) {
    if (hit.matched != kNone && hit.awaited) times_.close(matched_[hit.matched].read, hit.trail, at, whole);
  }
  closed_ = true;
}

void Matching::conclude() {
  if (!lists_.any_in_force()) {
    tally_.missing("no list is in force: the evidence holds no voi.uploaded followed by list.in_force of nas");
  } else if (const Under none = tally_.all() & ~required_; none != 0) {
    tally_.missing(none, "no acknowledged read matches an entry that must give a hit to a subscribed operator");
  }
  if (!unread_.empty() && !tally_.any_met()) tally_.missing("the evidence does not hold what NAS received (read.received)");
}

}  // namespace oracle
