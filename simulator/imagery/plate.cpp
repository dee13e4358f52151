#include "simulator/imagery/plate.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "simulator/imagery/plate_layout.h"

namespace imagery {
namespace {

constexpr Paint kWhite{0.93, 0.93, 0.90}, kYellow{0.94, 0.74, 0.14}, kInk{0.06, 0.06, 0.07};

// Badges have lighter letters than plates.
constexpr Lettering kBadge{79, 62, 12};
constexpr int kBadgeGap = 20, kBadgeSpace = 34;

// The accented letters that names of makes have, as UTF-8.
constexpr std::array<std::pair<std::string_view, char>, 8> kAccented{{{"\u00e9", 'E'},
                                                                      {"\u00eb", 'E'},
                                                                      {"\u00e8", 'E'},
                                                                      {"\u0160", 'S'},
                                                                      {"\u0161", 'S'},
                                                                      {"\u00f6", 'O'},
                                                                      {"\u00fc", 'U'},
                                                                      {"\u00e4", 'A'}}};

std::string plain(std::string_view word) {
  std::string letters;
  while (!word.empty()) {
    const auto* accented = std::ranges::find_if(kAccented, [&](const auto& pair) { return word.starts_with(pair.first); });
    const bool found = accented != kAccented.end();
    letters += found ? accented->second : word[0];
    word.remove_prefix(found ? accented->first.size() : 1);
  }
  return letters;
}

int badge_advance(char c) { return has_glyph(c) ? glyph_width_mm(c, kBadge) + kBadgeGap : kBadgeSpace; }

}  // namespace

void draw_plate(cairo_t* at, const Sight& sight, double x, double y) {
  if (sight.vrm.empty()) return;
  const PlateLayout plate = lay_out(sight.vrm, sight.body, sight.lines);
  const Paint paper = sight.face == Face::kFront ? kWhite : kYellow;
  cairo_save(at);
  cairo_translate(at, x - plate.width_mm / 2.0, y - plate.height_mm / 2.0);
  box(at, -4, -4, plate.width_mm + 8, plate.height_mm + 8, plate.measures.corner_radius);
  fill(at, lit(kInk, 2));
  box(at, 0, 0, plate.width_mm, plate.height_mm, plate.measures.corner_radius);
  fill(at, paper, 0, lit(paper, 0.93), plate.height_mm);
  set_paint(at, kInk);
  for (const Placed& placed : plate.characters) {
    cairo_save(at);
    cairo_translate(at, placed.x_mm, placed.y_mm);
    draw_glyph(at, placed.character, plate.measures.lettering);
    cairo_restore(at);
  }
  cairo_restore(at);
}

void draw_word(cairo_t* at, std::string_view word, double x, double y, double height, Paint paint) {
  const std::string letters = plain(word);
  int width = -kBadgeGap;
  for (const char c : letters) width += badge_advance(c);
  const double scale = height / kBadge.height_mm;
  cairo_save(at);
  cairo_translate(at, x - width * scale / 2, y - height / 2);
  cairo_scale(at, scale, scale);
  set_paint(at, paint);
  for (const char c : letters) {
    draw_glyph(at, c, kBadge);
    cairo_translate(at, badge_advance(c), 0);
  }
  cairo_restore(at);
}

}  // namespace imagery
