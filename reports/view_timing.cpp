// The panels of the time budgets.
#include <fmt/format.h>

#include "reports/chart.h"
#include "reports/text.h"
#include "reports/view.h"

namespace reports::view {
namespace {

Data bins_of(const Histogram& histogram) {
  Data bins{Data::type::list};
  for (std::size_t i = 0; i < histogram.bins.size(); ++i) {
    Data bin;
    bin.set("from", time_text(histogram.bin_s * static_cast<double>(i)));
    bin.set("to", i + 1 == histogram.bins.size() ? "and beyond" : time_text(histogram.bin_s * static_cast<double>(i + 1)));
    bin.set("count", thousands(histogram.bins[i]));
    bins.push_back(bin);
  }
  return bins;
}

Histogram histogram_of(const Json& timing) {
  const auto seconds = [&](const char* key) { return timing[key].get<double>(); };
  return {timing["histogram"].get<std::vector<std::uint64_t>>(), seconds("bin_s"), seconds("limit_s"), seconds("uncertainty_s"),
          seconds("max_s")};
}

Data legs_of(const Json& timing) {
  Data legs{Data::type::list};
  for (const Json& leg : timing["legs"]) {
    Data entry;
    entry.set("words", leg_words(leg["leg"]));
    for (const char* key : {"p50", "p99", "max"}) entry.set(key, time_text(leg[std::string(key) + "_s"].get<double>()));
    entry.set("spread", spread_svg(leg["p50_s"].get<double>(), leg["p99_s"].get<double>(), leg["max_s"].get<double>(),
                                   timing["limit_s"].get<double>()));
    legs.push_back(entry);
  }
  return legs;
}

/// A count that is worth a glance where it is not 0.
void set_count(Data& panel, const Json& timing, const char* key) {
  const std::uint64_t count = number_of(timing, key);
  panel.set(key, thousands(count));
  panel.set(std::string(key) + "_class", count > 0 ? "some" : "none");
  panel.set(std::string(key) + "_any", count > 0);
}

Data panel_of(const Json& requirement, const Json& timing, std::size_t number) {
  const Histogram histogram = histogram_of(timing);
  const std::string figure = fmt::format("timing-{}", number), status = requirement["status"].get<std::string>();
  Data panel;
  for (const char* key : {"id", "statement"}) panel.set(key, text_of(requirement[key]));
  panel.set("status", status);
  panel.set("whom", fmt::format("{}, {}", population_words(timing["population"]),
                                timing["class"] == "mobile" ? "mobile cameras" : "cameras that stand still"));
  panel.set("figure", figure);
  panel.set("chart", histogram_svg(histogram, figure));
  panel.set("n", thousands(number_of(timing, "n")));
  for (const char* key : {"exceeded", "undecided", "excused"}) set_count(panel, timing, key);
  for (const char* percentile : {"p50", "p95", "p99", "max"}) {
    panel.set(percentile, time_text(timing[std::string(percentile) + "_s"].get<double>()));
  }
  panel.set("limit", fmt::format("{:.3g} s", histogram.limit_s));
  panel.set("unsure", time_text(histogram.uncertainty_s));
  panel.set("margin", signed_time_text(histogram.limit_s - histogram.max_s));
  panel.set("upper", percent_text(timing["exceedance_rate_upper95"].get<double>()));
  panel.set("bins", bins_of(histogram));
  set_list(panel, "legs", legs_of(timing));
  return panel;
}

}  // namespace

void add_timing(const Json& report, Data& page) {
  Data panels{Data::type::list};
  std::size_t number = 0;
  for (const Json& requirement : report["requirements"]) {
    for (const Json& timing : requirement["timings"]) panels.push_back(panel_of(requirement, timing, number++));
  }
  set_list(page, "timing", panels);
}

}  // namespace reports::view
