#include "reference/lists/slot_table.h"

#include <algorithm>

namespace lists {
namespace {

constexpr std::size_t kGrowth = 32;   // a shard grows by a 32nd of its pages

constexpr std::size_t kFullPercent = 88;

bool is_full(std::size_t taken, std::size_t slots) { return taken * 100 > slots * kFullPercent; }

}  // namespace

void SlotTable::insert(Place place, const Posting& posting) {
  Shard& shard = shards_[place.shard];
  if (is_full(shard.taken + 1, shard.pages * kPageSlots)) grow(place.shard);
  while (true) {
    const std::size_t first = home(place.key, homes_[place.shard]);
    std::size_t i = first;
    while (at(place.shard, i).head != 0 && at(place.shard, i).key() <= place.key) ++i;
    std::size_t end = i;
    while (at(place.shard, end).head != 0) ++end;
    if (end + 1 == shard.pages * kPageSlots) {
      widen(place.shard);
      continue;
    }
    for (; end > i; --end) at(place.shard, end) = at(place.shard, end - 1);
    at(place.shard, i) = Slot::of(place.key, posting);
    filter_at(place.shard, first).add(place.key);
    ++shard.taken;
    return;
  }
}

std::size_t SlotTable::bytes() const {
  std::size_t pages = 0;
  for (const Shard& shard : shards_) pages += shard.pages;
  return pages * (kPageSlots * sizeof(Slot) + sizeof(Filter));
}

std::size_t SlotTable::pages_for(std::size_t taken) {
  std::size_t pages = taken * 100 / (kPageSlots * kFullPercent);
  while (taken > 0 && is_full(taken, pages * kPageSlots)) ++pages;
  return pages;
}

void SlotTable::gather(std::size_t shard) {
  scratch_.clear();
  for (std::size_t i = 0; i < shards_[shard].pages * kPageSlots; ++i) {
    if (at(shard, i).head != 0) scratch_.push_back(at(shard, i));
  }
}

SlotTable::Size SlotTable::of_size(std::size_t pages) {
  constexpr std::size_t kSpareMax = 16;
  if (pages == 0) return {};
  const std::size_t lines = pages * kPageSlots / kLineSlots;
  const std::size_t homes = lines - std::clamp<std::size_t>(lines / 8, 1, kSpareMax);   // there is a line behind each
  return {static_cast<std::uint32_t>(pages), static_cast<std::uint32_t>(homes)};
}

void SlotTable::grow(std::size_t shard) {
  gather(shard);
  const std::size_t pages = shards_[shard].pages;
  const std::size_t wanted = pages + std::max<std::size_t>(1, pages / kGrowth);
  lay_out(shard, of_size(std::min(wanted, std::max(pages, pages_.size()) + 1)));   // one chunk at a time: each takes a while to come by
}

/// More room behind the last home: many keys share a home near the end.
void SlotTable::widen(std::size_t shard) {
  gather(shard);
  lay_out(shard, {shards_[shard].pages + 1, homes_[shard]});
}

/// Puts what was gathered into a shard of this size, or a wider one where it does not fit.
void SlotTable::lay_out(std::size_t shard, Size size) {
  while (!fits(size)) ++size.pages;
  while (pages_.size() < size.pages) add_chunk();
  const std::size_t touched = std::max(size.pages, shards_[shard].pages);
  for (std::size_t page = 0; page < touched; ++page) {
    std::fill_n(pages_[page] + shard * kPageSlots, kPageSlots, Slot());
    filters_[page][shard] = {};
  }
  std::size_t next = 0;
  for (const Slot& slot : scratch_) {
    next = std::max(next, home(slot.key(), size.homes));
    at(shard, next++) = slot;
    filter_at(shard, home(slot.key(), size.homes)).add(slot.key());
  }
  shards_[shard] = {size.pages, static_cast<std::uint32_t>(scratch_.size())};
  homes_[shard] = size.homes;
}

/// Whether what was gathered leaves the last slot empty.
bool SlotTable::fits(Size size) const {
  if (size.pages == 0) return scratch_.empty();
  std::size_t next = 0;
  for (const Slot& slot : scratch_) next = std::max(next, home(slot.key(), size.homes)) + 1;
  return next < size.pages * kPageSlots;
}

/// A page more for every shard, and its filter.
void SlotTable::add_chunk() {
  constexpr std::size_t kFiltersAtOnce = kLargePageBytes / (kShards * sizeof(Filter));
  const std::size_t page = pages_.size();
  if (page % kFiltersAtOnce == 0) filter_chunks_.push_back(in_large_pages<Filter>(kShards * kFiltersAtOnce));
  chunks_.push_back(in_large_pages<Slot>(kShards * kPageSlots));
  filters_.push_back(filter_chunks_.back().get() + page % kFiltersAtOnce * kShards);
  pages_.push_back(chunks_.back().get());
}

}  // namespace lists
