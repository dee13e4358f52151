#include "conformance/harness/judge.h"

#include <algorithm>
#include <memory>

#include <fmt/format.h>

#include "conformance/evidence/fan_out.h"
#include "conformance/evidence/opened_pack.h"
#include "conformance/harness/accredit.h"

namespace harness {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kEventsBetween = 16'384;

/// Tells of progress, every so many events.
class Progress final : public base::Witness {
 public:
  explicit Progress(const std::function<void(base::Instant, std::uint64_t)>& tell) : tell_(tell) {}
  void hear(const base::Event& event) override {
    reads_ += std::holds_alternative<base::event::ReadSent>(event.body) ? 1 : 0;
    if (tell_ && ++events_ % kEventsBetween == 0) tell_(event.at, reads_);
  }

 private:
  const std::function<void(base::Instant, std::uint64_t)>& tell_;
  std::uint64_t events_ = 0, reads_ = 0;
};

/// Evidence that can be told, and told again.
struct Source {
  evidence::Manifest manifest;
  std::function<base::Result<evidence::PackCounts>(base::Witness&)> tell;
};

base::Result<Source> open_pack(const fs::path& path) {
  auto opened = evidence::Pack::open(path);
  if (!opened) return tl::unexpected(opened.error());
  const auto pack = std::make_shared<evidence::Pack>(*std::move(opened));
  return Source{pack->manifest(), [pack](base::Witness& witness) { return pack->tell(witness); }};
}

Source open_reads(const JudgeOrder& order) {
  Source source;
  source.manifest.subject_role = "camera";
  const bool table = order.evidence.extension() == ".csv";
  evidence::ReadsOptions reads{.camera_class = order.camera_class};
  if (order.claims) reads.lea_controlled = std::ranges::find(*order.claims, "not-lea-controlled") == order.claims->end();
  source.tell = [file = order.evidence, options = std::move(reads), table](base::Witness& witness) {
    return table ? evidence::tell_csv(file, options, witness) : evidence::tell_ndjson(file, options, witness);
  };
  return source;
}

base::Result<Source> open_source(const JudgeOrder& order) {
  std::error_code ignored;
  if (is_reads_alone(order.evidence)) return open_reads(order);
  const bool pack = fs::is_directory(order.evidence, ignored) || order.evidence.extension() == ".zip";
  if (!pack && fs::exists(order.evidence, ignored))
    return base::fail(kEvidenceUnknown, fmt::format("found {}", order.evidence.string()));
  return open_pack(order.evidence);
}

/// What a role may be, whoever named it.
base::Result<bool> check_role(const JudgeOrder& order, const std::string& role) {
  if (catalogue::is_among(catalogue::kRoles, role)) return true;
  if (order.role) return base::fail(kRoleUnknown, fmt::format("found '{}'", role));
  return base::fail(evidence::kPackUnreadable,
                    fmt::format("{}: manifest.json: expected \"role\" to be one of {}; found '{}'", order.evidence.string(),
                                fmt::join(catalogue::kRoles, ", "), role));
}

/// What the pack claims, unless others are given in its place.
base::Result<bool> check_claims(const JudgeOrder& order, const std::vector<std::string>& claims) {
  if (order.claims) return true;   // they are named by whoever gave them
  if (const auto known = claims_named(claims); !known)
    return base::fail(evidence::kPackUnreadable, fmt::format("{}: manifest.json: expected \"claims\" to be claims of docs/judging.md; {}",
                                                             order.evidence.string(), known.error().detail));
  return true;
}

/// One word of a shell's.
std::string quoted(const std::string& word) {
  constexpr std::string_view kPlain = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz./_-:,+@%=";
  if (!word.empty() && word.find_first_not_of(kPlain) == word.npos) return word;
  std::string text = "'";
  for (const char c : word) text += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return text + "'";
}

/// The command that judges the same again.
std::string command_of(const JudgeOrder& order) {
  std::string command = "plumbline judge " + quoted(order.evidence.string());
  const auto add = [&](const char* option, const std::string& word) { command += fmt::format(" --{} {}", option, quoted(word)); };
  if (order.profile != "default") add("profile", order.profile);
  if (order.role) add("role", *order.role);
  if (order.claims) add("claims", fmt::format("{}", fmt::join(*order.claims, ",")));
  if (order.camera_class != "static") add("class", order.camera_class);
  for (const std::string& pattern : order.select) add("select", pattern);
  if (!order.inspections_file.empty()) add("inspections", order.inspections_file.string());
  return command;
}

/// What nobody simulated has no scenario; it is judged again by the same command.
evidence::Provenance provenance_of(const JudgeOrder& order, const evidence::Manifest& manifest) {
  if (manifest.run.simulated()) return manifest.run;
  evidence::Provenance p;
  p.title = manifest.how.empty() ? order.evidence.filename().string() : manifest.how;
  if (!is_reads_alone(order.evidence)) p.file = order.evidence.string();
  p.replay = command_of(order);
  return p;
}

subjects::Subject subject_of(const evidence::Manifest& m) {
  return {"", m.subject_role, m.subject_vendor, m.subject_product, m.subject_version, {}};
}

HandedIn handed_in(const JudgeOrder& order, const evidence::Manifest& m, const std::string& sha256, std::vector<ClaimHeld> claims) {
  return {order.evidence.filename().string(), sha256,      m.from, m.to,
          m.how,                              m.controller, m.purpose, m.delete_by,
          m.tool,                             std::move(claims), is_reads_alone(order.evidence) ? order.camera_class : ""};
}

evidence::Keep kept(const evidence::Manifest& manifest) {
  if (manifest.sha256.empty()) return evidence::Keep::kNone;
  return manifest.sampled_one_in > 1 ? evidence::Keep::kSampled : evidence::Keep::kFull;
}

/// Tells the evidence to the oracle. The claims that it was judged under, and how they fared, go to `claims`.
base::Result<Population> judge_source(const JudgeOrder& order, const Source& source, Judged& judged, std::vector<ClaimHeld>& claims) {
  const evidence::Manifest& manifest = source.manifest;
  const auto named = claims_named(order.claims.value_or(manifest.claims));
  if (!named) return tl::unexpected(named.error());
  const auto oracle = oracle::make_oracle(catalogue::built_in(), {.sampled_one_in = manifest.run.wire_one_in,
                                                                  .evidence_one_in = manifest.sampled_one_in,
                                                                  .profile = order.profile,
                                                                  .role = manifest.subject_role,
                                                                  .reads_alone = is_reads_alone(order.evidence)});
  const auto watch = oracle::watch_claims(*named);
  Counter counter({});
  Progress progress(order.progress);
  evidence::FanOut witnesses{&counter, oracle.get(), watch.get(), &progress};
  auto counts = source.tell(witnesses);
  if (!counts) return tl::unexpected(counts.error());
  judged.counts_of_events = *counts;
  tell(order.inspections, *oracle);
  Population population = population_of(std::string(kMainRun), *oracle, counter);
  apply_claims(watch->fates(), population.judgements);
  claims = held(watch->fates());
  population.provenance = provenance_of(order, manifest);
  population.retell = [source, sha256 = counts->sha256, file = order.evidence.string()](base::Witness& witness) -> base::Result<bool> {
    const auto again = source.tell(witness);
    if (!again) return tl::unexpected(again.error());
    if (again->sha256 != sha256) return base::fail(evidence::kPackContradicts, file + ": it was another when it was read again");
    return true;
  };
  return population;
}

}  // namespace

