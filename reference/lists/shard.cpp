#include "reference/lists/shard.h"

#include <algorithm>

namespace lists {
namespace {

constexpr std::size_t kGrowth = 16;   // a shard grows by a 16th of its pages

bool is_full(std::size_t taken, std::size_t slots) { return taken * 10 >= slots * 9; }

/// Where each slot of `content`, in order, comes to lie among `slots`; false where they do not fit.
template <class Place>
bool place_all(const std::vector<Slot>& content, std::size_t slots, std::size_t (*home)(std::uint64_t, std::size_t), Place&& place) {
  std::size_t next = 0;
  for (const Slot& slot : content) {
    const std::size_t at = std::max(next, home(slot.key(), slots));
    if (at + 1 >= slots) return false;
    place(at, slot);
    next = at + 1;
  }
  return true;
}

}  // namespace

void Shard::insert(std::uint64_t key, const Posting& posting, SlotPages& pages) {
  if (is_full(taken_ + 1, slots())) grow(pages);
  while (true) {
    std::size_t i = home(key);
    while (at(i).is_taken() && at(i).key() <= key) ++i;
    std::size_t end = i;
    while (at(end).is_taken()) ++end;
    if (end + 1 == slots()) {
      grow(pages);
      continue;
    }
    for (; end > i; --end) at(end) = at(end - 1);
    at(i) = Slot(key, posting);
    ++taken_;
    return;
  }
}

std::size_t Shard::pages_for(std::size_t taken) {
  if (taken == 0) return 0;
  std::size_t pages = taken * 10 / (SlotPages::kSlots * 9) + 1;
  while (is_full(taken + 1, pages * SlotPages::kSlots)) ++pages;
  return pages;
}

std::vector<Slot> Shard::contents() const {
  std::vector<Slot> content;
  content.reserve(taken_);
  for (std::size_t i = 0; i < slots(); ++i) {
    if (at(i).is_taken()) content.push_back(at(i));
  }
  return content;
}

void Shard::grow(SlotPages& pages) { lay_out(contents(), pages_.size() + std::max<std::size_t>(1, pages_.size() / kGrowth), pages); }

void Shard::lay_out(const std::vector<Slot>& content, std::size_t pages_wanted, SlotPages& pages) {
  while (!place_all(content, pages_wanted * SlotPages::kSlots, home, [](std::size_t, const Slot&) {}) && !content.empty()) ++pages_wanted;
  while (pages_.size() > pages_wanted) {
    pages.give_back(pages_.back());
    pages_.pop_back();
  }
  for (Slot* page : pages_) std::fill_n(page, SlotPages::kSlots, Slot());
  pages_.reserve(pages_wanted);
  while (pages_.size() < pages_wanted) pages_.push_back(pages.take());
  static_cast<void>(place_all(content, slots(), home, [this](std::size_t i, const Slot& slot) { at(i) = slot; }));
  taken_ = content.size();
}

}  // namespace lists
