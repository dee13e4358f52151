#include "conformance/harness/printable.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <rapidcheck/gtest.h>

namespace {

using harness::printable;

TEST(Printable, ValidTextStays) {
  for (const char* text : {"", "AB12 CDE", "Łódź 東京 🚗", "a\tb\n"}) EXPECT_EQ(printable(text), text);
}

TEST(Printable, WhatIsNotUtf8IsNamedByteByByte) {
  EXPECT_EQ(printable("A\xff" "B"), "A\\xFFB");
  EXPECT_EQ(printable("\xc3"), "\\xC3");                          // cut off
  EXPECT_EQ(printable("\xc0\xaf"), "\\xC0\\xAF");                 // overlong
  EXPECT_EQ(printable("\xed\xa0\x80"), "\\xED\\xA0\\x80");        // a surrogate
  EXPECT_EQ(printable("\xf4\x90\x80\x80"), "\\xF4\\x90\\x80\\x80");   // above U+10FFFF
}

TEST(Printable, TheLongIsCutAndSaysSo) {
  EXPECT_EQ(printable("abcdef", 3), "abc … (6 bytes in all)");
  EXPECT_EQ(printable("Łab", 1), "Ł … (4 bytes in all)");   // never within a character
  EXPECT_EQ(printable("abc", 3), "abc");
}

RC_GTEST_PROP(Printable, AnyBytesBecomeWhatJsonHolds, (const std::string& bytes)) {
  const nlohmann::json value = printable(bytes);
  RC_ASSERT(nlohmann::json::parse(value.dump()).get<std::string>() == printable(bytes));
}

}  // namespace
