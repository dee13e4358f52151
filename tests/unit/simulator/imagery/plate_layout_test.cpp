#include "simulator/imagery/plate_layout.h"

#include <gtest/gtest.h>

namespace {

using imagery::Body;
using imagery::Lines;
using imagery::PlateLayout;

/// The gap between a character and the next on its line, in millimetres.
int gap_after(const PlateLayout& plate, std::size_t n) {
  const auto& left = plate.characters[n];
  return plate.characters[n + 1].x_mm - left.x_mm - imagery::glyph_width_mm(left.character, plate.measures.lettering);
}

TEST(LayOut, one_line_has_gaps_of_11_and_33_mm_on_a_blank_of_520_by_111) {
  const auto plate = imagery::lay_out("AB00CDE", Body::kCar, Lines::kOne);
  ASSERT_EQ(plate.characters.size(), 7u);
  for (const std::size_t n : {0u, 1u, 2u, 4u, 5u}) EXPECT_EQ(gap_after(plate, n), 11);
  EXPECT_EQ(gap_after(plate, 3), 33);
  EXPECT_EQ(plate.width_mm, 520);
  EXPECT_EQ(plate.height_mm, 111);
  EXPECT_EQ(plate.mark_mm.width, 7 * 50 + 5 * 11 + 33);
  EXPECT_EQ(plate.mark_mm.left, (520 - plate.mark_mm.width) / 2);
  for (const auto& placed : plate.characters) EXPECT_EQ(placed.y_mm, 16);
}

TEST(LayOut, a_1_is_as_wide_as_its_stroke) {
  const auto plate = imagery::lay_out("AB01CDE", Body::kCar, Lines::kOne);
  EXPECT_EQ(plate.mark_mm.width, 6 * 50 + 14 + 5 * 11 + 33);
  EXPECT_EQ(plate.characters[4].x_mm - plate.characters[3].x_mm, 14 + 33);
}

TEST(LayOut, two_lines_are_19_mm_apart_and_centred) {
  const auto plate = imagery::lay_out("AB00CDE", Body::kCar, Lines::kTwo);
  ASSERT_EQ(plate.characters.size(), 7u);
  EXPECT_EQ(plate.characters[4].y_mm - plate.characters[3].y_mm, 79 + 19);
  EXPECT_EQ(plate.width_mm, 285);
  EXPECT_EQ(plate.height_mm, 203);
  const int lower_left = plate.characters[4].x_mm, lower_right = plate.characters[6].x_mm + 50;
  EXPECT_NEAR(lower_left, plate.width_mm - lower_right, 1);
}

TEST(LayOut, a_motorcycle_has_smaller_letters) {
  const auto plate = imagery::lay_out("AB00CDE", Body::kMotorcycle, Lines::kTwo);
  EXPECT_EQ(gap_after(plate, 0), 10);
  EXPECT_EQ(plate.characters[4].y_mm - plate.characters[0].y_mm, 64 + 13);
  const auto in_one = imagery::lay_out("AB00CDE", Body::kMotorcycle, Lines::kOne);
  EXPECT_EQ(gap_after(in_one, 3), 30);
}

TEST(LayOut, three_groups_on_two_lines_leave_the_last_below) {
  const auto plate = imagery::lay_out("101D234", Body::kCar, Lines::kTwo);
  EXPECT_EQ(plate.characters[3].y_mm, plate.characters[0].y_mm);
  EXPECT_GT(plate.characters[4].y_mm, plate.characters[3].y_mm);
}

TEST(LayOut, one_group_is_halved_unless_it_is_short) {
  const auto halved = imagery::lay_out("QQQQQQQ", Body::kCar, Lines::kTwo);
  EXPECT_EQ(halved.characters[3].y_mm, halved.characters[0].y_mm);
  EXPECT_GT(halved.characters[4].y_mm, halved.characters[0].y_mm);
  const auto whole = imagery::lay_out("ABC", Body::kCar, Lines::kTwo);
  EXPECT_EQ(whole.characters[2].y_mm, whole.characters[0].y_mm);
}

TEST(LayOut, no_mark_is_a_blank) {
  const auto plate = imagery::lay_out("", Body::kCar, Lines::kOne);
  EXPECT_TRUE(plate.characters.empty());
  EXPECT_EQ(plate.width_mm, 520);
}

RC_GTEST_PROP(LayOut, keeps_margins_of_11_mm, ()) {
  const auto vrm = *rc::gen::resize(32, rc::gen::container<std::string>(rc::gen::inRange('0', 'Z')));
  const auto body = *rc::gen::element(Body::kCar, Body::kMotorcycle);
  const auto plate = imagery::lay_out(vrm, body, *rc::gen::element(Lines::kOne, Lines::kTwo));
  for (const auto& placed : plate.characters) {
    RC_ASSERT(placed.x_mm >= 11);
    RC_ASSERT(placed.x_mm + imagery::glyph_width_mm(placed.character, plate.measures.lettering) <= plate.width_mm - 11);
    RC_ASSERT(placed.y_mm >= 11);
    RC_ASSERT(placed.y_mm + plate.measures.lettering.height_mm <= plate.height_mm - 11);
  }
  RC_ASSERT(plate.characters.size() == vrm.size());
}

}  // namespace
