// Comma-separated values as the judge reads them, and the words that cells of a list may hold.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "conformance/oracle/parse/csv_rows.h"
#include "conformance/oracle/parse/voi_rows.h"
#include "conformance/oracle/parse/voi_words.h"
#include "tests/unit/conformance/oracle/script.h"

namespace oracle::test {
namespace {

using Rows = std::vector<std::vector<std::string>>;

std::optional<Rows> read(std::string_view text) {
  Rows rows;
  const bool whole = parse::read_csv(text, [&](std::span<const std::string_view> cells) { rows.emplace_back(cells.begin(), cells.end()); });
  return whole ? std::optional(rows) : std::nullopt;
}

TEST(CsvTest, RowsEndInAnyWayAndEmptyOnesAreNone) {
  const Rows two{{"a", "b"}, {"c", "d"}};
  for (const std::string_view text : {"a,b\nc,d\n", "a,b\r\nc,d\r\n", "a,b\rc,d\r", "a,b\nc,d", "\n\na,b\r\n\r\nc,d\n\n",
                                      "\xef\xbb\xbf" "a,b\nc,d"})
    EXPECT_EQ(read(text), two) << text;
  EXPECT_EQ(read(""), Rows{});
}

TEST(CsvTest, EmptyCellsCountAndBlanksArePartOfThem) {
  EXPECT_EQ(read("a,,\n"), (Rows{{"a", "", ""}}));
  EXPECT_EQ(read("a,"), (Rows{{"a", ""}}));
  EXPECT_EQ(read(","), (Rows{{"", ""}}));
  EXPECT_EQ(read("\"\"\n"), (Rows{{""}}));
  EXPECT_EQ(read(" a , b\n"), (Rows{{" a ", " b"}}));
}

TEST(CsvTest, QuotesHoldAnything) {
  EXPECT_EQ(read("\"a,b\",\"c\r\nd\",\"e\"\"f\"\"\"\n"), (Rows{{"a,b", "c\r\nd", "e\"f\""}}));
  EXPECT_EQ(read("\"\"\"\""), (Rows{{"\""}}));
}

TEST(CsvTest, WhatRfc4180DoesNotKnowIsBroken) {
  for (const std::string_view text : {"a\"b\n", "\"a\"b\n", "\"a", "\"a\"\"", "x,\"a\" ,b\n"}) EXPECT_EQ(read(text), std::nullopt) << text;
}

RC_GTEST_PROP(CsvTest, WhatIsQuotedIsReadAgain, (const std::vector<std::vector<std::string>>& drawn)) {
  Rows rows;
  std::string text;
  for (std::vector<std::string> row : drawn) {
    if (row.empty()) continue;
    for (std::size_t i = 0; i < row.size(); ++i) {
      text += i == 0 ? "\"" : ",\"";
      for (const char c : row[i]) text += c == '"' ? std::string("\"\"") : std::string(1, c);
      text += '"';
    }
    text += "\r\n";
    rows.push_back(std::move(row));
  }
  RC_ASSERT(read(text) == rows);
}

TEST(VoiRowsTest, WithoutColumnSixAllBehindItMoveUp) {
  std::vector<std::string> names;
  for (int i = 1; i <= 16; ++i) names.push_back(fmt::format("{}", i));
  const auto cell = [&](std::vector<std::string> cells, parse::Column column) {
    std::string found;
    const std::string text = fmt::format("{}\n", fmt::join(cells, ","));
    EXPECT_TRUE(parse::read_voi_rows(text, [&](const parse::VoiRow& row) { found = row.at(column); }));
    return found;
  };
  EXPECT_EQ(cell(names, parse::kWarningMarkers), "6");
  EXPECT_EQ(cell(names, parse::kReason), "7");
  EXPECT_EQ(cell(names, parse::kContact), "16");
  names.erase(names.begin() + 5);
  EXPECT_EQ(cell(names, parse::kAction), "5");
  EXPECT_EQ(cell(names, parse::kWarningMarkers), "");
  EXPECT_EQ(cell(names, parse::kReason), "7");
  EXPECT_EQ(cell(names, parse::kContact), "16");
}

TEST(VoiRowsTest, AHeaderIsToldApartAndItsNamesAreKnown) {
  std::size_t headers = 0, rows = 0;
  EXPECT_TRUE(parse::read_voi_rows(list_of({{"AA01AAA"}}), [&](const auto&) { ++rows; }, [&](const auto&) { ++headers; }));
  EXPECT_EQ(headers, 1u);
  EXPECT_EQ(rows, 1u);
  EXPECT_EQ(parse::column_named("Information / Action"), 9u);
  EXPECT_EQ(parse::column_named("GSC marking"), 14u);
  EXPECT_EQ(parse::column_named("gsc"), 14u);
  EXPECT_EQ(parse::column_named("Postcode"), 0u);
}

TEST(VoiWordsTest, ReasonsToTheLetterButForCaseAndByAnotherWayToDivideThem) {
  const auto word = [](std::string_view cell) { return parse::find_word(parse::kReason, cell); };
  EXPECT_TRUE(word("Low Crime").exact);
  EXPECT_FALSE(word("low crime").exact);
  EXPECT_TRUE(word("low crime").folded);
  EXPECT_FALSE(word("Serious Crime").folded);
  EXPECT_TRUE(word("Serious Crime").run);       // some of the printed words on end
  EXPECT_TRUE(word("serious crime").run_folded);
  EXPECT_FALSE(word("serious crime").run);
  EXPECT_FALSE(word("Crime Serious").run_folded);
  EXPECT_FALSE(word("Drug").run_folded);        // no whole word
  EXPECT_TRUE(word("No MOT").reserved);
  EXPECT_FALSE(word("Documents").reserved);
  EXPECT_FALSE(word("No MOT DO NOT USE").folded);
  EXPECT_FALSE(word("").run);
}

TEST(VoiWordsTest, TwoWordsInACellAreSeveral) {
  const auto several = [](parse::Column column, std::string_view cell) { return parse::find_word(column, cell).several; };
  EXPECT_TRUE(several(parse::kReason, "Drugs, Cloned"));
  EXPECT_TRUE(several(parse::kReason, "drugs/CLONED"));
  EXPECT_TRUE(several(parse::kReason, "Low Crime Drugs"));
  EXPECT_FALSE(several(parse::kReason, "Low Crime"));
  EXPECT_FALSE(several(parse::kReason, "Intel Low Crime"));
  EXPECT_FALSE(several(parse::kReason, "Drugs and rock"));
  EXPECT_TRUE(several(parse::kMarking, "OFFICIAL OFFICIAL-SENSITIVE"));
  EXPECT_FALSE(several(parse::kMarking, "OFFICIAL-SENSITIVE"));
  EXPECT_FALSE(several(parse::kMarking, "SECRET"));
}

TEST(VoiWordsTest, LengthsDifferBeyondAscii) {
  const parse::Lengths lengths = parse::lengths_of("a\xc3\xa9\xf0\x9f\x9a\x97");   // a, e acute, a car
  EXPECT_EQ(lengths.code_points, 3u);
  EXPECT_EQ(lengths.utf16_units, 4u);
  EXPECT_EQ(lengths.bytes, 7u);
}

TEST(VoiWordsTest, MarksAndGradings) {
  EXPECT_TRUE(parse::is_mark("AB01CDE"));
  for (const std::string_view none : {"", "AB01 CDE", "AB01-CDE", "AB01CD\xc3\x89"}) EXPECT_FALSE(parse::is_mark(none)) << none;
  EXPECT_TRUE(parse::is_grading("E41"));
  for (const std::string_view none : {"3x5x2", "EX1", "E 4 1", "E41\xc2\xa0"}) EXPECT_FALSE(parse::is_grading(none)) << none;
}

}  // namespace
}  // namespace oracle::test
