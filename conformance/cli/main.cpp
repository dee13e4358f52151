#include <unistd.h>

#include <iostream>

#include "conformance/cli/cli.h"
#include "conformance/cli/exit_code.h"
#include "conformance/cli/standard_descriptors.h"

int main(int count, char** words) {
  if (!cli::take_standard_descriptors()) return cli::kInternal;
  const std::vector<std::string> args(words + 1, words + count);
  return cli::run(args, std::cout, std::cerr, isatty(STDERR_FILENO) == 1 ? cli::Progress::kShown : cli::Progress::kQuiet);
}
