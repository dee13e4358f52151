#include "conformance/cli/help.h"

#include <algorithm>
#include <numeric>
#include <sstream>

#include <fmt/format.h>

namespace cli {
namespace {

/// Levenshtein's distance.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t corner = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t above = row[j];
      row[j] = std::min({above + 1, row[j - 1] + 1, corner + (a[i - 1] == b[j - 1] ? 0u : 1u)});
      corner = above;
    }
  }
  return row[b.size()];
}

std::string operand_text(const Command& command) {
  if (command.operand == Operand::kNone) return "";
  return command.operand == Operand::kOptional ? fmt::format(" [{}]", command.operand_name) : fmt::format(" {}", command.operand_name);
}

}  // namespace

std::string help() {
  std::string text =
      "plumbline: a proving ground for the UK National ANPR Service.\n\n"
      "Usage: plumbline COMMAND [OPERAND] [OPTIONS]\n\nCommands:\n";
  for (const Command* command : commands()) text += fmt::format("  {:<14}{}\n", command->name, command->summary);
  text +=
      "\n  plumbline COMMAND --help   its options, with an example\n"
      "  plumbline --version        version and build\n\n"
      "Exit codes: 0 conformant or done, 1 non-conformant, 2 incomplete, 3 invalid, 4 nothing selected,\n"
      "            64 usage, 65 input that cannot be read, 70 internal. docs/cli.md says more.\n\n"
      "Example:\n  plumbline accredit scenarios/clean/cambridgeshire-hour.json --out out/cambridgeshire\n";
  return text;
}

std::string help_of(const Command& command) {
  po::options_description options("Options", 110);
  command.add_options(options);
  options.add_options()("help", "show this");
  std::ostringstream text;
  text << fmt::format("Usage: plumbline {}{} [OPTIONS]\n\n{}\n\n", command.name, operand_text(command), command.about) << options
       << fmt::format("\nExample:\n  {}\n", command.example);
  return text.str();
}

std::string_view nearest_command(std::string_view word) {
  std::string_view nearest;
  std::size_t best = 3;
  for (const Command* command : commands()) {
    const std::size_t away = distance(word, command->name);
    if (away < best) {
      best = away;
      nearest = command->name;
    }
  }
  return nearest;
}

}  // namespace cli
