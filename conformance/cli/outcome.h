// How a judgement ends on the terminal.
#pragma once

#include "conformance/cli/command.h"
#include "conformance/harness/reporting.h"

namespace cli {

/// The files, the decision in a word, its counts and its sentence; and on the other stream what to do next, where it is not conformant.
void print_decision(const harness::Reported& reported, Console& console);

}  // namespace cli
