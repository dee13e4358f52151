#include "conformance/harness/verify.h"

#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "conformance/evidence/files/hashed_file.h"
#include "conformance/evidence/opened_pack.h"
#include "conformance/evidence/purge.h"
#include "conformance/evidence/read_text.h"
#include "conformance/harness/accredit.h"
#include "conformance/harness/build.h"
#include "conformance/harness/printable.h"
#include "conformance/harness/verify_parts.h"
#include "reports/document.h"
#include "reports/report.h"

namespace harness {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

class Nobody final : public base::Witness {
 public:
  void hear(const base::Event&) override {}
};

/// What people said, in the words that a report has.
class Inspected final : public base::Witness {
 public:
  void hear(const base::Event& event) override {
    const auto* told = std::get_if<base::event::Inspection>(&event.body);
    if (told == nullptr) return;
    all.push_back({event.at, printable(told->requirement), {told->sample.begin(), told->sample.end()}, printable(told->criterion),
                   told->passed, printable(told->inspector)});
  }
  std::vector<Inspection> all;
};

// ---- packs

/// Empty where there is no such file.
base::Result<std::string> hash_of(base::Result<std::unique_ptr<evidence::ByteSource>> source) {
  if (!source) return tl::unexpected(source.error());
  if (*source == nullptr) return std::string();
  evidence::RunningHash hash;
  std::string chunk(std::size_t{1} << 20, '\0');
  while (true) {
    const auto count = (*source)->read(chunk);
    if (!count) return tl::unexpected(count.error());
    hash.add({chunk.data(), *count});
    if (*count < chunk.size()) return hash.hex();
  }
}

/// What each file of a pack must hash to: by the manifest, else by its name.
std::map<std::string, std::string> hashes_due(const evidence::Pack& pack, const std::vector<evidence::Held>& held) {
  std::map<std::string, std::string> due = pack.manifest().files;
  for (const evidence::Held& file : held) {
    if (const std::string hash = evidence::named_hash(file.path); !hash.empty()) due.emplace(file.path, hash);
  }
  return due;
}

base::Result<Verification> verify(const evidence::Pack& pack, const std::string& prefix) {
  Verification v;
  Nobody nobody;
  if (!evidence::purged_at(pack.files()).empty()) return tl::unexpected(pack.tell(nobody).error());   // it says when
  const auto held = pack.files().list();
  if (!held) return tl::unexpected(held.error());
  const auto due = hashes_due(pack, *held);
  for (const auto& [path, hash] : due) {
    const auto found = hash_of(pack.files().open(path));
    if (!found) return tl::unexpected(found.error());
    if (*found != hash) v.differences.push_back({prefix + path, hash, found->empty() ? "no such file" : *found});
  }
  v.checked.push_back(fmt::format("the SHA-256 of {} files{}", due.size(), prefix.empty() ? "" : " of its evidence"));
  for (const evidence::Held& file : *held) {
    if (file.path != "manifest.json" && !due.contains(file.path))
      v.not_checked.push_back(fmt::format("{}{}: no hash of it is recorded, and nothing is judged by it", prefix, file.path));
  }
  if (!v.differences.empty()) return v;   // told once the files are mended
  const auto told = pack.tell(nobody);
  if (!told && told.error().kind != &evidence::kPackContradicts) return tl::unexpected(told.error());
  if (told) {
    v.checked.push_back(fmt::format("the order and form of {} events", told->told + told->unknown));
  } else {
    v.differences.push_back({prefix + "events.ndjson", "events in order", told.error().detail});
  }
  return v;
}

// ---- reports

/// Whether a plain file holds that text and nothing else. No more of it is read than the text is long.
bool holds(const fs::path& path, const std::string& text) {
  const auto file = evidence::open_file(path);
  if (!file) return false;
  std::string content(text.size() + 1, '\0');
  const auto count = (*file)->read(content);
  return count && *count == text.size() && std::string_view(content).substr(0, *count) == text;
}

void check_rendering(const ReportToVerify& asked, Verification& v) {
  const std::pair<const char*, base::Result<std::string>> faces[] = {{"report.html", reports::render_html(asked.report_json)},
                                                                    {"junit.xml", reports::render_junit(asked.report_json)}};
  for (const auto& [name, rendered] : faces) {
    std::error_code ignored;
    if (!fs::exists(asked.folder / name, ignored)) {
      v.not_checked.push_back(fmt::format("{}: it is not beside the report.json", name));
    } else if (!rendered || !holds(asked.folder / name, *rendered)) {
      v.differences.push_back({name, "what this Plumbline renders from report.json", "other bytes"});
    } else {
      v.checked.push_back(fmt::format("{} is what report.json says", name));
    }
  }
}

std::optional<Inspection> inspection_in(const Json& told) {
  const auto at = base::parse_rfc3339(told["at"].get<std::string>());
  if (!at) return std::nullopt;
  return Inspection{*at, told["requirement"].get<std::string>(), told["sample"].get<std::vector<std::string>>(),
                    told["criterion"].get<std::string>(), told["result"] == "pass", told["inspector"].get<std::string>()};
}

std::vector<Inspection> inspections_in(const Json& report) {
  std::vector<Inspection> all;
  if (!report.contains("inspections")) return all;
  for (const Json& told : report["inspections"]) {
    if (auto inspection = inspection_in(told)) all.push_back(*std::move(inspection));
  }
  return all;
}

/// The order that the report was judged by, as far as it says.
JudgeOrder order_again(const Json& report, const fs::path& evidence) {
  JudgeOrder order;
  order.evidence = evidence;
  order.profile = report["identity"]["profile"].get<std::string>();
  order.select = report["identity"]["selection"].get<std::vector<std::string>>();
  if (!report.contains("handed_in")) return order;   // a run's own pack holds its role, and what people said of it
  order.role = report["identity"]["role"].get<std::string>();
  order.claims.emplace();
  for (const Json& claim : report["handed_in"]["claims"]) order.claims->push_back(claim["id"].get<std::string>());
  if (report["handed_in"].contains("class")) order.camera_class = report["handed_in"]["class"].get<std::string>();
  order.inspections = inspections_in(report);
  return order;
}

/// What a report names and nobody could have ordered is the report's fault.
base::Error fault_of(const base::Error& error) {
  for (const base::ErrorKind* kind : {&kRoleUnknown, &kProfileUnknown, &kClaimUnknown, &kNothingSelected}) {
    if (error.kind == kind) return {reports::kReportNotBySchema, fmt::format("{}: {}", kind->expects, error.detail)};
  }
  return error;
}

bool of_this_suite(const Json& report) { return report["identity"]["suite_version"] == suite_version(); }

base::Result<bool> judge_again(const Json& report, const fs::path& evidence, Verification& v) {
  const auto again = judged_report(order_again(report, evidence));
  if (!again) return tl::unexpected(fault_of(again.error()));
  compare_with_again(report, Json::parse(again->report_json), v);
  if (report.contains("handed_in") && report.contains("inspections"))
    v.open.push_back("the verdicts that stand on what people said: it is taken as the report has it");
  return true;
}

void join(Verification& v, const Verification& more) {
  v.checked.insert(v.checked.end(), more.checked.begin(), more.checked.end());
  v.not_checked.insert(v.not_checked.end(), more.not_checked.begin(), more.not_checked.end());
  v.differences.insert(v.differences.end(), more.differences.begin(), more.differences.end());
}

/// What people said of a run, as its pack has it, against what its report says. Of what was handed in the report has what came beside it.
base::Result<bool> check_inspections(const Json& report, const evidence::Pack& pack, Verification& v) {
  Inspected inspected;
  if (const auto told = pack.tell(inspected); !told) return tl::unexpected(told.error());
  const auto lines = [](const std::vector<Inspection>& inspections) {
    Json all = Json::array();
    for (const Inspection& inspection : inspections) all.push_back(line_of(inspection));
    return all;
  };
  compare_parts("report.json, inspections", lines(inspections_in(report)), lines(inspected.all), v);
  return true;
}

/// What a manifest says of the report that its pack was kept with, where that one is not made again.
void check_manifest(const Json& report, const evidence::Manifest& m, Verification& v) {
  const auto check = [&](const char* key, const Json& recorded, const Json& found) {
    compare_parts(fmt::format("report.json, identity, {}", key), recorded, found, v);
  };
  const Json& identity = report["identity"];
  check("subject, vendor", identity["subject"]["vendor"], printable(m.subject_vendor));
  check("subject, product", identity["subject"]["product"], printable(m.subject_product));
  check("subject, version", identity["subject"]["version"], printable(m.subject_version));
  if (!report.contains("handed_in")) check("role", identity["role"], m.subject_role);   // else `--role` may have named another
  if (!m.run.simulated()) return;
  check("scenario", identity["scenario"], printable(m.run.scenario));
  check("scenario_sha256", identity["scenario_sha256"], m.run.scenario_sha256);
  check("seed", identity["seed"], m.run.seed);
  check("replay", identity["replay"], printable(m.run.replay));
  check("fidelity", identity["fidelity"], m.run.fidelity);
}

/// How much a pack holds is its manifest's word, and not the report's.
std::string_view keep_of(const evidence::Manifest& manifest) { return manifest.sampled_one_in > 1 ? "sampled" : "full"; }

/// Whether reads alone are those that were judged.
base::Result<bool> check_reads(const Json& report, const fs::path& file, Verification& v) {
  const auto found = hash_of(evidence::open_file(file));
  if (!found) return tl::unexpected(found.error());
  const Json recorded = report.contains("handed_in") ? report["handed_in"]["sha256"] : Json();
  compare_parts("report.json, the SHA-256 of its evidence", recorded, *found, v);
  v.checked.push_back("the SHA-256 of its evidence");
  if (file.extension() == ".csv") v.not_checked.push_back("images beside the table, where it names any: no hash of them is recorded");
  if (recorded == *found && of_this_suite(report)) return judge_again(report, file, v);
  if (recorded != *found) v.open.push_back("the verdicts: the evidence is not what it was");
  return true;
}

/// Whether a pack is the one that was judged, and whole, and what it gives again.
base::Result<bool> check_pack(const Json& report, const fs::path& path, const std::string& prefix, Verification& v) {
  const auto pack = evidence::Pack::open(path);
  if (!pack) return tl::unexpected(pack.error());
  const std::string purged = evidence::purged_at(pack->files());
  auto verified = purged.empty() ? verify(*pack, prefix) : Verification{};
  if (!verified) return tl::unexpected(verified.error());
  const evidence::Manifest& manifest = pack->manifest();
  compare_parts("report.json, the manifest of its evidence", report["identity"]["evidence"]["manifest_sha256"], manifest.sha256, *verified);
  compare_parts("report.json, identity, evidence, keep", report["identity"]["evidence"]["keep"], keep_of(manifest), *verified);
  const bool same = verified->differences.empty();
  join(v, *verified);
  if (same && purged.empty() && !report.contains("handed_in")) {
    if (auto checked = check_inspections(report, *pack, v); !checked) return checked;
  }
  const bool sampled = manifest.sampled_one_in > 1 && !report.contains("handed_in");   // of what was judged, or itself what was judged
  if (same && purged.empty() && !sampled && of_this_suite(report)) return judge_again(report, path, v);
  check_manifest(report, manifest, v);
  if (!purged.empty()) v.open.push_back(fmt::format("the verdicts: the evidence was deleted on {}, as purged.json says", purged));
  else if (!same) v.open.push_back("the verdicts: the evidence is not what it was");
  else if (sampled) v.open.push_back("the verdicts: a sample of the evidence cannot give them again");
  return true;
}

/// A role that there is not is nobody's report; what else it names is looked at where it is judged again.
base::Result<Json> report_in(const ReportToVerify& asked) {
  auto report = reports::read_document(asked.report_json);
  if (!report) return report;
  const std::string role = (*report)["identity"]["role"].get<std::string>();
  if (catalogue::is_among(catalogue::kRoles, role)) return report;
  return tl::unexpected(fault_of({kRoleUnknown, fmt::format("found '{}'", role)}));
}

}  // namespace

