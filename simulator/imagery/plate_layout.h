// Where each character of a mark stands on its plate.
#pragma once

#include <string_view>
#include <vector>

#include "simulator/imagery/glyphs.h"
#include "simulator/imagery/sight.h"

namespace imagery {

/// The measures of a plate.
///
/// Units:   millimetres.
/// Source:  SI 2001/561 schedule 3 part 2: group 1 for all but motorcycles, group 2 for them. The sizes of blanks are the trade's.
struct Measures {
  Lettering lettering;
  int gap, group_gap, line_gap, margin_min;
  int blank_width, blank_height;  // the plate itself, where the mark leaves it so
  int corner_radius;
};

[[nodiscard]] Measures measures_of(Body body, Lines lines);

/// A character's box, its upper left corner from that of the plate.
struct Placed {
  char character;
  int x_mm, y_mm;
};

struct Box {
  int left, top, width, height;
};

struct PlateLayout {
  Measures measures;
  std::vector<Placed> characters;
  Box mark_mm;  // what the characters take, without margins
  int width_mm, height_mm;
};

/// Lays a mark out on a plate: lines centred, groups as the law has them.
///
/// Shape:   on two lines, the last group takes the second; a mark of one group longer than three is halved, a shorter one stays on one. A
///          mark too long for the blank widens it, so that the margins are kept.
[[nodiscard]] PlateLayout lay_out(std::string_view vrm, Body body, Lines lines);

}  // namespace imagery
