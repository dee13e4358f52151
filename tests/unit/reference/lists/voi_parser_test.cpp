#include "reference/lists/voi_parser.h"

#include <fmt/format.h>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "tests/unit/reference/lists/voi_maker.h"

namespace {

using voi_maker::kHeader;
using voi_maker::Row;

/// Everything a list told, as one text.
struct Heard : lists::ListSink {
  void on_entry(domain::VoiEntry entry) override {
    all += "entry " + std::to_string(entry.row) + " " + entry.vrm.text() + " " + entry.information + "\n";
  }
  void on_refused(lists::RefusedRow refused) override {
    all += "refused " + std::to_string(refused.row) + ":" + std::to_string(refused.column) + " " + refused.found + "\n";
  }
  std::string all;
};

std::string ending_of(const base::Result<lists::ListCounts>& counts) {
  if (!counts) return counts.error().message();
  return fmt::format("{} {} {} {}", counts->rows, counts->loaded, counts->refused, counts->header_is_wrong);
}

/// What comes out of a text fed in pieces of these sizes, over and over.
std::string heard(std::string_view csv, const std::vector<std::size_t>& pieces) {
  Heard sink;
  lists::VoiListParser parser({}, sink);
  for (std::size_t i = 0; !csv.empty(); ++i) {
    const auto taken = parser.feed(csv.substr(0, pieces[i % pieces.size()]));
    if (!taken) return sink.all + taken.error().message();
    EXPECT_GT(*taken, 0U);
    EXPECT_LE(*taken, lists::VoiListParser::kSliceBytesMax);
    csv.remove_prefix(*taken);
  }
  return sink.all + ending_of(parser.finish());
}

TEST(VoiListParser, CountsRows) {
  Heard sink;
  const std::string csv = std::string(kHeader) + Row().csv() + Row().with(5, "x").with(7, "x").csv() + "\r\n" + Row().csv();
  const auto counts = lists::parse_rows(csv, {}, sink);
  EXPECT_EQ(ending_of(counts), "3 2 1 false");
  EXPECT_EQ(ending_of(lists::parse_rows("VRM,MODEL\n", {}, sink)), "0 0 0 true");
}

TEST(VoiListParser, TakesABoundedPieceOfWhatItIsGiven) {
  Heard sink;
  lists::VoiListParser parser({}, sink);
  const std::string csv(1'000'000, '\n');
  EXPECT_EQ(parser.feed(csv).value(), lists::VoiListParser::kSliceBytesMax);
  EXPECT_EQ(parser.feed("\n").value(), 1U);
}

TEST(VoiListParser, AQuoteLeftOpenTakesNoMoreMemoryThanARow) {
  Heard sink;
  lists::VoiListParser parser({}, sink);
  const std::string good = Row().csv(), piece(10'000, 'x');
  ASSERT_TRUE(parser.feed(good + "\"").has_value());
  for (int i = 0; i < 6; ++i) ASSERT_TRUE(parser.feed(piece).has_value());
  const auto taken = parser.feed(piece);
  ASSERT_FALSE(taken.has_value());
  EXPECT_EQ(taken.error().kind, &lists::kListNotCsv);
  EXPECT_EQ(taken.error().detail, "a row of more than 65536 bytes that begins at byte " + std::to_string(good.size()) +
                                      ": a quote may not be closed, after row 1");
}

TEST(VoiListParser, SaysWhereATextIsNoCsvOrNoUtf8) {
  const std::string good = Row().csv();
  EXPECT_NE(heard(good + "AB\"00\n", {1'000}).find("a quote out of place at byte " + std::to_string(good.size() + 2)), std::string::npos);
  EXPECT_NE(heard(good + "AB\xa3", {1'000}).find("no UTF-8 at byte " + std::to_string(good.size() + 2)), std::string::npos);
  EXPECT_NE(heard(good + "AB\xe2\x82", {1'000}).find("no UTF-8 at byte " + std::to_string(good.size() + 2)), std::string::npos);
  EXPECT_NE(heard(std::string("\xff\xfe\x56\x00", 4), {1}).find("UTF-16?"), std::string::npos);
}

RC_GTEST_PROP(VoiListParser, GivesTheSameHoweverItIsSliced, ()) {
  const auto part = rc::gen::element<std::string>(
      Row().csv(), Row().with(9, "\xe2\x82\xac \"5\", two\r\nlines").csv(), Row().with(1, "\xc3\x96").csv(), "\r\n", "\n", "\r", "\"",
      ",", "x",
      "\xef", "\xbb", "\xbf", "\xef\xbb\xbf", "\xf0\x9f", "\x9a\x97", std::string(kHeader), std::string(2'000, 'y'), "\"open,");
  std::string csv;
  for (const std::string& each : *rc::gen::container<std::vector<std::string>>(part)) csv += each;
  const auto pieces = *rc::gen::nonEmpty(rc::gen::container<std::vector<std::size_t>>(rc::gen::inRange<std::size_t>(1, 50)));
  RC_ASSERT(heard(csv, pieces) == heard(csv, {1'000'000}));
}

}  // namespace
