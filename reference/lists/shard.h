// One part in 4,096 of the match index: postings by key, in order, in open addressing.
#pragma once

#include <cstdint>
#include <vector>

#include "reference/lists/mark_key.h"
#include "reference/lists/slot_pages.h"

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

/// Postings of the keys that share a shard, several to a key.
///
/// Shape:   keys of 48 bits. A slot lies at its key's home or behind it with no empty slot between, and slots are in order of keys; the
///          last slot is always empty. So a search ends at the first greater key or empty slot, and a new layout is one pass over the old.
///          Between 0.85 and 0.9 of the slots are taken in a shard of 16 pages and more; a small one has a page at least.
/// Owner:   pages are the SlotPages's that every call is handed: always the same.
class Shard {
 public:
  /// Gives `on_posting` each posting of `key`.
  template <class OnPosting>
  void find(std::uint64_t key, OnPosting&& on_posting) const {
    if (pages_.empty()) return;
    std::size_t i = home(key);
    while (at(i).is_taken() && at(i).key() < key) ++i;
    for (; at(i).is_taken() && at(i).key() == key; ++i) on_posting(at(i).posting());
  }

  /// Adds a posting behind those of its key.
  void insert(std::uint64_t key, const Posting& posting, SlotPages& pages);

  /// Lays the shard out anew with those of its slots for which `keep` says so, and gives back what pages that saves. `scratch` is
  /// anybody's, for its memory alone.
  template <class Keep>
  void sift(Keep&& keep, SlotPages& pages, std::vector<Slot>& scratch) {
    scratch.clear();
    for (std::size_t i = 0; i < slots(); ++i) {
      if (at(i).is_taken() && keep(at(i))) scratch.push_back(at(i));
    }
    if (scratch.size() == taken_) return;
    lay_out(scratch, pages_for(scratch.size()), pages);
  }

  [[nodiscard]] std::size_t taken() const { return taken_; }

 private:
  [[nodiscard]] std::size_t slots() const { return pages_.size() * SlotPages::kSlots; }
  [[nodiscard]] std::size_t home(std::uint64_t key) const { return home(key, slots()); }
  [[nodiscard]] static std::size_t home(std::uint64_t key, std::size_t slots);
  [[nodiscard]] static std::size_t pages_for(std::size_t taken);
  [[nodiscard]] Slot& at(std::size_t i) { return pages_[i / SlotPages::kSlots][i % SlotPages::kSlots]; }
  [[nodiscard]] const Slot& at(std::size_t i) const { return pages_[i / SlotPages::kSlots][i % SlotPages::kSlots]; }
  [[nodiscard]] std::vector<Slot> contents() const;
  void grow(SlotPages& pages);
  void lay_out(const std::vector<Slot>& content, std::size_t pages_wanted, SlotPages& pages);

  std::vector<Slot*> pages_;
  std::size_t taken_ = 0;
};

inline std::size_t Shard::home(std::uint64_t key, std::size_t slots) {
  constexpr std::size_t kSpare = 32;   // behind the last home, for what is pushed on from there
  return static_cast<std::size_t>((key >> 16) * (slots - kSpare) >> 32);   // in order of keys
}

}  // namespace lists
