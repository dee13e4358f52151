// Memory of the match index, in pages of one size, so that what one part gives back fits every other.
#pragma once

#include <algorithm>
#include <cstddef>
#include <memory>
#include <vector>

#include "reference/lists/posting.h"

namespace lists {

/// Hands out pages of 256 empty slots (4 KiB).
///
/// Owner:   itself: a page is good until it is given back or the pages are gone. Its memory is kept until then.
class SlotPages {
 public:
  static constexpr std::size_t kSlots = 256;

  [[nodiscard]] Slot* take() {
    if (free_.empty()) grow();
    Slot* page = free_.back();
    free_.pop_back();
    return page;
  }
  void give_back(Slot* page) {
    std::fill_n(page, kSlots, Slot());
    free_.push_back(page);
  }
  [[nodiscard]] std::size_t bytes() const { return pages_ * kSlots * sizeof(Slot); }

 private:
  void grow() {
    const std::size_t more = std::clamp<std::size_t>(pages_ / 8, 1, 256);
    chunks_.push_back(std::make_unique<Slot[]>(more * kSlots));
    for (std::size_t page = more; page-- > 0;) free_.push_back(chunks_.back().get() + page * kSlots);
    pages_ += more;
  }

  std::vector<std::unique_ptr<Slot[]>> chunks_;
  std::vector<Slot*> free_;
  std::size_t pages_ = 0;
};

}  // namespace lists
