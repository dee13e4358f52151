// trace: one read's whole story, with the time that each stretch of its way took.
#include <filesystem>

#include <fmt/format.h>

#include "conformance/cli/command.h"
#include "conformance/cli/run_options.h"
#include "conformance/cli/subject_option.h"
#include "conformance/evidence/chronicle.h"
#include "conformance/evidence/pack.h"
#include "reference/domain/utf8.h"
#include "simulator/run/run.h"

namespace cli {
namespace {

namespace fs = std::filesystem;

constexpr base::ErrorKind kTraceUnfit{"trace_unfit", "house", "a scenario file, an evidence pack, or a report's folder with its pack", 1};
constexpr base::ErrorKind kReadUnknown{"read_unknown", "house", "the read_id of a read that was sent in that run", 2};

void add_options(po::options_description& options) {
  add_run_options(options);
  add_subject_option(options);
}

/// Runs the scenario again: one seed gives one story.
base::Result<bool> from_scenario(const fs::path& file, const po::variables_map& given, evidence::Chronicle& chronicle) {
  const auto told = run_options_of(given);
  if (!told) return tl::unexpected(told.error());
  const auto subject = subject_option_of(given);
  if (!subject) return tl::unexpected(subject.error());
  const auto scenario = scenario::load_scenario(file);
  if (!scenario) return tl::unexpected(scenario.error());
  run::Options options;
  options.seed = told->seed.value_or(scenario->seed);
  options.fidelity = told->fidelity;
  options.sampled_one_in = told->sampled_one_in;
  return run::run_scenario(*scenario, subject->cast, options, chronicle).map([](const run::Summary&) { return true; });
}

/// A scenario file, the folder of a pack, or the folder of a report with its pack beside it.
base::Result<bool> gather(const fs::path& run, const po::variables_map& given, evidence::Chronicle& chronicle) {
  std::error_code ignored;
  for (const fs::path& pack : {run, run / "evidence"}) {
    if (fs::exists(pack / "manifest.json", ignored)) return evidence::read_pack(pack, chronicle).map([](std::uint64_t) { return true; });
  }
  if (fs::is_directory(run, ignored))
    return base::fail(kTraceUnfit, run.string() + ": a folder without a manifest.json, and without one in evidence/");
  return from_scenario(run, given, chronicle);
}

/// What the stretch that ends with this event is called; empty where it is no stretch of the way.
std::string leg_of(const evidence::Chapter& chapter) {
  if (chapter.kind == "read.sent") return "camera";
  if (chapter.kind == "read.received") return chapter.who == "nas" ? "wan" : "lea";
  if (chapter.kind == "hit.sent") return "nas";
  return chapter.kind == "hit.delivered" ? "hit" : "";
}

std::string milliseconds(base::Duration d) { return fmt::format("{}.{:03} ms", d.ns / 1'000'000, d.ns / 1'000 % 1'000); }

std::string clock_of(base::Instant at) { return base::to_rfc3339(at).substr(11, 15); }

void print(std::string_view read_id, const std::vector<evidence::Chapter>& story, std::ostream& out) {
  const base::Instant start = story.front().at;
  out << fmt::format("{}, {}\n\n{:<16} {:>14} {:>14}  {:<18} {}\n", domain::made_visible(read_id),
                     base::to_rfc3339(start).substr(0, 10), "at (UTC)", "since start", "since last", "who", "what");
  base::Instant last = start;
  for (const evidence::Chapter& chapter : story) {
    out << fmt::format("{:<16} {:>14} {:>14}  {:<18} {}\n", clock_of(chapter.at), milliseconds(chapter.at - start),
                       milliseconds(chapter.at - last), domain::made_visible(chapter.who), domain::made_visible(chapter.what));
    last = chapter.at;
  }
}

/// The first instant of each stretch's end, from the pass on.
void print_legs(const std::vector<evidence::Chapter>& story, std::ostream& out) {
  base::Instant from = story.front().at, at_nas;
  bool received = false;
  std::string seen;
  out << "\nlegs\n";
  for (const evidence::Chapter& chapter : story) {
    const std::string leg = leg_of(chapter);
    if (leg.empty() || seen.find(leg) != std::string::npos) continue;
    seen += leg + ' ';
    out << fmt::format("  {:<8} {:>14}\n", leg, milliseconds(chapter.at - from));
    from = chapter.at;
    if (leg == "wan") {
      at_nas = chapter.at;
      received = true;
      out << fmt::format("  {:<8} {:>14}   6-c: capture to receipt at NAS\n", "", milliseconds(at_nas - story.front().at));
    }
    if (leg == "hit" && received) {
      out << fmt::format("  {:<8} {:>14}   6-d: receipt at NAS to the operator\n", "", milliseconds(chapter.at - at_nas));
      out << fmt::format("  {:<8} {:>14}   6-b: capture to the operator\n", "", milliseconds(chapter.at - story.front().at));
    }
  }
}

int run_trace(const po::variables_map& given, Console& console) {
  const std::vector<std::string> operands = operands_of(given);
  evidence::Chronicle chronicle({operands[1]});
  if (const auto gathered = gather(operands[0], given, chronicle); !gathered) {
    if (gathered.error().kind == &kOptionMalformed) return wrong_usage(console, "trace", gathered.error().detail);
    return failed(console, gathered.error());
  }
  const auto& story = chronicle.of(operands[1]);
  if (story.empty())
    return failed(console, base::Error(kReadUnknown,
                                       fmt::format("{} holds no read '{}'; a sampled pack holds one in 64", operands[0], operands[1])));
  print(operands[1], story, console.out);
  if (story.front().kind == "pass") print_legs(story, console.out);
  return 0;
}

}  // namespace

const Command& trace_command() {
  static const Command command{
      "trace",
      "tell one read's whole story",
      "RUN READ_ID",
      Operand::kTwo,
      "Prints every event of one read, in order, with the time since its pass and since the event before, and what each stretch\n"
      "of its way took. RUN is a scenario file, which is run again, an evidence pack, or a report's folder with its pack.",
      "plumbline trace scenarios/cases/7-outage.json 35-1-3:17",
      add_options,
      run_trace,
  };
  return command;
}

}  // namespace cli
