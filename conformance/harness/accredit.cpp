#include "conformance/harness/accredit.h"

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

base::Result<Pack> pack_of(const Order& order, const PlannedRun& planned, const subjects::Subject& subject, const OutputFolder& folder) {
  if (!keeps_pack(order, planned)) return Pack();
  evidence::PackOptions pack;
  pack.keep = order.keep;
  pack.subject_role = subject.role;
  pack.subject_vendor = subject.vendor;
  pack.subject_product = subject.product;
  pack.subject_version = subject.version;
  return evidence::make_pack_writer(folder.partial() / "evidence", pack);
}

/// One run of the plan; its pack's manifest, where it keeps one, goes to `reported`.
base::Result<Population> judged_run(const Order& order, const PlannedRun& planned, const subjects::Subject& subject,
                                    const OutputFolder& folder, Reported& reported) {
  const run::Options options = options_of(order, planned, subject);
  auto pack = pack_of(order, planned, subject, folder);
  if (!pack) return tl::unexpected(pack.error());
  if (order.announce) order.announce(planned, run::replay_line(planned.scenario, options));
  const std::vector<Inspection> none;
  auto population = run_population(planned, options, subject.cast, order.profile, pack->get(),
                                   planned.name == kMainRun ? order.inspections : none, subject.role);
  if (!population) return population;
  population->provenance.subject_option = subject_option(subject);
  if (*pack == nullptr) return population;
  auto manifest = (*pack)->finish(population->provenance, population->tellings.from, population->tellings.to);
  if (!manifest) return tl::unexpected(manifest.error());
  reported.manifest_sha256 = *manifest;
  return population;
}

}  // namespace

PlanRequest request_of(const Order& order, const subjects::Subject& subject) {
  return {order.scenario, order.library, order.alone, subject.role, order.select};
}

base::Result<Reported> accredit(const Order& order, const subjects::Subject& subject) {
  const catalogue::Catalogue& catalogue = catalogue::built_in();
  if (catalogue.find_profile(order.profile) == nullptr) return base::fail(kProfileUnknown, "found '" + order.profile + "'");
  const auto plan = make_plan(catalogue, request_of(order, subject));
  if (!plan) return tl::unexpected(plan.error());
  auto folder = OutputFolder::open(order.out, order.overwrite);
  if (!folder) return tl::unexpected(folder.error());
  Reported reported;
  for (const PlannedRun& planned : plan->runs) {
    auto population = judged_run(order, planned, subject, *folder, reported);
    if (!population) return tl::unexpected(population.error());
    reported.populations.push_back(std::move(*population));
  }
  const evidence::Keep keep = reported.manifest_sha256.empty() ? evidence::Keep::kNone : order.keep;
  const auto json = report_of({subject, order.profile, order.select, keep, order.inspections}, *plan, reported);
  if (!json) return tl::unexpected(json.error());
  if (auto published = publish(*json, *folder, reported); !published) return tl::unexpected(published.error());
  return reported;
}

}  // namespace harness
