#include "conformance/oracle/clause_6_matching.h"

#include <algorithm>

#include <fmt/format.h>

namespace oracle {
namespace {

// House: the budget is 2 s; what has not come a minute after the read was acknowledged is missing.
constexpr base::Duration kMissingAfter = base::seconds(60);
constexpr std::string_view kExplained = "a hit for an entry that was in force and matches the read";

bool holds(const std::vector<EntryName>& names, EntryName name) { return std::binary_search(names.begin(), names.end(), name); }

}  // namespace

Matching::Matching(Docket& docket, ListBook& lists, ReadTable& reads, Budget& capture_to_hit, Budget& receipt_to_hit)
    : tally_(docket.of("6-a")),
      lists_(lists),
      reads_(reads),
      capture_to_hit_(capture_to_hit),
      receipt_to_hit_(receipt_to_hit) {}

std::string Matching::words_of(EntryName entry) const { return fmt::format("row {} of {}", entry.row, lists_.name_of(entry.list)); }

Matching::Matched& Matching::matched_of(const ReadState& read) {
  const auto [at, fresh] = by_read_.emplace(read.key.packed(), static_cast<std::uint32_t>(matched_.size()));
  if (!fresh) return matched_[at->second];
  Matched& matched = matched_.emplace_back();
  matched.key = read.key;
  matched.read_id = reads_.name_of(read.key);
  matched.camera = read.camera.view();
  matched.lea = read.lea.view();
  matched.captured = read.captured;
  matched.mobile = read.mobile;
  return matched;
}

void Matching::acknowledged(ReadState& read, base::Instant at) {
  if (!read.received || !read.vrm_known) {
    unread_.insert(read.key.packed());
    return;
  }
  const Expected expected = lists_.expected(read.vrm, read.lists_epoch, read.received->at, at);
  lists_.settle(read.lists_epoch);
  if (expected.none() && !read.has_hits) return tally_.met();
  Matched& matched = matched_of(read);
  matched.judged = true;
  matched.received = read.received;
  matched.acknowledged_at = at;
  matched.expected = expected;
  required_ += expected.required.size();
  for (const Seen& seen : matched.seen) judge_seen(matched, seen, at);
}

/// The number of the matched read that a hit names; kNone where the hit cannot be one of it.
std::uint32_t Matching::of_hit(base::Instant at, const base::event::HitSent& e) {
  const Sighting where{at, e.read_id, {}, {}};
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
  matched.received = found.state->received;
  return by_read_.at(found.key.packed());
}

void Matching::hear(const Stamp& at, const base::event::HitSent& e) {
  if (e.source != "voi") return;  // national data is not judged yet
  const std::uint64_t id = base::hash64(e.hit_id);
  if (by_hit_.contains(id)) return;
  const std::uint32_t number = of_hit(at.at, e);
  const EntryName entry{lists_.number_of(e.list), e.row};
  by_hit_.emplace(id, static_cast<std::uint32_t>(hits_.size()));
  hits_.push_back({number, entry, std::string(e.hit_id), {}});
  if (number == kNone) return;
  Matched& matched = matched_[number];
  matched.seen.push_back({entry, id});
  if (matched.judged) judge_seen(matched, matched.seen.back(), at.at);
}

void Matching::against(Matched& matched, base::Instant at, std::string_view expected, std::string_view observed) {
  matched.faulty = true;
  tally_.against(sighting(matched, at), expected, observed);
}

void Matching::judge_seen(Matched& matched, const Seen& seen, base::Instant at) {
  if (!holds(matched.expected.allowed, seen.entry)) {
    return against(matched, at, kExplained, "a hit for " + words_of(seen.entry));
  }
  const auto same = std::find_if(matched.seen.begin(), matched.seen.end(), [&](const Seen& s) { return s.entry == seen.entry; });
  if (same->hit != seen.hit) against(matched, at, "one hit for a read and an entry", "another for " + words_of(seen.entry));
}

std::uint16_t Matching::operator_number(std::string_view name) {
  const auto at = std::find(operators_.begin(), operators_.end(), name);
  if (at != operators_.end()) return static_cast<std::uint16_t>(at - operators_.begin());
  operators_.emplace_back(name);
  return static_cast<std::uint16_t>(operators_.size() - 1);
}

void Matching::hear(const Stamp& at, const base::event::HitDelivered& e) {
  const auto found = by_hit_.find(base::hash64(e.hit_id));
  if (found == by_hit_.end()) {
    const Sighting where{at.at, {}, {}, {}};
    return tally_.undecided(where, kExplained, fmt::format("hit {} delivered, and nowhere said to have been sent", e.hit_id));
  }
  Hit& hit = hits_[found->second];
  const std::uint16_t number = operator_number(e.operator_name);
  const bool again = std::find(hit.delivered_to.begin(), hit.delivered_to.end(), number) != hit.delivered_to.end();
  if (again || hit.matched == kNone || closed_) return;
  hit.delivered_to.push_back(number);
  const Matched& matched = matched_[hit.matched];
  const Sighting where = sighting(matched, at.at);
  if (matched.captured)
    capture_to_hit_.observe(*matched.captured, at, matched.mobile, {matched.camera, matched.lea, e.operator_name}, where);
  if (matched.received) receipt_to_hit_.observe(*matched.received, at, matched.mobile, {{}, {}, e.operator_name}, where);
}

void Matching::close(Matched& matched, base::Instant at, bool whole) {
  if (!matched.judged) {
    // Never acknowledged, yet there are hits: whether an entry explains them was true when the read came.
    ReadState* read = reads_.find(matched.key);
    if (read == nullptr || !read->received || !read->vrm_known) return;
    matched.expected = lists_.expected(read->vrm, read->lists_epoch, read->received->at, at);
    matched.judged = true;
    for (const Seen& seen : matched.seen) judge_seen(matched, seen, at);
    return;
  }
  bool all = true;
  for (const EntryName& entry : matched.expected.required) {
    const bool seen = std::any_of(matched.seen.begin(), matched.seen.end(), [&](const Seen& s) { return s.entry == entry; });
    if (seen) continue;
    all = false;
    const Sighting where = sighting(matched, matched.acknowledged_at);
    const std::string expected = "a hit for " + words_of(entry);
    if (whole || at - matched.acknowledged_at > kMissingAfter) {
      tally_.against(where, expected, "none");
    } else {
      tally_.undecided(where, expected, "none when the evidence ended");
    }
  }
  if (all && !matched.faulty) tally_.met();
}

void Matching::close(base::Instant at, bool whole) {
  if (closed_) return;
  for (Matched& matched : matched_) close(matched, at, whole);
  for (const Hit& hit : hits_) {
    if (!hit.delivered_to.empty() || hit.matched == kNone) continue;
    const Matched& matched = matched_[hit.matched];
    const Sighting where = sighting(matched, at);
    // Which operator it was for is said nowhere, so that no operator's outage excuses it.
    if (matched.captured) capture_to_hit_.overdue(*matched.captured, at, matched.mobile, {matched.camera, matched.lea, {}}, where);
    if (matched.received) receipt_to_hit_.overdue(*matched.received, at, matched.mobile, {}, where);
  }
  closed_ = true;
}

void Matching::conclude() {
  if (!lists_.any_in_force()) {
    tally_.missing("no list is in force: the evidence holds no voi.uploaded followed by list.in_force of nas");
  } else if (required_ == 0) {
    tally_.missing("no acknowledged read matches an entry that must give a hit to a subscribed operator");
  } else if (!unread_.empty() && tally_.observations() == 0) {
    tally_.missing("the evidence does not hold what NAS received (read.received)");
  }
}

}  // namespace oracle
