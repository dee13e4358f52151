#include "conformance/cli/command.h"

namespace cli {

const std::vector<const Command*>& commands() {
  static const std::vector<const Command*> all{&accredit_command(), &simulate_command(), &replay_command(), &requirements_command(),
                                               &scenarios_command()};
  return all;
}

std::string operand_of(const po::variables_map& given) { return given.count("operand") == 0 ? "" : given["operand"].as<std::string>(); }

}  // namespace cli
