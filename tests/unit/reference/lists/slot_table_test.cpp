#include "reference/lists/slot_table.h"

#include <limits>
#include <map>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "reference/base/hash.h"

namespace {

using lists::Place;
using lists::Posting;
using lists::SlotTable;

std::vector<std::uint32_t> rows_at(const SlotTable& table, Place place) {
  std::vector<std::uint32_t> rows;
  table.find(place, [&](const Posting& posting) { rows.push_back(posting.row); });
  return rows;
}

TEST(Posting, ComesBackFromItsSlot) {
  for (const Posting& posting : {Posting{1, 0, 0, 0}, Posting{65'534, lists::kRowMax, 213'503, lists::kDayNever},
                                 Posting{77, 123'456, 18'000, 19'000}}) {
    for (const std::uint64_t key : {std::uint64_t{0}, std::uint64_t{1}, (std::uint64_t{1} << lists::kSlotKeyBits) - 1}) {
      const lists::Slot slot = lists::Slot::of(key, posting);
      EXPECT_NE(slot.head, 0U);
      EXPECT_EQ(slot.key(), key);
      EXPECT_EQ(slot.posting(), posting);
    }
  }
}

TEST(Posting, DaysAreThoseOfGmt) {
  const auto at = [](std::string_view text) { return lists::day_of(*base::parse_rfc3339(text)); };
  EXPECT_EQ(at("1970-01-02T00:00:00Z"), at("1970-01-01T00:00:00Z") + 1);
  EXPECT_EQ(at("1969-12-31T23:59:59.999999999Z"), at("1970-01-01T00:00:00Z") - 1);
  EXPECT_EQ(at("2019-06-11T23:59:59Z"), at("2019-06-11T00:00:00Z"));
  EXPECT_EQ(lists::day_of({std::numeric_limits<std::int64_t>::min()}), 0U);
  EXPECT_LT(lists::day_of({std::numeric_limits<std::int64_t>::max()}), lists::kDayNever);
}

TEST(SlotTable, FindsEachOfManyAndNoOther) {
  SlotTable table;
  const std::uint32_t count = 200'000;
  for (std::uint32_t n = 0; n < count; ++n) table.insert(lists::place_of(base::mix64(n) >> 4), {1, n, 0, lists::kDayNever});
  for (std::uint32_t n = 0; n < count; ++n) ASSERT_EQ(rows_at(table, lists::place_of(base::mix64(n) >> 4)), std::vector<std::uint32_t>{n});
  for (std::uint32_t n = count; n < 2 * count; ++n) ASSERT_TRUE(rows_at(table, lists::place_of(base::mix64(n) >> 4)).empty());
  EXPECT_LE(table.bytes(), count * 40);
}

/// Against a map, with keys so close that homes are shared and runs go over lines, pages and the last home.
RC_GTEST_PROP(SlotTable, AgreesWithAMap, ()) {
  SlotTable table;
  std::multimap<std::uint64_t, std::uint32_t> plain;
  constexpr std::uint64_t kAll = (std::uint64_t{1} << lists::kSlotKeyBits) - 1;
  const auto key = rc::gen::map(rc::gen::pair(rc::gen::inRange(0, 3), rc::gen::inRange<std::uint64_t>(0, 400)), [](const auto& drawn) {
    const auto [where, n] = drawn;
    return where == 0 ? n : where == 1 ? kAll - n : (n << 38) & kAll;
  });
  const auto count = *rc::gen::inRange<std::uint32_t>(0, 1'500);
  for (std::uint32_t n = 0; n < count; ++n) {
    const std::uint64_t at = *key;
    table.insert({7, at}, {static_cast<lists::VersionId>(1 + n % 3), n, 0, lists::kDayNever});
    plain.emplace(at, n);
  }
  if (*rc::gen::arbitrary<bool>()) {
    table.sift(7, [](const lists::Slot& slot) { return slot.version() != 2; });
    std::erase_if(plain, [](const auto& each) { return each.second % 3 == 1; });
  }
  for (const auto& [at, row] : plain) {
    std::vector<std::uint32_t> rows;
    for (auto [i, end] = plain.equal_range(at); i != end; ++i) rows.push_back(i->second);
    RC_ASSERT(rows_at(table, {7, at}) == rows);
  }
  for (int i = 0; i < 100; ++i) {
    const std::uint64_t at = *key;
    RC_ASSERT(rows_at(table, {7, at}).size() == plain.count(at));
    RC_ASSERT(rows_at(table, {8, at}).empty());
  }
}

}  // namespace
