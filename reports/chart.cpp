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
constexpr double kSpanInLimits = 1.5;

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

std::string bars(const std::vector<std::uint64_t>& bins, double decades) {
  std::string svg;
  const double step = kPlot / static_cast<double>(bins.size());
  for (std::size_t i = 0; i < bins.size(); ++i) {
    const double high = height_of(bins[i], decades);
    if (high <= 0) continue;
    // A bin that the line cuts holds times on both sides and is drawn as under; the figures beside the chart count exactly.
    const bool over = static_cast<double>(i) * kSpanInLimits / static_cast<double>(bins.size()) >= 1.0 - 1e-9;
    svg += fmt::format(R"(<rect class="bar{}" x="{:.1f}" y="{:.1f}" width="{:.1f}" height="{:.1f}"/>)", over ? " over" : "",
                       kLeft + step * static_cast<double>(i) + 1, kBase - high, step - 2, high);
  }
  return svg;
}

std::string axis(double limit_s) {
  std::string svg =
      fmt::format(R"(<line class="axis" x1="{0:.1f}" x2="{1:.1f}" y1="{2:.1f}" y2="{2:.1f}"/>)", kLeft, kWidth - kRight, kBase);
  for (const double limits : {0.0, 0.25, 0.5, 0.75, 1.0, 1.25, 1.5}) {
    const double x = kLeft + kPlot * limits / kSpanInLimits;
    const bool minor = limits == 0.25 || limits == 0.75 || limits == 1.25;   // left out where the chart is small
    const char* more = limits >= kSpanInLimits ? "+" : "";
    svg += fmt::format(R"(<text class="{}" x="{:.1f}" y="{:.1f}" text-anchor="{}">{:.3g} s{}</text>)", minor ? "tick minor" : "tick", x,
                       kBase + 20, limits >= kSpanInLimits ? "end" : "middle", limits * limit_s, more);
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

/// The budget, and the longest time where its label does not stand in the budget's way.
std::string markers(double limit_s, double max_s) {
  const double x_of_limit = kLeft + kPlot / kSpanInLimits;
  const double x_of_max = kLeft + kPlot * std::min(1.0, max_s / (kSpanInLimits * limit_s));
  const std::string max_label = "max " + time_text(max_s);
  std::string svg;
  if (max_s > limit_s) svg += marker("max", x_of_max, x_of_max > kWidth - 120 ? Side::kBefore : Side::kAfter, max_label);
  else if (x_of_limit - x_of_max > 120) svg += marker("max", x_of_max, Side::kAfter, max_label);
  return svg + marker("budget", x_of_limit, max_s > limit_s ? Side::kBefore : Side::kAfter, fmt::format("budget {:.3g} s", limit_s));
}

}  // namespace

std::string histogram_svg(const std::vector<std::uint64_t>& bins, double limit_s, double max_s, const std::string& labelled_by) {
  if (bins.empty()) return {};
  const std::uint64_t most = std::max<std::uint64_t>(1, *std::max_element(bins.begin(), bins.end()));
  const double decades = std::max(1.0, std::log10(static_cast<double>(most)));
  std::string svg =
      fmt::format(R"(<svg class="chart" viewBox="0 0 {:.0f} {:.0f}" role="img" aria-labelledby="{}">)", kWidth, kHeight, labelled_by);
  svg += grid(decades) + bars(bins, decades) + axis(limit_s) + markers(limit_s, max_s);
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
