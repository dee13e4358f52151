#include "conformance/oracle/national_book.h"

#include <algorithm>

#include <fmt/format.h>

namespace oracle {
namespace {

constexpr std::array<std::string_view, kSources> kWords{"fast-track", "extract", "schengen", "mmc"};
constexpr base::Instant kNever{INT64_MAX};

}  // namespace

std::string_view text_of(Source source) { return kWords[static_cast<std::size_t>(source)]; }

std::optional<Source> source_of(std::string_view word) {
  const auto* at = std::find(kWords.begin(), kWords.end(), word);
  return at == kWords.end() ? std::nullopt : std::optional(static_cast<Source>(at - kWords.begin()));
}

NationalBook::NationalBook(const MatchReadings& readings, ListBook& lists) : readings_(readings) {
  for (std::size_t i = 0; i < kSources; ++i) lists_of_[i] = lists.number_of(fmt::format("pnc:{}", kWords[i]));
}

void NationalBook::hear(base::Instant at, const base::event::PncLink& e) {
  if (e.up == up_) return;
  up_ = e.up;
  if (e.up) {
    failures_.back().to = at;
  } else {
    failures_.push_back({at, kNever});
  }
}

void NationalBook::end(Version& version, base::Instant until, base::Instant gone) {
  version.until = std::min(version.until, until);
  version.gone = std::min(version.gone, gone);
}

std::uint32_t NationalBook::add(Version version, const base::Bytes* content) {
  const auto number = static_cast<std::uint32_t>(versions_.size());
  (content != nullptr ? told_ : unheld_)[static_cast<std::size_t>(version.source)] = true;
  forget_past();
  versions_.push_back(std::move(version));
  if (content != nullptr) entries_.load(number, content->view(), true);
  return number;
}

void NationalBook::hear(base::Instant at, const base::event::PncEntries& e) {
  const auto source = source_of(e.source);
  if (!source || *source == Source::kExtract) return;
  // Fast Track is asked where it stands; the others have to come to NAS first.
  const base::Duration way = *source == Source::kFastTrack ? base::Duration{} : kTakenInWithin;
  for (Version& version : versions_) {
    if (version.source == *source) end(version, at, at + way);
  }
  add({*source, {}, at, at + way, kNever, kNever}, e.content);
}

void NationalBook::hear(base::Instant at, const base::event::PncExtractIssued& e) {
  add({Source::kExtract, std::string(e.version), at, kNever, kNever, kNever}, e.content);
}

void NationalBook::hear(base::Instant at, const base::event::PncExtractLoaded& e) {
  if (e.component != "nas") return;
  const auto loaded = std::find_if(versions_.rbegin(), versions_.rend(),
                                   [&](const Version& v) { return v.source == Source::kExtract && v.name == e.version; });
  if (loaded == versions_.rend()) return;
  for (Version& version : versions_) {
    const bool earlier = version.source == Source::kExtract && version.since != kNever && &version != &*loaded;
    if (earlier) end(version, at, at);
  }
  loaded->since = std::min(loaded->since, at);
}

std::vector<NationalEntry> NationalBook::matches(const PackedVrm& vrm, base::Instant from, base::Instant to) const {
  std::vector<NationalEntry> all;
  const std::vector<Slot>* slots = entries_.find(vrm);
  if (slots == nullptr) return all;
  std::map<std::uint32_t, std::uint64_t> nameless;   // entries without a PNC ID so far, by version
  for (const Slot& slot : *slots) {
    const Version& version = versions_[slot.version];
    const std::uint64_t nth = slot.vrm == vrm && slot.record == 0 ? ++nameless[slot.version] : 0;
    if (version.known > to || version.gone < from) continue;
    const Under hits = readings_.hits(vrm, slot);
    const Under sometimes = hits & readings_.in_force_sometimes(slot, from, to);
    NationalEntry one{version.source, {list_of(version.source), slot.row}, slot.record, sometimes};
    if (one.sometimes == 0) continue;
    if (one.record == 0) one.record = base::mix64(PackedVrmHash{}(slot.vrm) ^ base::mix64(nth));
    if (version.since <= from && version.until > to) one.always = hits & readings_.in_force_always(slot, from, to);
    one.listed = slot.plain;
    one.action = slot.action;
    all.push_back(one);
  }
  return all;
}

LinkWas NationalBook::link(base::Instant from, base::Instant to) const {
  for (const Failure& failure : failures_) {
    const bool over = failure.to != kNever && failure.to + kNoticedWithin < from;
    if (failure.from > to || over) continue;
    return failure.from <= from && failure.to >= to ? LinkWas::kDown : LinkWas::kBoth;
  }
  return LinkWas::kUp;
}

void NationalBook::settle(base::Instant received) {
  const auto at = open_.find(received.ns);
  if (at != open_.end() && --at->second == 0) open_.erase(at);
}

/// Drops what was over before any read that is still to be judged came in.
void NationalBook::forget_past() {
  if (open_.empty()) return;
  entries_.forget([&](const Slot& slot) { return versions_[slot.version].gone.ns < open_.begin()->first; });
}

}  // namespace oracle
