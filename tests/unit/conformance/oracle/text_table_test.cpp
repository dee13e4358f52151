// Texts by number.
#include "conformance/oracle/text_table.h"

#include <map>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace oracle {
namespace {

TEST(TextTableTest, EachTextHasOneNumberInOrderOfComing) {
  TextTable table;
  EXPECT_EQ(table.number_of("a"), 0u);
  EXPECT_EQ(table.number_of(""), 1u);
  EXPECT_EQ(table.number_of("a"), 0u);
  EXPECT_EQ(table.number_of(std::string(3'000'000, 'x')), 2u);
  EXPECT_EQ(table.text(1), "");
  EXPECT_EQ(table.text(2).size(), 3'000'000u);
}

RC_GTEST_PROP(TextTable, IsAMap, (const std::vector<std::string>& texts)) {
  TextTable table;
  std::map<std::string, std::uint32_t> model;
  for (int turn = 0; turn < 2; ++turn) {
    for (const std::string& text : texts) {
      const auto next = static_cast<std::uint32_t>(model.size());
      RC_ASSERT(table.number_of(text) == model.emplace(text, next).first->second);
    }
  }
  for (const auto& [text, number] : model) RC_ASSERT(table.text(number) == text);
}

TEST(TextTableTest, ManyTextsAreKeptApart) {
  TextTable table;
  for (std::uint32_t i = 0; i < 100'000; ++i) ASSERT_EQ(table.number_of("read " + std::to_string(i)), i);
  for (std::uint32_t i = 0; i < 100'000; ++i) ASSERT_EQ(table.text(i), "read " + std::to_string(i));
}

}  // namespace
}  // namespace oracle
