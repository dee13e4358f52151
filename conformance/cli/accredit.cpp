// accredit: runs a scenario, judges it, writes the report.
#include <algorithm>

#include <fmt/format.h>

#include "conformance/cli/command.h"
#include "conformance/cli/progress.h"
#include "conformance/cli/run_options.h"
#include "conformance/harness/judge_run.h"
#include "reports/text.h"

namespace cli {
namespace {

using reports::thousands;

using catalogue::Outcome;

void add_options(po::options_description& options) {
  options.add_options()("out", po::value<std::string>()->value_name("DIR"),
                        "where the report goes; out/ and the scenario's name where not given");
  add_run_options(options);
  options.add_options()("evidence", po::value<std::string>()->value_name("full|sampled|none")->default_value("sampled"),
                        "how much of the evidence is kept")(
      "select", po::value<std::vector<std::string>>()->value_name("CLAUSE|ID")->composing(),
      "judge these alone; * and ? as in file names; may be repeated")("force", "replace a report that is in DIR already");
}

std::optional<evidence::Keep> keep_of(const std::string& text) {
  if (text == "full") return evidence::Keep::kFull;
  if (text == "sampled") return evidence::Keep::kSampled;
  return text == "none" ? std::optional(evidence::Keep::kNone) : std::nullopt;
}

/// What to do next, by the outcome; nothing after a conformant run.
std::string_view next_after(Outcome outcome) {
  switch (outcome) {
    case Outcome::kConformant:
      return "";
    case Outcome::kNonConformant:
      return "read the findings in report.html: each names clause, expected and observed; the replay line has the run again.";
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

void print(const harness::Judged& judged, double seconds, Console& console) {
  const harness::Counts& counts = judged.counts;
  const double reads = static_cast<double>(judged.summary.reads_sent);
  console.out << fmt::format("{} passes, {} reads, {} hits in {:.1f} s ({} reads a second); digest {}\n", thousands(judged.summary.passes),
                             thousands(judged.summary.reads_sent), thousands(judged.summary.hits_delivered), seconds,
                             thousands(static_cast<std::uint64_t>(reads / std::max(seconds, 1e-3))), judged.summary.digest);
  console.out << judged.summary.replay_line << "\n\n";
  for (const auto& file : judged.files) console.out << file.string() << "\n";
  console.out << fmt::format("\n{}: {} met, {} not met, {} not established, {} not applicable, {} not testable\n{}\n",
                             word_of(judged.outcome), counts.met, counts.not_met, counts.not_established, counts.not_applicable,
                             counts.not_testable, judged.sentence);
}

int run_accredit(const po::variables_map& given, Console& console) {
  const auto options = run_options_of(given);
  if (!options) return wrong_usage(console, "accredit", options.error().detail);
  const auto keep = keep_of(given["evidence"].as<std::string>());
  if (!keep) return wrong_usage(console, "accredit", "--evidence takes full, sampled or none");

  const Stopwatch stopwatch;
  harness::Order order;
  order.scenario = operand_of(given);
  order.out = std::filesystem::path("out") / order.scenario.stem();
  if (given.count("out") > 0) order.out = given["out"].as<std::string>();
  order.overwrite = given.count("force") > 0 ? harness::Overwrite::kReplace : harness::Overwrite::kRefuse;
  if (given.count("select") > 0) order.select = given["select"].as<std::vector<std::string>>();
  order.seed = options->seed;
  order.fidelity = options->fidelity;
  order.sampled_one_in = options->sampled_one_in;
  order.keep = *keep;
  order.announce = [&](const std::string& replay_line) {
    console.replay_line = replay_line;
    console.out << replay_line << std::endl;
  };
  const auto judged = [&] {
    ProgressLine line(console, stopwatch);
    order.progress = line.teller();
    return harness::judge_run(order, subjects::reference());
  }();
  if (!judged) return failed(console, judged.error());
  print(*judged, stopwatch.seconds(), console);
  if (judged->outcome != Outcome::kConformant) console.err << fmt::format("Next: {}\n", next_after(judged->outcome));
  return exit_code_of(judged->outcome);
}

}  // namespace

const Command& accredit_command() {
  static const Command command{
      "accredit",
      "run a scenario, judge it, write a report",
      "SCENARIO",
      Operand::kRequired,
      "Runs the scenario with the reference in every role, judges what crosses the wire as it happens, and writes\n"
      "report.html, report.json, junit.xml and the evidence pack into DIR. Exits 0 conformant, 1 non-conformant,\n"
      "2 incomplete, 3 invalid, 4 nothing selected.",
      "plumbline accredit scenarios/clean/cambridgeshire-hour.json --out out/cambridgeshire",
      add_options,
      run_accredit,
  };
  return command;
}

}  // namespace cli
