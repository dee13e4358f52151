#include "conformance/evidence/manifest.h"

#include <charconv>
#include <fstream>
#include <sstream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "conformance/evidence/read_text.h"
#include "reference/base/hash.h"

namespace evidence {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view kFormat = "plumbline-evidence";
constexpr int kVersion = 1;
// What a run of ours keeps is synthetic; a month is enough to look into a finding.
constexpr base::Duration kKept = base::hours(24 * 31);

Json json_of(const Manifest& m) {
  Json json;
  json["format"] = kFormat;
  json["version"] = kVersion;
  json["subject"] = {
      {"vendor", m.subject_vendor}, {"product", m.subject_product}, {"version", m.subject_version}, {"role", m.subject_role}};
  json["claims"] = Json::array();
  json["gathered"] = {{"from", m.from}, {"to", m.to}, {"how", m.how}};
  json["controller"] = m.controller;
  json["purpose"] = m.purpose;
  json["delete_by"] = m.delete_by;
  json["tool"] = m.tool;
  json["seed"] = m.seed;
  if (m.sampled_one_in != 1) json["sampled"] = fmt::format("1/{}", m.sampled_one_in);
  json["files"] = m.files;
  return json;
}

base::Result<std::uint32_t> sampled_of(const Json& json) {
  if (!json.contains("sampled")) return 1;
  const auto text = json.at("sampled").get<std::string>();
  std::uint32_t n = 0;
  const bool shaped = text.starts_with("1/");
  const auto parsed = std::from_chars(text.data() + (shaped ? 2 : 0), text.data() + text.size(), n);
  if (!shaped || parsed.ec != std::errc() || parsed.ptr != text.data() + text.size() || n == 0) {
    return base::fail(kPackUnreadable, "manifest.json: expected \"sampled\" as \"1/64\"");
  }
  return n;
}

base::Result<Manifest> manifest_of(const Json& json) {
  if (json.at("format") != kFormat || json.at("version") != kVersion) {
    return base::fail(kPackUnreadable, "manifest.json: expected format plumbline-evidence, version 1");
  }
  Manifest m;
  const Json& subject = json.at("subject");
  m.subject_vendor = subject.value("vendor", "");
  m.subject_product = subject.value("product", "");
  m.subject_version = subject.value("version", "");
  m.subject_role = subject.value("role", "");
  const Json gathered = json.value("gathered", Json::object());
  m.from = gathered.value("from", "");
  m.to = gathered.value("to", "");
  m.how = gathered.value("how", "");
  m.controller = json.value("controller", "");
  m.purpose = json.value("purpose", "");
  m.delete_by = json.value("delete_by", "");
  m.tool = json.value("tool", "");
  if (json.contains("seed") && json.at("seed").is_number_unsigned()) m.seed = json.at("seed").get<std::uint64_t>();
  auto sampled = sampled_of(json);
  if (!sampled) return tl::unexpected(sampled.error());
  m.sampled_one_in = *sampled;
  for (const auto& [path, hash] : json.at("files").items()) {
    const auto text = hash.get<std::string>();
    if (!is_sha256(text)) return base::fail(kPackUnreadable, "manifest.json: expected 64 hexadecimal digits for " + path);
    m.files[path] = text;
  }
  return m;
}

}  // namespace

Manifest manifest_of(const PackOptions& options, base::Instant from, base::Instant to) {
  Manifest m;
  m.subject_vendor = options.subject_vendor;
  m.subject_product = options.subject_product;
  m.subject_version = options.subject_version;
  m.subject_role = options.subject_role;
  m.from = base::to_rfc3339(from);
  m.to = base::to_rfc3339(to);
  m.how = fmt::format("simulated: {}; {}", options.scenario, options.replay_line);
  m.controller = "nobody's personal data: marks that were never issued, drawn vehicles";
  m.purpose = "conformance assessment";
  m.delete_by = base::to_rfc3339(to + kKept).substr(0, 10);
  m.tool = "plumbline";
  m.seed = options.seed;
  m.sampled_one_in = options.keep == Keep::kSampled ? options.sampled_one_in : 1;
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

base::Result<Manifest> read_manifest(const std::filesystem::path& directory) {
  constexpr std::uintmax_t kBytesMax = 256u << 20;
  const auto path = directory / "manifest.json";
  std::error_code error;
  const auto size = std::filesystem::file_size(path, error);
  if (error) return base::fail(kPackUnreadable, path.string() + ": expected a manifest, which the writer of a pack leaves last");
  if (size > kBytesMax) return base::fail(kPackUnreadable, path.string() + ": expected at most 256 MiB");
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  try {
    return manifest_of(Json::parse(text.str()));
  } catch (const Json::exception& fault) {
    return base::fail(kPackUnreadable, fmt::format("manifest.json: {}", fault.what()));
  }
}

}  // namespace evidence
