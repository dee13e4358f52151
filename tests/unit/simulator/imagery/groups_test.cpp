// Each layout of SI 2001/561 schedule 3 part 1, by marks that were never issued wherever a layout has such.
#include "simulator/imagery/groups.h"

#include <gtest/gtest.h>

namespace {

/// The groups with blanks between them.
std::string spaced(std::string_view vrm) {
  std::string text;
  for (const auto group : imagery::groups_of(vrm)) text += (text.empty() ? "" : " ") + std::string(group);
  return text;
}

TEST(GroupsOf, layout_1_current) { EXPECT_EQ(spaced("AB00CDE"), "AB00 CDE"); }

TEST(GroupsOf, layout_2_prefix) {
  EXPECT_EQ(spaced("Z1BCD"), "Z1 BCD");
  EXPECT_EQ(spaced("Z12BCD"), "Z12 BCD");
  EXPECT_EQ(spaced("Z123BCD"), "Z123 BCD");
  EXPECT_EQ(spaced("Q012ABC"), "Q012 ABC");
}

TEST(GroupsOf, layout_3_suffix) {
  EXPECT_EQ(spaced("ABC1Z"), "ABC 1Z");
  EXPECT_EQ(spaced("ABC12Z"), "ABC 12Z");
  EXPECT_EQ(spaced("ABC123Z"), "ABC 123Z");
}

TEST(GroupsOf, layouts_4_and_5_digits_first) {
  EXPECT_EQ(spaced("0123A"), "0123 A");
  EXPECT_EQ(spaced("0123AB"), "0123 AB");
  EXPECT_EQ(spaced("0A"), "0 A");
  EXPECT_EQ(spaced("012ABC"), "012 ABC");
}

TEST(GroupsOf, layouts_6_and_7_letters_first) {
  EXPECT_EQ(spaced("A0"), "A 0");
  EXPECT_EQ(spaced("ABC012"), "ABC 012");
  EXPECT_EQ(spaced("A0123"), "A 0123");
  EXPECT_EQ(spaced("AB0123"), "AB 0123");
}

TEST(GroupsOf, layouts_8_and_9_northern_ireland) {
  EXPECT_EQ(spaced("AIZ0123"), "AIZ 0123");
  EXPECT_EQ(spaced("0123AIZ"), "0123 AIZ");
}

TEST(GroupsOf, diplomatic_in_three) {
  EXPECT_EQ(spaced("101D234"), "101 D 234");
  EXPECT_EQ(spaced("000X000"), "000 X 000");
  EXPECT_EQ(spaced("101E234"), "101E234") << "D and X alone are diplomatic";
}

TEST(GroupsOf, military_in_three) {
  EXPECT_EQ(spaced("AB00CD"), "AB 00 CD");
  EXPECT_EQ(spaced("00AB00"), "00 AB 00");
}

TEST(GroupsOf, what_fits_none_is_one_group) {
  for (const std::string_view vrm : {"QQQQQQQ", "QQ111QQQ", "12345", "A", "ABCD123", "12345A", "A1B2", "AB-00", "\xc3\x89" "1"}) {
    EXPECT_EQ(imagery::groups_of(vrm), std::vector{vrm}) << vrm;
  }
  EXPECT_TRUE(imagery::groups_of("").empty());
}

TEST(GroupsOf, takes_either_case) { EXPECT_EQ(spaced("ab00cde"), "ab00 cde"); }

RC_GTEST_PROP(GroupsOf, lose_nothing_and_invent_nothing, (const std::string& vrm)) {
  std::string joined;
  for (const auto group : imagery::groups_of(vrm)) {
    RC_ASSERT(!group.empty());
    joined += group;
  }
  RC_ASSERT(joined == vrm);
}

}  // namespace
