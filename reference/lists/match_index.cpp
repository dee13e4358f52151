#include "reference/lists/match_index.h"

#include <algorithm>
#include <tuple>

namespace lists {
namespace {

bool before(const Match& a, const Match& b) {
  return std::tie(a.list->file, a.entry->row) < std::tie(b.list->file, b.entry->row);
}

}  // namespace

void MatchIndex::replace(VoiList list) {
  remove(list.file);
  const auto free = std::find(lists_.begin(), lists_.end(), nullptr);
  const auto slot = static_cast<std::uint32_t>(free - lists_.begin());
  auto kept = std::make_unique<VoiList>(std::move(list));
  for (std::uint32_t i = 0; i < kept->entries.size(); ++i) by_vrm_[kept->entries[i].vrm.text()].push_back({slot, i});
  if (free == lists_.end()) lists_.push_back(std::move(kept));
  else *free = std::move(kept);
}

void MatchIndex::remove(std::string_view file) {
  const std::size_t slot = slot_of(file);
  if (slot == lists_.size()) return;
  forget(static_cast<std::uint32_t>(slot));
  lists_[slot].reset();
}

void MatchIndex::find(const domain::Vrm& vrm, base::Instant at, std::vector<Match>& matches) const {
  if (vrm.kind() == domain::VrmKind::kNoneIdentified) return;
  const auto found = by_vrm_.find(vrm.text());
  if (found == by_vrm_.end()) return;
  const auto from = static_cast<std::ptrdiff_t>(matches.size());
  for (const Slot& slot : found->second) {
    const VoiList& list = *lists_[slot.list];
    const domain::VoiEntry& entry = list.entries[slot.entry];
    if (entry.in_force_from <= at && at < entry.weeded_at) matches.push_back({&list, &entry});
  }
  std::sort(matches.begin() + from, matches.end(), before);
}

std::size_t MatchIndex::entries() const {
  std::size_t count = 0;
  for (const auto& list : lists_) count += list ? list->entries.size() : 0;
  return count;
}

std::size_t MatchIndex::slot_of(std::string_view file) const {
  const auto found = std::find_if(lists_.begin(), lists_.end(), [&](const auto& list) { return list && list->file == file; });
  return static_cast<std::size_t>(found - lists_.begin());
}

void MatchIndex::forget(std::uint32_t list) {
  for (const domain::VoiEntry& entry : lists_[list]->entries) {
    const auto found = by_vrm_.find(entry.vrm.text());
    if (found == by_vrm_.end()) continue;   // a VRM that stands in the list several times
    auto& slots = found.value();
    std::erase_if(slots, [&](const Slot& slot) { return slot.list == list; });
    if (slots.empty()) by_vrm_.erase(found);
  }
}

}  // namespace lists
