#include "reference/domain/standard_words.h"

#include <map>

#include <gtest/gtest.h>

#include "reference/domain/hit.h"

namespace {

using domain::WordColumn;

TEST(StandardWords, AreTheTemplates) {
  std::map<WordColumn, int> of;
  int national = 0;
  for (const domain::StandardWord& word : domain::standard_words()) {
    ++of[word.column];
    if (word.use != domain::WordUse::kNationalLists) continue;
    ++national;
    EXPECT_EQ(word.column, WordColumn::kReason) << word.word;
    EXPECT_TRUE(word.word.starts_with("No ")) << word.word;
  }
  EXPECT_EQ(of[WordColumn::kAction], 3);
  EXPECT_EQ(of[WordColumn::kReason], 21);
  EXPECT_EQ(of[WordColumn::kGsc], 2);
  EXPECT_EQ(national, 4);
}

TEST(StandardWords, OfActionAreThoseOfTheActions) {
  EXPECT_EQ(domain::text_of(domain::Action::kStop), "Stop");
  EXPECT_EQ(domain::text_of(domain::Action::kAssess), "Assess");
  EXPECT_EQ(domain::text_of(domain::Action::kNoAlert), "No Alert");
  EXPECT_EQ(domain::find_action("No Alert"), domain::Action::kNoAlert);
  EXPECT_EQ(domain::find_action("no alert"), std::nullopt);
}

}  // namespace
