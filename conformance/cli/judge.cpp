// judge: judges evidence that somebody hands in, without a simulation.
#include <algorithm>
#include <chrono>

#include <fmt/format.h>

#include "conformance/catalogue/catalogue.h"
#include "conformance/cli/command.h"
#include "conformance/cli/outcome.h"
#include "conformance/cli/progress.h"
#include "conformance/cli/run_options.h"
#include "conformance/harness/judge.h"
#include "reports/text.h"

namespace cli {
namespace {

using reports::thousands;

void add_options(po::options_description& options) {
  options.add_options()("out", po::value<std::string>()->value_name("DIR"),
                        "where the report goes; out/ and the evidence's name where not given")(
      "profile", po::value<std::string>()->value_name("NAME")->default_value("default"),
      "how unclear text is read: default, strict, literal, lenient")(
      "select", po::value<std::vector<std::string>>()->value_name("PATTERN")->composing(),
      "judge these alone, as `accredit` takes them; may be repeated")(
      "role", po::value<std::string>()->value_name("ROLE"),
      "whom to judge: camera, lea, mobile, nas, source, operator, whole; the pack says it itself, and reads alone are a camera's")(
      "claims", po::value<std::string>()->value_name("CLAIM,..."),
      "what the system does not have, in place of the pack's own claims: no-unread-passes, not-lea-controlled, no-overview, no-geotag, "
      "no-lane-id, no-alias-id, no-preset-id")(
      "class", po::value<std::string>()->value_name("CLASS"),
      "of reads alone that do not say it: static, moveable, dual_lane, cctv, mobile; static where not given")(
      "inspections", po::value<std::string>()->value_name("FILE"), "what people said of this evidence, by `plumbline inspect`")(
      "force", "replace a report that is in DIR already");
}

std::vector<std::string> split(const std::string& list) {
  std::vector<std::string> parts;
  for (std::size_t from = 0; from <= list.size();) {
    const std::size_t end = std::min(list.find(',', from), list.size());
    if (end > from) parts.push_back(list.substr(from, end - from));
    from = end + 1;
  }
  return parts;
}

/// "out/evidence" of "evidence/" as of "evidence.zip".
std::filesystem::path out_of(const po::variables_map& given, const std::filesystem::path& evidence) {
  if (given.count("out") > 0) return given["out"].as<std::string>();
  const auto whole = std::filesystem::absolute(evidence).lexically_normal();
  return std::filesystem::path("out") / (whole.has_filename() ? whole.stem() : whole.parent_path().filename());
}

base::Result<harness::JudgeOrder> order_of(const po::variables_map& given) {
  harness::JudgeOrder order;
  order.evidence = operand_of(given);
  order.out = out_of(given, order.evidence);
  order.overwrite = given.count("force") > 0 ? harness::Overwrite::kReplace : harness::Overwrite::kRefuse;
  order.profile = given["profile"].as<std::string>();
  if (given.count("select") > 0) order.select = given["select"].as<std::vector<std::string>>();
  if (given.count("role") > 0) order.role = given["role"].as<std::string>();
  if (given.count("claims") > 0) order.claims = split(given["claims"].as<std::string>());
  if (given.count("class") > 0) {
    order.camera_class = given["class"].as<std::string>();
    if (!harness::is_reads_alone(order.evidence))
      return base::fail(kOptionMalformed, "--class is for reads alone; a pack registers its cameras");
    if (!catalogue::is_among(catalogue::kCameraClasses, order.camera_class))
      return base::fail(kOptionMalformed, "--class takes static, moveable, dual_lane, cctv or mobile");
  }
  if (given.count("inspections") > 0) {
    order.inspections_file = given["inspections"].as<std::string>();
    auto inspections = harness::read_inspections(order.inspections_file);
    if (!inspections) return tl::unexpected(inspections.error());
    order.inspections = *std::move(inspections);
  }
  return order;
}

/// Field evidence is kept no longer than it was said to be; whoever holds it longer is told.
void warn_of_age(const std::string& delete_by, const std::filesystem::path& evidence, Console& console) {
  if (delete_by.empty()) return;
  const auto since = std::chrono::system_clock::now().time_since_epoch();
  const std::string today = base::to_rfc3339({std::chrono::duration_cast<std::chrono::nanoseconds>(since).count()}).substr(0, 10);
  if (today <= delete_by) return;
  console.err << fmt::format("Warning: this evidence was to be deleted by {}; `plumbline purge {}` does so and keeps the report.\n",
                             delete_by, evidence.string());
}

void print(const harness::Judged& judged, double seconds, Console& console) {
  const harness::Tellings& told = judged.populations.front().tellings;
  const evidence::PackCounts& events = judged.counts_of_events;
  console.out << fmt::format("{} events: {} passes, {} reads sent, {} acknowledged by NAS, {} hits delivered\n", thousands(events.told),
                             thousands(told.passes), thousands(told.reads_sent), thousands(told.reads_acknowledged),
                             thousands(told.hits_delivered));
  if (events.unknown > 0) console.out << fmt::format("{} events of a kind that is not read were passed over\n", thousands(events.unknown));
  if (events.missing_files > 0)
    console.out << fmt::format("{} images and lists are named and not there\n", thousands(events.missing_files));
  console.out << fmt::format("judged in {:.1f} s ({} events a second)\n\n", seconds,
                             thousands(static_cast<std::uint64_t>(static_cast<double>(events.told) / std::max(seconds, 1e-3))));
  print_decision(judged, console);
}

int run_judge(const po::variables_map& given, Console& console) {
  auto order = order_of(given);
  if (!order && order.error().kind == &kOptionMalformed) return wrong_usage(console, "judge", order.error().detail);
  if (!order) return failed(console, order.error());
  const Stopwatch stopwatch;
  const auto judged = [&] {
    ProgressLine line(console, stopwatch);
    order->progress = line.teller();
    return harness::judge(*order);
  }();
  if (!judged) return failed(console, judged.error());
  print(*judged, stopwatch.seconds(), console);
  if (!judged->manifest.run.simulated()) warn_of_age(judged->manifest.delete_by, order->evidence, console);
  return exit_code_of(judged->outcome);
}

}  // namespace

const Command& judge_command() {
  static const Command command{
      "judge",
      "judge evidence that was handed in, write a report",
      "EVIDENCE",
      Operand::kRequired,
      "Judges an evidence pack (a directory or a .zip), or reads alone (a .ndjson, or a .csv with images as files beside it), and writes\n"
      "report.html, report.json and junit.xml into DIR. What the evidence cannot show is not established, and named.\n"
      "docs/evidence-pack.md says how a pack is written. Exits 0 conformant, 1 non-conformant, 2 incomplete, 3 where the\n"
      "evidence contradicts itself or its hashes, 4 nothing selected, 65 where it cannot be read.",
      "plumbline judge out/cambridgeshire/evidence --out out/again",
      add_options,
      run_judge,
  };
  return command;
}

}  // namespace cli
