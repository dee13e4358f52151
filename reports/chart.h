// Charts of a report, as SVG of our own: no script, no network, nothing in them but numbers.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace reports {

/// Latencies in equal bins from 0, with their budget. Units: seconds.
struct Histogram {
  std::vector<std::uint64_t> bins;   ///< the last one also holds all beyond
  double bin_s = 0;                  ///< above 0
  double limit_s = 0;                ///< above 0
  double uncertainty_s = 0;          ///< expanded, to both sides of the limit
  double max_s = 0;
};

/// A histogram with the line of the budget and the band of the measurement's uncertainty.
///
/// Shape:   heights are logarithmic, so that one exceedance among half a million stays visible. Bars that begin at the budget or beyond are
///          of another class ("over"). The band is at least 7 units wide, so that it is seen. `labelled_by` is the id of the element
///          that says in words what the chart shows. No bins give no drawing.
[[nodiscard]] std::string histogram_svg(const Histogram& histogram, const std::string& labelled_by);

/// A bar divided in proportion to the counts. `classes` name the parts for the style sheet.
struct Share {
  std::string css_class;
  std::uint64_t count = 0;
};
[[nodiscard]] std::string shares_svg(const std::vector<Share>& shares);

/// A part of the way of a late read or hit. Units: seconds.
struct Leg {
  std::string words;   ///< no markup; "the gateway"
  double seconds = 0;
  bool late = false;
};

/// The legs end to end as one bar, below the budget they share.
///
/// Shape:   `budget_s` are the budget's parts in order (2 s to NAS and 2 s to the operator), none where it is not known. A late leg stands
///          out above and below the bar and carries its name where there is room.
[[nodiscard]] std::string legs_svg(const std::vector<Leg>& legs, const std::vector<double>& budget_s, const std::string& labelled_by);

/// One leg's median, 99th percentile and longest on a line as long as the budget.
[[nodiscard]] std::string spread_svg(double p50_s, double p99_s, double max_s, double limit_s);

}  // namespace reports
