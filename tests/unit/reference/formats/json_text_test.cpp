#include "reference/formats/json_text.h"

#include <limits>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>
#include <nlohmann/json.hpp>

#include "tests/unit/reference/formats/read_maker.h"

namespace {

template <class Write>
std::string written(const Write& write) {
  std::string text;
  formats::TextSink sink(text);
  write(sink);
  formats::CountSink count;
  write(count);
  EXPECT_EQ(count.bytes(), text.size());
  return text;
}

TEST(WriteString, EscapesEveryControlCharacterQuoteAndBackslash) {
  for (int c = 0; c < 0x80; ++c) {
    const std::string text(1, static_cast<char>(c));
    const std::string json = written([&](auto& sink) { formats::write_string(sink, text); });
    EXPECT_EQ(nlohmann::json::parse(json).get<std::string>(), text);
    EXPECT_EQ(json.size() > 3, c < 0x20 || c == '"' || c == '\\') << json;
  }
}

RC_GTEST_PROP(WriteString, IsReadBackByAnotherReader, ()) {
  const auto text = *read_maker::text(0, 40, read_maker::anything());
  const std::string json = written([&](auto& sink) { formats::write_string(sink, text); });
  RC_ASSERT(nlohmann::json::parse(json).get<std::string>() == text);
}

RC_GTEST_PROP(WriteInteger, AgreesWithTheLibrary, (std::int64_t value)) {
  RC_ASSERT(written([&](auto& sink) { formats::write_integer(sink, value); }) == std::to_string(value));
}

TEST(WriteInteger, ReachesBothEnds) {
  for (const std::int64_t value : {std::numeric_limits<std::int64_t>::min(), std::numeric_limits<std::int64_t>::max(), std::int64_t{0}}) {
    EXPECT_EQ(written([&](auto& sink) { formats::write_integer(sink, value); }), std::to_string(value));
  }
}

TEST(ObjectWriter, PutsCommasBetweenMembers) {
  EXPECT_EQ(written([](auto& sink) {
              formats::ObjectWriter object(sink);
              object.close();
            }),
            "{}");
  EXPECT_EQ(written([](auto& sink) {
              formats::ObjectWriter object(sink);
              object.string("a", "x\n");
              object.integer("b", -1);
              object.plain("c", "y");
              object.json("d", "[true]");
              object.close();
            }),
            R"({"a":"x\n","b":-1,"c":"y","d":[true]})");
}

}  // namespace
