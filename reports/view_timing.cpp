// The panels of the time budgets.
#include <fmt/format.h>

#include "reports/chart.h"
#include "reports/text.h"
#include "reports/view.h"

namespace reports::view {
namespace {

Data bins_of(const std::vector<std::uint64_t>& histogram, double step) {
  Data bins{Data::type::list};
  for (std::size_t i = 0; i < histogram.size(); ++i) {
    Data bin;
    bin.set("from", time_text(step * static_cast<double>(i)));
    bin.set("to", i + 1 == histogram.size() ? "and beyond" : time_text(step * static_cast<double>(i + 1)));
    bin.set("count", thousands(histogram[i]));
    bins.push_back(bin);
  }
  return bins;
}

std::string margin_of(double limit_s, double max_s) {
  return max_s <= limit_s ? time_text(limit_s - max_s) : "−" + time_text(max_s - limit_s);
}

Data panel_of(const Json& requirement, const Json& timing, std::size_t number) {
  const auto seconds = [&](const char* key) { return timing[key].get<double>(); };
  const auto histogram = timing["histogram"].get<std::vector<std::uint64_t>>();
  const std::string figure = fmt::format("timing-{}", number), status = requirement["status"].get<std::string>();
  Data panel;
  panel.set("id", text_of(requirement["id"]));
  panel.set("statement", text_of(requirement["statement"]));
  panel.set("status", status);
  panel.set("status_words", words(status));
  panel.set("figure", figure);
  panel.set("chart", histogram_svg(histogram, seconds("limit_s"), seconds("max_s"), figure));
  panel.set("n", thousands(timing["n"].get<std::uint64_t>()));
  panel.set("exceeded", thousands(timing["exceeded"].get<std::uint64_t>()));
  panel.set("exceeded_class", timing["exceeded"].get<std::uint64_t>() > 0 ? "some" : "none");
  for (const char* percentile : {"p50", "p95", "p99", "max"})
    panel.set(percentile, time_text(seconds((std::string(percentile) + "_s").c_str())));
  panel.set("limit", fmt::format("{:.3g} s", seconds("limit_s")));
  panel.set("margin", margin_of(seconds("limit_s"), seconds("max_s")));
  panel.set("upper", percent_text(seconds("exceedance_rate_upper95")));
  panel.set("bins", bins_of(histogram, seconds("bin_s")));
  return panel;
}

}  // namespace

void add_timing(const Json& report, Data& page) {
  Data panels{Data::type::list};
  std::size_t number = 0;
  for (const Json& requirement : report["requirements"]) {
    for (const Json& timing : requirement["timings"]) panels.push_back(panel_of(requirement, timing, number++));
  }
  page.set("timing_any", panels.is_non_empty_list());
  page.set("timing", panels);
}

}  // namespace reports::view
