// The options by which a run differs from its scenario; accredit and simulate share them.
#pragma once

#include <cstdint>
#include <optional>

#include "conformance/cli/command.h"
#include "scenarios/format/scenario.h"

namespace cli {

inline constexpr base::ErrorKind kOptionMalformed{"option_malformed", "house", "a value that the option takes", 1};

/// What a seed can be: a number that every JSON reader keeps whole, as in a scenario.
inline constexpr std::uint64_t kSeedMax = (std::uint64_t{1} << 53) - 1;

/// The whole of `text` as a decimal number from `least` to `most`; no sign, no blank.
[[nodiscard]] std::optional<std::uint64_t> whole_number(std::string_view text, std::uint64_t least, std::uint64_t most);

struct RunOptions {
  std::optional<std::uint64_t> seed;
  std::optional<scenario::Fidelity> fidelity;
  std::optional<std::uint32_t> sampled_one_in;
};

void add_run_options(po::options_description& options);

/// Errors:  kOptionMalformed: which option, what was found, what it takes.
[[nodiscard]] base::Result<RunOptions> run_options_of(const po::variables_map& given);

}  // namespace cli
