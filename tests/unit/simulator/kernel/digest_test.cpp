// The digest: blind to the order within a second, to nothing else.
#include "simulator/kernel/digest.h"

#include <algorithm>
#include <tuple>
#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "reference/base/check.h"

namespace {

using base::Instant;
using kernel::Digest;

constexpr Instant kStart{1'560'236'280'000'000'000};

Instant after_ns(std::int64_t ns) { return kStart + base::nanoseconds(ns); }

TEST(Digest, OfNothingIsZero) {
  EXPECT_EQ(Digest(kStart).text(), "0000000000000000");
  EXPECT_EQ(Digest(kStart).second(4), 0u);
}

TEST(Digest, IsTheSameForEver) {
  Digest digest(kStart);
  digest.add(after_ns(5), 1, 2, 3, 4);
  digest.add(after_ns(1'000'000'000), 1, 2, 4, 4);
  EXPECT_EQ(digest.text(), "30dd5df99aa3fb02");
}

TEST(Digest, EveryPartOfAnEventCounts) {
  const auto of = [](std::int64_t at, std::uint64_t kind, std::uint64_t entity, std::uint64_t n, std::uint64_t fields) {
    Digest digest(kStart);
    digest.add(after_ns(at), kind, entity, n, fields);
    return digest.text();
  };
  const std::string one = of(5, 1, 2, 3, 4);
  for (const std::string& other : {of(6, 1, 2, 3, 4), of(5, 2, 2, 3, 4), of(5, 1, 3, 3, 4), of(5, 1, 2, 4, 4), of(5, 1, 2, 3, 5),
                                   of(5, 2, 1, 3, 4), of(5, 1, 3, 2, 4), of(5, 1, 2, 4, 3)}) {
    EXPECT_NE(other, one);
  }
}

TEST(Digest, TheSameEventTwiceIsNotTheEventOnce) {
  Digest once(kStart);
  once.add(after_ns(1), 1, 1, 1, 1);
  Digest twice(once);
  twice.add(after_ns(1), 1, 1, 1, 1);
  EXPECT_NE(once.text(), twice.text());
}

TEST(Digest, KnowsItsSeconds) {
  Digest digest(kStart);
  digest.add(after_ns(999'999'999), 1, 1, 1, 1);
  digest.add(after_ns(2'000'000'000), 1, 1, 1, 1);
  EXPECT_EQ(digest.seconds(), 3u);
  EXPECT_NE(digest.second(0), 0u);
  EXPECT_EQ(digest.second(1), 0u);
  EXPECT_NE(digest.second(2), 0u);
}

TEST(Digest, NothingComesBeforeTheStart) {
  Digest digest(kStart);
  EXPECT_THROW(digest.add(after_ns(-1), 1, 1, 1, 1), base::Broken);
}

using Row = std::tuple<std::uint32_t, std::uint8_t, std::uint8_t, std::uint8_t>;

void add(Digest& digest, const Row& row) {
  const auto& [at, kind, entity, n] = row;
  digest.add(after_ns(at), kind, entity, n, kind * 7u);
}

RC_GTEST_PROP(Digest, OrderDoesNotCountAndPartsAddUp, (std::vector<Row> rows)) {
  Digest whole(kStart);
  for (const Row& row : rows) add(whole, row);
  Digest odd(kStart);
  Digest even(kStart);
  std::reverse(rows.begin(), rows.end());
  for (std::size_t i = 0; i < rows.size(); ++i) add(i % 2 == 0 ? even : odd, rows[i]);
  even.merge(odd);
  RC_ASSERT(even.text() == whole.text());
}

}  // namespace
