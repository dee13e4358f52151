#include "conformance/harness/judge_run.h"

#include "conformance/evidence/fan_out.h"
#include "conformance/harness/decision.h"
#include "conformance/harness/not_judged.h"
#include "conformance/harness/report_json.h"
#include "conformance/harness/selection.h"
#include "reference/base/check.h"
#include "reports/report.h"

namespace harness {
namespace {

/// The instants between which there is evidence.
class Span final : public base::Witness {
 public:
  explicit Span(base::Instant start) : from(start), to(start) {}
  void hear(const base::Event& event) override {
    if (first_) from = event.at;
    first_ = false;
    to = event.at;
  }
  base::Instant from, to;

 private:
  bool first_ = true;
};

run::Options options_of(const Order& order, const scenario::Scenario& scenario) {
  run::Options options;
  options.command = "accredit";
  options.seed = order.seed.value_or(scenario.seed);
  options.fidelity = order.fidelity;
  options.sampled_one_in = order.sampled_one_in;
  options.progress = order.progress;
  return options;
}

base::Result<std::unique_ptr<evidence::PackWriter>> pack_of(const Order& order, const subjects::Subject& subject,
                                                            const scenario::Scenario& scenario, const run::Options& options,
                                                            const OutputFolder& folder) {
  if (order.keep == evidence::Keep::kNone) return std::unique_ptr<evidence::PackWriter>();
  evidence::PackOptions pack;
  pack.keep = order.keep;
  pack.subject_role = subject.role;
  pack.subject_vendor = subject.vendor;
  pack.subject_product = subject.product;
  pack.subject_version = subject.version;
  pack.scenario = scenario.name;
  pack.replay_line = run::replay_line(scenario, options);
  pack.seed = options.seed;
  return evidence::make_pack_writer(folder.partial() / "evidence", pack);
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

std::vector<std::filesystem::path> files_in(const std::filesystem::path& folder, evidence::Keep keep) {
  std::vector<std::filesystem::path> files{folder / "report.html", folder / "report.json", folder / "junit.xml"};
  if (keep != evidence::Keep::kNone) files.push_back(folder / "evidence");
  return files;
}

/// The run with its witnesses, up to the oracle's last word.
struct Heard {
  run::Summary summary;
  std::vector<oracle::Judgement> judgements;
  base::Instant from, to;
  std::string manifest_sha256;
};
base::Result<Heard> hear(const scenario::Scenario& scenario, const run::Cast& cast, const run::Options& options,
                         evidence::PackWriter* pack) {
  const auto oracle = oracle::make_oracle(catalogue::built_in(), {options.sampled_one_in.value_or(scenario.wire.sampled_one_in)});
  Span span(scenario.start);
  evidence::FanOut witnesses{&span, oracle.get(), pack};
  auto summary = run::run_scenario(scenario, cast, options, witnesses);
  if (!summary) return tl::unexpected(summary.error());
  Heard heard{std::move(*summary), oracle->conclude(), span.from, span.to, ""};
  if (pack != nullptr) {
    auto manifest = pack->finish(span.from, span.to);
    if (!manifest) return tl::unexpected(manifest.error());
    heard.manifest_sha256 = *manifest;
  }
  return heard;
}

}  // namespace

base::Result<Judged> judge_run(const Order& order, const subjects::Subject& subject) {
  const auto scenario = scenario::load_scenario(order.scenario);
  if (!scenario) return tl::unexpected(scenario.error());
  const catalogue::Catalogue& catalogue = catalogue::built_in();
  const auto selection = Selection::make(catalogue, order.select);
  if (!selection) return tl::unexpected(selection.error());
  auto folder = OutputFolder::open(order.out, order.overwrite);
  if (!folder) return tl::unexpected(folder.error());
  const run::Options options = options_of(order, *scenario);
  auto pack = pack_of(order, subject, *scenario, options, *folder);
  if (!pack) return tl::unexpected(pack.error());

  if (order.announce) order.announce(run::replay_line(*scenario, options));
  auto heard = hear(*scenario, subject.cast, options, pack->get());
  if (!heard) return tl::unexpected(heard.error());

  const auto assessments = assess(catalogue, heard->judgements, subject.role, *selection, *scenario);
  const std::string json = report_json({catalogue, subject, *scenario, options, heard->summary, assessments, heard->from, heard->to,
                                        order.keep, heard->manifest_sha256, attributions_of(*scenario)});
  if (auto written = write_report(json, *folder).and_then([&](bool) { return folder->publish(); }); !written)
    return tl::unexpected(written.error());
  const std::vector<Settled> all = settled(assessments);
  return Judged{outcome_of(all), decision_sentence(assessments), count(all), std::move(heard->summary), heard->manifest_sha256,
                files_in(order.out, order.keep)};
}

}  // namespace harness
