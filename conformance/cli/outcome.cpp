#include "conformance/cli/outcome.h"

#include <fmt/format.h>

namespace cli {
namespace {

using catalogue::Outcome;

std::string_view next_after(Outcome outcome) {
  switch (outcome) {
    case Outcome::kConformant:
      return "";
    case Outcome::kNonConformant:
      return "read the findings in report.html: each names clause, expected and observed, and the command that has it again.";
    case Outcome::kIncomplete:
      return "report.html names what is not established, and why; `plumbline requirements` lists what has no case yet.";
    default:
      return "the subject was not judged. Please report this, with report.json and the replay line.";
  }
}

std::string_view word_of(Outcome outcome) {
  switch (outcome) {
    case Outcome::kConformant:
      return "CONFORMANT";
    case Outcome::kNonConformant:
      return "NON-CONFORMANT";
    case Outcome::kIncomplete:
      return "INCOMPLETE";
    default:
      return "INVALID";
  }
}

}  // namespace

void print_decision(const harness::Reported& reported, Console& console) {
  const harness::Counts& counts = reported.counts;
  for (const auto& file : reported.files) console.out << file.string() << "\n";
  console.out << fmt::format("\n{}: {} met, {} not met, {} not established, {} not applicable, {} not testable\n{}\n",
                             word_of(reported.outcome), counts.met, counts.not_met, counts.not_established, counts.not_applicable,
                             counts.not_testable, reported.sentence);
  if (reported.outcome != Outcome::kConformant) console.err << fmt::format("Next: {}\n", next_after(reported.outcome));
}

}  // namespace cli
