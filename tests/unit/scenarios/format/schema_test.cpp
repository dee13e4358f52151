// The schema itself: published as it is embedded, and saying of every place what it expects.
#include "scenarios/format/schema.h"

#include <fstream>
#include <iterator>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace {

using Json = nlohmann::json;

TEST(Schema, is_embedded_as_it_is_published) {
  std::ifstream file(PLUMBLINE_SOURCE "/scenarios/format/scenario.schema.json", std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  ASSERT_FALSE(bytes.empty());
  EXPECT_EQ(scenario::schema_json(), bytes);
}

/// Follows every node that a document may be checked by, and hands each over with its own way.
void walk(const Json& schema, const Json& node, const std::string& way, const std::function<void(const Json&, const std::string&)>& visit) {
  visit(node, way);
  for (const auto* part : {"properties", "definitions"}) {
    if (!node.contains(part)) continue;
    for (const auto& [key, child] : node.at(part).items()) walk(schema, child, way + "/" + part + "/" + key, visit);
  }
  if (node.contains("items")) walk(schema, node.at("items"), way + "/items", visit);
}

TEST(Schema, refuses_unknown_keys_everywhere) {
  const auto schema = Json::parse(scenario::schema_json());
  int objects = 0;
  walk(schema, schema, "", [&](const Json& node, const std::string& way) {
    if (!node.contains("properties")) return;
    ++objects;
    ASSERT_TRUE(node.contains("additionalProperties")) << way;
    EXPECT_EQ(node.at("additionalProperties"), false) << way;
  });
  EXPECT_GE(objects, 12);
}

TEST(Schema, says_of_every_place_what_it_expects) {
  const auto schema = Json::parse(scenario::schema_json());
  walk(schema, schema, "", [&](const Json& node, const std::string& way) {
    if (way.starts_with("/definitions/")) return;  // what refers to them describes them, unless they do it themselves
    const bool refers = node.contains("$ref");
    const Json& target = refers ? schema.at(Json::json_pointer(node.at("$ref").get<std::string>().substr(1))) : node;
    EXPECT_TRUE(node.contains("description") || target.contains("description")) << way;
  });
}

TEST(Schema, requires_only_keys_it_knows) {
  const auto schema = Json::parse(scenario::schema_json());
  walk(schema, schema, "", [&](const Json& node, const std::string& way) {
    for (const auto& key : node.value("required", Json::array()))
      EXPECT_TRUE(node.at("properties").contains(key.get<std::string>())) << way;
  });
}

}  // namespace
