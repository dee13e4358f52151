#include "conformance/harness/verify.h"

#include <algorithm>
#include <fstream>
#include <set>
#include <sstream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "conformance/evidence/files/hashed_file.h"
#include "conformance/evidence/opened_pack.h"
#include "conformance/evidence/purge.h"
#include "conformance/evidence/read_text.h"
#include "conformance/harness/algebra.h"
#include "conformance/harness/build.h"
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

std::string content_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

void check_rendering(const ReportToVerify& asked, Verification& v) {
  const std::pair<const char*, base::Result<std::string>> faces[] = {{"report.html", reports::render_html(asked.report_json)},
                                                                    {"junit.xml", reports::render_junit(asked.report_json)}};
  for (const auto& [name, rendered] : faces) {
    std::error_code ignored;
    if (!fs::exists(asked.folder / name, ignored)) {
      v.not_checked.push_back(fmt::format("{}: it is not beside the report.json", name));
    } else if (!rendered || content_of(asked.folder / name) != *rendered) {
      v.differences.push_back({name, "what this Plumbline renders from report.json", "other bytes"});
    } else {
      v.checked.push_back(fmt::format("{} is what report.json says", name));
    }
  }
}

void compare(const std::string& where, const Json& recorded, const Json& found, Verification& v) {
  constexpr std::size_t kShown = 200;
  if (recorded == found) return;
  v.differences.push_back({where, recorded.dump().substr(0, kShown), found.dump().substr(0, kShown)});
}

/// The counts that the requirements add up to.
void check_sums(const Json& report, Verification& v) {
  std::map<std::string, std::uint64_t> counts{
      {"met", 0}, {"not_met", 0}, {"not_established", 0}, {"not_applicable", 0}, {"not_testable", 0}};
  for (const Json& requirement : report["requirements"]) ++counts[requirement["status"].get<std::string>()];
  compare("report.json, counts", report["counts"], counts, v);
  v.checked.push_back("the counts are what the requirements add up to");
}

/// What a requirement's row says of one run.
Json of_run(const Json& requirement, std::string_view run) {
  Json mine{{"populations", Json::array()}, {"timings", Json::array()}, {"findings", Json::array()}};
  const auto take = [&](const char* part, const char* key) {
    for (const Json& entry : requirement[part]) {
      if (entry[key] == run) mine[part].push_back(entry);
    }
  };
  take("populations", "name");
  take("timings", "population");
  take("findings", "population");
  // Commands that name the evidence by the path at which it lay.
  for (Json& finding : mine["findings"]) {
    finding.erase("replay");
    finding.erase("trace");
  }
  return mine;
}

/// Of a report on several runs the evidence of one is there; findings are kept to the first few over all, so they are compared for a report
/// on it alone.
void compare_verdicts(const Json& recorded, const Json& found, Verification& v) {
  const bool alone = recorded["populations"].size() == 1;
  const auto& again = found["requirements"];
  for (const Json& requirement : recorded["requirements"]) {
    const std::string id = requirement["id"].get<std::string>();
    const auto at = std::find_if(again.begin(), again.end(), [&](const Json& r) { return r["id"] == id; });
    const std::string where = "report.json, requirement " + id;
    if (at == again.end()) {
      v.differences.push_back({where, "a requirement", "none of that id"});
      continue;
    }
    Json mine = of_run(requirement, kMainRun), theirs = of_run(*at, kMainRun);
    for (const char* part : {"populations", "timings", "findings"})
      compare(fmt::format("{}, {}", where, part), mine[part], theirs[part], v);
    if (!alone) continue;
    for (const char* key : {"verdict", "status", "observations", "against", "undecided", "robust", "by_reading"})
      compare(fmt::format("{}, {}", where, key), requirement[key], (*at)[key], v);
  }
  if (alone) {
    for (const char* part : {"decision", "counts", "sites", "calibration"})
      compare(fmt::format("report.json, {}", part), recorded[part], found[part], v);
  }
  v.checked.push_back(alone ? "the verdicts are what the evidence gives again"
                            : "what the requirements say of the main run is what its evidence gives again");
}

std::optional<Inspection> inspection_of(const Json& told) {
  const auto at = base::parse_rfc3339(told["at"].get<std::string>());
  if (!at) return std::nullopt;
  return Inspection{*at, told["requirement"].get<std::string>(), told["sample"].get<std::vector<std::string>>(),
                    told["criterion"].get<std::string>(), told["result"] == "pass", told["inspector"].get<std::string>()};
}

