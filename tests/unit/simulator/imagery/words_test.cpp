#include "simulator/imagery/words.h"

#include <gtest/gtest.h>

namespace {

TEST(Words, name_each_value) {
  EXPECT_EQ(imagery::face_of("rear"), imagery::Face::kRear);
  EXPECT_EQ(imagery::lines_of("two"), imagery::Lines::kTwo);
  EXPECT_EQ(imagery::body_of("motorcycle"), imagery::Body::kMotorcycle);
  EXPECT_EQ(imagery::light_of("night"), imagery::Light::kNight);
  EXPECT_EQ(imagery::weather_of("rain"), imagery::Weather::kRain);
  EXPECT_EQ(imagery::scene_of("busy"), imagery::Scene::kBusy);
  EXPECT_FALSE(imagery::body_of("tram"));
  EXPECT_FALSE(imagery::face_of(""));
}

TEST(Words, name_a_place) {
  const auto place = imagery::place_of("52.2053,-0.1218");
  ASSERT_TRUE(place);
  EXPECT_EQ(place->latitude_deg_e7, 522'053'000);
  EXPECT_EQ(place->longitude_deg_e7, -1'218'000);
  for (const auto* text : {"", "52", "52,", ",1", "52,1,2", "91,0", "0,180.1", "north,east", "52 ,1", "nan,0", "1e1,0"}) {
    EXPECT_FALSE(imagery::place_of(text)) << text;
  }
}

}  // namespace
