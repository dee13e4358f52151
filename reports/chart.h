// Charts of a report, as SVG of our own: no script, no network, nothing in them but numbers.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace reports {

/// A histogram of latencies with the line of their budget.
///
/// Shape:   `bins` equal bins from 0 to 1.5 limits, the last one open to the right. Heights are logarithmic, so that one exceedance among
///          half a million stays visible. Bars beyond the budget are drawn in another class ("over") and hatched.
///          `labelled_by` is the id of the element that says in words what the chart shows.
/// Units:   seconds. `limit_s` above 0.
[[nodiscard]] std::string histogram_svg(const std::vector<std::uint64_t>& bins, double limit_s, double max_s,
                                        const std::string& labelled_by);

/// A bar divided in proportion to the counts. `classes` name the parts for the style sheet.
struct Share {
  std::string css_class;
  std::uint64_t count = 0;
};
[[nodiscard]] std::string shares_svg(const std::vector<Share>& shares);

}  // namespace reports
