// 6-a on national data: one hit for a read and a record of the PNC, from whichever source had it when the read came.
#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "conformance/oracle/clauses/clause_6_matching.h"

namespace oracle {
namespace {

constexpr std::string_view kExplainedByRecord = "a hit for a record of national data that matches the read";

}  // namespace

/// The time in which the first of those that wait may give its hits is over.
void Matching::judge_national() {
  const Waiting due = waiting_.front();
  waiting_.pop_front();
  Matched& matched = matched_[due.matched];
  const base::Instant from = matched.read.received->at;
  matched.national = national_.matches(matched.vrm, from, due.until);
  matched.link = national_.link(from, due.until);
  matched.national_judged = true;
  for (const NationalEntry& one : matched.national) required_ |= required_of(matched, one.record);
  for (const Seen& seen : matched.seen) judge_national_seen(matched, seen, seen.at);
  national_.settle(from);
}

void Matching::judge_national_seen(Matched& matched, const Seen& seen, base::Instant at) {
  if (!seen.source || !national_.told(*seen.source)) return;   // of what is not told nothing can be said to be invented
  Under allowed = 0;
  std::uint64_t record = 0;
  for (const NationalEntry& one : matched.national) {
    if (one.entry != seen.entry) continue;
    allowed |= one.sometimes;
    record = one.record;
  }
  const std::string words = words_of(seen.entry);
  against(tally_.all() & ~allowed, matched, at, kExplainedByRecord, "a hit for " + words);
  if (allowed == 0) return tells_.national.invented(*seen.source);
  const auto of_record = [&](const Seen& other) {
    return other.source && std::any_of(matched.national.begin(), matched.national.end(), [&](const NationalEntry& one) {
      return one.entry == other.entry && one.record == record;
    });
  };
  const auto first = std::find_if(matched.seen.begin(), matched.seen.end(), of_record);
  if (first->hit != seen.hit)
    against(allowed & one_hit_, matched, at, "one hit for a read and a record of the PNC", "another for " + words);
}

/// Under which a record must give its hit. Fast Track can only while the live link is up; while it is down the Extract must; over a
/// stretch in which it was both, what stands in both must. Schengen data lies at NAS. MMC data need not give any.
Under Matching::required_of(const Matched& matched, std::uint64_t record) const {
  const Stretch when{matched.read.received->at, matched.acknowledged_at};
  Under by[kSources] = {};
  bool listed = false, awaited = false;
  for (const NationalEntry& one : matched.national) {
    if (one.record != record || one.source == Source::kMmc) continue;
    listed = listed || one.listed;
    awaited = awaited || subscriptions_.is_awaited({lists_.name_of(one.entry.list), matched.read.camera, one.action}, when);
    by[static_cast<std::size_t>(one.source)] |= one.listed ? one.always : 0;
  }
  if (!listed || !awaited) return 0;
  const Under live = by[static_cast<std::size_t>(Source::kFastTrack)], extract = by[static_cast<std::size_t>(Source::kExtract)];
  const Under pnc = matched.link == LinkWas::kUp ? live : matched.link == LinkWas::kDown ? extract : live & extract;
  return pnc | by[static_cast<std::size_t>(Source::kSchengen)];
}

RecordMatched Matching::record_of(const Matched& matched, std::uint64_t record) const {
  RecordMatched of;
  of.link = matched.link;
  of.received = matched.read.received->at;
  of.due = required_of(matched, record) == tally_.all();
  std::set<EntryName> entries;
  for (const NationalEntry& one : matched.national) {
    if (one.record != record) continue;
    of.in[static_cast<std::size_t>(one.source)] = true;
    entries.insert(one.entry);
  }
  for (const Seen& seen : matched.seen) {
    if (seen.source && entries.contains(seen.entry)) of.hits.push_back({*seen.source, seen.at});
  }
  return of;
}

/// What is missing, and what clause 4 makes of each record.
void Matching::close_national(Matched& matched, base::Instant at, bool whole) {
  std::set<std::uint64_t> records;
  const bool sure = given_up(matched, at, whole);
  for (const NationalEntry& one : matched.national) {
    if (!records.insert(one.record).second) continue;
    const RecordMatched record = record_of(matched, one.record);
    const Under required = required_of(matched, one.record);
    if (record.hits.empty() && required != 0) missing(required, matched, at, "a hit for " + words_of(one.entry), sure);
    tells_.national.matched(record, sighting(matched, at), sure);
  }
}

}  // namespace oracle
