#include "simulator/actors/misreading.h"

#include <set>

#include <gtest/gtest.h>

namespace {

TEST(Misreading, ExchangesOneCharacterWithinItsClass) {
  std::set<std::string> seen;
  for (std::uint64_t drawn = 0; drawn < 400; ++drawn) {
    const std::string read = actors::misread("AB00CDE", drawn * 0x9e3779b97f4a7c15ULL);
    ASSERT_EQ(read.size(), 7U);
    std::size_t other = 0;
    for (std::size_t i = 0; i < read.size(); ++i) other += read[i] == "AB00CDE"[i] ? 0 : 1;
    EXPECT_EQ(other, 1U) << read;
    EXPECT_EQ(read[0], 'A') << "no class holds an A";
    seen.insert(read);
  }
  EXPECT_EQ(seen, (std::set<std::string>{"A800CDE", "A300CDE", "ABD0CDE", "ABQ0CDE", "ABO0CDE", "AB0DCDE", "AB0QCDE", "AB0OCDE", "AB00GDE",
                                         "AB00C0E", "AB00CQE", "AB00COE", "AB00CDF"}));
}

TEST(Misreading, LeavesAMarkWithoutDoubtAsItIs) { EXPECT_EQ(actors::misread("AJK7T", 5), "AJK7T"); }

}  // namespace
