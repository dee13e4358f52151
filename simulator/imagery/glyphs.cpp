#include "simulator/imagery/glyphs.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>
#include <vector>

#include "simulator/imagery/strokes.h"

namespace imagery {
namespace {

// A glyph is a few strokes of a square-ended pen, cut off at the character's box. A vertex is "x,y" in hundredths of the way from the
// leftmost and topmost centre of the pen to the rightmost and lowest, so that a shape keeps its stroke in every lettering. `r` after it
// rounds the corner there; `z` closes a stroke; ";" begins the next; "@82" has a pen of 82 hundredths. Slants begin and end outside of the
// box, which cuts them level.
struct Drawing {
  char name;
  std::string_view strokes;
};

constexpr std::array kDrawings{
    Drawing{'0', "0,0r 100,0r 100,100r 0,100r z"},
    Drawing{'1', "50,0 50,100"},
    Drawing{'2', "0,16 0,0r 100,0r 100,44r 0,94; 0,100 100,100"},
    Drawing{'3', "0,14 0,0r 100,0r 100,47r 45,47; 45,47 100,47r 100,100r 0,100r 0,86"},
    Drawing{'4', "58,-12 0,70 100,70; 70,0 70,100"},
    Drawing{'5', "94,0 4,0 4,41 50,41; 40,41 100,41r 100,100r 0,100r 0,84"},
    Drawing{'6', "100,15 100,0r 0,0r 0,100r 100,100r 100,43r 0,43"},
    Drawing{'7', "0,0 100,0; 104,-6 28,112"},
    Drawing{'8', "5,0r 95,0r 95,46r 5,46r z; 0,46r 100,46r 100,100r 0,100r z"},
    Drawing{'9', "0,85 0,100r 100,100r 100,0r 0,0r 0,57r 100,57"},
    Drawing{'A', "-1,112 46,-12; 101,112 54,-12; 30,68 70,68"},
    Drawing{'B', "0,0 93,0r 93,47r 0,47 z; 0,47 100,47r 100,100r 0,100 z"},
    Drawing{'C', "100,20 100,0r 0,0r 0,100r 100,100r 100,80"},
    Drawing{'D', "0,0 100,0r 100,100r 0,100 z"},
    Drawing{'E', "100,0 0,0 0,100 100,100; 0,48 80,48"},
    Drawing{'F', "100,0 0,0 0,100; 0,48 80,48"},
    Drawing{'G', "100,19 100,0r 0,0r 0,100r 100,100r 100,54 66,54"},
    Drawing{'H', "0,0 0,100; 100,0 100,100; 0,48 100,48"},
    Drawing{'J', "100,0 100,100r 0,100r 0,76"},
    Drawing{'K', "0,0 0,100; 103,-12 4,62; 36,38 103,112"},
    Drawing{'L', "0,0 0,100 100,100"},
    Drawing{'M', "0,0 0,100; 100,0 100,100; @80 0,-8 50,62 100,-8"},
    Drawing{'N', "0,0 0,100; 100,0 100,100; @90 0,-4 100,104"},
    Drawing{'P', "0,100 0,0 100,0r 100,54r 0,54"},
    Drawing{'Q', "0,0r 100,0r 100,100r 0,100r z; 62,72 108,108"},
    Drawing{'R', "0,100 0,0 100,0r 100,52r 0,52; 52,58 103,112"},
    Drawing{'S', "100,16 100,0r 0,0r 0,47r 100,47r 100,100r 0,100r 0,84"},
    Drawing{'T', "0,0 100,0; 50,0 50,100"},
    Drawing{'U', "0,0 0,100r 100,100r 100,0"},
    Drawing{'V', "-1,-12 47,112; 101,-12 53,112"},
    Drawing{'W', "@76 -6,-12 22,112; @76 20,112 50,10 80,112; @76 106,-12 78,112"},
    Drawing{'X', "-2,-12 102,112; 102,-12 -2,112"},
    Drawing{'Y', "-4,-14 50,58 104,-14; 50,58 50,100"},
    Drawing{'Z', "0,0 100,0; 108,-8 -8,108; 0,100 100,100"},
};

struct Point {
  int x, y;  // hundredths
  bool round;
};

struct Stroke {
  std::vector<Point> points;
  int pen_percent = 100;
  Ends ends = Ends::kOpen;
};

int number(std::string_view& text) {
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  int value = 0;
  for (; !text.empty() && text[0] >= '0' && text[0] <= '9'; text.remove_prefix(1)) value = value * 10 + (text[0] - '0');
  return negative ? -value : value;
}

Stroke parsed_stroke(std::string_view text) {
  Stroke stroke;
  while (!text.empty()) {
    if (text[0] == '@' || text[0] == ' ' || text[0] == 'z') {
      const char kind = text[0];
      text.remove_prefix(1);
      if (kind == '@') stroke.pen_percent = number(text);
      if (kind == 'z') stroke.ends = Ends::kClosed;
      continue;
    }
    const int x = number(text);
    text.remove_prefix(1);
    const int y = number(text);
    const bool round = text.starts_with('r');
    if (round) text.remove_prefix(1);
    stroke.points.push_back({x, y, round});
  }
  return stroke;
}

std::vector<Stroke> parsed(std::string_view text) {
  std::vector<Stroke> strokes;
  while (!text.empty()) {
    const auto end = std::min(text.find(';'), text.size());
    strokes.push_back(parsed_stroke(text.substr(0, end)));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return strokes;
}

char shape_of(char c) {
  if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  return c == 'O' ? '0' : c == 'I' ? '1' : c;
}

const Drawing* drawing_of(char c) {
  const auto* found = std::ranges::find(kDrawings, shape_of(c), &Drawing::name);
  return found == kDrawings.end() ? nullptr : found;
}

/// A stroke's way in millimetres of the box.
std::vector<Vertex> in_box(const Stroke& stroke, char c, const Lettering& lettering) {
  const double half = lettering.stroke_mm / 2.0;
  const double across = glyph_width_mm(c, lettering) - 2 * half;
  const double down = lettering.height_mm - 2 * half;
  const double radius = (lettering.width_mm - lettering.stroke_mm) * 0.44;
  std::vector<Vertex> way;
  for (const Point& p : stroke.points) way.push_back({half + across * p.x / 100, half + down * p.y / 100, p.round ? radius : 0});
  return way;
}

}  // namespace

bool has_glyph(char c) { return drawing_of(c) != nullptr; }

int glyph_width_mm(char c, const Lettering& lettering) { return shape_of(c) == '1' ? lettering.stroke_mm : lettering.width_mm; }

void draw_glyph(cairo_t* at, char c, const Lettering& lettering) {
  const Drawing* drawing = drawing_of(c);
  if (drawing == nullptr) return;
  cairo_save(at);
  cairo_rectangle(at, 0, 0, glyph_width_mm(c, lettering), lettering.height_mm);
  cairo_clip(at);
  cairo_set_line_cap(at, CAIRO_LINE_CAP_SQUARE);
  cairo_set_line_join(at, CAIRO_LINE_JOIN_MITER);
  cairo_set_miter_limit(at, 4);  // the inner peak of W is blunt
  for (const Stroke& stroke : parsed(drawing->strokes)) {
    cairo_set_line_width(at, lettering.stroke_mm * stroke.pen_percent / 100.0);
    trace(at, in_box(stroke, c, lettering), stroke.ends);
    cairo_stroke(at);
  }
  cairo_restore(at);
}

}  // namespace imagery
