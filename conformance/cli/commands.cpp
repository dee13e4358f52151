#include "conformance/cli/command.h"

namespace cli {

const std::vector<const Command*>& commands() {
  static const std::vector<const Command*> all{&accredit_command(), &judge_command(), &verify_command(),  &purge_command(),
                                               &simulate_command(), &trace_command(), &inspect_command(), &replay_command(),
                                               &report_command(),   &diff_command(),  &voi_command(),     &requirements_command(),
                                               &scenarios_command()};
  return all;
}

std::vector<std::string> operands_of(const po::variables_map& given) {
  return given.count("operand") == 0 ? std::vector<std::string>() : given["operand"].as<std::vector<std::string>>();
}

std::string operand_of(const po::variables_map& given) {
  const auto operands = operands_of(given);
  return operands.empty() ? "" : operands.front();
}

}  // namespace cli
