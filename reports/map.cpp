#include "reports/map.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "reports/matrix.h"
#include "reports/outline.h"

namespace reports {
namespace {

constexpr double kKmPerUnit = 0.1112;          // a degree of latitude is 111.2 km
constexpr double kSpanMin = 150, kPad = 0.12;  // 17 km at least, and so much of the span to every side
constexpr double kAspect = 1.4;
constexpr double kSpreadMax = 0.5;             // of the country's height: beyond that its own map shows as much
constexpr std::size_t kNamedMax = 12;

/// A part of the plane.
struct Box {
  double left = 0, top = 0, width = 0, height = 0;
};

Box around(const std::vector<Place>& places) {
  Point least{1e9, 1e9}, most{-1e9, -1e9};
  for (const Place& place : places) {
    const Point at = projected(place.latitude, place.longitude);
    least = {std::min(least.x, at.x), std::min(least.y, at.y)};
    most = {std::max(most.x, at.x), std::max(most.y, at.y)};
  }
  double width = std::max(kSpanMin, (most.x - least.x) * (1 + 2 * kPad)), height = std::max(kSpanMin, (most.y - least.y) * (1 + 2 * kPad));
  width = std::max(width, height * kAspect);
  height = std::max(height, width / kAspect);
  return {(least.x + most.x - width) / 2, (least.y + most.y - height) / 2, width, height};
}

bool is_spread(const Box& box) { return box.height > kSpreadMax * kCountryHeight; }

/// The forms of the page's other marks: a disc, a ring, a half disc, a diamond.
std::string mark_of(Outcome outcome, Point at, double r) {
  switch (outcome) {
    case Outcome::kClear:
      return fmt::format(R"(<circle class="clear" cx="{:.1f}" cy="{:.1f}" r="{:.1f}"/>)", at.x, at.y, r);
    case Outcome::kSilent:
      return fmt::format(R"(<circle class="silent" cx="{:.1f}" cy="{:.1f}" r="{:.1f}"/>)", at.x, at.y, r);
    case Outcome::kUndecided:
      return fmt::format(R"(<circle class="undecided" cx="{:.1f}" cy="{:.1f}" r="{:.1f}"/>)", at.x, at.y, 1.4 * r) +
             fmt::format(R"(<path class="half" d="M{0:.1f} {1:.1f}a{2:.1f} {2:.1f} 0 0 0 0 {3:.1f}z"/>)", at.x, at.y - 1.4 * r, 1.4 * r,
                         2.8 * r);
    default:
      return fmt::format(R"(<path class="against" d="M{0:.1f} {1:.1f}l{2:.1f} {2:.1f} -{2:.1f} {2:.1f} -{2:.1f} -{2:.1f}z"/>)", at.x,
                         at.y - 2 * r, 2 * r);
  }
}

/// Those that something speaks against come last, and so lie on top.
std::string marks_of(const std::vector<Place>& places, double r) {
  std::string svg;
  for (const Outcome outcome : {Outcome::kClear, Outcome::kSilent, Outcome::kUndecided, Outcome::kAgainst}) {
    for (const Place& place : places) {
      if (place.outcome == outcome) svg += mark_of(outcome, projected(place.latitude, place.longitude), r);
    }
  }
  return svg;
}

std::string names_of(const std::vector<Place>& places, const Box& box, double size) {
  std::string svg;
  std::size_t named = 0;
  for (const Place& place : places) {
    if (place.outcome != Outcome::kAgainst || named++ == kNamedMax) continue;
    const Point at = projected(place.latitude, place.longitude);
    const bool before = at.x > box.left + 0.75 * box.width;
    svg += fmt::format(R"(<text x="{:.1f}" y="{:.1f}" font-size="{:.1f}" text-anchor="{}">{}</text>)", before ? at.x - size : at.x + size,
                       at.y + size / 3, size, before ? "end" : "start", escaped(place.camera));
  }
  return svg;
}

/// A line as long as a round number of kilometres, at most a quarter of the map.
std::string scale_of(const Box& box, double size) {
  static constexpr std::array<int, 8> kRound{1, 2, 5, 10, 20, 50, 100, 200};
  int km = kRound.front();
  for (const int round : kRound) km = round / kKmPerUnit <= box.width / 4 ? round : km;
  const double x = box.left + size, y = box.top + box.height - size;
  return fmt::format(R"(<path class="scale" d="M{0:.1f} {1:.1f}v{2:.1f}h{3:.1f}v-{2:.1f}"/>)", x, y - size / 2, size / 2, km / kKmPerUnit) +
         fmt::format(R"(<text x="{:.1f}" y="{:.1f}" font-size="{:.1f}">{} km</text>)", x + size / 2, y - size / 2, size, km);
}

}  // namespace

std::string country_svg(const std::vector<Place>& places, const std::string& labelled_by) {
  std::string svg = fmt::format(R"(<svg class="map country" viewBox="0 0 {:.0f} {:.0f}" role="img" aria-labelledby="{}">)", kCountryWidth,
                                kCountryHeight, labelled_by);
  svg += fmt::format(R"(<path id="land" class="land" d="{}"/><path id="borders" class="borders" d="{}"/>)", land_path(), borders_path());
  const Box box = around(places);
  svg += marks_of(places, 45);
  if (!is_spread(box)) {
    svg += fmt::format(R"(<rect class="frame" x="{:.1f}" y="{:.1f}" width="{:.1f}" height="{:.1f}"/>)", box.left, box.top, box.width,
                       box.height);
  }
  return svg + "</svg>";
}

std::string surroundings_svg(const std::vector<Place>& places, const std::string& labelled_by) {
  const Box box = around(places);
  if (places.empty() || is_spread(box)) return {};
  const double size = box.width / 48;
  return fmt::format(R"(<svg class="map near" viewBox="{:.1f} {:.1f} {:.1f} {:.1f}" role="img" aria-labelledby="{}">)", box.left, box.top,
                     box.width, box.height, labelled_by) +
         R"(<use href="#land"/><use href="#borders"/>)" + marks_of(places, box.width / 130) + names_of(places, box, size) +
         scale_of(box, size) + "</svg>";
}

}  // namespace reports
