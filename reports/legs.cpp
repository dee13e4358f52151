// The way of a late read or hit, leg by leg.
#include <algorithm>
#include <numeric>

#include <fmt/format.h>

#include "reports/chart.h"
#include "reports/text.h"

namespace reports {
namespace {

constexpr double kLegsWidth = 640, kLegsHeight = 64, kLegsRight = 4;
constexpr double kBudgetTop = 18, kBudgetHigh = 8, kBarTop = 34, kBarHigh = 20, kOut = 4;

/// Room for a label of so many letters in a part so wide.
bool fits(const std::string& label, double wide) { return static_cast<double>(label.size()) * 6.6 + 10 < wide; }

std::string budget_parts(const std::vector<double>& budget_s, double scale) {
  std::string svg;
  double x = 0, whole = 0;
  for (const double part : budget_s) {
    const double wide = part * scale;
    whole += part;
    svg += fmt::format(R"(<rect class="due" x="{:.1f}" y="{:.1f}" width="{:.1f}" height="{:.1f}"/>)", x, kBudgetTop,
                       std::max(0.5, wide - 2), kBudgetHigh);
    svg += fmt::format(R"(<text x="{:.1f}" y="{:.1f}">{:.3g} s</text>)", x + 1, kBudgetTop - 6, part);
    x += wide;
  }
  if (budget_s.empty()) return svg;
  return svg +
         fmt::format(R"(<line class="budget" x1="{0:.1f}" x2="{0:.1f}" y1="{1:.1f}" y2="{2:.1f}"/>)", x, kBudgetTop - 4, kLegsHeight - 2) +
         fmt::format(R"(<text class="budget" x="{:.1f}" y="{:.1f}" text-anchor="end">budget {:.3g} s</text>)", x, kBudgetTop - 6, whole);
}

std::string leg_part(const Leg& leg, std::size_t number, double x, double wide) {
  const double out = leg.late ? kOut : 0;
  std::string svg = fmt::format(R"(<rect class="leg {}" x="{:.1f}" y="{:.1f}" width="{:.1f}" height="{:.1f}"/>)",
                                leg.late ? "late" : number % 2 == 0 ? "even" : "odd", x, kBarTop - out, std::max(1.0, wide - 1),
                                kBarHigh + 2 * out);
  const std::string label = fmt::format("{} {}", leg.words, time_text(leg.seconds));
  if (fits(label, wide)) {
    svg += fmt::format(R"(<text class="{}" x="{:.1f}" y="{:.1f}">{}</text>)", leg.late ? "late" : "within", x + 6, kBarTop + 14, label);
  }
  return svg;
}

}  // namespace

std::string legs_svg(const std::vector<Leg>& legs, const std::vector<double>& budget_s, const std::string& labelled_by) {
  const double taken = std::accumulate(legs.begin(), legs.end(), 0.0, [](double sum, const Leg& leg) { return sum + leg.seconds; });
  const double longest = std::max(taken, std::accumulate(budget_s.begin(), budget_s.end(), 0.0));
  if (taken <= 0) return {};
  const double scale = (kLegsWidth - kLegsRight) / longest;
  std::string svg =
      fmt::format(R"(<svg class="legs" viewBox="0 0 {:.0f} {:.0f}" role="img" aria-labelledby="{}">)",
                  kLegsWidth, kLegsHeight, labelled_by);
  double x = 0;
  for (std::size_t i = 0; i < legs.size(); ++i) {
    svg += leg_part(legs[i], i, x, legs[i].seconds * scale);
    x += legs[i].seconds * scale;
  }
  return svg + budget_parts(budget_s, scale) + "</svg>";
}

std::string spread_svg(double p50_s, double p99_s, double max_s, double limit_s) {
  constexpr double kLong = 392;
  const auto x = [&](double seconds) { return kLong * std::clamp(seconds / limit_s, 0.0, 1.0); };
  return fmt::format(R"(<svg class="spread" viewBox="0 0 400 12" aria-hidden="true"><line class="all" x1="0" x2="{:.0f}" y1="6" y2="6"/>)",
                     kLong) +
         fmt::format(R"(<rect class="most" x="0" y="3" width="{:.1f}" height="6"/>)", std::max(0.5, x(p99_s))) +
         fmt::format(R"(<line class="half" x1="{0:.1f}" x2="{0:.1f}" y1="1" y2="11"/>)", x(p50_s)) +
         fmt::format(R"(<circle class="{}" cx="{:.1f}" cy="6" r="3"/></svg>)", max_s > limit_s ? "longest over" : "longest", x(max_s));
}

}  // namespace reports
