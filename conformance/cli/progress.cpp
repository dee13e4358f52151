#include "conformance/cli/progress.h"

#include <chrono>

#include <fmt/format.h>

#include "reports/text.h"

namespace cli {
namespace {

std::int64_t steady_ns() { return std::chrono::nanoseconds(std::chrono::steady_clock::now().time_since_epoch()).count(); }

constexpr std::string_view kClearLine = "\r\x1b[K";

}  // namespace

Stopwatch::Stopwatch() : start_ns_(steady_ns()) {}

double Stopwatch::seconds() const { return static_cast<double>(steady_ns() - start_ns_) / 1e9; }

ProgressLine::~ProgressLine() {
  if (shown_) console_.err << kClearLine << std::flush;
}

std::function<void(base::Instant, std::uint64_t)> ProgressLine::teller() {
  if (console_.progress == Progress::kQuiet) return {};
  return [this](base::Instant simulated, std::uint64_t reads) {
    const double seconds = stopwatch_.seconds();
    const auto rate = seconds > 0 ? static_cast<std::uint64_t>(static_cast<double>(reads) / seconds) : 0;
    console_.err << kClearLine
                 << fmt::format("{}Z  {} reads  {} a second", base::to_rfc3339(simulated).substr(0, 19), reports::thousands(reads),
                                reports::thousands(rate))
                 << std::flush;
    shown_ = true;
  };
}

}  // namespace cli
