// simulate: runs a scenario and says what happened, judging nothing.
#include <algorithm>

#include <fmt/format.h>

#include "conformance/cli/command.h"
#include "conformance/cli/progress.h"
#include "conformance/cli/run_options.h"
#include "reference/domain/utf8.h"
#include "reports/text.h"
#include "simulator/run/run.h"

namespace cli {
namespace {

using reports::thousands;

class Nobody final : public base::Witness {
 public:
  void hear(const base::Event&) override {}
};

void add_options(po::options_description& options) {
  add_run_options(options);
  options.add_options()
      ("record-nas", po::value<std::string>()->value_name("FILE"), "record what passes NAS's doors, for `plumbline replay`")
      ("record-lea", po::value<std::string>()->value_name("FILE"), "the same of the LEA gateway's doors")
      ("force", "replace a record that is there already");
}

std::string path_of(const po::variables_map& given, const char* option) {
  return given.count(option) == 0 ? "" : given[option].as<std::string>();
}

void print(const run::Summary& summary, double seconds, base::Instant traffic, std::ostream& out) {
  const double reads = static_cast<double>(summary.reads_sent);
  out << fmt::format("passes              {}\nreads sent          {}\nreads acknowledged  {}\nhits delivered      {}\n",
                     thousands(summary.passes), thousands(summary.reads_sent), thousands(summary.reads_acknowledged),
                     thousands(summary.hits_delivered));
  out << fmt::format("kernel events       {}\ndigest              {}\nimage digest        {}\n", thousands(summary.events), summary.digest,
                     summary.image_digest);
  out << fmt::format("simulated           {:.0f} s\nwall time           {:.2f} s, {} reads a second\n",
                     static_cast<double>(summary.simulated.ns) / 1e9, seconds,
                     thousands(static_cast<std::uint64_t>(reads / std::max(seconds, 1e-3))));
  out << fmt::format("faults              {}\n", summary.faults.empty() ? "none" : std::to_string(summary.faults.size()));
  for (const scenario::Fault& fault : summary.faults) {
    out << fmt::format("  {:<8} {:<16} {:<24} {} to {}\n", domain::made_visible(fault.id), fault.fault,
                       domain::made_visible(fault.target), base::to_rfc3339(traffic + fault.on), base::to_rfc3339(traffic + fault.off));
  }
  out << summary.replay_line << "\n";
}

int run_simulate(const po::variables_map& given, Console& console) {
  const auto told = run_options_of(given);
  if (!told) return wrong_usage(console, "simulate", told.error().detail);
  const auto scenario = scenario::load_scenario(operand_of(given));
  if (!scenario) return failed(console, scenario.error());

  const Stopwatch stopwatch;
  run::Options options;
  options.seed = told->seed.value_or(scenario->seed);
  options.fidelity = told->fidelity;
  options.sampled_one_in = told->sampled_one_in;
  options.record_nas = path_of(given, "record-nas");
  options.record_lea = path_of(given, "record-lea");
  if (given.count("force") > 0) options.records_there = run::RecordsThere::kReplace;
  console.replay_line = run::replay_line(*scenario, options);
  console.out << console.replay_line << std::endl;
  Nobody nobody;
  const auto summary = [&] {
    ProgressLine line(console, stopwatch);
    options.progress = line.teller();
    return run::run_scenario(*scenario, run::reference_cast(), options, nobody);
  }();
  if (!summary) return failed(console, summary.error());
  print(*summary, stopwatch.seconds(), scenario->start + scenario->phases.warm_up, console.out);
  return 0;
}

}  // namespace

const Command& simulate_command() {
  static const Command command{
      "simulate",
      "run a scenario and say what happened",
      "SCENARIO",
      Operand::kRequired,
      "Runs the scenario with the reference in every role and prints the replay line first and last, what passed, the\n"
      "faults, the digest, and the pace. Judges nothing.",
      "plumbline simulate scenarios/clean/cambridgeshire-hour.json --seed 7 --fidelity queue",
      add_options,
      run_simulate,
  };
  return command;
}

}  // namespace cli
