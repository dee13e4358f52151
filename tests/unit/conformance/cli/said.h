// Calls a command as a person would, and what it said.
#pragma once

#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "conformance/cli/cli.h"

struct Said {
  int code = 0;
  std::string out, err;
};

inline Said say(const std::vector<std::string>& args, cli::Progress progress = cli::Progress::kQuiet) {
  std::ostringstream out, err;
  const int code = cli::run(args, out, err, progress);
  return {code, out.str(), err.str()};
}

inline bool holds(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }
