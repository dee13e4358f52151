#include "reference/lists/large_pages.h"

#include <algorithm>
#include <cstdint>

#include <gtest/gtest.h>

#include "reference/lists/posting.h"

namespace {

TEST(LargePages, BeginAtALargePageAndAreZero) {
  for (const std::size_t count : {std::size_t{1}, lists::kLargePageBytes / sizeof(lists::Slot), lists::kLargePageBytes / 8 + 1}) {
    const auto slots = lists::in_large_pages<lists::Slot>(count);
    EXPECT_EQ(reinterpret_cast<std::uintptr_t>(slots.get()) % lists::kLargePageBytes, 0U) << count;
    EXPECT_TRUE(std::all_of(slots.get(), slots.get() + count, [](const lists::Slot& slot) { return slot.head == 0 && slot.tail == 0; }));
  }
}

}  // namespace
