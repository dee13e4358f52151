#include "reference/lists/list_name.h"

#include <gtest/gtest.h>

#include "reference/domain/annex_a.h"

namespace {

TEST(ListName, IsACodeAndTheOwnersWords) {
  const auto name = lists::parse_list_name("07_Cheshire VOI List");
  ASSERT_TRUE(name.has_value());
  EXPECT_EQ(name->code, "07");
  EXPECT_EQ(name->text, "Cheshire VOI List");
  EXPECT_EQ(name->symbol, "CHESH");
  EXPECT_EQ(lists::parse_list_name("35_a_b.csv")->text, "a_b.csv");
}

TEST(ListName, MayBeginWithEachOfThe55Codes) {
  std::size_t codes = 0;
  for (const domain::Organisation& organisation : domain::annex_a()) {
    const auto name = lists::parse_list_name(std::string(organisation.code) + "_x");
    ASSERT_TRUE(name.has_value()) << organisation.code;
    EXPECT_EQ(name->symbol, organisation.symbol);
    ++codes;
  }
  EXPECT_EQ(codes, 55U);
  EXPECT_EQ(lists::parse_list_name("88_x")->symbol, lists::parse_list_name("LEA_x")->symbol) << "R-38: as printed";
}

TEST(ListName, OfNobodyIsRefused) {
  for (const char* file : {"", "_", "35", "35 x", "7_x", "99_x", "lea_x", "035_x", "Cambs_35", " 35_x"}) {
    const auto name = lists::parse_list_name(file);
    ASSERT_FALSE(name.has_value()) << file;
    EXPECT_EQ(name.error().kind, &lists::kListNameUnknown);
  }
}

TEST(ListName, OnlyTheMakerMayChangeTheList) {
  EXPECT_TRUE(lists::parse_own_list_name("35_x", "35").has_value());
  for (const char* other : {"07", "", "3", "035", "CAMBS"}) {
    const auto name = lists::parse_own_list_name("35_x", other);
    ASSERT_FALSE(name.has_value()) << other;
    EXPECT_EQ(name.error().kind, &lists::kListNotOwned);
  }
  EXPECT_EQ(lists::parse_own_list_name("88_x", "LEA").error().kind, &lists::kListNotOwned) << "two codes that show one text are two owners";
  EXPECT_EQ(lists::parse_own_list_name("99_x", "99").error().kind, &lists::kListNameUnknown);
}

TEST(SymbolText, IsAnnexAs) {
  EXPECT_EQ(lists::symbol_text("35"), "CAMBS");
  EXPECT_EQ(lists::symbol_text("99"), "");
  EXPECT_TRUE(lists::is_annex_a_code("201"));
  EXPECT_FALSE(lists::is_annex_a_code("99"));
}

}  // namespace
