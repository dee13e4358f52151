#include "scenarios/geo/chain.h"

#include <algorithm>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace {

using geo::Place;

TEST(Distance, a_degree_of_latitude_and_known_places) {
  EXPECT_NEAR(geo::metres_between({52, 0}, {53, 0}), 111'195, 1);
  EXPECT_NEAR(geo::metres_between({52.2, 0.11667}, {51.50853, -0.12574}), 78'700, 100);  // Cambridge to London, as the topology has it
  EXPECT_EQ(geo::metres_between({52, 0}, {52, 0}), 0);
}

TEST(Distance, bearings_of_the_compass) {
  EXPECT_EQ(geo::bearing_deg({52, 0}, {53, 0}), 0);
  EXPECT_EQ(geo::bearing_deg({52, 0}, {51, 0}), 180);
  EXPECT_EQ(geo::bearing_deg({0, 0}, {0, 1}), 90);
  EXPECT_EQ(geo::bearing_deg({0, 0}, {0, -1}), 270);
  EXPECT_EQ(geo::bearing_deg({52, 0}, {52.01, 0.01624}), 45);
  EXPECT_EQ(geo::bearing_deg({52, 0}, {53, -0.0001}), 0);  // 359.99 rounds to north, not to 360
}

TEST(Chain, roads_and_what_is_none) {
  EXPECT_EQ(geo::road_of("A14"), "A14");
  EXPECT_EQ(geo::road_of("A1(M)"), "A1");
  EXPECT_EQ(geo::road_of("M11"), "M11");
  EXPECT_EQ(geo::road_of("C"), "");
  EXPECT_EQ(geo::road_of("U"), "");
}

TEST(Chain, none_one_two) {
  EXPECT_TRUE(geo::chain({}).empty());
  EXPECT_EQ(geo::chain({{52, 0}}), std::vector<std::size_t>{0});
  EXPECT_EQ(geo::chain({{52, 0}, {53, 0}}).size(), 2u);
}

TEST(Chain, a_bend_is_followed) {
  // An L: north, then east. Shuffled.
  const std::vector<Place> places{{52.2, 0.1}, {52.0, 0}, {52.2, 0.3}, {52.1, 0}, {52.2, 0}, {52.2, 0.2}};
  auto order = geo::chain(places);
  if (order.front() != 1) std::reverse(order.begin(), order.end());
  EXPECT_EQ(order, (std::vector<std::size_t>{1, 3, 4, 0, 5, 2}));
}

TEST(Chain, a_wrong_first_guess_is_turned_round) {
  // From the outermost the nearest neighbour leads past the pair at 1.0 and back again; the shortest way does not.
  const std::vector<Place> places{{50.0, 0}, {51.0, 0.10}, {51.0, -0.10}, {52.0, 0.05}, {53.5, 0}};
  const auto order = geo::chain(places);
  double length = 0;
  for (std::size_t i = 0; i + 1 < order.size(); ++i) length += geo::metres_between(places[order[i]], places[order[i + 1]]);
  std::vector<std::size_t> every{0, 1, 2, 3, 4};
  double shortest = length;
  do {
    double way = 0;
    for (std::size_t i = 0; i + 1 < every.size(); ++i) way += geo::metres_between(places[every[i]], places[every[i + 1]]);
    shortest = std::min(shortest, way);
  } while (std::next_permutation(every.begin(), every.end()));
  EXPECT_NEAR(length, shortest, 5);
}

RC_GTEST_PROP(Chain, is_a_permutation_and_points_on_a_line_come_in_order, ()) {
  const auto steps = *rc::gen::nonEmpty(rc::gen::container<std::vector<int>>(rc::gen::inRange(1, 1'000)));
  std::vector<Place> places;
  double latitude = 50;
  for (const int step : steps) places.push_back({latitude += step * 1e-5, 0.1});
  auto shuffled = places;
  for (std::size_t i = 0; i < shuffled.size(); ++i) std::swap(shuffled[i], shuffled[*rc::gen::inRange<std::size_t>(0, shuffled.size())]);
  auto order = geo::chain(shuffled);
  RC_ASSERT(order.size() == places.size());
  if (shuffled[order.front()].latitude > shuffled[order.back()].latitude) std::reverse(order.begin(), order.end());
  for (std::size_t i = 0; i < order.size(); ++i) RC_ASSERT(shuffled[order[i]].latitude == places[i].latitude);
}

}  // namespace
