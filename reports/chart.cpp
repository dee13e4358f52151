#include "reports/chart.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "reports/text.h"

namespace reports {
namespace {

// The drawing's own units; the style sheet scales it to its column.
constexpr double kWidth = 640, kLeft = 66, kRight = 14, kTop = 30, kBase = 176, kHeight = 226;
constexpr double kPlot = kWidth - kLeft - kRight;

/// Height above the base line, by the logarithm: 0 gives none, 1 a visible sliver.
double height_of(std::uint64_t count, double decades) {
  if (count == 0) return 0;
  return (kBase - kTop) * (0.25 + std::log10(static_cast<double>(count))) / (decades + 0.25);
}

std::string grid(double decades) {
  std::string svg;
  for (int decade = 0; decade <= static_cast<int>(decades); decade += decades > 4 ? 2 : 1) {
    const auto count = static_cast<std::uint64_t>(std::llround(std::pow(10.0, decade)));
    const double y = kBase - height_of(count, decades);
    svg += fmt::format(R"(<line class="grid" x1="{:.1f}" x2="{:.1f}" y1="{:.1f}" y2="{:.1f}"/>)", kLeft, kWidth - kRight, y, y);
    svg += fmt::format(R"(<text class="tick" x="{:.1f}" y="{:.1f}" text-anchor="end">{}</text>)", kLeft - 8, y + 4, thousands(count));
  }
  return svg;
}

double span_of(const Histogram& histogram) { return histogram.bin_s * static_cast<double>(histogram.bins.size()); }

/// Where a time stands on the axis; what lies beyond stands at its end.
double x_of(const Histogram& histogram, double seconds) { return kLeft + kPlot * std::clamp(seconds / span_of(histogram), 0.0, 1.0); }

std::string bars(const Histogram& histogram, double decades) {
  std::string svg;
  const double step = kPlot / static_cast<double>(histogram.bins.size());
  for (std::size_t i = 0; i < histogram.bins.size(); ++i) {
    const double high = height_of(histogram.bins[i], decades);
    if (high <= 0) continue;
    // A bin that the line cuts holds times on both sides and is drawn as under; the figures beside the chart count exactly.
    const bool over = static_cast<double>(i) * histogram.bin_s >= histogram.limit_s * (1.0 - 1e-9);
    svg += fmt::format(R"(<rect class="bar{}" x="{:.1f}" y="{:.1f}" width="{:.1f}" height="{:.1f}"/>)", over ? " over" : "",
                       kLeft + step * static_cast<double>(i) + 1, kBase - high, std::max(0.5, step - 2), high);
  }
  return svg;
}

std::string axis(const Histogram& histogram) {
  constexpr int kParts = 6;
  std::string svg =
      fmt::format(R"(<line class="axis" x1="{0:.1f}" x2="{1:.1f}" y1="{2:.1f}" y2="{2:.1f}"/>)", kLeft, kWidth - kRight, kBase);
  for (int part = 0; part <= kParts; ++part) {
    const double seconds = span_of(histogram) * part / kParts;
    const bool last = part == kParts;   // odd ones are left out where the chart is small
    svg += fmt::format(R"(<text class="{}" x="{:.1f}" y="{:.1f}" text-anchor="{}">{:.3g} s{}</text>)",
                       part % 2 == 1 ? "tick minor" : "tick", x_of(histogram, seconds), kBase + 20, last ? "end" : "middle", seconds,
                       last ? "+" : "");
  }
  return svg;
}

enum class Side { kBefore, kAfter };

/// An upright line with its label to one side.
std::string marker(const char* css_class, double x, Side side, const std::string& label) {
  const bool left = side == Side::kBefore;
  return fmt::format(R"(<line class="{0}" x1="{1:.1f}" x2="{1:.1f}" y1="{2:.1f}" y2="{3:.1f}"/>)", css_class, x, kTop - 14, kBase) +
         fmt::format(R"(<text class="{}" x="{:.1f}" y="{:.1f}" text-anchor="{}">{}</text>)", css_class, left ? x - 6 : x + 6, kTop - 6,
                     left ? "end" : "start", label);
}

/// What the measurement cannot tell from the limit.
std::string band(const Histogram& histogram) {
  if (histogram.uncertainty_s <= 0) return {};
  const double from = x_of(histogram, histogram.limit_s - histogram.uncertainty_s);
  const double to = x_of(histogram, histogram.limit_s + histogram.uncertainty_s);
  const double wide = std::max(7.0, to - from);
  return fmt::format(R"(<rect class="band" x="{:.1f}" y="{:.1f}" width="{:.1f}" height="{:.1f}"/>)", (from + to - wide) / 2, kTop - 14,
                     wide, kBase - kTop + 14);
}

/// The budget, and the longest time where its label does not stand in the budget's way.
std::string markers(const Histogram& histogram) {
  const double x_of_limit = x_of(histogram, histogram.limit_s), x_of_max = x_of(histogram, histogram.max_s);
  const bool over = histogram.max_s > histogram.limit_s;
  const std::string max_label = "max " + time_text(histogram.max_s);
  std::string svg;
  if (over) svg += marker("max", x_of_max, x_of_max > kWidth - 120 ? Side::kBefore : Side::kAfter, max_label);
  else if (x_of_limit - x_of_max > 120) svg += marker("max", x_of_max, Side::kAfter, max_label);
  const std::string uncertainty = fmt::format(R"(<tspan class="minor"> ± {}</tspan>)", time_text(histogram.uncertainty_s));
  const std::string label = fmt::format("budget {:.3g} s{}", histogram.limit_s, histogram.uncertainty_s > 0 ? uncertainty : "");
  return svg + marker("budget", x_of_limit, over ? Side::kBefore : Side::kAfter, label);
}

}  // namespace

std::string histogram_svg(const Histogram& histogram, const std::string& labelled_by) {
  if (histogram.bins.empty()) return {};
  const std::uint64_t most = std::max<std::uint64_t>(1, *std::max_element(histogram.bins.begin(), histogram.bins.end()));
  const double decades = std::max(1.0, std::log10(static_cast<double>(most)));
  std::string svg =
      fmt::format(R"(<svg class="chart" viewBox="0 0 {:.0f} {:.0f}" role="img" aria-labelledby="{}">)", kWidth, kHeight, labelled_by);
  svg += band(histogram) + grid(decades) + bars(histogram, decades) + axis(histogram) + markers(histogram);
  svg +=
      fmt::format(R"(<text class="tick" x="{:.1f}" y="{:.1f}">time taken, and how many took it (logarithmic)</text>)", kLeft, kBase + 42);
  return svg + "</svg>";
}

std::string shares_svg(const std::vector<Share>& shares) {
  constexpr double kBar = 1000, kGap = 4;
  std::uint64_t all = 0;
  for (const Share& share : shares) all += share.count;
  std::string svg = R"(<svg class="shares" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true">)";
  double x = 0;
  for (const Share& share : shares) {
    if (share.count == 0) continue;
    const double wide = kBar * static_cast<double>(share.count) / static_cast<double>(all);
    svg += fmt::format(R"(<rect class="share {}" x="{:.1f}" y="0" width="{:.1f}" height="10"/>)", share.css_class, x,
                       std::max(1.0, wide - kGap));
    x += wide;
  }
  return svg + "</svg>";
}

}  // namespace reports
