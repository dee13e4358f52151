// The one source that includes valijson, which takes seconds to compile.
#include "scenarios/format/schema.h"

#include <nlohmann/json.hpp>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

#include "reference/base/check.h"
#include "scenarios/format/document.h"
#include "scenarios/format/scenario.h"

namespace scenario {
namespace {

using Json = nlohmann::json;
using Adapter = valijson::adapters::NlohmannJsonAdapter;

/// Valijson's "[world]" and "[3]" without their brackets; "<root>" is left out.
std::vector<std::string> steps_of(const std::vector<std::string>& context) {
  std::vector<std::string> steps;
  for (const auto& step : context) {
    if (step.size() >= 2 && step.front() == '[' && step.back() == ']') steps.push_back(step.substr(1, step.size() - 2));
  }
  return steps;
}

const Json& referred(const Json& schema, const Json& node) {
  if (!node.contains("$ref")) return node;
  return schema.at(Json::json_pointer(node.at("$ref").get<std::string>().substr(1)));
}

/// The schema's node for a place, references followed only on the way; null where it knows no such place.
const Json* node_at(const Json& schema, const std::vector<std::string>& steps) {
  const Json* node = &schema;
  for (const auto& step : steps) {
    const Json& here = referred(schema, *node);
    const auto properties = here.find("properties");
    const auto additional = here.find("additionalProperties");
    if (properties != here.end() && properties->contains(step)) {
      node = &properties->at(step);
    } else if (here.contains("items") && step.find_first_not_of("0123456789") == std::string::npos) {
      node = &here.at("items");
    } else if (additional != here.end() && additional->is_object()) {
      node = &*additional;
    } else {
      return nullptr;
    }
  }
  return node;
}

/// A description beside a reference counts before that of what it refers to.
std::string description_of(const Json& schema, const Json& node) {
  const auto own = node.find("description");
  return (own != node.end() ? *own : referred(schema, node).at("description")).get<std::string>();
}

std::string short_text(const Json& value) {
  const auto text = value.dump(-1, ' ', true, Json::error_handler_t::replace);
  return text.size() <= 80 ? text : text.substr(0, 77) + "...";
}

std::string keys_of(const Json& object) {
  std::string keys;
  for (const auto& [key, unused] : object.items()) keys += (keys.empty() ? "" : ", ") + key;
  return keys;
}

/// "found ..., expected ..." of a value that does not fit its node of the schema.
std::string complaint(const Json& schema, const Json& node, const Json& value) {
  const Json& rules = referred(schema, node);
  const auto properties = rules.find("properties");
  if (value.is_object() && properties != rules.end()) {
    for (const auto& [key, unused] : value.items()) {
      if (!properties->contains(key)) return fmt::format("found the key '{}', expected one of {}", key.substr(0, 60), keys_of(*properties));
    }
    for (const auto& key : rules.value("required", Json::array())) {
      const auto name = key.get<std::string>();
      if (!value.contains(name)) return fmt::format("found no key '{}', expected {}", name, description_of(schema, properties->at(name)));
    }
  }
  return fmt::format("found {}, expected {}", short_text(value), description_of(schema, node));
}

/// The innermost place of which valijson complains, and the first of several.
std::vector<std::string> innermost(valijson::ValidationResults& results) {
  std::vector<std::string> deepest;
  valijson::ValidationResults::Error error;
  while (results.popError(error)) {
    auto steps = steps_of(error.context);
    if (steps.size() > deepest.size()) deepest = std::move(steps);
  }
  return deepest;
}

}  // namespace

base::Result<void> check_by_schema(const nlohmann::json& document) {
  const Json schema = Json::parse(schema_json());
  valijson::Schema compiled;
  valijson::SchemaParser parser;
  parser.populateSchema(Adapter(schema), compiled);
  valijson::ValidationResults results;
  valijson::Validator validator;
  if (validator.validate(compiled, Adapter(document), &results)) return {};
  const auto steps = innermost(results);
  std::string pointer;
  const Json* value = &document;
  for (const auto& step : steps) {
    value = value->is_array() ? &value->at(static_cast<std::size_t>(std::stoul(step))) : &value->at(step);
    pointer = pointer_to(pointer, step);
  }
  const Json* node = node_at(schema, steps);
  PLUMB_CHECK(node != nullptr, "the schema has a node for every place it complains of");
  return base::fail(kScenarioNotBySchema, fmt::format("{}: {}", pointer.empty() ? "the whole" : pointer, complaint(schema, *node, *value)));
}

}  // namespace scenario
