#include "reference/lists/voi_list.h"

#include <limits>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "reference/domain/utf8.h"
#include "tests/unit/reference/lists/voi_maker.h"

namespace {

using lists::parse_voi_list;
using lists::Population;
using voi_maker::kFile;
using voi_maker::kHeader;
using voi_maker::Row;

base::Instant day(std::string_view rfc3339_day) { return *base::parse_rfc3339(std::string(rfc3339_day) + "T00:00:00Z"); }

/// "row:column" of everything that was refused, or "loaded".
std::string said(std::string_view csv, Population by = Population::kForce) {
  const auto list = parse_voi_list(kFile, csv, {.by = by});
  if (!list) return std::string(list.error().kind->name);
  std::string all;
  for (const lists::RefusedRow& refused : list->refused) {
    EXPECT_FALSE(refused.expected.empty());
    EXPECT_FALSE(refused.clause.empty());
    all += (all.empty() ? "" : " ") + std::to_string(refused.row) + ":" + std::to_string(refused.column);
  }
  return all.empty() ? "loaded" : all;
}
std::string said(const Row& row, Population by = Population::kForce) { return said(row.csv(), by); }

TEST(VoiList, LoadsARowOfTheTemplate) {
  const auto list = parse_voi_list(kFile, std::string(kHeader) + Row().csv());
  ASSERT_TRUE(list.has_value());
  EXPECT_EQ(list->file, kFile);
  EXPECT_EQ(list->owner, "35");
  EXPECT_TRUE(list->refused.empty());
  ASSERT_EQ(list->entries.size(), 1U);
  const domain::VoiEntry& entry = list->entries[0];
  EXPECT_EQ(entry.vrm.text(), "AB00CDE");
  EXPECT_EQ(entry.action, domain::Action::kStop);
  EXPECT_EQ(entry.reason, "Drugs");
  EXPECT_EQ(entry.information, "Ask for papers");
  EXPECT_EQ(entry.in_force_from, day("2019-06-01"));
  EXPECT_EQ(entry.weeded_at, day("2019-06-30"));
  EXPECT_EQ(entry.row, 1U);
}

TEST(VoiList, NameBeginsWithACodeOfAnnexA) {
  for (const char* file : {"35_x", "201_DVSA", "LEA_x.csv", "TUTELAGE_", "07_Cheshire VOI List.csv"}) {
    EXPECT_TRUE(parse_voi_list(file, "").has_value()) << file;
  }
  for (const char* file : {"", "_", "35", "35 x", "7_x", "99_x", "lea_x", "035_x", "Cambs_35"}) {
    const auto list = parse_voi_list(file, "");
    ASSERT_FALSE(list.has_value()) << file;
    EXPECT_EQ(list.error().kind, &lists::kListNameUnknown);
  }
}

TEST(VoiList, HeaderIsOptionalAndInAnyLetterCase) {
  const std::string row = Row().csv();
  for (const std::string& text :
       {row, std::string(kHeader) + row, "vRm,whatever\n" + row, "\xef\xbb\xbf" + std::string(kHeader) + row, "\xef\xbb\xbf" + row}) {
    const auto list = parse_voi_list(kFile, text);
    ASSERT_TRUE(list.has_value());
    EXPECT_EQ(list->entries.size(), 1U) << text;
    EXPECT_EQ(list->entries[0].row, 1U);
    EXPECT_TRUE(list->refused.empty());
  }
  EXPECT_EQ(said(row + "VRM,whatever\n"), "2:3") << "a header is the first row or none";
}

TEST(VoiList, MayBeEmpty) {
  for (const std::string& text : {std::string(), std::string("\r\n\r\n"), std::string("\xef\xbb\xbf"), std::string(kHeader)}) {
    const auto list = parse_voi_list(kFile, text);
    ASSERT_TRUE(list.has_value());
    EXPECT_TRUE(list->entries.empty());
    EXPECT_TRUE(list->refused.empty());
  }
}

TEST(VoiList, RowsEndInAnyLineEndOrTheEndOfTheFile) {
  const std::string crlf = Row().csv(), bare = crlf.substr(0, crlf.size() - 2);
  for (const std::string& text : {bare + "\n" + bare + "\n", crlf + "\r\n" + bare, bare + "\r" + bare + "\r"}) {
    EXPECT_EQ(parse_voi_list(kFile, text)->entries.size(), 2U) << text;
  }
}

TEST(VoiList, ThatIsNoCsvIsRefusedWhole) {
  for (const std::string text : {"AB\"00,x\n", "\"AB00\"x,y\n", "\"open", "\"open,\r\n\r\n"}) EXPECT_EQ(said(text), "list_not_csv") << text;
  EXPECT_EQ(said("\xff\n"), "list_not_csv");
}

struct Spoilt {
  int column;
  const char* cell;
};
class SpoiltCell : public testing::TestWithParam<Spoilt> {};
TEST_P(SpoiltCell, IsRefusedAtItsColumn) {
  EXPECT_EQ(said(Row().with(GetParam().column, GetParam().cell)), "1:" + std::to_string(GetParam().column)) << GetParam().cell;
}
INSTANTIATE_TEST_SUITE_P(VoiList, SpoiltCell,
                         testing::Values(Spoilt{1, ""}, Spoilt{1, "AB00 CDE"}, Spoilt{1, " AB00CDE"}, Spoilt{1, "AB00CDE "},
                                         Spoilt{1, "AB-00"}, Spoilt{1, "\xc3\x96"}, Spoilt{1, "123456789012345678901234567890123"},
                                         Spoilt{5, ""}, Spoilt{5, "STOP"}, Spoilt{5, "stop"}, Spoilt{5, "Stop "}, Spoilt{5, "No alert"},
                                         Spoilt{7, ""}, Spoilt{7, "drugs"}, Spoilt{7, "Drugs Cloned"}, Spoilt{7, "Drugs, Cloned"},
                                         Spoilt{7, "LEA P7"}, Spoilt{7, "Stolen Vehicle"}, Spoilt{7, "No Insurance"}, Spoilt{7, "No MOT"},
                                         Spoilt{7, "No Tax"}, Spoilt{7, "No Keeper"}, Spoilt{7, "No Insurance DO NOT USE"},
                                         Spoilt{8, "3x5x2"}, Spoilt{8, "1XA"}, Spoilt{8, "1 A P"}, Spoilt{9, "two\nlines"},
                                         Spoilt{9, "two\rlines"}, Spoilt{9, "two\r\n"}, Spoilt{10, ""}, Spoilt{10, "  "},
                                         Spoilt{11, "1/6/2019"}, Spoilt{11, "2019-06-01"}, Spoilt{11, "31/06/2019"},
                                         Spoilt{11, "01/06/2019 "}, Spoilt{12, ""}, Spoilt{12, "31/06/2019"}, Spoilt{12, "never"},
                                         Spoilt{12, "31/05/2019"}, Spoilt{14, ""}, Spoilt{14, "official"}, Spoilt{14, "OFFICIAL SENSITIVE"},
                                         Spoilt{14, "OFFICIAL OFFICIAL-SENSITIVE"}, Spoilt{14, "SECRET"}));

struct Right {
  int column;
  const char* cell;
};
class RightCell : public testing::TestWithParam<Right> {};
TEST_P(RightCell, IsLoaded) { EXPECT_EQ(said(Row().with(GetParam().column, GetParam().cell)), "loaded") << GetParam().cell; }
INSTANTIATE_TEST_SUITE_P(VoiList, RightCell,
                         testing::Values(Right{1, "ab00cde"}, Right{1, "7"}, Right{1, "QQ111QQQ"},
                                         Right{1, "12345678901234567890123456789012"}, Right{2, ""}, Right{2, "Ford, \"the blue one\"\n"},
                                         Right{5, "Assess"}, Right{5, "No Alert"}, Right{7, "Intel Serious Crime"}, Right{7, "Cloned"},
                                         Right{7, "Low Crime"}, Right{7, "Intel Sexual"}, Right{7, "Intel Low Crime"},
                                         Right{7, "Offender Management"}, Right{7, "Impaired Driving"}, Right{7, "Documents"},
                                         Right{7, "Disqualified"}, Right{7, "Other"}, Right{7, "LEA P1"}, Right{7, "LEA P2"},
                                         Right{7, "LEA P3"}, Right{7, "LEA P4"}, Right{7, "LEA P5"}, Right{7, "LEA P6"}, Right{8, ""},
                                         Right{8, "2CP"}, Right{9, ""}, Right{9, "a, \"b\""}, Right{11, ""}, Right{11, "30/06/2019"},
                                         Right{12, "29/02/2020"}, Right{12, "01/06/2019"}, Right{14, "OFFICIAL-SENSITIVE"}, Right{16, ""}));

TEST(VoiList, InformationHasAtMost198CodePoints) {
  std::string wide;
  for (int i = 0; i < 198; ++i) wide += "\xf0\x9f\x9a\x97";
  EXPECT_EQ(said(Row().with(9, std::string(198, 'x'))), "loaded");
  EXPECT_EQ(said(Row().with(9, std::string(199, 'x'))), "1:9");
  EXPECT_EQ(said(Row().with(9, wide)), "loaded");
  EXPECT_EQ(said(Row().with(9, wide + "x")), "1:9");
}

TEST(VoiList, NationallyPopulatedMayGiveTheFourReasons) {
  for (const char* reason : {"No Insurance", "No MOT", "No Tax", "No Keeper"}) {
    EXPECT_EQ(said(Row().with(7, reason), Population::kNational), "loaded") << reason;
  }
  EXPECT_EQ(said(Row().with(7, "Stolen"), Population::kNational), "1:7");
}

TEST(VoiList, StartDateMayBeLeftOut) {
  const auto list = parse_voi_list(kFile, Row().with(11, "").csv());
  ASSERT_TRUE(list.has_value());
  EXPECT_EQ(list->entries[0].in_force_from.ns, std::numeric_limits<std::int64_t>::min());
}

TEST(VoiList, NumberOfColumnsIsSixteen) {
  const std::string row = Row().csv(), bare = row.substr(0, row.size() - 2);
  EXPECT_EQ(said(bare + ",more\n"), "1:17");
  EXPECT_EQ(said("AB00CDE\n"), "1:2");
  EXPECT_EQ(said(bare.substr(0, bare.rfind(',')) + "\n"), "1:16");
}

TEST(VoiList, BadRowsAreRefusedAndTheRestIsLoaded) {
  const std::string good = Row().csv(), bad = Row().with(5, "Halt").with(1, "A B").with(14, "").csv();
  EXPECT_EQ(said(std::string(kHeader) + good + bad + good + "x\n"), "2:1 2:5 2:14 4:2");
  const auto list = parse_voi_list(kFile, std::string(kHeader) + good + bad + good);
  ASSERT_EQ(list->entries.size(), 2U);
  EXPECT_EQ(list->entries[1].row, 3U);
  EXPECT_EQ(list->refused[1].found, "Halt");
  EXPECT_EQ(list->refused[1].expected, "Stop, Assess or No Alert, to the letter");
  EXPECT_EQ(list->refused[1].clause, "5");
}

TEST(VoiList, EncodedHasTheTemplatesHeader) {
  lists::VoiList none;
  none.file = kFile;
  none.owner = "35";
  EXPECT_EQ(lists::encode_voi_list(none), kHeader);
}

domain::VoiEntry any_entry(std::uint32_t row) {
  const auto vrm = *rc::gen::nonEmpty(rc::gen::container<std::string>(rc::gen::element('A', 'b', '7')));
  const auto start = *rc::gen::inRange(0, 20'000);
  const auto days = *rc::gen::inRange(0, 20'000);
  const auto information = *rc::gen::container<std::string>(rc::gen::element('x', ' ', ',', '"', ';', '\''));
  return {*domain::Vrm::make(vrm.substr(0, 32)),
          static_cast<domain::Action>(*rc::gen::inRange(0, 3)),
          *rc::gen::element<std::string>("Drugs", "LEA P6", "Intel Low Crime"),
          information.substr(0, 198),
          *rc::gen::arbitrary<bool>() ? base::Instant{std::numeric_limits<std::int64_t>::min()} : base::Instant{} + base::hours(24) * start,
          base::Instant{} + base::hours(24) * (start + days),
          row};
}

RC_GTEST_PROP(VoiList, ComesBack, ()) {
  lists::VoiList list;
  list.file = kFile;
  list.owner = "35";
  const auto rows = *rc::gen::inRange<std::uint32_t>(0, 20);
  for (std::uint32_t row = 1; row <= rows; ++row) list.entries.push_back(any_entry(row));
  const auto back = parse_voi_list(list.file, lists::encode_voi_list(list));
  RC_ASSERT(back.has_value());
  RC_ASSERT(back->refused.empty());
  RC_ASSERT(back->entries.size() == list.entries.size());
  for (std::size_t i = 0; i < list.entries.size(); ++i) {
    const domain::VoiEntry &a = list.entries[i], &b = back->entries[i];
    RC_ASSERT(a.vrm == b.vrm);
    RC_ASSERT(a.action == b.action);
    RC_ASSERT(a.reason == b.reason);
    RC_ASSERT(a.information == b.information);
    RC_ASSERT(a.in_force_from == b.in_force_from);
    RC_ASSERT(a.weeded_at == b.weeded_at);
    RC_ASSERT(a.row == b.row);
  }
}

RC_GTEST_PROP(VoiList, OfAnyTextIsAListOrAFault, (const std::string& text)) {
  const auto list = parse_voi_list(kFile, text);
  if (!list) return;
  for (const lists::RefusedRow& refused : list->refused) {
    RC_ASSERT(refused.column >= 1 && refused.column <= 17);
    RC_ASSERT(domain::is_utf8(refused.found));
  }
}

RC_GTEST_PROP(Csv, CellsComeBackWhateverIsInThem, ()) {
  const auto cell = rc::gen::container<std::string>(rc::gen::element('a', ' ', ',', '"', '\n', '\r', '\t', '\0'));
  auto sent = *rc::gen::container<std::vector<lists::Cells>>(rc::gen::nonEmpty(rc::gen::container<lists::Cells>(cell)));
  std::string csv;
  for (lists::Cells& row : sent) {
    if (row.size() == 1) row.emplace_back("x");  // a row of one empty cell is an empty line
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (i > 0) csv += ',';
      lists::write_cell(csv, row[i]);
    }
    csv += "\r\n";
  }
  std::vector<lists::Cells> back;
  RC_ASSERT(lists::read_csv(csv, [&](const lists::Cells& cells) { back.push_back(cells); }) == std::nullopt);
  RC_ASSERT(back == sent);
}

}  // namespace
