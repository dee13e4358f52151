// The parts that checks are made of: interval sets, ids, latencies, characters, lists.
#include <cmath>
#include <set>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "conformance/oracle/clauses/population.h"
#include "conformance/oracle/interval_set.h"
#include "conformance/oracle/outages.h"
#include "conformance/oracle/parse/annex_a.h"
#include "conformance/oracle/parse/text.h"
#include "conformance/oracle/parse/voi_rows.h"
#include "conformance/oracle/read_ids.h"
#include "tests/unit/conformance/oracle/script.h"

namespace oracle::test {
namespace {

RC_GTEST_PROP(IntervalSetTest, EqualsAPlainSet, (const std::vector<std::uint8_t>& numbers)) {
  IntervalSet set;
  std::set<std::uint64_t> plain;
  for (const std::uint8_t n : numbers) {
    RC_ASSERT(set.insert(n) == plain.insert(n).second);
    RC_ASSERT(set.size() == plain.size());
  }
  std::size_t intervals = 0;
  for (std::uint64_t n = 0; n < 258; ++n) {
    RC_ASSERT(set.contains(n) == (plain.count(n) == 1));
    intervals += plain.count(n) == 1 && (n == 0 || plain.count(n - 1) == 0) ? 1 : 0;
  }
  RC_ASSERT(set.intervals() == intervals);
}

TEST(ReadIdsTest, EachIdHasItsKeyAndEachKeyItsName) {
  ReadIds ids;
  const std::vector<std::string> names{"35-12-42:1", "35-12-42:2", "35-12-43:1", "35-12-42:01",  "35-12-42",
                                       "a:b:3",      ":3",         "x:",         "x:4294967295", "x:4294967296",
                                       "0123456789abcdef0123456789abcdef", "0123456789ABCDEF0123456789ABCDEF",
                                       "0123456789abcdef0123456789abcdeF", "01234567890123456789012345678901",
                                       "0123456789abcdef0123456789abcde",  "01234567-89ab-cdef-0123-456789abcdef",
                                       "01234567-89AB-CDEF-0123-456789ABCDEF", "01234567-89ab-cdef-0123-456789abcdeF",
                                       "0123456789abcdef0123456789abcdef----", "01234567-89ab-cdef-0123_456789abcdef",
                                       "0123456789abcdef0123456789abcdeg", "-0123456789abcdef0123456789abcdef-:1"};
  std::set<std::uint64_t> keys;
  for (const auto& name : names) keys.insert(ids.key_of(name).packed());
  EXPECT_EQ(keys.size(), names.size());
  for (const auto& name : names) EXPECT_EQ(ids.name_of(ids.key_of(name)), name);
}

RC_GTEST_PROP(HexIdTest, IsReadAsItIsWritten, (std::uint64_t high, std::uint64_t low)) {
  for (const HexForm form : {HexForm::kLower, HexForm::kUpper, HexForm::kUuidLower, HexForm::kUuidUpper}) {
    const std::string text = HexId{form, high, low}.text();
    const auto again = HexId::of(text);
    RC_ASSERT(again.has_value());
    RC_ASSERT(again->high == high && again->low == low && again->text() == text);
  }
}

TEST(HexTableTest, ManyIdsAreKeptApart) {
  HexTable table;
  const auto id = [](std::uint64_t i) { return HexId{HexForm::kLower, i % 3 == 0 ? 0 : base::mix64(i), i % 3 == 1 ? 0 : i}; };
  for (std::uint32_t i = 1; i < 100'000; ++i) ASSERT_EQ(table.number_of(id(i)), i - 1);
  for (std::uint32_t i = 1; i < 100'000; ++i) ASSERT_EQ(table.number_of(id(i)), i - 1);
  for (std::uint32_t i = 1; i < 100'000; ++i) ASSERT_EQ(table.id(i - 1, HexForm::kLower), id(i));
}

/// Half of them is beyond what four bytes of microseconds hold, or is no whole number of them.
RC_GTEST_PROP(LatenciesTest, AreKeptToTheNanosecond, (const std::vector<std::int32_t>& values)) {
  RC_PRE(!values.empty());
  Latencies latencies;
  std::vector<std::int64_t> sorted;
  for (const std::int64_t value : values) {
    sorted.push_back(value % 2 == 0 ? value / 1000 * 1000 : value * 1'000'001);
    latencies.add({sorted.back()});
  }
  std::sort(sorted.begin(), sorted.end());
  for (const std::size_t percent : {1u, 50u, 99u, 100u})
    RC_ASSERT(latencies.percentile_ns(percent) == sorted[(sorted.size() * percent + 99) / 100 - 1]);
  RC_ASSERT(latencies.size() == sorted.size());
}

/// Percentiles and exceedances by sorting, as slowly as can be.
RC_GTEST_PROP(PopulationTest, EqualsASortedVector, (const std::vector<std::uint16_t>& latencies_ms)) {
  RC_PRE(!latencies_ms.empty());
  Population population(base::seconds(2));
  std::vector<std::int64_t> sorted;
  std::uint64_t beyond = 0;
  for (const std::uint16_t ms : latencies_ms) {
    population.add(base::milliseconds(ms), base::microseconds(1));
    sorted.push_back(base::milliseconds(ms).ns);
    beyond += ms > 2000 ? 1 : 0;
  }
  std::sort(sorted.begin(), sorted.end());
  const auto percentile = [&](double p) {
    return sorted[static_cast<std::size_t>(std::ceil(static_cast<double>(sorted.size()) * p / 100)) - 1];
  };
  const Timing timing = population.summary();
  RC_ASSERT(timing.n == sorted.size());
  RC_ASSERT(timing.exceeded == beyond);
  RC_ASSERT(timing.max_ns == sorted.back());
  RC_ASSERT(timing.p50_ns == percentile(50));
  RC_ASSERT(timing.p95_ns == percentile(95));
  RC_ASSERT(timing.p99_ns == percentile(99));
  std::uint64_t counted = 0;
  for (const std::uint64_t bin : timing.histogram) counted += bin;
  RC_ASSERT(counted == timing.n);
  RC_ASSERT(timing.histogram.size() == 20u);
}

TEST(RateUpper95Test, KnownValues) {
  // With none in n the bound is 1 - 0.05^(1/n): the reason for 2,995.
  EXPECT_NEAR(rate_upper95(0, 2995), 1 - std::pow(0.05, 1.0 / 2995), 1e-12);
  EXPECT_NEAR(rate_upper95(0, 2995) * 100, 0.09997, 0.00001);
  EXPECT_LT(rate_upper95(0, 2995), 0.001);
  EXPECT_GT(rate_upper95(0, 2994), 0.001);
  EXPECT_NEAR(rate_upper95(0, 59), 0.04951, 0.00001);
  // From tables of the binomial: one in ten, five in a hundred.
  EXPECT_NEAR(rate_upper95(1, 10), 0.394163, 1e-6);
  EXPECT_NEAR(rate_upper95(5, 100), 0.102253, 1e-6);
  EXPECT_EQ(rate_upper95(0, 0), 1);
  EXPECT_EQ(rate_upper95(7, 7), 1);
}

/// By the binomial distribution itself, summed term by term.
RC_GTEST_PROP(RateUpper95Test, LeavesFivePercentBelow, ()) {
  const auto n = *rc::gen::inRange<std::uint64_t>(1, 400);
  const auto k = *rc::gen::inRange<std::uint64_t>(0, n);
  const double p = rate_upper95(k, n);
  double sum = 0;
  for (std::uint64_t i = 0; i <= k; ++i) {
    const double di = static_cast<double>(i), dn = static_cast<double>(n);
    sum += std::exp(std::lgamma(dn + 1) - std::lgamma(di + 1) - std::lgamma(dn - di + 1) + di * std::log(p) + (dn - di) * std::log1p(-p));
  }
  RC_ASSERT(std::abs(sum - 0.05) < 1e-8);
}

TEST(ZoneTest, ThreeZones) {
  const base::Duration limit = base::seconds(2), u = base::milliseconds(10);
  EXPECT_EQ(zone_of(base::milliseconds(1'990), limit, u), Zone::kWithin);
  EXPECT_EQ(zone_of(base::milliseconds(1'991), limit, u), Zone::kUnclear);
  EXPECT_EQ(zone_of(base::milliseconds(2'010), limit, u), Zone::kUnclear);
  EXPECT_EQ(zone_of(base::milliseconds(2'011), limit, u), Zone::kBeyond);
  EXPECT_EQ(zone_of(limit, limit, {}), Zone::kWithin);
}

TEST(TextTest, WhiteSpaceIsUnicodes) {
  const std::vector<std::string_view> white{"\t",           "\n",           "\x0b",         "\x0c",         "\r",           " ",
                                            "\xc2\x85",     "\xc2\xa0",     "\xe1\x9a\x80", "\xe2\x80\x80", "\xe2\x80\x8a", "\xe2\x80\xa8",
                                            "\xe2\x80\xa9", "\xe2\x80\xaf", "\xe2\x81\x9f", "\xe3\x80\x80"};
  for (const auto space : white) {
    EXPECT_TRUE(parse::all_white_space(space)) << parse::shown(space);
    EXPECT_TRUE(parse::has_white_space("A" + std::string(space)));
  }
  for (const std::string_view other : {"A", "\xe2\x80\x8b", "\xef\xbb\xbf", "\xe1\xa0\x8e", "\xc3\xa4", "\xf0\x9f\x9a\x97"})
    EXPECT_FALSE(parse::has_white_space(other));
  EXPECT_TRUE(parse::all_white_space(""));
}

RC_GTEST_PROP(TextTest, MaskedIsUtf8OfTheSameLength, (const std::string& bytes)) {
  const std::string masked = parse::masked(bytes);
  RC_ASSERT(masked.size() == bytes.size());
  RC_ASSERT(parse::is_utf8(masked));
  RC_ASSERT(!parse::is_utf8(bytes) || masked == bytes);
}

TEST(TextTest, ShownIsPrintableAndShort) {
  EXPECT_EQ(parse::shown(std::string_view("A\0\xff", 3)), "\"A\\x00\\xff\"");
  EXPECT_EQ(parse::shown("Ynys M\xc3\xb4n\xc2\xa0\xc3"), "\"Ynys M\xc3\xb4n\\xc2\\xa0\\xc3\"");
  EXPECT_LT(parse::shown(std::string(1000, '\x01')).size(), 400u);
}

TEST(AnnexATest, FiftyCodesOfTwoDigits) {
  EXPECT_TRUE(parse::is_feed_code("35"));
  EXPECT_TRUE(parse::is_feed_code("02"));
  EXPECT_TRUE(parse::is_feed_code("98"));
  EXPECT_FALSE(parse::is_feed_code("01"));
  EXPECT_FALSE(parse::is_feed_code("2"));
  for (const auto code : parse::kFeedCodes) EXPECT_EQ(code.size(), 2u);
  EXPECT_TRUE(std::is_sorted(parse::kFeedCodes.begin(), parse::kFeedCodes.end()));
}

std::vector<std::string> plain_marks(std::string_view csv, bool expect_whole = true) {
  std::vector<std::string> marks;
  EXPECT_EQ(parse::read_voi_rows(csv,
                                 [&](const parse::VoiRow& row) {
                                   if (parse::facts_of(row, false).plain)
                                     marks.push_back(fmt::format("{}={}", row.number, row.at(parse::kVrm)));
                                 }),
            expect_whole);
  return marks;
}

TEST(VoiRowsTest, HeaderMarkAndLineEndsMakeNoDifference) {
  const std::string list = list_of({{"AA01AAA"}, {"BB01BBB"}});
  const std::vector<std::string> expected{"1=AA01AAA", "2=BB01BBB"};
  EXPECT_EQ(plain_marks(list), expected);
  EXPECT_EQ(plain_marks("\xef\xbb\xbf" + list), expected);
  EXPECT_EQ(plain_marks(list.substr(list.find('\n') + 1)), expected);
  std::string unix_ends = list;
  std::erase(unix_ends, '\r');
  EXPECT_EQ(plain_marks(unix_ends), expected);
}

TEST(VoiRowsTest, WhatBreaksTheTemplateIsNotPlain) {
  const auto row = [](std::string_view vrm, std::string_view action, std::string_view reason, std::string_view information,
                      std::string_view weed, std::string_view marking) {
    return fmt::format("{},,,,{},,{},,{},Cambs,,{},,{},,\r\n", vrm, action, reason, information, weed, marking);
  };
  const std::string long_text(199, 'x'), just(198, 'x');
  EXPECT_EQ(plain_marks(row("AA01AAA", "Stop", "Drugs", just, "01/01/2099", "OFFICIAL")).size(), 1u);
  EXPECT_TRUE(plain_marks(row("AA 01AAA", "Stop", "Drugs", "", "01/01/2099", "OFFICIAL")).empty());
  EXPECT_TRUE(plain_marks(row("AA01AAA", "STOP", "Drugs", "", "01/01/2099", "OFFICIAL")).empty());
  EXPECT_TRUE(plain_marks(row("AA01AAA", "Stop", "No MOT", "", "01/01/2099", "OFFICIAL")).empty());
  EXPECT_TRUE(plain_marks(row("AA01AAA", "Stop", "Drugs", long_text, "01/01/2099", "OFFICIAL")).empty());
  EXPECT_TRUE(plain_marks(row("AA01AAA", "Stop", "Drugs", "\"two\r\nlines\"", "01/01/2099", "OFFICIAL")).empty());
  EXPECT_TRUE(plain_marks(row("AA01AAA", "Stop", "Drugs", "", "2099-01-01", "OFFICIAL")).empty());
  EXPECT_TRUE(plain_marks(row("AA01AAA", "Stop", "Drugs", "", "", "OFFICIAL")).empty());
  EXPECT_TRUE(plain_marks(row("AA01AAA", "Stop", "Drugs", "", "01/01/2099", "SECRET")).empty());
  EXPECT_TRUE(plain_marks("AA01AAA,Stop\r\n").empty());
}

TEST(VoiRowsTest, ABrokenFileIsSaidToBeBroken) {
  EXPECT_TRUE(plain_marks("AA01AAA,\"x\"y\r\n", false).empty());
  EXPECT_TRUE(plain_marks("AA01AAA,\"x", false).empty());
}

TEST(OutagesTest, BothEndsOfTheWindowCount) {
  Outages outages;
  const base::Instant t{1'000'000};
  outages.hear(t, Component{"lea:35", false});
  outages.hear(t + base::seconds(1), Component{"lea:35", true});
  const Path path{"35-12-42", "lea:35", ""};
  EXPECT_TRUE(outages.overlap(path, t + base::seconds(1), t + base::seconds(2)));
  EXPECT_FALSE(outages.overlap(path, t + base::seconds(1) + base::nanoseconds(1), t + base::seconds(2)));
  EXPECT_TRUE(outages.overlap(path, t - base::seconds(2), t));
  EXPECT_FALSE(outages.overlap(path, t - base::seconds(2), t - base::nanoseconds(1)));
  EXPECT_FALSE(outages.overlap({"07-1-1", "lea:07", ""}, t, t));
}

TEST(OracleTest, EveryRequirementIsConcludedInOrderOfTheCatalogue) {
  Script script;
  const auto judged = judged_requirements();
  script.judgement("6-a");
  const auto judgements = make_oracle(catalogue::built_in(), {})->conclude();
  const auto& requirements = catalogue::built_in().requirements;
  ASSERT_EQ(judgements.size(), requirements.size());
  for (std::size_t i = 0; i < requirements.size(); ++i) {
    EXPECT_EQ(judgements[i].requirement, requirements[i].id);
    EXPECT_EQ(judgements[i].verdict, Verdict::kNotRun) << requirements[i].id;
    EXPECT_FALSE(judgements[i].reason.empty()) << requirements[i].id;
    const bool is_judged = std::find(judged.begin(), judged.end(), requirements[i].id) != judged.end();
    EXPECT_EQ(is_judged, requirements[i].no_case_yet.empty() && requirements[i].not_testable.empty()) << requirements[i].id;
  }
}

}  // namespace
}  // namespace oracle::test
