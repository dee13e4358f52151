// rooms: conformance/oracle conformance/evidence simulator/run
//
// The main job's traffic with everything on, by stage: world, cameras, network, LEA gateway, NAS and store alone; with the judge; with
// the pack. Each pair is measured in one process, turn and turn about, in processor time, and the ratio is what counts.
//
//   main_job_bench [--scale N] [--fidelity queue|flow] [--sampled N] [--scenario FILE] [--outage MINUTES] [--turns N]
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <string>
#include <vector>

#include "conformance/oracle/oracle.h"
#include "simulator/run/run.h"

namespace {

class Deaf : public base::Witness {
 public:
  void hear(const base::Event&) override {}
};

struct Arguments {
  std::string scenario = "scenarios/clean/cambridgeshire-hour.json";
  std::int64_t scale = 1;
  std::uint32_t sampled = 64;
  int turns = 3;
  std::int64_t outage_minutes = 0;   // of the way from the LEA to NAS, from the second minute of traffic on
  scenario::Fidelity fidelity = scenario::Fidelity::kQueue;
};

Arguments parse(int argc, char** argv) {
  Arguments arguments;
  for (int i = 1; i + 1 < argc; i += 2) {
    const std::string name = argv[i], value = argv[i + 1];
    if (name == "--scale") arguments.scale = std::max(1, std::atoi(value.c_str()));
    if (name == "--sampled") arguments.sampled = static_cast<std::uint32_t>(std::max(1, std::atoi(value.c_str())));
    if (name == "--outage") arguments.outage_minutes = std::atoi(value.c_str());
    if (name == "--turns") arguments.turns = std::max(1, std::atoi(value.c_str()));
    if (name == "--scenario") arguments.scenario = value;
    if (name == "--fidelity" && value == "flow") arguments.fidelity = scenario::Fidelity::kFlow;
  }
  return arguments;
}

double processor_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

struct Measured {
  double seconds = 0;
  run::Summary summary;
};

Measured measure(const scenario::Scenario& scenario, const Arguments& arguments, base::Witness& witness) {
  run::Options options;
  options.seed = scenario.seed;
  options.fidelity = arguments.fidelity;
  options.sampled_one_in = arguments.sampled;
  const double begin = processor_seconds();
  auto summary = run::run_scenario(scenario, run::reference_cast(), options, witness);
  const double end = processor_seconds();
  if (!summary) {
    std::fprintf(stderr, "%s\n", summary.error().message().c_str());
    std::exit(65);
  }
  return {end - begin, *summary};
}

}  // namespace

int main(int argc, char** argv) {
  const Arguments arguments = parse(argc, argv);
  auto scenario = scenario::load_scenario(arguments.scenario);
  if (!scenario) {
    std::fprintf(stderr, "%s\n", scenario.error().message().c_str());
    return 65;
  }
  scenario->phases.traffic = scenario->phases.traffic / arguments.scale;
  if (arguments.outage_minutes > 0) {
    const base::Duration on = base::minutes(1);
    scenario->faults.push_back({"outage", "link.down", "wan:lea:35", on, on + base::minutes(arguments.outage_minutes), {}});
  }
  double alone = 1e9, judged = 1e9;
  std::uint64_t reads = 0, events = 0, flows = 0;
  for (int turn = 0; turn < arguments.turns; ++turn) {
    Deaf deaf;
    const Measured bare = measure(*scenario, arguments, deaf);
    const auto oracle = oracle::make_oracle(catalogue::built_in(), {.sampled_one_in = arguments.sampled});
    const Measured full = measure(*scenario, arguments, *oracle);
    const double begin = processor_seconds();
    const auto judgements = oracle->conclude();
    const double concluding = processor_seconds() - begin;
    if (judgements.empty()) return 70;
    alone = std::min(alone, bare.seconds);
    judged = std::min(judged, full.seconds + concluding);
    reads = full.summary.reads_acknowledged;
    events = full.summary.events;
    flows = full.summary.flows;
  }
  const auto rate = [&](double seconds) { return static_cast<double>(reads) / seconds; };
  std::printf("reads %llu  kernel events %llu  Comms %llu  sampled 1/%u  %s\n", static_cast<unsigned long long>(reads),
              static_cast<unsigned long long>(events), static_cast<unsigned long long>(flows), arguments.sampled,
              arguments.fidelity == scenario::Fidelity::kQueue ? "queue" : "flow");
  std::printf("simulated, nobody listening   %8.2f s  %10.0f reads/s\n", alone, rate(alone));
  std::printf("simulated and judged          %8.2f s  %10.0f reads/s\n", judged, rate(judged));
  std::printf("judging / simulating          %8.2f\n", (judged - alone) / alone);
  return 0;
}
