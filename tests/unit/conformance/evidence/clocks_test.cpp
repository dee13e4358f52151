// Two clocks put on one time line.
#include "conformance/evidence/clocks.h"

#include <gtest/gtest.h>

#include "conformance/evidence/pack.h"

namespace evidence::test {
namespace {

using namespace base::event;

constexpr base::Instant kStart{1'790'000'000'000'000'000};

base::Instant after(std::int64_t ms) { return kStart + base::milliseconds(ms); }

ReadEvent by_tester(std::int64_t ms, base::Duration uncertainty = {}) {
  return {{after(ms), Link{"a", "b", true}, uncertainty}, false, {}};
}
ReadEvent by_subject(std::int64_t ms, std::int64_t seq) { return {{after(ms), ReadReceived{"nas", "r", {}}, {}}, true, seq}; }

TEST(ClocksTest, TheTestersOwnAreTakenAsTheyStand) {
  Clocks clocks;
  EXPECT_EQ(clocks.place(by_tester(5)).value().at, after(5));
  EXPECT_EQ(clocks.place(by_tester(5)).value().at, after(5));
  EXPECT_EQ(clocks.place(by_tester(4)).error().kind, &kPackContradicts);
}

TEST(ClocksTest, ASubjectsInstantIsSetBackByItsOffset) {
  Clocks clocks;
  ASSERT_TRUE(clocks.place({{after(0), ClockCompared{"nas", base::milliseconds(40), base::milliseconds(3), ""}, {}}, false, {}}));
  const base::Event placed = clocks.place(by_subject(140, 1)).value();
  EXPECT_EQ(placed.at, after(100));
  EXPECT_EQ(placed.uncertainty, base::milliseconds(3));
}

TEST(ClocksTest, OfAClockThatNobodyComparedNothingIsKnownButThePlace) {
  Clocks clocks;
  ASSERT_TRUE(clocks.place(by_tester(10)));
  const base::Event placed = clocks.place(by_subject(999'999, 1)).value();
  EXPECT_EQ(placed.at, after(10));
  EXPECT_GT(placed.uncertainty, base::hours(24));
  EXPECT_EQ(clocks.place(by_tester(11)).value().at, after(11));
}

TEST(ClocksTest, WhatSeemsToGoBackWithinWhatIsUncertainIsPutLevel) {
  Clocks clocks;
  ASSERT_TRUE(clocks.place({{after(0), ClockCompared{"nas", {}, base::milliseconds(3), ""}, {}}, false, {}}));
  ASSERT_TRUE(clocks.place(by_subject(12, 1)));
  const base::Event level = clocks.place(by_tester(10)).value();
  EXPECT_EQ(level.at, after(12));
  EXPECT_EQ(level.uncertainty, base::milliseconds(2));
  EXPECT_EQ(clocks.place(by_tester(5)).error().kind, &kPackContradicts);
}

TEST(ClocksTest, AnEventOfUnknownInstantHidesNoDisorderOfThoseAroundIt) {
  Clocks clocks;
  ASSERT_TRUE(clocks.place(by_tester(3'600'000)));
  ASSERT_TRUE(clocks.place(by_subject(0, 1)));   // nobody compared its clock
  EXPECT_EQ(clocks.place(by_tester(0)).error().kind, &kPackContradicts);
  EXPECT_EQ(clocks.place(by_tester(3'600'000)).value().at, after(3'600'000));
}

TEST(ClocksTest, EachEarlierEventHoldsByWhatItIsUncertain) {
  Clocks clocks;
  ASSERT_TRUE(clocks.place(by_tester(100, base::milliseconds(1))));
  ASSERT_TRUE(clocks.place(by_tester(101, base::milliseconds(60))));
  EXPECT_EQ(clocks.place(by_tester(98)).error().kind, &kPackContradicts) << "the first was at 99 or later";
  const base::Event level = clocks.place(by_tester(99)).value();
  EXPECT_EQ(level.at, after(101));
  EXPECT_EQ(level.uncertainty, base::milliseconds(2));
}

TEST(ClocksTest, ASeqGrows) {
  Clocks clocks;
  ASSERT_TRUE(clocks.place(by_subject(0, 7)));
  EXPECT_EQ(clocks.place(by_subject(1, 7)).error().kind, &kPackContradicts);
}

}  // namespace
}  // namespace evidence::test