base::Result<Verification> verify_pack(const fs::path& path) {
  const auto pack = evidence::Pack::open(path);
  if (!pack) return tl::unexpected(pack.error());
  JudgeOrder order;
  order.evidence = path;
  if (const auto known = check_words(order, pack->manifest()); !known) return tl::unexpected(known.error());
  return verify(*pack, "");
}

base::Result<Verification> verify_report(const ReportToVerify& asked) {
  const auto report = report_in(asked);
  if (!report) return tl::unexpected(report.error());
  Verification v;
  check_rendering(asked, v);
  check_sums(*report, of_this_suite(*report), v);
  if (!of_this_suite(*report)) {
    v.open.push_back(fmt::format("the verdicts: they are of suite {}, and this is {}", (*report)["identity"]["suite_version"].dump(),
                                 suite_version()));
  }
  std::error_code ignored;
  const bool beside = asked.evidence.empty() && fs::exists(asked.folder / "evidence/manifest.json", ignored);
  if (asked.evidence.empty() && !beside) {
    v.open.push_back("the verdicts: no evidence is beside the report; name it with --evidence");
    return v;
  }
  const fs::path evidence = beside ? asked.folder / "evidence" : asked.evidence;
  const auto checked =
      is_reads_alone(evidence) ? check_reads(*report, evidence, v) : check_pack(*report, evidence, beside ? "evidence/" : "", v);
  if (!checked) return tl::unexpected(checked.error());
  return v;
}

}  // namespace harness
