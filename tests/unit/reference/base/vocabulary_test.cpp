#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "reference/base/bounded.h"
#include "reference/base/bytes.h"
#include "reference/base/check.h"
#include "reference/base/result.h"

namespace {

constexpr base::ErrorKind kOutOfRange{"out_of_range", "2.3", "a number from 1 to 9"};
using Digit = base::Bounded<struct DigitTag, 1, 9>;

RC_GTEST_PROP(Bounded, HoldsItsRangeAndNothingElse, ()) {
  const auto value = *rc::gen::inRange<std::int64_t>(-20, 20);
  const auto digit = Digit::make(value, kOutOfRange);
  RC_ASSERT(digit.has_value() == (value >= 1 && value <= 9));
  if (digit)
    RC_ASSERT(digit->value() == value);
  else
    RC_ASSERT(digit.error() == base::Error(kOutOfRange, "found " + std::to_string(value)));
}

TEST(Error, SaysKindClauseAndDetail) {
  EXPECT_EQ(base::Error(kOutOfRange).message(), "out_of_range (2.3): expected a number from 1 to 9");
  EXPECT_EQ(base::Error(kOutOfRange, "found 12").message(), "out_of_range (2.3): expected a number from 1 to 9; found 12");
}

TEST(Bytes, OfNothingAreEmpty) {
  const base::Bytes none;
  EXPECT_TRUE(none.empty());
  EXPECT_EQ(none.view(), "");
  EXPECT_EQ(none.identity(), nullptr);
  EXPECT_EQ(none, base::Bytes(std::string()));
}

TEST(Bytes, CopiesReferToTheSameMemory) {
  const base::Bytes first(std::string("patch"));
  const base::Bytes copy = first;
  EXPECT_EQ(copy.identity(), first.identity());
  EXPECT_EQ(copy, first);
}

TEST(Bytes, CompareByContent) {
  const base::Bytes a(std::string("patch")), b(std::string("patch")), c(std::string("other"));
  EXPECT_NE(a.identity(), b.identity());
  EXPECT_EQ(a, b);
  EXPECT_FALSE(a == c);
}

TEST(Check, LetsPassWhatHolds) { EXPECT_NO_THROW(PLUMB_CHECK(1 + 1 == 2, "sums add up")); }

TEST(Check, ThrowsWithConditionAndReason) {
  try {
    PLUMB_CHECK(1 + 1 == 3, "sums add up");
    FAIL() << "a broken invariant went on";
  } catch (const base::Broken& broken) {
    const std::string what = broken.what();
    EXPECT_NE(what.find("1 + 1 == 3"), std::string::npos) << what;
    EXPECT_NE(what.find("sums add up"), std::string::npos) << what;
    EXPECT_NE(what.find("vocabulary_test.cpp"), std::string::npos) << what;
  }
}

}  // namespace
