// JSON strings and members, base64, and which texts are plain.
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>
#include <nlohmann/json.hpp>

#include "conformance/evidence/base64.h"
#include "conformance/evidence/fan_out.h"
#include "conformance/evidence/json_text.h"
#include "conformance/evidence/read_text.h"
#include "tests/unit/conformance/evidence/heard.h"

namespace evidence {
namespace {

std::string as_json(std::string_view text) {
  std::string out;
  append_json_string(out, text);
  return out;
}

RC_GTEST_PROP(JsonStringTest, IsReadBackByAnotherReader, (const std::string& ascii)) {
  std::string text;
  for (const char c : ascii) text += static_cast<char>(c & 0x7f);
  RC_ASSERT(nlohmann::json::parse(as_json(text)).get<std::string>() == text);
}

RC_GTEST_PROP(JsonStringTest, IsAlwaysUtf8, (const std::string& bytes)) { RC_ASSERT(nlohmann::json::accept(as_json(bytes))); }

TEST(JsonStringTest, KeepsCharactersAndReplacesStrayBytes) {
  EXPECT_EQ(as_json("\xc3\xa4\xf0\x9f\x9a\x97"), "\"\xc3\xa4\xf0\x9f\x9a\x97\"");
  EXPECT_EQ(as_json("a\xff"
                    "b"),
            "\"a\xef\xbf\xbd"
            "b\"");
  EXPECT_EQ(as_json("\xc3"), "\"\xef\xbf\xbd\"");
}

TEST(RawMemberTest, GivesTheBytesOfTheValue) {
  const std::string_view text = R"( { "a" : {"b":[1,"}"]} , "c":"x\"y", "d": -1.5e3 ,"e":null} )";
  EXPECT_EQ(raw_member(text, "a"), R"({"b":[1,"}"]})");
  EXPECT_EQ(raw_member(text, "c"), R"("x\"y")");
  EXPECT_EQ(raw_member(text, "d"), "-1.5e3");
  EXPECT_EQ(raw_member(text, "e"), "null");
  EXPECT_EQ(raw_member(text, "b"), std::nullopt);
  EXPECT_EQ(raw_member("[1]", "a"), std::nullopt);
  for (const std::string_view broken : {"", "{", "{\"a\"", "{\"a\":", "{\"a\":\"", "{\"a\":{", "{\"a\"1}", "{\"b\":1 2}", "{\"b\":}"}) {
    EXPECT_EQ(raw_member(broken, "a"), std::nullopt) << broken;
  }
}

TEST(RawMemberTest, GivesTheBytesOfTheLast) {
  EXPECT_EQ(raw_last_member(R"( {"b":"\\", "r\"a":{"a":1}, "a" : {"b":[1,"}"]} } )", "a"), R"({"b":[1,"}"]})");
  EXPECT_EQ(raw_last_member(R"({"a":"x\"y"})", "a"), R"("x\"y")");
  EXPECT_EQ(raw_last_member(R"({"a":-1.5e3})", "a"), "-1.5e3");
  EXPECT_EQ(raw_last_member(R"({"b":1,"\u0061":2})", "a"), std::nullopt);
}

RC_GTEST_PROP(Base64Test, RoundTrip, (const std::string& bytes)) {
  std::string text;
  append_base64(text, bytes);
  RC_ASSERT(from_base64(text) == bytes);
}

TEST(Base64Test, TakesNothingElse) {
  EXPECT_EQ(from_base64("QUI="), "AB");
  EXPECT_EQ(from_base64(""), "");
  for (const std::string_view bad : {"QUI", "QUI=\n", " QUI=", "Q=I=", "====", "QU*=", "A==="})
    EXPECT_EQ(from_base64(bad), std::nullopt) << bad;
}

TEST(ReadTextTest, OnlyOneLineOneObjectEachKeyOnceIsPlain) {
  ReadText reader;
  EXPECT_TRUE(reader.plain(R"({"a":1,"b":{"a":2},"c":[{"x":1},{"x":2}]})").has_value());
  for (const std::string_view text : {"", "{", "[1]", " {}", "{} ", "{}\n", "{\"a\":\n1}", "{\"a\":1,\"a\":1}", "{\"a\":{\"b\":1,\"b\":2}}",
                                      "{\"c\":[{\"x\":1,\"x\":2}]}", "{\"a\":\"\xff\"}", "{\"a\":1}{\"b\":2}", "{\"a\":01}",
                                      "{\"a\":\"\\ud800\"}", "{\"a\":1,\"\\u0061\":1}"}) {
    EXPECT_FALSE(reader.plain(text).has_value()) << text;
  }
  EXPECT_FALSE(reader.plain("{\"a\":" + std::string(40, '[') + std::string(40, ']') + "}").has_value());
  std::string many = "{";
  for (int i = 0; i < 100; ++i) many += fmt::format("\"k{}\":1,", i);
  EXPECT_FALSE(reader.plain(many + "\"z\":1}").has_value());
}

TEST(ReadTextTest, NamesImagesByHashAlone) {
  ReadText reader;
  const std::string hash(64, 'a');
  const auto named = reader.plain(R"({"plate_patch":{"sha256":")" + hash + R"(","bytes":1},"overview":{"sha256":"../x"}})");
  ASSERT_TRUE(named.has_value());
  EXPECT_EQ(named->plate_patch, hash);
  EXPECT_EQ(named->overview, "");
  EXPECT_FALSE(is_sha256(std::string(64, 'A')));
  EXPECT_FALSE(is_sha256(std::string(63, 'a')));
}

TEST(FanOutTest, TellsAllInOrderAndLeavesOutNobody) {
  test::Heard a, b;
  FanOut both{&a, nullptr, &b};
  both.hear({{}, base::event::Link{"x", "y", true}, {}});
  EXPECT_EQ(a.lines, b.lines);
  EXPECT_EQ(a.lines.size(), 1u);
}

}  // namespace
}  // namespace evidence
