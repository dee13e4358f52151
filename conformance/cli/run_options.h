// The options by which a run differs from its scenario; accredit and simulate share them.
#pragma once

#include <cstdint>
#include <optional>

#include "conformance/cli/command.h"
#include "scenarios/format/scenario.h"

namespace cli {

inline constexpr base::ErrorKind kOptionMalformed{"option_malformed", "house", "a value that the option takes", 1};

struct RunOptions {
  std::optional<std::uint64_t> seed;
  std::optional<scenario::Fidelity> fidelity;
  std::optional<std::uint32_t> sampled_one_in;
};

void add_run_options(po::options_description& options);

/// Errors:  kOptionMalformed: which option, what was found, what it takes.
[[nodiscard]] base::Result<RunOptions> run_options_of(const po::variables_map& given);

}  // namespace cli
