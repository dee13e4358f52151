#include "reference/lists/list_loader.h"

#include <gtest/gtest.h>

#include "tests/unit/reference/lists/voi_maker.h"

namespace {

using voi_maker::kFile;
using voi_maker::Row;

std::size_t matches_of(const lists::MatchIndex& index, std::string_view vrm) {
  std::vector<lists::Match> matches;
  index.find(*domain::Vrm::make(vrm), *base::parse_rfc3339("2019-06-11T07:00:00Z"), matches);
  return matches.size();
}

TEST(ListLoader, ReadsFindTheOldVersionWholeUntilTheNewOneIs) {
  lists::MatchIndex index;
  index.replace(*lists::parse_voi_list(kFile, Row().with(1, "OLD1").csv() + Row().with(1, "OLD2").csv()));
  lists::ListLoader loader(index, kFile);
  std::string csv;
  for (int i = 0; i < 1'000; ++i) csv += Row().with(1, "NEW" + std::to_string(i)).csv();
  for (std::string_view rest = csv; !rest.empty();) {
    rest.remove_prefix(loader.feed(rest).value());
    EXPECT_EQ(matches_of(index, "OLD1") + matches_of(index, "OLD2"), 2U);
    EXPECT_EQ(matches_of(index, "NEW0"), 0U);
  }
  ASSERT_EQ(loader.finish()->loaded, 1'000U);
  EXPECT_EQ(index.entries(), 2U);
  loader.put_in_force();
  EXPECT_EQ(matches_of(index, "OLD1") + matches_of(index, "OLD2"), 0U);
  for (int i = 0; i < 1'000; ++i) EXPECT_EQ(matches_of(index, "NEW" + std::to_string(i)), 1U);
  EXPECT_EQ(index.entries(), 1'000U);
  while (index.tend()) continue;
  EXPECT_EQ(matches_of(index, "NEW999"), 1U);
}

TEST(ListLoader, GivenUpLeavesNothingInForce) {
  lists::MatchIndex index;
  index.replace(*lists::parse_voi_list(kFile, Row().with(1, "OLD1").csv()));
  {
    lists::ListLoader loader(index, kFile);
    ASSERT_TRUE(loader.feed(Row().with(1, "NEW1").csv()).has_value());
    EXPECT_FALSE(loader.feed("a\"b").has_value());
  }
  EXPECT_EQ(matches_of(index, "OLD1"), 1U);
  EXPECT_EQ(matches_of(index, "NEW1"), 0U);
  EXPECT_EQ(index.entries(), 1U);
}

TEST(ListLoader, KnowsHowMuchOfTheLastRowItHas) {
  lists::MatchIndex index;
  lists::ListLoader loader(index, kFile);
  const std::string row = Row().with(9, "\xc3\xa9t\xc3\xa9").csv();
  const std::size_t into_a_letter = row.find('\xc3') + 1;
  ASSERT_TRUE(loader.feed(row + row.substr(0, into_a_letter)).has_value());
  EXPECT_EQ(loader.open_bytes(), into_a_letter);
  ASSERT_TRUE(loader.feed(row.substr(into_a_letter)).has_value());
  EXPECT_EQ(loader.open_bytes(), 0U);
}

TEST(ListLoader, KeepsWhereTheEntriesAreAndWhatWasRefused) {
  lists::MatchIndex index;
  lists::ListLoader loader(index, kFile);
  ASSERT_TRUE(loader.feed(Row().with(14, "SECRET").csv() + Row().with(9, "Its own words").csv()).has_value());
  ASSERT_TRUE(loader.finish().has_value());
  loader.end_part();
  ASSERT_EQ(loader.refused().size(), 1U);
  EXPECT_EQ(loader.refused()[0].column, 14);
  loader.put_in_force();
  std::vector<lists::Match> matches;
  index.find(*domain::Vrm::make("AB00CDE"), *base::parse_rfc3339("2019-06-11T07:00:00Z"), matches);
  ASSERT_EQ(matches.size(), 1U);
  EXPECT_EQ(matches[0].list->owner, "35");
  EXPECT_EQ(matches[0].row, 2U);
  EXPECT_EQ(matches[0].parts->find(2), (lists::PartPlace{0, 0, true}));
}

}  // namespace
