#include "reference/domain/utf8.h"

#include <optional>
#include <string>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace {

using domain::made_visible;

TEST(Utf16Units, CountsPairs) {
  EXPECT_EQ(domain::utf16_units(""), 0U);
  EXPECT_EQ(domain::utf16_units("a\xc2\xa3\xe2\x82\xac"), 3U);
  EXPECT_EQ(domain::utf16_units("\xf0\x9f\x9a\x97"), 2U);
}

TEST(MadeVisible, NamesWhatTheEyeMisses) {
  EXPECT_EQ(made_visible("Plain text, \xc2\xa3""5 and \xf0\x9f\x9a\x97"), "Plain text, \xc2\xa3""5 and \xf0\x9f\x9a\x97");
  EXPECT_EQ(made_visible("a\r\nb\tc"), "a<CR><LF>b<TAB>c");
  EXPECT_EQ(made_visible(std::string_view("\0\x1b[2J\x7f", 6)), "<U+0000><U+001B>[2J<U+007F>");
  EXPECT_EQ(made_visible("\xe2\x80\xae" "gurD\xe2\x81\xa9"), "<U+202E>gurD<U+2069>");
  EXPECT_EQ(made_visible("\xc2\xa0\xe2\x80\x8b\xef\xbb\xbf\xc2\xad"), "<U+00A0><U+200B><U+FEFF><U+00AD>");
  EXPECT_EQ(made_visible("a\xff" "b"), "a\xef\xbf\xbd" "b");
}

/// Where a whole text is wrong, by the function that sees it whole.
std::optional<std::uint64_t> first_fault(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t from = at;
    if (domain::next_code_point(text, at) < 0) return from;
  }
  return std::nullopt;
}

RC_GTEST_PROP(Utf8Stream, FindsTheFirstFaultHoweverTheTextIsCut, ()) {
  const auto part = rc::gen::element<std::string>("a", "\xc3\x96", "\xe2\x82\xac", "\xf0\x9f\x9a\x97", "\xe2", "\x82", "\xf0\x9f", "\xc0",
                                                  "\xed\xa0\x80", "\xe0\x80\x80", "\xf4\x90\x80\x80");
  std::string text;
  for (const std::string& each : *rc::gen::container<std::vector<std::string>>(part)) text += each;
  const auto pieces = *rc::gen::nonEmpty(rc::gen::container<std::vector<std::size_t>>(rc::gen::inRange<std::size_t>(1, 6)));
  domain::Utf8Stream stream;
  std::optional<std::uint64_t> found;
  std::string_view rest = text;
  for (std::size_t i = 0; !rest.empty() && !found; ++i) {
    const std::string_view slice = rest.substr(0, pieces[i % pieces.size()]);
    found = stream.feed(slice);
    rest.remove_prefix(slice.size());
  }
  if (!found) found = stream.finish();
  RC_ASSERT(found == first_fault(text));
}

}  // namespace
