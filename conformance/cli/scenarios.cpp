// scenarios: lists the scenario files there are.
#include <algorithm>
#include <filesystem>
#include <fstream>

#include <fmt/format.h>

#include "conformance/cli/command.h"
#include "conformance/cli/scenario_folder.h"
#include "reference/domain/utf8.h"
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

/// What is in a folder and those below it; links to folders are not followed.
struct Found {
  std::vector<fs::path> files;
  std::vector<base::Error> unreadable;   ///< folders
};

void look_through(const fs::path& folder, Found& found) {
  std::error_code error, ignored;
  for (auto at = fs::directory_iterator(folder, error); !error && at != fs::directory_iterator(); at.increment(error)) {
    const fs::path& path = at->path();
    if (at->is_directory(ignored) && !at->is_symlink(ignored)) {
      look_through(path, found);
    } else if (at->is_regular_file(ignored) && path.extension() == ".json" && says_it_is_a_scenario(path)) {
      found.files.push_back(path);
    }
  }
  if (error) found.unreadable.emplace_back(scenario::kScenarioUnreadable, fmt::format("{}: {}", folder.string(), error.message()));
}

int run_scenarios(const po::variables_map& given, Console& console) {
  const fs::path folder = operand_of(given).empty() ? scenario_folder() : fs::path(operand_of(given));
  Found found;
  look_through(folder, found);
  std::sort(found.files.begin(), found.files.end());
  if (found.files.empty() && found.unreadable.empty())
    return failed(console, base::Error(scenario::kScenarioUnreadable, fmt::format("no scenario in {}", folder.string())));
  int code = 0;
  for (const fs::path& file : found.files) {
    const auto scenario = scenario::load_scenario(file);
    if (scenario) {
      console.out << fmt::format("{}\n  {}\n  {}\n\n", domain::made_visible(file.string()), domain::made_visible(scenario->title),
                                 domain::made_visible(scenario->why));
    } else {
      code = failed(console, scenario.error());
    }
  }
  for (const base::Error& error : found.unreadable) code = failed(console, error);
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
      "in ./scenarios, or else those that came with the program. A file or folder that cannot be read is named, and the exit is 65.",
      "plumbline scenarios scenarios/clean",
      add_options,
      run_scenarios,
  };
  return command;
}

}  // namespace cli
