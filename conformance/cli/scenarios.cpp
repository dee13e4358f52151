// scenarios: lists the scenario files there are.
#include <algorithm>
#include <filesystem>
#include <fstream>

#include <fmt/format.h>

#include "conformance/cli/command.h"
#include "conformance/cli/scenario_folder.h"
#include "scenarios/format/scenario.h"

namespace cli {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kOpeningBytes = 4'096;

void add_options(po::options_description&) {}

/// Whether a file says of itself that it is a scenario; data files and schemas stand in the same folders.
bool says_it_is_a_scenario(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::string opening(kOpeningBytes, '\0');
  in.read(opening.data(), static_cast<std::streamsize>(opening.size()));
  opening.resize(static_cast<std::size_t>(std::max<std::streamsize>(0, in.gcount())));
  const auto format = opening.find("\"format\"");
  return format != std::string::npos && opening.find("\"plumbline-scenario\"", format) != std::string::npos &&
         opening.find("\"$schema\"") == std::string::npos;
}

std::vector<fs::path> scenario_files(const fs::path& folder) {
  std::vector<fs::path> files;
  std::error_code error;
  for (const auto& entry : fs::recursive_directory_iterator(folder, error)) {
    if (entry.is_regular_file() && entry.path().extension() == ".json" && says_it_is_a_scenario(entry.path()))
      files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

int run_scenarios(const po::variables_map& given, Console& console) {
  const fs::path folder = operand_of(given).empty() ? scenario_folder() : fs::path(operand_of(given));
  const auto files = scenario_files(folder);
  if (files.empty()) return failed(console, base::Error(scenario::kScenarioUnreadable, fmt::format("no scenario in {}", folder.string())));
  int code = 0;
  for (const fs::path& file : files) {
    const auto scenario = scenario::load_scenario(file);
    if (scenario) {
      console.out << fmt::format("{}\n  {}\n  {}\n\n", file.string(), scenario->title, scenario->why);
    } else {
      code = failed(console, scenario.error());
    }
  }
  return code;
}

}  // namespace

const Command& scenarios_command() {
  static const Command command{
      "scenarios",
      "list the scenarios there are",
      "DIR",
      Operand::kOptional,
      "Lists the scenario files in DIR and the folders below it, each with its title and what it is for. Without DIR: those\n"
      "in ./scenarios, or else those that came with the program. A file that cannot be read is named, and the exit is 65.",
      "plumbline scenarios scenarios/clean",
      add_options,
      run_scenarios,
  };
  return command;
}

}  // namespace cli