/// The order that the report was judged by, as far as it says.
JudgeOrder order_again(const Json& report, const fs::path& evidence) {
  JudgeOrder order;
  order.evidence = evidence;
  order.profile = report["identity"]["profile"].get<std::string>();
  order.select = report["identity"]["selection"].get<std::vector<std::string>>();
  order.role = report["identity"]["role"].get<std::string>();
  if (!report.contains("handed_in")) return order;   // a run's own pack holds what people said of it
  order.claims.emplace();
  for (const Json& claim : report["handed_in"]["claims"]) order.claims->push_back(claim["id"].get<std::string>());
  if (report["handed_in"].contains("class")) order.camera_class = report["handed_in"]["class"].get<std::string>();
  if (!report.contains("inspections")) return order;
  for (const Json& told : report["inspections"]) {
    if (auto inspection = inspection_of(told)) order.inspections.push_back(*std::move(inspection));
  }
  return order;
}

base::Result<bool> judge_again(const Json& report, const fs::path& evidence, Verification& v) {
  if (report["identity"]["evidence"]["keep"] == "sampled") {
    v.not_checked.push_back("the verdicts: a sample of the evidence cannot give them again");
    return true;
  }
  if (report["identity"]["suite_version"] != suite_version()) {
    v.not_checked.push_back(
        fmt::format("the verdicts: they are of suite {}, and this is {}", report["identity"]["suite_version"].dump(), suite_version()));
    return true;
  }
  const auto again = judged_report(order_again(report, evidence));
  if (!again) return tl::unexpected(again.error());
  compare_verdicts(report, Json::parse(again->report_json), v);
  return true;
}

void join(Verification& v, const Verification& more) {
  v.checked.insert(v.checked.end(), more.checked.begin(), more.checked.end());
  v.not_checked.insert(v.not_checked.end(), more.not_checked.begin(), more.not_checked.end());
  v.differences.insert(v.differences.end(), more.differences.begin(), more.differences.end());
}

/// Whether reads alone are those that were judged.
base::Result<bool> check_reads(const Json& report, const fs::path& file, Verification& v) {
  const auto found = hash_of(evidence::open_file(file));
  if (!found) return tl::unexpected(found.error());
  const Json recorded = report.contains("handed_in") ? report["handed_in"]["sha256"] : Json();
  compare("report.json, the SHA-256 of its evidence", recorded, *found, v);
  v.checked.push_back("the SHA-256 of its evidence");
  if (file.extension() == ".csv") v.not_checked.push_back("images beside the table, where it names any: no hash of them is recorded");
  return recorded == *found;
}

/// Whether a pack is the one that was judged, and whole.
base::Result<bool> check_pack(const Json& report, const fs::path& path, const std::string& prefix, Verification& v) {
  const auto pack = evidence::Pack::open(path);
  if (!pack) return tl::unexpected(pack.error());
  const std::string purged = evidence::purged_at(pack->files());
  auto verified = purged.empty() ? verify(*pack, prefix) : Verification{};
  if (!verified) return tl::unexpected(verified.error());
  if (!purged.empty()) verified->not_checked.push_back(fmt::format("the evidence: it was deleted on {}, as purged.json says", purged));
  compare("report.json, the manifest of its evidence", report["identity"]["evidence"]["manifest_sha256"], pack->manifest().sha256,
          *verified);
  join(v, *verified);
  return purged.empty() && verified->differences.empty();
}

base::Result<bool> check_evidence(const Json& report, const fs::path& evidence, const std::string& prefix, Verification& v) {
  const auto same = is_reads_alone(evidence) ? check_reads(report, evidence, v) : check_pack(report, evidence, prefix, v);
  if (!same) return same;
  if (*same) return judge_again(report, evidence, v);
  v.not_checked.push_back("the verdicts: the evidence is not what it was");
  return true;
}

}  // namespace

base::Result<Verification> verify_pack(const fs::path& path) {
  const auto pack = evidence::Pack::open(path);
  if (!pack) return tl::unexpected(pack.error());
  return verify(*pack, "");
}

base::Result<Verification> verify_report(const ReportToVerify& asked) {
  const auto report = reports::read_document(asked.report_json);
  if (!report) return tl::unexpected(report.error());
  Verification v;
  check_rendering(asked, v);
  check_sums(*report, v);
  std::error_code ignored;
  const bool beside = asked.evidence.empty() && fs::exists(asked.folder / "evidence/manifest.json", ignored);
  if (asked.evidence.empty() && !beside) {
    v.not_checked.push_back("the verdicts: no evidence is beside the report; name it with --evidence");
    return v;
  }
  const fs::path evidence = beside ? asked.folder / "evidence" : asked.evidence;
  if (auto checked = check_evidence(*report, evidence, beside ? "evidence/" : "", v); !checked) return tl::unexpected(checked.error());
  return v;
}

}  // namespace harness
