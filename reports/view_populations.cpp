// The runs that the verdicts stand on, each with the command that has it again.
#include <fmt/format.h>

#include "reports/text.h"
#include "reports/view.h"

namespace reports::view {
namespace {

void add_figure(Data& figures, const char* name, const std::string& value) {
  Data figure;
  figure.set("name", name);
  figure.set("value", value);
  figures.push_back(figure);
}

bool is_run(const Json& population) { return population["scenario"] != ""; }

Data figures_of(const Json& population) {
  Data figures{Data::type::list};
  const bool run = is_run(population);
  add_figure(figures, run ? "Simulated time" : "Instants", fmt::format("{} to {}", text_of(population["from"]), text_of(population["to"])));
  if (run) add_figure(figures, "Seed", std::to_string(number_of(population, "seed")));
  if (run) add_figure(figures, "Fidelity", text_of(population["fidelity"]));
  add_figure(figures, "Wire", text_of(population["wire"]));
  add_figure(figures, "Vehicles passed", thousands(number_of(population, "passes")));
  add_figure(figures, "Reads sent", thousands(number_of(population, "reads_sent")));
  add_figure(figures, "Reads acknowledged", thousands(number_of(population, "reads_acknowledged")));
  add_figure(figures, "Hits delivered", thousands(number_of(population, "hits_delivered")));
  if (!run) return figures;
  add_figure(figures, "Digest of events", text_of(population["digest"]));
  add_figure(figures, "Digest of images", text_of(population["image_digest"]));
  add_figure(figures, "Scenario, SHA-256", text_of(population["scenario_sha256"]));
  return figures;
}

Data faults_of(const Json& population) {
  Data faults{Data::type::list};
  for (const Json& fault : population["faults"]) {
    Data entry;
    for (const char* key : {"id", "fault", "target", "on", "off"}) entry.set(key, text_of(fault[key]));
    faults.push_back(entry);
  }
  return faults;
}

}  // namespace

void add_populations(const Json& report, Data& page) {
  Data list{Data::type::list};
  std::size_t number = 0;
  for (const Json& population : report["populations"]) {
    Data entry;
    entry.set("heading", fmt::format("population-{}", number++));
    entry.set("name", population_words(population["name"]));
    for (const char* key : {"scenario", "scenario_title", "replay"}) entry.set(key, text_of(population[key]));
    entry.set("judged", thousands(population["requirements"].size()));
    entry.set("figures", figures_of(population));
    set_list(entry, "faults", faults_of(population));
    entry.set("faultless_run", is_run(population) && population["faults"].empty());
    set_list(entry, "ids", list_of(population["requirements"]));
    list.push_back(entry);
  }
  page.set("populations", list);
}

}  // namespace reports::view
