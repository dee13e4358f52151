// From words to a command, and from whatever happens to an exit code.
#include <algorithm>
#include <array>
#include <exception>

#include <fmt/format.h>

#include "conformance/cli/command.h"
#include "conformance/cli/help.h"
#include "conformance/harness/build.h"
#include "reference/base/check.h"

namespace cli {
namespace {

constexpr int kStyle = po::command_line_style::unix_style & ~po::command_line_style::allow_guessing;

const Command* find_command(std::string_view name) {
  const auto at = std::find_if(commands().begin(), commands().end(), [&](const Command* c) { return c->name == name; });
  return at == commands().end() ? nullptr : *at;
}

int unknown_command(Console& console, const std::string& word) {
  const std::string_view meant = nearest_command(word);
  const std::string guess = meant.empty() ? "" : fmt::format("; did you mean '{}'?", meant);
  return wrong_usage(console, "", fmt::format("'{}' is no command{}", word, guess));
}

std::size_t operands_most(const Command& command) {
  return command.operand == Operand::kNone ? 0 : command.operand == Operand::kTwo ? 2 : 1;
}

std::size_t operands_least(const Command& command) {
  return command.operand == Operand::kOptional ? 0 : operands_most(command);
}

/// Throws po::error where the words are not those of the command.
po::variables_map parse(const Command& command, const std::vector<std::string>& words) {
  po::options_description options;
  command.add_options(options);
  options.add_options()("help", "")("operand", po::value<std::vector<std::string>>());
  po::positional_options_description positional;
  positional.add("operand", static_cast<int>(operands_most(command)));
  po::variables_map given;
  po::store(po::command_line_parser(words).options(options).positional(positional).style(kStyle).run(), given);
  po::notify(given);
  return given;
}

int run_command(const Command& command, const std::vector<std::string>& words, Console& console) {
  po::variables_map given;
  try {
    given = parse(command, words);
  } catch (const po::too_many_positional_options_error&) {
    static constexpr std::array kTakes{"no operand", "one operand", "two operands"};
    const auto* takes = kTakes[operands_most(command)];
    return wrong_usage(console, command.name, fmt::format("{} takes {}", command.name, takes));
  } catch (const po::error& error) {
    return wrong_usage(console, command.name, error.what());
  }
  if (given.count("help") > 0) {
    console.out << help_of(command);
    return 0;
  }
  const auto operands = operands_of(given);
  if (operands.size() < operands_least(command) || std::count(operands.begin(), operands.end(), "") > 0) {
    const bool has_vowel = std::string_view("AEIOU").find(command.operand_name.front()) != std::string_view::npos;
    const auto* article = command.operand == Operand::kTwo ? "" : has_vowel ? "an " : "a ";
    return wrong_usage(console, command.name, fmt::format("{} needs {}{}", command.name, article, command.operand_name));
  }
  return command.run(given, console);
}

int dispatch(const std::vector<std::string>& args, Console& console) {
  if (args.empty()) {
    console.err << help();
    return kUsage;
  }
  const std::string& word = args.front();
  if (word == "--help" || word == "-h" || (word == "help" && args.size() == 1)) {
    console.out << help();
    return 0;
  }
  if (word == "--version") {
    console.out << fmt::format("plumbline {}\n", harness::build());
    return 0;
  }
  const bool asks_help = word == "help";
  const Command* command = find_command(asks_help ? args[1] : word);
  if (command == nullptr) return unknown_command(console, asks_help ? args[1] : word);
  return run_command(*command, asks_help ? std::vector<std::string>{"--help"} : std::vector<std::string>(args.begin() + 1, args.end()),
                     console);
}

int internal(Console& console, std::string_view what) {
  console.err << fmt::format("\nplumbline: a fault of Plumbline itself: {}\n", what);
  if (!console.replay_line.empty()) console.err << fmt::format("It happened in: {}\n", console.replay_line);
  console.err << "Next: nothing was judged. Please report this, with the lines above and the scenario file.\n";
  return kInternal;
}

/// A result that nobody could read is none: a success that was not told is no success, and another result would stand there unexplained.
int told(int code, Console& console) {
  if (console.out.flush()) return code;
  console.err << "plumbline: standard output could not be written to its end\n"
                 "Next: give it a file on a disk with room, or a pipe that somebody reads, and run the command again.\n";
  return code < kUsage ? kUsage : code;
}

}  // namespace

int run(const std::vector<std::string>& args, std::ostream& out, std::ostream& err, Progress progress) {
  Console console{out, err, progress, ""};
  try {
    return told(dispatch(args, console), console);
  } catch (const base::Broken& broken) {
    return internal(console, broken.what());
  } catch (const std::exception& exception) {
    return internal(console, exception.what());
  }
}

}  // namespace cli
