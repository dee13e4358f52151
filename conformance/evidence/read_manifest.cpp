#include <charconv>

#include <fmt/format.h>

#include "conformance/evidence/fields.h"
#include "conformance/evidence/manifest.h"
#include "conformance/evidence/read_text.h"
#include "reference/base/hash.h"

namespace evidence {
namespace {

constexpr std::string_view kFormat = "plumbline-evidence";
constexpr std::int64_t kVersion = 1;
constexpr std::size_t kBytesMax = std::size_t{256} << 20;
constexpr std::size_t kDepthMax = 24;

std::string text_of(const Fields& f, Key key) { return std::string(f.text_or(key, "")); }

std::uint32_t positive(const Fields& f, Key key, std::int64_t otherwise) {
  const std::int64_t value = f.integer_or(key, otherwise);
  if (value < 1 || value > UINT32_MAX) Fields::expected(key.name(), "a positive integer");
  return static_cast<std::uint32_t>(value);
}

std::vector<std::string> strings_of(const Fields& f, Key key) {
  std::vector<std::string_view> strings;
  if (f.has(key)) f.strings(key, strings);
  return {strings.begin(), strings.end()};
}

std::uint32_t sampled_of(const Fields& f) {
  const std::string_view text = f.text_or("sampled", "1/1");
  std::uint32_t n = 0;
  const bool shaped = text.starts_with("1/");
  const auto parsed = std::from_chars(text.data() + (shaped ? 2 : 0), text.data() + text.size(), n);
  if (!shaped || parsed.ec != std::errc() || parsed.ptr != text.data() + text.size() || n == 0)
    Fields::expected("sampled", "a part such as \"1/64\"");
  return n;
}

/// Left out, or a date of the calendar.
std::string delete_by_of(const Fields& f) {
  std::string date = text_of(f, "delete_by");
  if (!date.empty() && (date.size() != 10 || !base::parse_rfc3339(date + "T00:00:00.000000Z")))
    Fields::expected("delete_by", "a date such as \"2019-07-12\"");
  return date;
}

/// Left out, or an instant.
std::string instant_of(const Fields& f, Key key) {
  if (!text_of(f, key).empty()) static_cast<void>(f.instant(key));
  return text_of(f, key);
}

Provenance run_of(const Fields& f) {
  Provenance run;
  run.scenario = text_of(f, "scenario");
  run.title = text_of(f, "title");
  run.file = text_of(f, "file");
  run.scenario_sha256 = text_of(f, "scenario_sha256");
  if (run.scenario.empty()) Fields::expected("scenario", "the name of a scenario");
  if (!is_sha256(run.scenario_sha256)) Fields::expected("scenario_sha256", "64 lower-case hexadecimal digits");
  if (f.has("seed")) run.seed = static_cast<std::uint64_t>(f.integer_within("seed", 0, INT64_MAX));   // a report holds no greater one
  run.replay = text_of(f, "replay");
  if (run.replay.empty() || run.replay.find('\0') != run.replay.npos) Fields::expected("replay", "the line that has the run again");
  run.subject_option = text_of(f, "subject_option");
  run.fidelity = text_of(f, "fidelity");
  if (run.fidelity != "queue" && run.fidelity != "flow") Fields::expected("fidelity", "\"queue\" or \"flow\"");
  run.wire_one_in = positive(f, "wire_one_in", 1);
  run.digest = text_of(f, "digest");
  run.image_digest = text_of(f, "image_digest");
  run.attributions = strings_of(f, "attributions");
  if (!f.has("faults")) return run;
  for (const simdjson::dom::element element : f.array("faults")) {
    simdjson::dom::object object;
    if (element.get(object) != simdjson::SUCCESS) Fields::expected("faults", "an array of objects");
    const Fields fault(object, Repeats::kFirstCounts);
    run.faults.push_back(
        {text_of(fault, "id"), text_of(fault, "fault"), text_of(fault, "target"), fault.instant("on"), fault.instant("off")});
  }
  return run;
}

std::map<std::string, std::string> files_of(const Fields& f) {
  std::map<std::string, std::string> files;
  for (const simdjson::dom::key_value_pair member : f.object("files")) {
    const std::string path(member.key);
    std::string_view hash;
    if (member.value.get(hash) != simdjson::SUCCESS || !is_sha256(hash))
      Fields::expected(path, "the file's SHA-256 in 64 lower-case hexadecimal digits");
    if (const std::string fault = path_fault(path); !fault.empty())
      throw LineFault{fmt::format("expected a path that stays in the pack; {}", fault)};
    if (!files.emplace(path, hash).second) throw LineFault{fmt::format("expected \"{}\" once", path)};
  }
  return files;
}

Manifest manifest_of(const Fields& f) {
  if (f.text("format") != kFormat) Fields::expected("format", fmt::format("\"{}\"", kFormat));
  const std::int64_t version = f.integer_or("version", 0);
  if (version != kVersion) Fields::expected("version", fmt::format("{}, which is what this Plumbline reads; found {}", kVersion, version));
  Manifest m;
  const Fields subject(f.object("subject"), Repeats::kFirstCounts);
  m.subject_vendor = text_of(subject, "vendor");
  m.subject_product = text_of(subject, "product");
  m.subject_version = text_of(subject, "version");
  m.subject_role = text_of(subject, "role");
  m.claims = strings_of(f, "claims");
  if (f.has("gathered")) {
    const Fields gathered(f.object("gathered"), Repeats::kFirstCounts);
    m.from = instant_of(gathered, "from");
    m.to = instant_of(gathered, "to");
    m.how = text_of(gathered, "how");
  }
  m.controller = text_of(f, "controller");
  m.purpose = text_of(f, "purpose");
  m.delete_by = delete_by_of(f);
  m.tool = text_of(f, "tool");
  m.seed = f.unsigned_or("seed", 0);
  m.sampled_one_in = sampled_of(f);
  if (f.has("run")) m.run = run_of(Fields(f.object("run"), Repeats::kFirstCounts));
  m.files = files_of(f);
  return m;
}

}  // namespace

std::string named_hash(const std::string& path) {
  const auto between = [&](std::string_view folder, std::string_view ending) -> std::string {
    if (!path.starts_with(folder) || !path.ends_with(ending) || path.size() != folder.size() + 64 + ending.size()) return "";
    std::string name = path.substr(folder.size(), 64);
    return is_sha256(name) ? name : "";
  };
  const std::string image = between("images/", ".jpg");
  return image.empty() ? between("lists/", ".csv") : image;
}

base::Result<Manifest> read_manifest(const Container& pack) {
  const auto text = pack.content("manifest.json", kBytesMax);
  if (!text) return tl::unexpected(text.error());
  if (!*text) return base::fail(kPackUnreadable, "expected a manifest.json, which the writer of a pack leaves last; there is none");
  simdjson::dom::parser parser;
  simdjson::dom::object object;
  const auto parsed = parser.allocate((*text)->size() + 1, kDepthMax);
  const auto code = parsed != simdjson::SUCCESS ? parsed : parser.parse(**text).get_object().get(object);
  if (code != simdjson::SUCCESS)
    return base::fail(kPackUnreadable,
                      fmt::format("manifest.json: expected one JSON object in UTF-8; found: {}", simdjson::error_message(code)));
  try {
    Manifest manifest = manifest_of(Fields(object));
    manifest.sha256 = base::sha256_hex(**text);
    return manifest;
  } catch (const LineFault& fault) {
    return base::fail(kPackUnreadable, "manifest.json: " + fault.expected);
  }
}

}  // namespace evidence
