#include "conformance/cli/exit_code.h"

namespace cli {

ExitCode exit_code_of(catalogue::Outcome outcome) {
  switch (outcome) {
    case catalogue::Outcome::kConformant: return kConformant;
    case catalogue::Outcome::kNonConformant: return kNonConformant;
    case catalogue::Outcome::kIncomplete: return kIncomplete;
    default: return kInvalid;
  }
}

}  // namespace cli
