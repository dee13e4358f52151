// A command: its words, its options, and what it does.
#pragma once

#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include <boost/program_options.hpp>

#include "conformance/cli/cli.h"
#include "conformance/cli/exit_code.h"
#include "reference/base/result.h"

namespace cli {

namespace po = boost::program_options;

/// Where a command speaks. `replay_line` is set as soon as one is known, so that a broken invariant can print it.
struct Console {
  std::ostream& out;
  std::ostream& err;
  Progress progress = Progress::kQuiet;
  std::string replay_line;
};

enum class Operand { kNone, kOptional, kRequired, kTwo };

/// Owner:   every view refers to text with static storage.
struct Command {
  std::string_view name;
  std::string_view summary;        ///< for the list of commands
  std::string_view operand_name;   ///< "SCENARIO"; of kTwo both: "A B"
  Operand operand = Operand::kNone;
  std::string_view about;          ///< for its own help: what it does and prints
  std::string_view example;
  void (*add_options)(po::options_description& options);
  int (*run)(const po::variables_map& given, Console& console);
};

[[nodiscard]] const Command& accredit_command();
[[nodiscard]] const Command& judge_command();
[[nodiscard]] const Command& verify_command();
[[nodiscard]] const Command& purge_command();
[[nodiscard]] const Command& simulate_command();
[[nodiscard]] const Command& requirements_command();
[[nodiscard]] const Command& scenarios_command();
[[nodiscard]] const Command& replay_command();
[[nodiscard]] const Command& report_command();
[[nodiscard]] const Command& diff_command();
[[nodiscard]] const Command& trace_command();
[[nodiscard]] const Command& inspect_command();
[[nodiscard]] const Command& voi_command();
/// In the order of the help.
[[nodiscard]] const std::vector<const Command*>& commands();

/// The operand, or "" where none was given; of two, the first.
[[nodiscard]] std::string operand_of(const po::variables_map& given);
[[nodiscard]] std::vector<std::string> operands_of(const po::variables_map& given);

/// Says what was wrong with the words and where help is. Gives kUsage.
int wrong_usage(Console& console, std::string_view command, std::string_view what);

/// Says what went wrong and what to do next. Gives the exit code for that kind of error.
int failed(Console& console, const base::Error& error);

}  // namespace cli
