// What a fast parser does not take.
#include "conformance/evidence/tame_json.h"

#include <gtest/gtest.h>
#include <simdjson.h>

namespace evidence::test {
namespace {

TEST(TamedTest, NumbersBeyondSixtyFourBitsAreAsFarOut) {
  EXPECT_EQ(tamed(R"({"a":123456789012345678901,"b":-99999999999999999999})"), R"({"a":999999999999999999   ,"b":-999999999999999999  })");
  EXPECT_EQ(tamed(R"([1e400, -12345.6e9999])"), R"([9e99 , -9e99        ])");
  for (const char* fine :
       {"[1,-2.5e3,123456789012345678,0.12345678901234567890]", R"({"1234567890123456789012":"12345678901234567890123"})"})
    EXPECT_EQ(tamed(fine), fine);
}

TEST(TamedTest, HalvesOfSurrogatePairsAreReplacedAndWholePairsAreNot) {
  EXPECT_EQ(tamed(R"(["\ud800x","\udc00\ud800","\ud83d\ude97","\\ud800","\"\uDFFF"])"),
            R"(["\ufffdx","\ufffd\ufffd","\ud83d\ude97","\\ud800","\"\ufffd"])");
}

TEST(TamedTest, WhatIsTamedIsTaken) {
  simdjson::dom::parser parser;
  for (const char* text : {R"({"a":1234567890123456789012345678901234567890,"b":"\ud800"})", R"([1e999,-1E+999,"\udc00"])"}) {
    EXPECT_NE(parser.parse(std::string(text)).error(), simdjson::SUCCESS) << text;
    EXPECT_EQ(parser.parse(tamed(text)).error(), simdjson::SUCCESS) << tamed(text);
    EXPECT_EQ(tamed(text).size(), std::string_view(text).size());
  }
}

}  // namespace
}  // namespace evidence::test
