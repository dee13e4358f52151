#include "reports/text.h"

#include <gtest/gtest.h>

namespace {

using namespace reports;

TEST(Shown, LeavesPlainTextAlone) {
  for (const char* text : {"", "AB12 CDE", "Łódź – 東京 🚗", "two\nlines\tand a tab", "<b>&\"'</b>"}) EXPECT_EQ(shown(text), text);
}

TEST(Shown, NamesWhatWouldStayUnseen) {
  EXPECT_EQ(shown("a\xe2\x80\xae" "b"), "a[U+202E]b");          // right-to-left override
  EXPECT_EQ(shown("\xe2\x81\xa6x\xe2\x81\xa9"), "[U+2066]x[U+2069]");
  EXPECT_EQ(shown(std::string_view("a\0b\x1b[31m\x7f", 9)), "a[U+0000]b[U+001B][31m[U+007F]");
  EXPECT_EQ(shown("\xc2\x85"), "[U+0085]");
}

TEST(XmlText, ReplacesWhatXmlForbidsAndNothingElse) {
  EXPECT_EQ(xml_text(std::string_view("a\0\x08\x1f", 4)), "a\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd");
  EXPECT_EQ(xml_text("\xef\xbf\xbe"), "\xef\xbf\xbd");
  EXPECT_EQ(xml_text("tab\tline\nreturn\r <&> Ł"), "tab\tline\nreturn\r <&> Ł");
}

TEST(Thousands, GroupsByThree) {
  EXPECT_EQ(thousands(0), "0");
  EXPECT_EQ(thousands(999), "999");
  EXPECT_EQ(thousands(1000), "1,000");
  EXPECT_EQ(thousands(484821), "484,821");
  EXPECT_EQ(thousands(1234567890), "1,234,567,890");
}

TEST(TimeText, TakesTheUnitThatSuits) {
  EXPECT_EQ(time_text(0), "0 µs");
  EXPECT_EQ(time_text(0.000042), "42 µs");
  EXPECT_EQ(time_text(1e-9), "1 ns");
  EXPECT_EQ(time_text(0.0413), "41.3 ms");
  EXPECT_EQ(time_text(1.874), "1.874 s");
  EXPECT_EQ(time_text(0.9999999), "1.000 s");   // rounded first: never "1000.0 ms"
}

TEST(SignedTimeText, AlwaysHasASign) {
  EXPECT_EQ(signed_time_text(1.588), "+1.588 s");
  EXPECT_EQ(signed_time_text(-0.3018), "−301.8 ms");
}

TEST(PercentText, KeepsTwoSignificantDigits) {
  EXPECT_EQ(percent_text(0), "0 %");
  EXPECT_EQ(percent_text(1), "100 %");
  EXPECT_EQ(percent_text(0.0000062), "0.00062 %");
  EXPECT_EQ(percent_text(0.001), "0.10 %");
  EXPECT_EQ(percent_text(0.25), "25 %");
}

}  // namespace
