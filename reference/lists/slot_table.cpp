#include "reference/lists/slot_table.h"

#include <algorithm>
#include <new>

namespace lists {
namespace {

constexpr std::size_t kGrowth = 16;         // a shard grows by a 16th of its pages
constexpr std::size_t kLineBytes = 64;

bool is_full(std::size_t taken, std::size_t slots) { return taken * 100 > slots * 86; }

}  // namespace

void SlotTable::insert(Place place, const Posting& posting) {
  if (shards_.empty()) shards_.resize(kShards);
  Shard& shard = shards_[place.shard];
  if (is_full(shard.taken + 1, shard.pages * kPageSlots)) grow(place.shard);
  const Slot added = Slot::of(place.key, posting);
  while (true) {
    const std::size_t slots = shard.pages * kPageSlots;
    std::size_t i = home(place.key, shard);
    while (*head_at(place.shard, i) != 0 && at(place.shard, i).key() <= place.key) ++i;
    std::size_t end = i;
    while (*head_at(place.shard, end) != 0) ++end;
    if (end + kEnd >= slots) {
      widen(place.shard);
      continue;
    }
    for (; end > i; --end) put(place.shard, end, at(place.shard, end - 1));
    put(place.shard, i, added);
    ++shard.taken;
    return;
  }
}

std::size_t SlotTable::bytes() const {
  std::size_t pages = 0;
  for (const Shard& shard : shards_) pages += shard.pages;
  return pages * kPageSlots * sizeof(Slot);
}

std::size_t SlotTable::pages_for(std::size_t taken) {
  std::size_t pages = taken * 100 / (kPageSlots * 86);
  while (taken > 0 && is_full(taken, pages * kPageSlots)) ++pages;
  return pages;
}

void SlotTable::gather(std::size_t shard) {
  scratch_.clear();
  for (std::size_t i = 0; i < shards_[shard].pages * kPageSlots; ++i) {
    if (*head_at(shard, i) != 0) scratch_.push_back(at(shard, i));
  }
}

SlotTable::Shard SlotTable::of_size(std::size_t pages) {
  constexpr std::size_t kSpareMax = 64;
  if (pages == 0) return {};
  const std::size_t slots = pages * kPageSlots;
  const std::size_t homes = slots - std::clamp<std::size_t>(slots / 8, 2 * kLineSlots, kSpareMax);
  return {static_cast<std::uint32_t>(pages), static_cast<std::uint32_t>(homes), 0};
}

void SlotTable::grow(std::size_t shard) {
  gather(shard);
  const std::size_t pages = shards_[shard].pages;
  lay_out(shard, of_size(pages + std::max<std::size_t>(1, pages / kGrowth)));
}

/// More room behind the last home: many keys share a home near the end.
void SlotTable::widen(std::size_t shard) {
  gather(shard);
  Shard size = shards_[shard];
  ++size.pages;
  lay_out(shard, size);
}

/// Puts what was gathered into a shard of this size, or a wider one where it does not fit.
void SlotTable::lay_out(std::size_t shard, Shard size) {
  while (!fits(size)) ++size.pages;
  while (pages_.size() < size.pages) add_chunk();
  const std::size_t touched = std::max(size.pages, shards_[shard].pages);
  for (std::size_t page = 0; page < touched; ++page) std::fill_n(pages_[page] + shard * kPageWords, kPageWords, 0);
  std::size_t next = 0;
  for (const Slot& slot : scratch_) {
    next = std::max(next, home(slot.key(), size));
    put(shard, next++, slot);
  }
  size.taken = static_cast<std::uint32_t>(scratch_.size());
  shards_[shard] = size;
}

/// Whether what was gathered leaves the end of the slots empty.
bool SlotTable::fits(const Shard& size) const {
  if (size.pages == 0) return scratch_.empty();
  std::size_t next = 0;
  for (const Slot& slot : scratch_) next = std::max(next, home(slot.key(), size)) + 1;
  return next + kEnd <= size.pages * kPageSlots;
}

/// Memory that is empty slots from the start, and that the machine need not provide before a slot is taken.
void SlotTable::add_chunk() {
  std::size_t room = kShards * kPageWords * sizeof(std::uint64_t) + kLineBytes;
  chunks_.emplace_back(std::calloc(1, room));
  void* start = chunks_.back().get();
  if (start == nullptr) throw std::bad_alloc();
  pages_.push_back(static_cast<std::uint64_t*>(std::align(kLineBytes, room - kLineBytes, start, room)));
}

}  // namespace lists
