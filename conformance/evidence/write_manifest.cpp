#include <fstream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "conformance/evidence/manifest.h"
#include "reference/base/hash.h"

namespace evidence {
namespace {

using Json = nlohmann::ordered_json;

// What a run of ours keeps is synthetic; a month is enough to look into a finding.
constexpr base::Duration kKept = base::hours(24 * 31);

Json json_of(const Provenance& run) {
  Json faults = Json::array();
  for (const GivenFault& fault : run.faults) {
    faults.push_back({{"id", fault.id},
                      {"fault", fault.fault},
                      {"target", fault.target},
                      {"on", base::to_rfc3339(fault.on)},
                      {"off", base::to_rfc3339(fault.off)}});
  }
  return {{"scenario", run.scenario},
          {"title", run.title},
          {"file", run.file},
          {"scenario_sha256", run.scenario_sha256},
          {"seed", run.seed},
          {"replay", run.replay},
          {"subject_option", run.subject_option},
          {"fidelity", run.fidelity},
          {"wire_one_in", run.wire_one_in},
          {"digest", run.digest},
          {"image_digest", run.image_digest},
          {"faults", std::move(faults)},
          {"attributions", run.attributions}};
}

Json json_of(const Manifest& m) {
  Json json;
  json["format"] = "plumbline-evidence";
  json["version"] = 1;
  json["subject"] = {
      {"vendor", m.subject_vendor}, {"product", m.subject_product}, {"version", m.subject_version}, {"role", m.subject_role}};
  json["claims"] = m.claims;
  json["gathered"] = {{"from", m.from}, {"to", m.to}, {"how", m.how}};
  json["controller"] = m.controller;
  json["purpose"] = m.purpose;
  json["delete_by"] = m.delete_by;
  json["tool"] = m.tool;
  json["seed"] = m.seed;
  if (m.sampled_one_in != 1) json["sampled"] = fmt::format("1/{}", m.sampled_one_in);
  if (m.run.simulated()) json["run"] = json_of(m.run);
  json["files"] = m.files;
  return json;
}

}  // namespace

Manifest manifest_of(const PackOptions& options, const Provenance& run, base::Instant from, base::Instant to) {
  Manifest m;
  m.subject_vendor = options.subject_vendor;
  m.subject_product = options.subject_product;
  m.subject_version = options.subject_version;
  m.subject_role = options.subject_role;
  m.from = base::to_rfc3339(from);
  m.to = base::to_rfc3339(to);
  m.how = fmt::format("simulated: {}; {}", run.scenario, run.replay);
  m.controller = "nobody's personal data: marks that were never issued, drawn vehicles";
  m.purpose = "conformance assessment";
  m.delete_by = base::to_rfc3339(to + kKept).substr(0, 10);
  m.tool = "plumbline";
  m.seed = run.seed;
  m.sampled_one_in = options.keep == Keep::kSampled ? options.sampled_one_in : 1;
  m.run = run;
  return m;
}

base::Result<std::string> write_manifest(const std::filesystem::path& directory, const Manifest& manifest) {
  const std::string text = json_of(manifest).dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
  const auto unfinished = directory / "manifest.json.unfinished";
  std::ofstream file(unfinished, std::ios::binary | std::ios::trunc);
  file << text;
  file.close();
  if (!file) return base::fail(kPackNotWritable, unfinished.string());
  std::error_code error;
  std::filesystem::rename(unfinished, directory / "manifest.json", error);
  if (error) return base::fail(kPackNotWritable, error.message());
  return base::sha256_hex(text);
}

}  // namespace evidence
