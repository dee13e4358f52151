#include <unistd.h>

#include <iostream>

#include "conformance/cli/cli.h"

int main(int count, char** words) {
  const std::vector<std::string> args(words + 1, words + count);
  return cli::run(args, std::cout, std::cerr, isatty(STDERR_FILENO) == 1 ? cli::Progress::kShown : cli::Progress::kQuiet);
}
