#include "conformance/harness/accredit.h"

#include "conformance/harness/decision.h"
#include "conformance/harness/not_judged.h"
#include "conformance/harness/report_json.h"
#include "conformance/harness/stories.h"
#include "reference/base/check.h"
#include "reports/report.h"

namespace harness {
namespace {

using Pack = std::unique_ptr<evidence::PackWriter>;

bool keeps_pack(const Order& order, const PlannedRun& planned) { return order.keep != evidence::Keep::kNone && planned.name == kMainRun; }

/// The cases' own runs are as their scenarios have them; what the order says is about the main one.
run::Options options_of(const Order& order, const PlannedRun& planned, const subjects::Subject& subject) {
  const bool main = planned.name == kMainRun;
  run::Options options;
  options.command = replay_command(subject, order.profile, !main || order.alone);
  options.seed = planned.scenario.seed;
  options.progress = order.progress;
  options.album = std::make_shared<actors::Album>();   // findings are looked up by a second run
  if (!main) return options;
  options.seed = order.seed.value_or(planned.scenario.seed);
  options.fidelity = order.fidelity;
  options.sampled_one_in = order.sampled_one_in;
  return options;
}

base::Result<Pack> pack_of(const Order& order, const PlannedRun& planned, const subjects::Subject& subject, const run::Options& options,
                           const OutputFolder& folder) {
  if (!keeps_pack(order, planned)) return Pack();
  evidence::PackOptions pack;
  pack.keep = order.keep;
  pack.subject_role = subject.role;
  pack.subject_vendor = subject.vendor;
  pack.subject_product = subject.product;
  pack.subject_version = subject.version;
  pack.scenario = planned.scenario.name;
  pack.replay_line = run::replay_line(planned.scenario, options);
  pack.seed = options.seed;
  return evidence::make_pack_writer(folder.partial() / "evidence", pack);
}

/// One run of the plan; its pack's manifest, where it keeps one, goes to `accredited`.
base::Result<Population> judged_run(const Order& order, const PlannedRun& planned, const subjects::Subject& subject,
                                    const OutputFolder& folder,
                                    Accredited& accredited) {
  const run::Options options = options_of(order, planned, subject);
  auto pack = pack_of(order, planned, subject, options, folder);
  if (!pack) return tl::unexpected(pack.error());
  if (order.announce) order.announce(planned, run::replay_line(planned.scenario, options));
  const std::vector<Inspection> none;
  auto population = run_population(planned, options, subject.cast, order.profile, pack->get(),
                                   planned.name == kMainRun ? order.inspections : none);
  if (!population || *pack == nullptr) return population;
  auto manifest = (*pack)->finish(population->from, population->to);
  if (!manifest) return tl::unexpected(manifest.error());
  accredited.manifest_sha256 = *manifest;
  return population;
}

base::Result<std::vector<Stories>> stories_of(const std::vector<Population>& populations, const std::vector<Assessment>& assessments,
                                              const run::Cast& cast) {
  std::vector<Stories> all;
  for (const Population& population : populations) {
    auto stories = Stories::gather(population, assessments, cast);
    if (!stories) return tl::unexpected(stories.error());
    PLUMB_CHECK(stories->same(), "one seed gives one digest: " + population.summary.replay_line);
    all.push_back(std::move(*stories));
  }
  return all;
}

/// report.json and what is rendered from it. That it is by our own schema is an invariant of ours.
base::Result<bool> write_report(const std::string& json, const OutputFolder& folder) {
  const auto html = reports::render_html(json);
  PLUMB_CHECK(html.has_value(), "the report that was made is by its schema: " + (html ? "" : html.error().message()));
  const auto junit = reports::render_junit(json);
  PLUMB_CHECK(junit.has_value(), "the report that was made is by its schema: " + (junit ? "" : junit.error().message()));
  return folder.write("report.json", json)
      .and_then([&](bool) { return folder.write("report.html", *html); })
      .and_then([&](bool) { return folder.write("junit.xml", *junit); });
}

std::vector<std::filesystem::path> files_in(const std::filesystem::path& folder, bool pack) {
  std::vector<std::filesystem::path> files{folder / "report.html", folder / "report.json", folder / "junit.xml"};
  if (pack) files.push_back(folder / "evidence");
  return files;
}

base::Result<bool> report(const Order& order, const Plan& plan, const subjects::Subject& subject, OutputFolder& folder,
                          Accredited& accredited) {
  const catalogue::Catalogue& catalogue = catalogue::built_in();
  const std::vector<Assessment> assessments = assess(plan, accredited.populations);
  const auto stories = stories_of(accredited.populations, assessments, subject.cast);
  if (!stories) return tl::unexpected(stories.error());
  const bool pack = !accredited.manifest_sha256.empty();
  const std::string json = report_json({catalogue, subject, *catalogue.find_profile(order.profile), order.select, accredited.populations,
                                        *stories, assessments, pack ? order.keep : evidence::Keep::kNone, accredited.manifest_sha256,
                                        attributions_of(accredited.populations.front().scenario), order.inspections});
  const std::vector<Settled> all = settled(assessments);
  accredited.outcome = outcome_of(all);
  accredited.sentence = decision_sentence(assessments);
  accredited.counts = count(all);
  accredited.files = files_in(order.out, pack);
  return write_report(json, folder).and_then([&](bool) { return folder.publish(); });
}

}  // namespace

PlanRequest request_of(const Order& order, const subjects::Subject& subject) {
  return {order.scenario, order.library, order.alone, subject.role, order.select};
}

base::Result<Accredited> accredit(const Order& order, const subjects::Subject& subject) {
  const catalogue::Catalogue& catalogue = catalogue::built_in();
  if (catalogue.find_profile(order.profile) == nullptr) return base::fail(kProfileUnknown, "found '" + order.profile + "'");
  const auto plan = make_plan(catalogue, request_of(order, subject));
  if (!plan) return tl::unexpected(plan.error());
  auto folder = OutputFolder::open(order.out, order.overwrite);
  if (!folder) return tl::unexpected(folder.error());
  Accredited accredited;
  for (const PlannedRun& planned : plan->runs) {
    auto population = judged_run(order, planned, subject, *folder, accredited);
    if (!population) return tl::unexpected(population.error());
    accredited.populations.push_back(std::move(*population));
  }
  if (auto reported = report(order, *plan, subject, *folder, accredited); !reported) return tl::unexpected(reported.error());
  return accredited;
}

}  // namespace harness
