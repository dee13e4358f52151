// Glyphs measured on a large rendering, ten pixels a millimetre.
#include "simulator/imagery/glyphs.h"

#include <array>
#include <set>

#include <gtest/gtest.h>

#include "simulator/imagery/glyph_areas.h"
#include "simulator/imagery/surface.h"

namespace {

using imagery::Lettering;

constexpr int kPerMm = 10;
constexpr std::string_view kAll = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/// A glyph with 20 mm of room around it, and where its ink is.
struct Rendering {
  static constexpr int kRoom = 20 * kPerMm;

  Rendering(char c, const Lettering& lettering) : surface(90 * kPerMm + 2 * kRoom, 90 * kPerMm + 2 * kRoom, CAIRO_FORMAT_A8) {
    cairo_translate(surface.context(), kRoom, kRoom);
    cairo_scale(surface.context(), kPerMm, kPerMm);
    imagery::draw_glyph(surface.context(), c, lettering);
  }

  /// Whether there is ink at a place in tenths of a millimetre from the upper left corner of the glyph's box.
  [[nodiscard]] bool inked(int x, int y) const { return surface.row(y + kRoom)[x + kRoom] > 127; }

  /// The ink's extent from the left and the top of the box, in tenths of a millimetre: first and last column and row.
  [[nodiscard]] std::array<int, 4> extent() const {
    std::array<int, 4> e{surface.width(), -1 - kRoom, surface.height(), -1 - kRoom};
    for (int y = 0; y < surface.height(); ++y) {
      const auto* row = surface.row(y);
      for (int x = 0; x < surface.width(); ++x) {
        if (row[x] <= 127) continue;
        e = {std::min(e[0], x - kRoom), std::max(e[1], x - kRoom), std::min(e[2], y - kRoom), std::max(e[3], y - kRoom)};
      }
    }
    return e;
  }

  /// The lengths of the runs of ink along a row.
  [[nodiscard]] std::vector<int> runs(int y) const {
    std::vector<int> lengths;
    for (int x = -kRoom; x < surface.width() - kRoom; ++x) {
      if (!inked(x, y)) continue;
      if (x == -kRoom || !inked(x - 1, y)) lengths.push_back(0);
      ++lengths.back();
    }
    return lengths;
  }

  imagery::Surface surface;
};

void expect_box(const Lettering& lettering) {
  for (const char c : kAll) {
    SCOPED_TRACE(c);
    const auto extent = Rendering(c, lettering).extent();
    EXPECT_NEAR(extent[2], 0, 1);
    EXPECT_NEAR(extent[3] + 1, lettering.height_mm * kPerMm, 1);
    EXPECT_NEAR(extent[0], 0, 2);
    EXPECT_NEAR(extent[1] + 1, imagery::glyph_width_mm(c, lettering) * kPerMm, 2);
  }
}

TEST(Glyphs, fill_79_by_50_mm_and_1_and_I_are_a_stroke_wide) {
  expect_box(Lettering{});
  EXPECT_EQ(imagery::glyph_width_mm('I', Lettering{}), 14);
  EXPECT_EQ(imagery::glyph_width_mm('A', Lettering{}), 50);
}

TEST(Glyphs, fill_64_by_44_mm_on_motorcycles) { expect_box({64, 44, 10}); }

TEST(Glyphs, have_stems_of_14_mm_where_they_stand_upright) {
  constexpr std::array<std::pair<char, int>, 12> kLeftmost{{{'0', 395}, {'1', 100}, {'6', 260}, {'8', 545}, {'D', 395}, {'F', 620},
                                                            {'H', 200}, {'L', 300}, {'P', 620}, {'T', 500}, {'U', 300}, {'Y', 700}}};
  for (const auto& [c, row] : kLeftmost) {
    const auto runs = Rendering(c, Lettering{}).runs(row);
    ASSERT_FALSE(runs.empty()) << c;
    EXPECT_NEAR(runs.front(), 140, 1) << c;
  }
}

TEST(Glyphs, have_stems_of_10_mm_on_motorcycles) {
  for (const char c : std::string_view("0DHU")) EXPECT_NEAR(Rendering(c, {64, 44, 10}).runs(200).front(), 100, 1) << c;
}

TEST(Glyphs, O_is_0_and_I_is_1_and_no_others_are_alike) {
  const auto ink = [](char c) {
    const imagery::GlyphArea area(c, Lettering{});
    std::vector<std::uint32_t> sums;
    for (int y = 0; y <= area.height(); ++y) sums.insert(sums.end(), area.row(y), area.row(y) + area.width() + 1);
    return sums;
  };
  EXPECT_EQ(ink('O'), ink('0'));
  EXPECT_EQ(ink('I'), ink('1'));
  EXPECT_EQ(ink('a'), ink('A'));
  std::set<std::vector<std::uint32_t>> distinct;
  for (const char c : kAll) distinct.insert(ink(c));
  EXPECT_EQ(distinct.size(), kAll.size() - 2);
}

TEST(Glyphs, there_is_none_for_anything_else) {
  for (const char c : std::string_view(" -.\xc3{@[`/:")) {
    EXPECT_FALSE(imagery::has_glyph(c)) << c;
    EXPECT_EQ(Rendering(c, Lettering{}).extent()[1], -1 - Rendering::kRoom) << c;
  }
  for (const char c : kAll) EXPECT_TRUE(imagery::has_glyph(c)) << c;
}

TEST(GlyphArea, counts_the_ink_of_a_rectangle) {
  constexpr int kWidth = 14 * imagery::GlyphArea::kAcross, kHeight = 79 * imagery::GlyphArea::kDown;
  imagery::GlyphAreas areas(Lettering{});
  const auto& stem = areas.of('1');
  EXPECT_EQ(stem.width(), kWidth);
  EXPECT_EQ(stem.height(), kHeight);
  EXPECT_EQ(stem.row(kHeight)[kWidth], 255u * kWidth * kHeight) << "all ink";
  EXPECT_EQ(stem.row(1000)[stem.column(1000)], 255u * kWidth * kHeight) << "nothing outside";
  EXPECT_EQ(stem.row(-5)[stem.column(7)], 0u);
  EXPECT_EQ(stem.row(10)[stem.column(4)] - stem.row(8)[stem.column(4)], 2u * 4 * 255);
}

}  // namespace
