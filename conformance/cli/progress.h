// How far a run is, on a terminal.
#pragma once

#include <cstdint>
#include <functional>

#include "conformance/cli/command.h"
#include "reference/base/instant.h"

namespace cli {

/// The machine's clock, which nothing below this room may read.
class Stopwatch {
 public:
  Stopwatch();
  [[nodiscard]] double seconds() const;   ///< since it was made

 private:
  std::int64_t start_ns_;
};

/// One line on the terminal, written over: the simulated clock, reads, reads a second. Quiet where the console is.
class ProgressLine {
 public:
  ProgressLine(Console& console, const Stopwatch& stopwatch) : console_(console), stopwatch_(stopwatch) {}
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;
  ~ProgressLine();   ///< takes the line away

  /// For run::Options::progress. Refers to this line.
  [[nodiscard]] std::function<void(base::Instant, std::uint64_t)> teller();

 private:
  Console& console_;
  const Stopwatch& stopwatch_;
  bool shown_ = false;
};

}  // namespace cli
