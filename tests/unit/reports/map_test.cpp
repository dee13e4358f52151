#include "reports/map.h"

#include <gtest/gtest.h>

#include <pugixml.hpp>

#include "reports/outline.h"

namespace {

using reports::Outcome;
using reports::Place;

pugi::xml_document parsed(const std::string& svg) {
  pugi::xml_document document;
  const auto result = document.load_string(svg.c_str());
  EXPECT_TRUE(result) << result.description();
  return document;
}

const std::vector<Place> kCounty{{"35-1-1", 52.20, 0.12, Outcome::kClear},
                                 {"35-2-1", 52.40, 0.26, Outcome::kAgainst},
                                 {"35-3-1", 52.57, -0.24, Outcome::kUndecided},
                                 {"35-4-1", 52.30, 0.07, Outcome::kSilent}};

TEST(Outline, LiesInItsFrame) {
  for (const auto& [latitude, longitude] : {std::pair{60.85, -0.88}, {49.96, -5.20}, {52.48, 1.76}, {54.4, -8.1}}) {   // the corners
    const auto at = reports::projected(latitude, longitude);
    EXPECT_GT(at.x, 0);
    EXPECT_LT(at.x, reports::kCountryWidth);
    EXPECT_GT(at.y, 0);
    EXPECT_LT(at.y, reports::kCountryHeight);
  }
  EXPECT_GT(reports::land_path().size(), 10'000u);
  EXPECT_GT(reports::borders_path().size(), 3'000u);
  EXPECT_EQ(reports::land_path().front(), 'M');
  EXPECT_EQ(reports::land_path().back(), 'z');
}

/// A browser stops drawing at the first fault of a path: every "l" is followed by pairs of whole numbers.
TEST(Outline, IsDrawnToItsEnd) {
  for (const std::string& path : {reports::land_path(), reports::borders_path()}) {
    std::size_t numbers = 0, lines = 0;
    for (std::size_t i = 0; i < path.size(); ++i) {
      const bool digit = path[i] >= '0' && path[i] <= '9';
      ASSERT_TRUE(digit || std::string_view("Ml -z").find(path[i]) != std::string_view::npos) << path.substr(i, 20);
      if (path[i] == 'l') {
        ++lines;
        ASSERT_TRUE(path[i + 1] == '-' || (path[i + 1] >= '0' && path[i + 1] <= '9')) << path.substr(i, 20);
      }
      numbers += digit && (i == 0 || path[i - 1] < '0' || path[i - 1] > '9') ? 1 : 0;
    }
    EXPECT_GT(lines, 30u);
    EXPECT_EQ(numbers % 2, 0u);
  }
}

TEST(Map, TellsOutcomesByForm) {
  for (const std::string& svg : {reports::country_svg(kCounty, "t"), reports::surroundings_svg(kCounty, "t")}) {
    const auto map = parsed(svg);
    EXPECT_EQ(map.select_nodes("//circle[@class='clear']").size(), 1u);
    EXPECT_EQ(map.select_nodes("//circle[@class='silent']").size(), 1u);
    EXPECT_EQ(map.select_nodes("//path[@class='half']").size(), 1u);
    EXPECT_EQ(map.select_nodes("//path[@class='against']").size(), 1u);
  }
}

TEST(Map, FramesTheSitesAndNamesThoseWithSomethingAgainst) {
  EXPECT_EQ(parsed(reports::country_svg(kCounty, "t")).select_nodes("//rect[@class='frame']").size(), 1u);
  const auto near = parsed(reports::surroundings_svg(kCounty, "t"));
  ASSERT_EQ(near.select_nodes("//text").size(), 2u);   // and the scale
  EXPECT_STREQ(near.select_node("//text").node().text().get(), "35-2-1");
}

TEST(Map, SitesAllOverTheCountryNeedNoSecondMap) {
  const std::vector<Place> country{{"80-1-1", 57.1, -2.1, Outcome::kClear}, {"55-1-1", 50.7, -3.5, Outcome::kClear}};
  EXPECT_EQ(reports::surroundings_svg(country, "t"), "");
  EXPECT_EQ(parsed(reports::country_svg(country, "t")).select_nodes("//rect[@class='frame']").size(), 0u);
}

TEST(Map, OneSiteHasSurroundingsToo) {
  const auto near = parsed(reports::surroundings_svg({{"<&>", 52.2, 0.1, Outcome::kAgainst}}, "t"));
  EXPECT_STREQ(near.select_node("//text").node().text().get(), "<&>");
}

}  // namespace
