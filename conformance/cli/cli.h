// The command line, as a function: main() adds nothing to it.
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

namespace cli {

/// Runs `plumbline ARGS...`.
///
/// Shape:   `args` without the program's name. Results go to `out`; progress, errors and what to do next to `err`. `progress` says
///          whether `err` is a terminal on which a line may be written over.
/// Errors:  none: the exit code (exit_code.h) says all. Nothing is thrown.
enum class Progress { kQuiet, kShown };
[[nodiscard]] int run(const std::vector<std::string>& args, std::ostream& out, std::ostream& err, Progress progress = Progress::kQuiet);

}  // namespace cli
