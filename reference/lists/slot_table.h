// The slots of the match index: postings by key, in order, in 4,096 shards of open addressing.
#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <vector>

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
/// Shape:   a slot lies at its key's home in its shard or behind it with no empty slot between, and the slots of a shard are in order of
///          keys; its last slot is always empty. So a search ends at the first greater key or empty slot, and a new layout is one pass
///          over the old. A shard has pages of 32 slots, first their heads and then their tails, and grows by a 16th of them when more
///          than 0.86 of its slots would be taken; no other shard is touched. Page p of every shard lies in chunk p, so that an address
///          follows from two small tables that stay near the processor.
/// Owner:   itself. Memory once used is kept for later, and not given back before the end.
class SlotTable {
 public:
  /// Gives `on_posting` each posting at a place. Looks at two lines of eight heads without a branch on what is in them, so that lookups
  /// that wait for memory overlap; a search seldom goes on behind them.
  template <class OnPosting>
  void find(Place place, OnPosting&& on_posting) const {
    if (shards_.empty() || shards_[place.shard].pages == 0) return;
    std::size_t i = home(place.key, shards_[place.shard]) & ~(kLineSlots - 1);
    __builtin_prefetch(head_at(place.shard, i) + kPageSlots);   // the tails, which a match needs
    while (true) {
      const std::uint64_t* lines[] = {head_at(place.shard, i), head_at(place.shard, i + kLineSlots)};
      for (unsigned found = equal_in(lines[0], place.key) | equal_in(lines[1], place.key) << kLineSlots; found != 0; found &= found - 1) {
        const auto n = static_cast<unsigned>(std::countr_zero(found));
        const std::uint64_t* head = lines[n / kLineSlots] + n % kLineSlots;
        on_posting(Slot{head[0], head[kPageSlots]}.posting());
      }
      const std::uint64_t last = lines[1][kLineSlots - 1];
      if (last == 0 || last >> 16 > place.key) return;
      i += 2 * kLineSlots;
    }
  }

  /// Asks for the memory that find() will look at, and does not wait for it.
  [[gnu::always_inline]] void prepare(Place place) const {   // or it is taken for a function without an effect
    if (shards_.empty() || shards_[place.shard].pages == 0) return;
    const std::size_t i = home(place.key, shards_[place.shard]) & ~(kLineSlots - 1);
    __builtin_prefetch(head_at(place.shard, i));
    __builtin_prefetch(head_at(place.shard, i + kLineSlots));
    __builtin_prefetch(head_at(place.shard, i) + kPageSlots);
  }

  /// Adds a posting behind those of its place.
  void insert(Place place, const Posting& posting);

  /// Lays a shard out anew with those of its slots for which `keep` says so.
  template <class Keep>
  void sift(std::size_t shard, Keep&& keep) {
    if (shards_.empty()) return;
    gather(shard);
    std::erase_if(scratch_, [&](const Slot& slot) { return !keep(slot); });
    if (scratch_.size() != shards_[shard].taken) lay_out(shard, of_size(pages_for(scratch_.size())));
  }

  /// Of the pages that shards have.
  [[nodiscard]] std::size_t bytes() const;

 private:
  static constexpr std::size_t kPageSlots = 32;
  static constexpr std::size_t kLineSlots = 8;               ///< heads in 64 bytes
  static constexpr std::size_t kEnd = kLineSlots + 1;        ///< slots at a shard's end that stay empty: no search goes beyond it
  static constexpr std::size_t kPageWords = 2 * kPageSlots;

  struct Shard {
    std::uint32_t pages = 0;
    std::uint32_t homes = 0;   ///< slots that are a home; behind them is room for what is pushed on from there
    std::uint32_t taken = 0;
  };
  struct Free {
    void operator()(void* memory) const { std::free(memory); }
  };

  [[nodiscard]] const std::uint64_t* head_at(std::size_t shard, std::size_t i) const {
    return pages_[i / kPageSlots] + shard * kPageWords + i % kPageSlots;
  }
  [[nodiscard]] std::uint64_t* head_at(std::size_t shard, std::size_t i) {
    return pages_[i / kPageSlots] + shard * kPageWords + i % kPageSlots;
  }
  [[nodiscard]] Slot at(std::size_t shard, std::size_t i) const {
    const std::uint64_t* head = head_at(shard, i);
    return {head[0], head[kPageSlots]};
  }
  void put(std::size_t shard, std::size_t i, const Slot& slot) {
    std::uint64_t* head = head_at(shard, i);
    head[0] = slot.head;
    head[kPageSlots] = slot.tail;
  }
  /// In order of keys.
  [[nodiscard]] static std::size_t home(std::uint64_t key, const Shard& shard) {
    return static_cast<std::size_t>((key >> 16) * shard.homes >> 32);
  }
  /// Which of the heads of a line are of this key and taken, a bit each.
  [[nodiscard]] static unsigned equal_in(const std::uint64_t* line, std::uint64_t key) {
    constexpr std::uint64_t kVersions = 0xffff;
    unsigned found = 0;
    for (unsigned i = 0; i < kLineSlots; ++i) found |= static_cast<unsigned>((line[i] ^ key << 16) - 1 < kVersions) << i;
    return found;
  }
  [[nodiscard]] static std::size_t pages_for(std::size_t taken);
  [[nodiscard]] static Shard of_size(std::size_t pages);
  void gather(std::size_t shard);
  void grow(std::size_t shard);
  void widen(std::size_t shard);
  void lay_out(std::size_t shard, Shard size);
  [[nodiscard]] bool fits(const Shard& size) const;
  void add_chunk();

  std::vector<Shard> shards_;                          ///< none before the first posting
  std::vector<std::uint64_t*> pages_;                  ///< page p of shard 0; that of the others follows
  std::vector<std::unique_ptr<void, Free>> chunks_;    ///< what pages_ point into
  std::vector<Slot> scratch_;                          ///< a shard's slots while it is laid out
};

}  // namespace lists
