// plumbline-geo: compiles map and traffic sources to plain tables. The only program that needs GDAL.
#include <fstream>
#include <iostream>

#include <boost/program_options.hpp>

#include "scenarios/geo/sites.h"

namespace {

namespace options = boost::program_options;

constexpr int kUsage = 64;
constexpr int kUnreadable = 65;
constexpr int kInternal = 70;

options::options_description described(geo::Sources& sources, std::string& out) {
  options::options_description all("plumbline-geo sites: compiles a site table");
  const auto path = [](std::filesystem::path& to) {
    return options::value<std::string>()->required()->notifier([&to](const std::string& text) { to = text; });
  };
  auto add = all.add_options();
  add("help", "say this");
  add("name", options::value(&sources.name)->required(), "name of the table");
  add("aadf", path(sources.aadf), "DfT count points with annual average daily flow, CSV");
  add("year", options::value(&sources.year)->default_value(2019), "year of the flows");
  add("authority", options::value(&sources.authorities)->required()->composing(), "local authority; again for each: Source ID 1, 2, ...");
  add("sections", options::value<std::string>()->notifier([&sources](const std::string& text) { sources.sections = text; }),
      "carriageway sections of strategic roads, CSV: their middles are the sites");
  add("road", options::value(&sources.roads)->composing(), "road whose sections are taken; again for each");
  add("forces", path(sources.forces), "local authorities and the PNC codes of their forces, CSV");
  add("areas", path(sources.areas), "police areas, GeoJSON: a cross-check");
  add("wan", path(sources.wan), "topology of the wide-area network, JSON");
  add("from", options::value(&sources.wan_from)->required(), "its node at the force");
  add("to", options::value(&sources.wan_to)->required(), "its node at the national site");
  add("out", options::value(&out)->required(), "where the table is written");
  return all;
}

int compile(const geo::Sources& sources, const std::string& out) {
  const auto table = geo::compile_sites(sources);
  if (!table) {
    std::cerr << table.error().message() << "\n";
    return kUnreadable;
  }
  std::ofstream file(out, std::ios::binary);
  if (!(file << *table << std::flush)) {
    std::cerr << "cannot write " << out << "\n";
    return kUnreadable;
  }
  return 0;
}

int run(int count, char** words) {
  geo::Sources sources;
  std::string out;
  const auto all = described(sources, out);
  if (count < 2) {
    std::cerr << all << "\nthe one command is: sites\n";
    return kUsage;
  }
  const std::string command = words[1];
  try {
    options::variables_map given;
    options::store(options::command_line_parser(count - 1, words + 1).options(all).positional({}).run(), given);
    options::notify(given);
  } catch (const options::error& fault) {
    const bool asked = command == "--help" || (count > 2 && std::string(words[2]) == "--help");
    (asked ? std::cout : std::cerr) << all << (asked ? "" : std::string("\n") + fault.what() + "\n");
    return asked ? 0 : kUsage;
  }
  if (sources.sections.empty() != sources.roads.empty()) {
    std::cerr << "--sections and --road go together\n";
    return kUsage;
  }
  if (command != "sites") {
    std::cerr << all << "\nthe one command is: sites\n";
    return kUsage;
  }
  return compile(sources, out);
}

}  // namespace

int main(int count, char** words) {
  try {
    return run(count, words);
  } catch (const std::exception& fault) {
    std::cerr << "plumbline-geo: " << fault.what() << "\n";
    return kInternal;
  }
}
