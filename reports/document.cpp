// Reading and checking a report. The one source of this room that includes valijson, which takes its time to compile.
#include "reports/document.h"

#include <algorithm>

#include <fmt/format.h>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

#include "reports/embedded.h"
#include "reports/report.h"

namespace reports {
namespace {

using valijson::adapters::NlohmannJsonAdapter;

/// The innermost fault, which is the one that helps: "/requirements/3/status: ...".
std::string first_fault(valijson::ValidationResults& results) {
  valijson::ValidationResults::Error error;
  std::string where, what;
  while (results.popError(error)) {
    std::string path;
    for (const auto& step : error.context) path += step;
    if (what.empty() || path.size() > where.size()) {
      where = path;
      what = error.description;
    }
  }
  return fmt::format("at {}: {}", where.empty() ? "<root>" : where, what);
}

base::Result<nlohmann::json> parse(std::string_view text) {
  if (text.size() > kReportBytesMax) return base::fail(kReportNotBySchema, fmt::format("found {} bytes", text.size()));
  const int depth = bracket_depth(text);
  if (depth > kReportDepthMax) return base::fail(kReportNotBySchema, fmt::format("found {} levels of brackets", depth));
  nlohmann::json document = nlohmann::json::parse(text, nullptr, /*allow_exceptions=*/false);
  if (document.is_discarded()) return base::fail(kReportNotBySchema, "found no JSON in valid UTF-8");
  return document;
}

/// Another version is no fault of a place in the text: it is named before the schema finds a hundred.
base::Result<bool> of_our_version(const nlohmann::json& document) {
  if (!document.is_object() || document.value("format", nlohmann::json()) != "plumbline-report") return true;
  const nlohmann::json version = document.value("version", nlohmann::json());
  if (!version.is_number_integer() || version == kReportVersion) return true;
  return base::fail(kReportOfOtherVersion, fmt::format("found version {}; read it with the Plumbline that wrote it, or run again",
                                                       version.dump()));
}

}  // namespace

int bracket_depth(std::string_view json) {
  int depth = 0, deepest = 0;
  bool in_string = false;
  for (std::size_t i = 0; i < json.size(); ++i) {
    const char c = json[i];
    if (in_string && c == '\\') ++i;
    else if (c == '"') in_string = !in_string;
    else if (!in_string && (c == '{' || c == '[')) deepest = std::max(deepest, ++depth);
    else if (!in_string && (c == '}' || c == ']')) --depth;
  }
  return deepest;
}

base::Result<nlohmann::json> read_document(std::string_view report_json) {
  auto document = parse(report_json);
  if (!document) return document;
  if (auto ours = of_our_version(*document); !ours) return tl::unexpected(ours.error());

  const auto schema_document = nlohmann::json::parse(schema_json());
  valijson::Schema schema;
  valijson::SchemaParser parser(valijson::SchemaParser::kDraft7);
  parser.populateSchema(NlohmannJsonAdapter(schema_document), schema);
  valijson::ValidationResults results;
  valijson::Validator validator(valijson::Validator::kStrongTypes);
  if (!validator.validate(schema, NlohmannJsonAdapter(*document), &results)) {
    return base::fail(kReportNotBySchema, first_fault(results));
  }
  return document;
}

base::Result<bool> validate(std::string_view report_json) {
  auto document = read_document(report_json);
  if (!document) return tl::unexpected(document.error());
  return true;
}

}  // namespace reports
