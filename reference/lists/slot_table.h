// The slots of the match index: postings by key, in order, in 4,096 shards of open addressing.
#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>
#include <vector>

#include "reference/lists/large_pages.h"
#include "reference/lists/mark_key.h"
#include "reference/lists/posting.h"

namespace lists {

inline constexpr int kShardBits = 12;
inline constexpr std::size_t kShards = std::size_t{1} << kShardBits;
inline constexpr int kSlotKeyBits = kMarkKeyBits - kShardBits;   // 48: the shard stands for the other twelve

/// Where a packed mark belongs: its shard, and its key there.
struct Place {
  std::size_t shard = 0;
  std::uint64_t key = 0;
};
[[nodiscard]] constexpr Place place_of(std::uint64_t packed) {
  const std::uint64_t all = spread(packed);
  return {static_cast<std::size_t>(all >> kSlotKeyBits), all & ((std::uint64_t{1} << kSlotKeyBits) - 1)};
}

/// Postings by place, several to a place.
///
/// Shape:   four slots lie in a line of 64 bytes. A slot lies in its key's home, a line of its shard, or behind it with no empty slot
///          between, and the slots of a shard are in order of keys; its last slot is always empty. So a search ends at the first
///          greater key or empty slot, mostly in the line it began in, and a new layout is one pass over the old. A shard has pages of
///          eight lines, and grows by a 32nd of them when more than 0.88 of its slots would be taken; no other shard is touched. Page
///          p of every shard lies in chunk p, so that an address follows from two small tables that stay near the processor. A filter of
///          32 bytes a page, small enough to stay nearer than the slots, turns nearly every key away that is not there.
/// Owner:   itself. Memory once used is kept for later, and not given back before the end.
class SlotTable {
 public:
  /// Gives `on_posting` each posting at a place.
  template <class OnPosting>
  void find(Place place, OnPosting&& on_posting) const {
    if (homes_[place.shard] == 0) return;
    std::size_t i = home(place.key, homes_[place.shard]);
    if (!filter_at(place.shard, i).may_hold(place.key)) return;
    __builtin_prefetch(slot_at(place.shard, i + kLineSlots));   // where every other search ends
    for (;; i += kLineSlots) {
      const Slot* line = slot_at(place.shard, i);
      for (unsigned found = equal_in(line, place.key); found != 0; found &= found - 1) on_posting(line[std::countr_zero(found)].posting());
      const Slot& last = line[kLineSlots - 1];
      if (last.head == 0 || last.key() > place.key) return;
    }
  }

  /// Asks for the memory that find() will look at, and does not wait for it.
  [[gnu::always_inline]] void prepare(Place place) const {   // or it is taken for a function without an effect
    if (homes_[place.shard] == 0) return;
    const std::size_t i = home(place.key, homes_[place.shard]);
    __builtin_prefetch(&filter_at(place.shard, i));
    __builtin_prefetch(slot_at(place.shard, i));
    __builtin_prefetch(slot_at(place.shard, i + kLineSlots));
  }

  /// Adds a posting behind those of its place.
  void insert(Place place, const Posting& posting);

  /// Lays a shard out anew with those of its slots for which `keep` says so.
  template <class Keep>
  void sift(std::size_t shard, Keep&& keep) {
    gather(shard);
    std::erase_if(scratch_, [&](const Slot& slot) { return !keep(slot); });
    if (scratch_.size() != shards_[shard].taken) lay_out(shard, of_size(pages_for(scratch_.size())));
  }

  /// Of the pages that shards have.
  [[nodiscard]] std::size_t bytes() const;

 private:
  static constexpr std::size_t kPageSlots = 32;
  static constexpr std::size_t kLineSlots = 4;

  struct Size {
    std::uint32_t pages = 0;
    std::uint32_t homes = 0;   ///< lines that are a home; behind them is room for what is pushed on from there
  };
  struct Shard {
    std::uint32_t pages = 0;
    std::uint32_t taken = 0;
  };

  /// Which keys may have their home in a page: three bits of 256 for each, so that of the keys that have not, one in fifty passes.
  struct Filter {
    std::uint64_t words[4] = {0, 0, 0, 0};

    [[nodiscard]] bool may_hold(std::uint64_t key) const { return (at(key) & at(key >> 8) & at(key >> 16) & 1) != 0; }
    void add(std::uint64_t key) {
      for (const int from : {0, 8, 16}) words[key >> from & 3] |= std::uint64_t{1} << (key >> from >> 2 & 63);
    }

   private:
    /// The bit that the lowest eight of `key` name, lowest.
    [[nodiscard]] std::uint64_t at(std::uint64_t key) const { return words[key & 3] >> (key >> 2 & 63); }
  };
  [[nodiscard]] const Filter& filter_at(std::size_t shard, std::size_t i) const { return filters_[i / kPageSlots][shard]; }
  [[nodiscard]] Filter& filter_at(std::size_t shard, std::size_t i) { return filters_[i / kPageSlots][shard]; }

  [[nodiscard]] const Slot* slot_at(std::size_t shard, std::size_t i) const {
    return pages_[i / kPageSlots] + shard * kPageSlots + i % kPageSlots;
  }
  [[nodiscard]] Slot& at(std::size_t shard, std::size_t i) { return pages_[i / kPageSlots][shard * kPageSlots + i % kPageSlots]; }
  /// The first slot of the line that is a key's home. In order of keys.
  [[nodiscard]] static std::size_t home(std::uint64_t key, std::uint32_t homes) {
    return static_cast<std::size_t>((key >> 16) * homes >> 32) * kLineSlots;
  }
  /// Which of the slots of a line are of this key and taken, a bit each. Without a branch on what is in them.
  [[nodiscard]] static unsigned equal_in(const Slot* line, std::uint64_t key) {
    constexpr std::uint64_t kVersions = 0xffff;
    unsigned found = 0;
    for (unsigned i = 0; i < kLineSlots; ++i) found |= static_cast<unsigned>((line[i].head ^ key << 16) - 1 < kVersions) << i;
    return found;
  }
  [[nodiscard]] static std::size_t pages_for(std::size_t taken);
  [[nodiscard]] static Size of_size(std::size_t pages);
  void gather(std::size_t shard);
  void grow(std::size_t shard);
  void widen(std::size_t shard);
  void lay_out(std::size_t shard, Size size);
  [[nodiscard]] bool fits(Size size) const;
  void add_chunk();

  std::vector<Shard> shards_ = std::vector<Shard>(kShards);
  std::vector<std::uint32_t> homes_ = std::vector<std::uint32_t>(kShards);   ///< of each shard, apart: near the processor
  std::vector<Slot*> pages_;                           ///< page p of shard 0; that of the others follows
  std::vector<Filter*> filters_;                       ///< of page p of shard 0; those of the others follow
  std::vector<InLargePages<Slot>> chunks_;             ///< what pages_ point into
  std::vector<InLargePages<Filter>> filter_chunks_;    ///< what filters_ point into
  std::vector<Slot> scratch_;                          ///< a shard's slots while it is laid out
};

}  // namespace lists
