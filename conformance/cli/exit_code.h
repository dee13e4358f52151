// What the program's exit codes mean (docs/cli.md).
#pragma once

#include "conformance/catalogue/catalogue.h"

namespace cli {

enum ExitCode : int {
  kConformant = 0,        ///< of accredit; of the other commands: done
  kNonConformant = 1,
  kIncomplete = 2,
  kInvalid = 3,           ///< the instrument broke, or evidence contradicts itself
  kNothingSelected = 4,
  kUsage = 64,
  kUnreadableInput = 65,
  kInternal = 70,
};

[[nodiscard]] ExitCode exit_code_of(catalogue::Outcome outcome);

}  // namespace cli
