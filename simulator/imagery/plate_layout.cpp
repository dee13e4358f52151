#include "simulator/imagery/plate_layout.h"

#include <algorithm>

#include "simulator/imagery/groups.h"

namespace imagery {
namespace {

constexpr Lettering kCarLettering{79, 50, 14};
constexpr Lettering kMotorcycleLettering{64, 44, 10};

using Line = std::vector<std::string_view>;

std::vector<Line> lines_of(std::string_view vrm, Lines lines) {
  Line groups = groups_of(vrm);
  if (groups.empty()) return {};
  if (lines == Lines::kOne) return {groups};
  if (groups.size() > 1) {
    const Line last{groups.back()};
    groups.pop_back();
    return {groups, last};
  }
  if (vrm.size() <= 3) return {groups};
  const std::size_t half = (vrm.size() + 1) / 2;
  return {{vrm.substr(0, half)}, {vrm.substr(half)}};
}

int width_of(std::string_view group, const Measures& m) {
  int width = -m.gap;
  for (const char c : group) width += m.gap + glyph_width_mm(c, m.lettering);
  return width;
}

int width_of(const Line& line, const Measures& m) {
  int width = -m.group_gap;
  for (const auto group : line) width += m.group_gap + width_of(group, m);
  return width;
}

void place(const Line& line, int left, int top, PlateLayout& plate) {
  const Measures& m = plate.measures;
  for (const auto group : line) {
    for (const char c : group) {
      plate.characters.push_back({c, left, top});
      left += glyph_width_mm(c, m.lettering) + m.gap;
    }
    left += m.group_gap - m.gap;
  }
}

}  // namespace

Measures measures_of(Body body, Lines lines) {
  if (body == Body::kMotorcycle) return {kMotorcycleLettering, 10, 30, 13, 11, 229, 178, 12};
  if (lines == Lines::kTwo) return {kCarLettering, 11, 33, 19, 11, 285, 203, 12};
  return {kCarLettering, 11, 33, 19, 11, 520, 111, 12};
}

PlateLayout lay_out(std::string_view vrm, Body body, Lines lines) {
  PlateLayout plate{measures_of(body, lines), {}, {}, 0, 0};
  const Measures& m = plate.measures;
  const auto rows = lines_of(vrm, lines);
  const int count = static_cast<int>(rows.size());
  const int height = count * m.lettering.height_mm + std::max(0, count - 1) * m.line_gap;
  int width = 0;
  for (const Line& row : rows) width = std::max(width, width_of(row, m));
  plate.width_mm = std::max(m.blank_width, width + 2 * m.margin_min);
  plate.height_mm = std::max(m.blank_height, height + 2 * m.margin_min);
  plate.mark_mm = {(plate.width_mm - width) / 2, (plate.height_mm - height) / 2, width, height};
  int top = plate.mark_mm.top;
  for (const Line& row : rows) {
    place(row, (plate.width_mm - width_of(row, m)) / 2, top, plate);
    top += m.lettering.height_mm + m.line_gap;
  }
  return plate;
}

}  // namespace imagery
