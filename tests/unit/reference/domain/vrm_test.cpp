#include "reference/domain/vrm.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "reference/domain/utf8.h"

namespace {

using domain::Vrm;
using domain::VrmKind;

const base::ErrorKind* fault_of(std::string_view text) {
  const auto vrm = Vrm::make(text);
  return vrm ? nullptr : vrm.error().kind;
}

TEST(Vrm, StaysAsItWasWritten) {
  EXPECT_EQ(Vrm::make("ab00cDe")->text(), "ab00cDe");
  EXPECT_EQ(Vrm::make("Ö-1")->text(), "Ö-1");
  EXPECT_NE(*Vrm::make("AB00CDE"), *Vrm::make("ab00cde"));
}

TEST(Vrm, KnowsTheReservedValues) {
  EXPECT_EQ(Vrm::make("QQQQQQQ")->kind(), VrmKind::kNoneIdentified);
  EXPECT_EQ(Vrm::make("QQ111QQQ")->kind(), VrmKind::kConnectivityTest);
  EXPECT_EQ(Vrm::make("QQQQQQ")->kind(), VrmKind::kOrdinary);
  EXPECT_EQ(Vrm::make("qqqqqqq")->kind(), VrmKind::kOrdinary);
  EXPECT_EQ(Vrm::make("QQQQQQQQ")->kind(), VrmKind::kOrdinary);
}

TEST(Vrm, IsNeverEmpty) { EXPECT_EQ(fault_of(""), &domain::kVrmEmpty); }

TEST(Vrm, HasNoWhiteSpaceOfAnyKind) {
  // Every code point of the property White_Space, as PropList.txt of Unicode lists them.
  const std::vector<std::string_view> spaces{"\t",           "\n",           "\v",           "\f",           "\r",           " ",
                                             "\xc2\x85",     "\xc2\xa0",     "\xe1\x9a\x80", "\xe2\x80\x80", "\xe2\x80\x81", "\xe2\x80\x82",
                                             "\xe2\x80\x83", "\xe2\x80\x84", "\xe2\x80\x85", "\xe2\x80\x86", "\xe2\x80\x87", "\xe2\x80\x88",
                                             "\xe2\x80\x89", "\xe2\x80\x8a", "\xe2\x80\xa8", "\xe2\x80\xa9", "\xe2\x80\xaf", "\xe2\x81\x9f",
                                             "\xe3\x80\x80"};
  for (const std::string_view space : spaces) {
    EXPECT_EQ(fault_of("AB" + std::string(space) + "CD"), &domain::kVrmHasSpace) << testing::PrintToString(space);
    EXPECT_EQ(fault_of(space), &domain::kVrmHasSpace);
  }
  EXPECT_EQ(fault_of("AB\xe2\x80\x8b"
                     "CD"),
            nullptr)
      << "a zero-width space has not the property White_Space";
}

TEST(Vrm, IsUtf8) {
  for (const char* bad :
       {"\xff", "AB\xc3", "\xc0\xaf", "\xed\xa0\x80", "\xf4\x90\x80\x80", "\xe0\x80\x80", "\xf0\x80\x80\x80", "\x80", "\xc3\x28"}) {
    EXPECT_EQ(fault_of(bad), &domain::kVrmNotUtf8) << testing::PrintToString(bad);
  }
}

TEST(Vrm, HasAtMostThirtyTwoBytes) {
  EXPECT_EQ(fault_of(std::string(32, 'A')), nullptr);
  EXPECT_EQ(fault_of(std::string(33, 'A')), &domain::kVrmTooLong);
}

TEST(Vrm, SaysTheFaultOfTheLowestRank) {
  EXPECT_EQ(fault_of("A \xff"), &domain::kVrmNotUtf8);
  EXPECT_EQ(fault_of(std::string(40, ' ')), &domain::kVrmHasSpace);
}

/// UTF-8 by the plain table of RFC 3629, byte ranges written out.
bool plain_is_utf8(const std::string& text) {
  const auto in = [&](std::size_t i, int from, int to) {
    return i < text.size() && static_cast<unsigned char>(text[i]) >= from && static_cast<unsigned char>(text[i]) <= to;
  };
  for (std::size_t i = 0; i < text.size();) {
    const auto tail = [&](std::size_t k) { return in(i + k, 0x80, 0xbf); };
    if (in(i, 0x00, 0x7f))
      i += 1;
    else if (in(i, 0xc2, 0xdf) && tail(1))
      i += 2;
    else if (in(i, 0xe0, 0xe0) && in(i + 1, 0xa0, 0xbf) && tail(2))
      i += 3;
    else if ((in(i, 0xe1, 0xec) || in(i, 0xee, 0xef)) && tail(1) && tail(2))
      i += 3;
    else if (in(i, 0xed, 0xed) && in(i + 1, 0x80, 0x9f) && tail(2))
      i += 3;
    else if (in(i, 0xf0, 0xf0) && in(i + 1, 0x90, 0xbf) && tail(2) && tail(3))
      i += 4;
    else if (in(i, 0xf1, 0xf3) && tail(1) && tail(2) && tail(3))
      i += 4;
    else if (in(i, 0xf4, 0xf4) && in(i + 1, 0x80, 0x8f) && tail(2) && tail(3))
      i += 4;
    else
      return false;
  }
  return true;
}

RC_GTEST_PROP(Utf8, AgreesWithTheTableOfRfc3629, ()) {
  // Bytes near the borders of the table, or a random string would almost never be UTF-8.
  const auto bytes =
      *rc::gen::container<std::vector<int>>(rc::gen::element(0x41, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc1, 0xc2, 0xdf, 0xe0, 0xe1,
                                                             0xec, 0xed, 0xee, 0xef, 0xf0, 0xf1, 0xf3, 0xf4, 0xf5, 0xff));
  std::string text;
  for (const int byte : bytes) text += static_cast<char>(byte);
  RC_ASSERT(domain::is_utf8(text) == plain_is_utf8(text));
}

RC_GTEST_PROP(Utf8, AnExcerptIsAlwaysUtf8AndShort, (const std::string& text)) {
  const std::string shown = domain::excerpt(text);
  RC_ASSERT(plain_is_utf8(shown));
  RC_ASSERT(shown.size() <= 3 * 64 + 3);
  if (plain_is_utf8(text) && text.size() <= 64) RC_ASSERT(shown == text);
}

TEST(Utf8, CountsCodePoints) {
  EXPECT_EQ(domain::code_points(""), 0U);
  EXPECT_EQ(domain::code_points("a\xc3\xb6\xe2\x82\xac\xf0\x9f\x9a\x97"), 4U);
}

TEST(Utf8, KnowsABlankText) {
  EXPECT_TRUE(domain::is_blank(""));
  EXPECT_TRUE(domain::is_blank(" \t\xc2\xa0"));
  EXPECT_FALSE(domain::is_blank(" a "));
}

}  // namespace
