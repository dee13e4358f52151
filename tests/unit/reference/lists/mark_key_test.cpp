#include "reference/lists/mark_key.h"

#include <set>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace {

using lists::MarkEquality;
using lists::pack;

std::string any_mark(std::size_t letters_max) {
  const auto letter = rc::gen::element('0', '1', 'O', 'I', 'o', 'i', 'A', 'a', 'Z', 'z', '9');
  const auto mark = *rc::gen::nonEmpty(rc::gen::container<std::string>(letter));
  return mark.substr(0, letters_max);
}

TEST(MarkKey, IsOfTenLettersAndDigitsAtMost) {
  EXPECT_TRUE(pack("ABCDEFGHIJ", MarkEquality::kAsWritten));
  EXPECT_FALSE(pack("ABCDEFGHIJK", MarkEquality::kAsWritten));
  for (const char* mark : {"AB 1", "AB-1", "\xc3\x96", "A\x01"}) EXPECT_FALSE(pack(mark, MarkEquality::kAsWritten)) << mark;
}

TEST(MarkKey, FoldsAsItIsRead) {
  EXPECT_EQ(lists::folded("oI0a-\xc3\x96", MarkEquality::kAsWritten), "oI0a-\xc3\x96");
  EXPECT_EQ(lists::folded("oI0a-\xc3\x96", MarkEquality::kCaseFolded), "OI0A-\xc3\x96");
  EXPECT_EQ(lists::folded("oI0a-\xc3\x96", MarkEquality::kPlateGlyphs), "010A-\xc3\x96");
}

RC_GTEST_PROP(MarkKey, IsEqualExactlyWhereTheFoldedMarksAre, ()) {
  const auto equality = *rc::gen::element(MarkEquality::kAsWritten, MarkEquality::kCaseFolded, MarkEquality::kPlateGlyphs);
  const std::string a = any_mark(3), b = any_mark(3);
  RC_ASSERT((pack(a, equality) == pack(b, equality)) == (lists::folded(a, equality) == lists::folded(b, equality)));
  RC_ASSERT(pack(a, equality) == pack(lists::folded(a, equality), MarkEquality::kAsWritten));
}

/// Inverse of an odd number modulo 2^60, by Newton.
std::uint64_t inverse(std::uint64_t odd) {
  std::uint64_t x = odd;
  for (int i = 0; i < 6; ++i) x *= 2 - odd * x;
  return x;
}

RC_GTEST_PROP(Spread, LosesNothing, (std::uint64_t any)) {
  constexpr std::uint64_t kMask = (std::uint64_t{1} << lists::kMarkKeyBits) - 1;
  const std::uint64_t packed = any & kMask;
  std::uint64_t x = (lists::spread(packed) * inverse(0x94d049bb133111ebULL)) & kMask;
  x ^= (x >> 29) ^ (x >> 58);
  x = (x * inverse(0xbf58476d1ce4e5b9ULL)) & kMask;
  x ^= x >> 31;
  RC_ASSERT(((x * inverse(0x9e3779b97f4a7c15ULL)) & kMask) == packed);
}

}  // namespace
