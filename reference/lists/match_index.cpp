#include "reference/lists/match_index.h"

#include <algorithm>
#include <limits>
#include <tuple>
#include <utility>

#include "reference/base/check.h"

namespace lists {
namespace {

constexpr std::size_t kRunMax = 64;   // of postings of one mark in a shard: more would make others wait behind them

std::uint32_t whole_day(base::Instant at) {
  if (at.ns == std::numeric_limits<std::int64_t>::max()) return kDayNever;
  const bool is_midnight = at.ns == std::numeric_limits<std::int64_t>::min() || at.ns % base::hours(24).ns == 0;
  PLUMB_CHECK(is_midnight, "an entry begins and ends at 00:00 GMT");
  return day_of(at);
}

bool before(const Match& a, const Match& b) { return std::tie(a.list->file, a.row) < std::tie(b.list->file, b.row); }

}  // namespace

bool MatchIndex::has_room() const { return !free_versions_.empty() || versions_.size() <= kVersionsMax; }

VersionId MatchIndex::begin(std::string file, std::string owner) {
  PLUMB_CHECK(has_room(), "a list begins where there is room");
  if (versions_.empty()) versions_.emplace_back();   // kNoVersion
  if (free_versions_.empty()) {
    free_versions_.push_back(static_cast<VersionId>(versions_.size()));
    versions_.emplace_back();
  }
  const VersionId draft = free_versions_.back();
  free_versions_.pop_back();
  versions_[draft] = std::make_unique<Version>(Version{{std::move(file), std::move(owner)}});
  return draft;
}

void MatchIndex::add(VersionId draft, const domain::VoiEntry& entry) {
  Version& version = *versions_[draft];
  PLUMB_CHECK(version.state == State::kDraft, "entries are added to a draft");
  PLUMB_CHECK(entry.row <= kRowMax, "a row has 28 bits");
  insert(entry.vrm.text(), {draft, entry.row, whole_day(entry.in_force_from), whole_day(entry.weeded_at)});
  ++version.postings;
}

void MatchIndex::put_in_force(VersionId draft, PartDirectory parts) {
  Version& version = *versions_[draft];
  PLUMB_CHECK(version.state == State::kDraft, "a draft is put in force once");
  const auto [at, is_new] = in_force_.try_emplace(version.list.file, draft);
  if (!is_new) retire(std::exchange(at->second, draft));
  version.parts = std::move(parts);
  version.state = State::kInForce;
  entries_ += version.postings;
}

void MatchIndex::abandon(VersionId draft) {
  PLUMB_CHECK(versions_[draft]->state == State::kDraft, "only a draft is abandoned");
  retire(draft);
}

void MatchIndex::replace(VoiList list) {
  std::ranges::sort(list.entries, {}, &domain::VoiEntry::row);
  const VersionId draft = begin(std::move(list.file), std::move(list.owner));
  for (const domain::VoiEntry& entry : list.entries) add(draft, entry);
  put_in_force(draft, {});
  while (tend()) continue;
}

void MatchIndex::remove(std::string_view file) {
  const auto at = in_force_.find(file);
  if (at == in_force_.end()) return;
  retire(at->second);
  in_force_.erase(at);
}

const PartDirectory* MatchIndex::parts_of(std::string_view file) const {
  const auto at = in_force_.find(file);
  return at == in_force_.end() ? nullptr : &versions_[at->second]->parts;
}

void MatchIndex::weed(base::Instant at) {
  weed_day_ = std::max(weed_day_, day_of(at));
  weeding_due_ = entries_ > 0;
}

void MatchIndex::find(const domain::Vrm& vrm, base::Instant at, std::vector<Match>& matches) const {
  const auto before_these = static_cast<std::ptrdiff_t>(matches.size());
  visit(vrm.text(), [&](const Posting& posting) {   // most marks are on no list: what is asked here is not asked for them
    if (!posting.holds_on(day_of(at))) return;
    const Version& version = *versions_[posting.version];
    if (version.state != State::kInForce) return;
    if (rules_.none_identified == NoneIdentified::kNeverMatches && vrm.kind() == domain::VrmKind::kNoneIdentified) return;
    matches.push_back({&version.list, posting.row, &version.parts});
  });
  if (matches.end() - matches.begin() > before_these + 1) std::sort(matches.begin() + before_these, matches.end(), before);
}

template <class OnPosting>
void MatchIndex::visit(std::string_view mark, OnPosting&& on_posting) const {
  const auto packed = pack(mark, rules_.equality);
  bool look_aside = !packed;
  if (packed) {
    slots_.find(place_of(*packed), [&](const Posting& posting) {
      if (posting.version == kCrowded) look_aside = true;
      else on_posting(posting);
    });
  }
  if (!look_aside || aside_.empty()) return;
  const auto found = aside_.find(folded(mark, rules_.equality));
  if (found != aside_.end()) std::ranges::for_each(found->second, on_posting);
}

void MatchIndex::insert(std::string_view mark, const Posting& posting) {
  const auto packed = pack(mark, rules_.equality);
  if (!packed) return aside_[folded(mark, rules_.equality)].push_back(posting);
  const Place place = place_of(*packed);
  std::size_t run = 0;
  bool is_aside = false;
  slots_.find(place, [&](const Posting& other) {
    ++run;
    is_aside |= other.version == kCrowded;
  });
  if (!is_aside && run < kRunMax) return slots_.insert(place, posting);
  std::vector<Posting>& postings = aside_[folded(mark, rules_.equality)];
  if (!is_aside) move_aside(place, postings);
  postings.push_back(posting);
}

/// Takes the postings of a place out of the slots, and leaves a note there.
void MatchIndex::move_aside(Place place, std::vector<Posting>& postings) {
  slots_.find(place, [&](const Posting& posting) { postings.push_back(posting); });
  slots_.sift(place.shard, [&](const Slot& slot) { return slot.key() != place.key; });
  Posting note;
  note.version = kCrowded;
  slots_.insert(place, note);
}

}  // namespace lists
