// accredit: runs a scenario and the cases' own, judges them, writes the report; or says what it would run.
#include <algorithm>

#include <fmt/format.h>

#include "conformance/cli/command.h"
#include "conformance/cli/outcome.h"
#include "conformance/cli/progress.h"
#include "conformance/cli/run_options.h"
#include "conformance/cli/scenario_folder.h"
#include "conformance/cli/subject_option.h"
#include "conformance/harness/accredit.h"
#include "reports/text.h"

namespace cli {
namespace {

using reports::thousands;

using catalogue::Outcome;

void add_options(po::options_description& options) {
  options.add_options()("out", po::value<std::string>()->value_name("DIR"),
                        "where the report goes; out/ and the scenario's name where not given");
  add_run_options(options);
  add_subject_option(options);
  options.add_options()
      ("profile", po::value<std::string>()->value_name("NAME")->default_value("default"),
       "how unclear text is read: default, strict, literal, lenient")
      ("select", po::value<std::vector<std::string>>()->value_name("PATTERN")->composing(),
       "judge these alone: a clause or id (* and ? as in file names), suite:timing, role:nas, class:mobile; may be repeated")
      ("alone", "the scenario alone, without the cases' own runs")
      ("list", "a dry run: say what would run, and why anything would not; judges nothing")
      ("inspections", po::value<std::string>()->value_name("FILE"), "what people said of the scenario's evidence, by `plumbline inspect`")
      ("evidence", po::value<std::string>()->value_name("full|sampled|none")->default_value("sampled"), "how much of the evidence is kept")
      ("force", "replace a report that is in DIR already");
}

std::optional<evidence::Keep> keep_of(const std::string& text) {
  if (text == "full") return evidence::Keep::kFull;
  if (text == "sampled") return evidence::Keep::kSampled;
  return text == "none" ? std::optional(evidence::Keep::kNone) : std::nullopt;
}

void print_run(const harness::Population& population, Console& console) {
  const harness::Tellings& told = population.tellings;
  console.out << fmt::format("{:<20} {:>9} passes {:>9} reads {:>7} hits  digest {}\n", population.name, thousands(told.passes),
                             thousands(told.reads_sent), thousands(told.hits_delivered), population.provenance.digest);
}

void print(const harness::Reported& accredited, double seconds, Console& console) {
  std::uint64_t reads = 0;
  for (const harness::Population& population : accredited.populations) {
    print_run(population, console);
    reads += population.tellings.reads_sent;
  }
  console.out << fmt::format("{} runs in {:.1f} s ({} reads a second)\n", accredited.populations.size(), seconds,
                             thousands(static_cast<std::uint64_t>(static_cast<double>(reads) / std::max(seconds, 1e-3))));
  console.out << accredited.populations.front().provenance.replay << "\n\n";
  print_decision(accredited, console);
}

/// What would be run, and what would be judged on it. Nothing is passed by it.
int list(const harness::Order& order, const subjects::Subject& subject, Console& console) {
  if (catalogue::built_in().find_profile(order.profile) == nullptr)
    return failed(console, base::Error(harness::kProfileUnknown, "found '" + order.profile + "'"));
  const auto plan = harness::make_plan(catalogue::built_in(), harness::request_of(order, subject));
  if (!plan) return failed(console, plan.error());
  console.out << fmt::format("Subject: {} {}, as {}\n\nRuns:\n", subject.product, subject.version, subject.role);
  for (const auto& run : plan->runs) console.out << fmt::format("  {:<20} {}\n", run.name, run.scenario.file.string());
  std::size_t judged = 0;
  console.out << "\nRequirements:\n";
  for (const auto& planned : plan->requirements) {
    judged += planned.why_not.empty() ? 1 : 0;
    console.out << fmt::format("  {:<9}{}\n", planned.requirement->id,
                               planned.why_not.empty() ? fmt::format("judged on {}", fmt::join(planned.runs, ", "))
                                                       : "not judged: " + planned.why_not);
  }
  console.out << fmt::format("\n{} of {} requirements would be judged, on {} runs. Nothing was run, and nothing is met by this.\n", judged,
                             plan->requirements.size(), plan->runs.size());
  return exit_code_of(Outcome::kIncomplete);
}

std::filesystem::path out_of(const po::variables_map& given, const harness::Order& order) {
  if (given.count("out") > 0) return given["out"].as<std::string>();
  return std::filesystem::path("out") / (order.scenario ? order.scenario->stem() : std::filesystem::path("library"));
}

/// What the words ask for; which option is malformed otherwise.
base::Result<harness::Order> order_of(const po::variables_map& given) {
  const auto options = run_options_of(given);
  if (!options) return tl::unexpected(options.error());
  const auto keep = keep_of(given["evidence"].as<std::string>());
  if (!keep) return base::fail(kOptionMalformed, "--evidence takes full, sampled or none");
  harness::Order order;
  if (!operand_of(given).empty()) order.scenario = operand_of(given);
  order.library = scenario_folder();
  order.alone = given.count("alone") > 0;
  order.out = out_of(given, order);
  order.overwrite = given.count("force") > 0 ? harness::Overwrite::kReplace : harness::Overwrite::kRefuse;
  if (given.count("select") > 0) order.select = given["select"].as<std::vector<std::string>>();
  order.profile = given["profile"].as<std::string>();
  order.seed = options->seed;
  order.fidelity = options->fidelity;
  order.sampled_one_in = options->sampled_one_in;
  order.keep = *keep;
  if (given.count("inspections") > 0) {
    auto inspections = harness::read_inspections(given["inspections"].as<std::string>());
    if (!inspections) return tl::unexpected(inspections.error());
    order.inspections = *std::move(inspections);
  }
  return order;
}

int run_accredit(const po::variables_map& given, Console& console) {
  auto order = order_of(given);
  if (!order && order.error().kind != &kOptionMalformed) return failed(console, order.error());
  if (!order) return wrong_usage(console, "accredit", order.error().detail);
  if (order->alone && !order->scenario) return wrong_usage(console, "accredit", "--alone needs a SCENARIO");
  if (!order->inspections.empty() && !order->scenario)
    return wrong_usage(console, "accredit", "--inspections needs the SCENARIO whose evidence was inspected");
  const auto subject = subject_option_of(given);
  if (!subject) return wrong_usage(console, "accredit", subject.error().detail);
  if (given.count("list") > 0) return list(*order, *subject, console);

  const Stopwatch stopwatch;
  order->announce = [&](const harness::PlannedRun& run, const std::string& replay_line) {
    console.replay_line = replay_line;
    if (run.name == harness::kMainRun) console.out << replay_line << std::endl;
  };
  const auto accredited = [&] {
    ProgressLine line(console, stopwatch);
    order->progress = line.teller();
    return harness::accredit(*order, *subject);
  }();
  if (!accredited) return failed(console, accredited.error());
  print(*accredited, stopwatch.seconds(), console);
  return exit_code_of(accredited->outcome);
}

}  // namespace

const Command& accredit_command() {
  static const Command command{
      "accredit",
      "run a scenario and the cases, judge them, write a report",
      "SCENARIO",
      Operand::kOptional,
      "Runs the scenario, and then each selected case's own small one, with the subject in its role and the reference in every\n"
      "other; judges what crosses the wire as it happens, each run by itself; and writes report.html, report.json, junit.xml and\n"
      "the evidence pack of the scenario's run into DIR. Without a SCENARIO it runs the cases alone. Exits 0 conformant,\n"
      "1 non-conformant, 2 incomplete, 3 invalid, 4 nothing selected.",
      "plumbline accredit scenarios/clean/cambridgeshire-hour.json --out out/cambridgeshire",
      add_options,
      run_accredit,
  };
  return command;
}

}  // namespace cli
