// The sites, on maps and, where something speaks against them, by name.
#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "reports/map.h"
#include "reports/text.h"
#include "reports/view.h"

namespace reports::view {
namespace {

constexpr std::size_t kRowsMax = 200;

Outcome outcome_of(const Json& site) {
  if (number_of(site, "against") > 0) return Outcome::kAgainst;
  if (number_of(site, "undecided") > 0) return Outcome::kUndecided;
  return number_of(site, "reads") == 0 ? Outcome::kSilent : Outcome::kClear;
}

struct Kind {
  Outcome outcome;
  const char* css_class;
  const char* words;
};
constexpr std::array kKinds{Kind{Outcome::kAgainst, "not_met", "something against"},
                            Kind{Outcome::kUndecided, "not_established", "something undecided"},
                            Kind{Outcome::kSilent, "silent", "no read"},
                            Kind{Outcome::kClear, "met", "nothing against"}};

Data legend_of(const Json& sites) {
  Data legend{Data::type::list};
  for (const Kind& kind : kKinds) {
    const auto count = std::count_if(sites.begin(), sites.end(), [&](const Json& site) { return outcome_of(site) == kind.outcome; });
    Data entry;
    entry.set("class", kind.css_class);
    entry.set("words", kind.words);
    entry.set("count", thousands(static_cast<std::uint64_t>(count)));
    legend.push_back(entry);
  }
  return legend;
}

std::string words_of_count(std::size_t all, std::size_t placed, bool synthetic) {
  std::string words = all == 1 ? "One camera" : fmt::format("{} cameras", thousands(all));
  if (synthetic) return words + " where traffic was counted; they are not the places of real cameras.";
  if (placed == all) return words + (all == 1 ? ", at the place that the evidence tells." : ", at the places that the evidence tells.");
  if (placed == 0) return words + "; of none the evidence tells the place.";
  return fmt::format("{}; of {} the evidence tells the place.", words, thousands(placed));
}

/// Those that a reader looks for, the worst first.
Data remarkable(const Json& sites) {
  std::vector<const Json*> chosen;
  for (const Json& site : sites) {
    if (outcome_of(site) != Outcome::kClear) chosen.push_back(&site);
  }
  const auto weight = [](const Json* site) { return std::pair(number_of(*site, "against"), number_of(*site, "undecided")); };
  std::stable_sort(chosen.begin(), chosen.end(), [&](const Json* a, const Json* b) { return weight(a) > weight(b); });
  chosen.resize(std::min(chosen.size(), kRowsMax));
  Data rows{Data::type::list};
  for (const Json* site : chosen) {
    Data row;
    row.set("camera", text_of((*site)["camera"]));
    for (const char* key : {"reads", "against", "undecided"}) row.set(key, thousands(number_of(*site, key)));
    for (const Kind& kind : kKinds) {
      if (kind.outcome != outcome_of(*site)) continue;
      row.set("class", kind.css_class);
      row.set("words", kind.words);
    }
    rows.push_back(row);
  }
  return rows;
}

}  // namespace

void add_sites(const Json& report, Data& page) {
  std::vector<Place> places;
  for (const Json& site : report["sites"]) {
    if (site.contains("latitude"))
      places.push_back({text_of(site["camera"]), site["latitude"].get<double>(), site["longitude"].get<double>(), outcome_of(site)});
  }
  const std::size_t all = report["sites"].size();
  page.set("sites_any", all > 0);
  if (all == 0) return;
  page.set("sites_count", words_of_count(all, places.size(), report["synthetic"].get<bool>()));
  page.set("sites_mapped", !places.empty());
  if (!places.empty()) {
    page.set("country_map", country_svg(places, "sites-country"));
    page.set("near_map", optional_text(surroundings_svg(places, "sites-near")));
  }
  page.set("legend", legend_of(report["sites"]));
  set_list(page, "remarkable", remarkable(report["sites"]));
}

}  // namespace reports::view