bool is_reads_alone(const fs::path& evidence) { return evidence.extension() == ".ndjson" || evidence.extension() == ".csv"; }

base::Result<bool> check_words(const JudgeOrder& order, const evidence::Manifest& manifest) {
  return check_role(order, order.role.value_or(manifest.subject_role)).and_then([&](bool) { return check_claims(order, manifest.claims); });
}

base::Result<JudgedReport> judged_report(const JudgeOrder& order) {
  const catalogue::Catalogue& catalogue = catalogue::built_in();
  if (catalogue.find_profile(order.profile) == nullptr) return base::fail(kProfileUnknown, "found '" + order.profile + "'");
  auto source = open_source(order);
  if (!source) return tl::unexpected(source.error());
  if (order.role) source->manifest.subject_role = *order.role;
  const auto known = check_words(order, source->manifest);
  if (!known) return tl::unexpected(known.error());
  auto plan = plan_for_evidence(catalogue, source->manifest.subject_role, order.select);
  if (!plan) return tl::unexpected(plan.error());
  JudgedReport report;
  std::vector<ClaimHeld> claims;
  auto population = judge_source(order, *source, report.judged, claims);
  if (!population) return tl::unexpected(population.error());
  report.judged.populations.push_back(*std::move(population));
  report.judged.manifest = source->manifest;
  report.judged.manifest_sha256 = source->manifest.sha256;
  const subjects::Subject subject = subject_of(source->manifest);
  const Reporting reporting{subject, order.profile, order.select, kept(source->manifest), order.inspections,
                            handed_in(order, source->manifest, report.judged.counts_of_events.sha256, std::move(claims))};
  auto json = report_of(reporting, *plan, report.judged);
  if (!json) return tl::unexpected(json.error());
  report.report_json = *std::move(json);
  return report;
}

base::Result<Judged> judge(const JudgeOrder& order) {
  auto folder = OutputFolder::open(order.out, order.overwrite, order.evidence);
  if (!folder) return tl::unexpected(folder.error());
  auto report = judged_report(order);
  if (!report) return tl::unexpected(report.error());
  if (auto published = publish(report->report_json, *folder, report->judged); !published) return tl::unexpected(published.error());
  return std::move(report->judged);
}

}  // namespace harness
