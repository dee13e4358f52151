#include "reports/chart.h"

#include <gtest/gtest.h>

#include <pugixml.hpp>

#include "tests/unit/reports/sample.h"

namespace {

pugi::xml_document parsed(const std::string& svg) {
  pugi::xml_document document;
  const auto result = document.load_string(svg.c_str());
  EXPECT_TRUE(result) << result.description() << "\n" << svg;
  return document;
}

std::vector<double> heights(const pugi::xml_document& svg) {
  std::vector<double> all;
  for (const auto bar : svg.child("svg").children("rect")) all.push_back(bar.attribute("height").as_double());
  return all;
}

TEST(Histogram, DrawsABarForEachBinThatHoldsSomething) {
  const auto svg = parsed(reports::histogram_svg({{480'000, 0, 12, 1}, 0.75, 2.0, 0, 1.4}, "timing-0"));
  EXPECT_EQ(heights(svg).size(), 3u);
}

TEST(Histogram, OneAmongHalfAMillionIsVisible) {
  const auto bars = heights(parsed(reports::histogram_svg({{480'000, 0, 0, 1}, 0.75, 2.0, 0, 2.9}, "timing-0")));
  ASSERT_EQ(bars.size(), 2u);
  EXPECT_GT(bars[1], 3.0);
  EXPECT_GT(bars[0], bars[1]);
}

TEST(Histogram, ColoursWhatLiesBeyondTheBudget) {
  std::vector<std::uint64_t> bins(20, 1);
  const std::string svg = reports::histogram_svg({bins, 0.15, 2.0, 0, 2.99}, "timing-0");
  EXPECT_EQ(sample::count(svg, "class=\"bar over\""), 6u);   // bins 14 to 19 begin at or after 2 s
  EXPECT_EQ(sample::count(svg, "class=\"bar\""), 14u);
}

TEST(Histogram, AlwaysShowsTheBudget) {
  for (const double longest : {0.0, 0.4, 1.9, 2.0, 2.1, 2.9, 60.0}) {
    EXPECT_NE(reports::histogram_svg({{1, 2}, 1.5, 2.0, 0.003, longest}, "t").find("budget 2 s"), std::string::npos) << longest;
  }
}

TEST(Histogram, OfNothingIsNothing) { EXPECT_EQ(reports::histogram_svg({{}, 0.1, 2.0, 0, 0}, "t"), ""); }

TEST(Histogram, TheBandIsSeenHoweverNarrowAndAsWideAsTheUncertainty) {
  const auto width_of = [](double uncertainty_s) {
    const auto svg = parsed(reports::histogram_svg({std::vector<std::uint64_t>(20, 1), 0.15, 2.0, uncertainty_s, 1.0}, "t"));
    return svg.select_node("//rect[@class='band']").node().attribute("width").as_double();
  };
  EXPECT_EQ(width_of(0), 0.0);   // none
  EXPECT_EQ(width_of(0.0001), 7.0);
  EXPECT_NEAR(width_of(0.3), 560.0 * 0.6 / 3.0, 0.1);
}

TEST(Legs, StandEndToEndUnderTheirBudget) {
  const std::vector<reports::Leg> legs{{"camera", 1.0, false}, {"gateway", 3.0, true}, {"to operator", 1.0, false}};
  const auto svg = parsed(reports::legs_svg(legs, {2.0, 2.0}, "t"));
  std::vector<double> widths;
  for (const auto bar : svg.select_nodes("//rect[starts-with(@class,'leg')]")) {
    widths.push_back(bar.node().attribute("width").as_double() + 1);   // a line's width is left between them
  }
  ASSERT_EQ(widths.size(), 3u);
  EXPECT_NEAR(widths[1] / widths[0], 3.0, 0.02);
  EXPECT_EQ(svg.select_nodes("//rect[@class='due']").size(), 2u);
  EXPECT_EQ(svg.select_nodes("//rect[@class='leg late']").size(), 1u);
  EXPECT_NEAR(svg.select_node("//line[@class='budget']").node().attribute("x1").as_double() / (widths[0] * 4), 1.0, 0.01);
}

TEST(Legs, WithoutTimeOrBudgetDrawNothingFalse) {
  EXPECT_EQ(reports::legs_svg({}, {2.0}, "t"), "");
  EXPECT_EQ(reports::legs_svg({{"camera", 0.0, false}}, {}, "t"), "");
  EXPECT_EQ(reports::legs_svg({{"camera", 1.0, false}}, {}, "t").find("budget"), std::string::npos);
}

TEST(Shares, AreInProportionAndLeaveOutWhatIsNone) {
  const auto svg = parsed(reports::shares_svg({{"met", 10}, {"not_met", 0}, {"not_established", 30}}));
  std::vector<double> widths;
  for (const auto bar : svg.child("svg").children("rect")) widths.push_back(bar.attribute("width").as_double());
  ASSERT_EQ(widths.size(), 2u);
  EXPECT_NEAR((widths[1] + 4) / (widths[0] + 4), 3.0, 0.01);
}

}  // namespace
