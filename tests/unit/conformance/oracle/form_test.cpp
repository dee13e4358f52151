// 2.2.1-a to c, 2.2.2-a, 2.3-a, b and f: what is found in the text of a read as it was sent.
#include <gtest/gtest.h>

#include "tests/unit/conformance/oracle/script.h"

namespace oracle::test {
namespace {

constexpr std::uint64_t kLeast = 59;

/// One read of each text, after as many sound ones as a requirement needs.
Script after_sound_reads(const std::vector<std::string>& texts) {
  Script script;
  for (std::uint64_t i = 0; i < kLeast; ++i) script.sent(fmt::format("s:{}", i), text_of("AB01CDE"));
  for (std::size_t i = 0; i < texts.size(); ++i) script.sent(fmt::format("t:{}", i), texts[i]);
  return script;
}

struct Form {
  std::string_view name;
  std::string_view requirement;
  std::string text;
  Verdict verdict;
  std::string_view observed;  ///< a part of what the finding says
};

class FormTest : public testing::TestWithParam<Form> {};

TEST_P(FormTest, IsJudged) {
  Script script = after_sound_reads({GetParam().text});
  const Judgement& j = script.judgement(GetParam().requirement);
  EXPECT_EQ(text_of(j.verdict), text_of(GetParam().verdict));
  if (GetParam().verdict == Verdict::kPass) {
    EXPECT_TRUE(j.findings.empty());
    EXPECT_GE(j.observations, kLeast);
    return;
  }
  ASSERT_EQ(j.findings.size(), 1u);
  EXPECT_NE(j.findings[0].observed.find(GetParam().observed), std::string::npos) << j.findings[0].observed;
  EXPECT_EQ(j.findings[0].read_id, "t:0");
  EXPECT_EQ(j.findings[0].camera, kCamera);
  EXPECT_EQ(j.findings[0].read_text, GetParam().text);
}

const std::string kNoVrm = R"({"time":"11/06/2019 07:00:00","feed_id":"35","source_id":12,"username":"Unattended"})";
const std::string kDeep = R"({"vrm":"AB01CDE","x":)" + std::string(2'000, '[') + std::string(2'000, ']') + "}";

INSTANTIATE_TEST_SUITE_P(
    Vrm, FormTest,
    testing::Values(Form{"sound", "2.2.1-a", text_of("AB01CDE"), Verdict::kPass, ""},
                    Form{"reserved", "2.2.1-a", text_of("QQQQQQQ"), Verdict::kPass, ""},
                    Form{"absent", "2.2.1-a", kNoVrm, Verdict::kFail, "no such field"},
                    Form{"empty", "2.2.1-a", text_of(""), Verdict::kFail, "found \"\""},
                    Form{"spaces_only", "2.2.1-a", text_of("  "), Verdict::kFail, "found \"  \""},
                    Form{"number", "2.2.1-a", R"({"vrm":7})", Verdict::kFail, "another type"},
                    Form{"null_value", "2.2.1-a", R"({"vrm":null})", Verdict::kFail, "another type"},
                    Form{"twice", "2.2.1-a", R"({"vrm":"AB01CDE","vrm":"AB01CDE"})", Verdict::kFail, "more than once"},
                    Form{"twice_by_escape", "2.2.1-a", R"({"vrm":"AB01CDE","v\u0072m":"AB01CDE"})", Verdict::kFail, "more than once"},
                    Form{"broken_json", "2.2.1-a", R"({"vrm":"AB01CDE")", Verdict::kFail, "not one JSON object"},
                    Form{"array", "2.2.1-a", R"(["vrm"])", Verdict::kFail, "not one JSON object"},
                    Form{"two_objects", "2.2.1-a", "{\"vrm\":\"A\"}{\"vrm\":\"A\"}", Verdict::kFail, "not one JSON object"},
                    Form{"too_deep", "2.2.1-a", kDeep, Verdict::kFail, "not one JSON object"},
                    Form{"nul_byte", "2.2.1-a", std::string("{\"vrm\":\"A\0B\"}", 13), Verdict::kFail, "not one JSON object"},
                    Form{"utf8_two_bytes", "2.2.1-b",
                         text_of("\xc3\x84"
                                 "B01CDE"),
                         Verdict::kPass, ""},
                    Form{"utf8_stray_byte", "2.2.1-b",
                         text_of("AB\xff"
                                 "CDE"),
                         Verdict::kFail, "not UTF-8"},
                    Form{"utf8_overlong", "2.2.1-b",
                         text_of("AB\xc0\xaf"
                                 "CDE"),
                         Verdict::kFail, "not UTF-8"},
                    Form{"utf8_surrogate_bytes", "2.2.1-b", text_of("AB\xed\xa0\x80"), Verdict::kFail, "not UTF-8"},
                    Form{"utf8_cut", "2.2.1-b", text_of("AB\xe2\x82"), Verdict::kFail, "not UTF-8"},
                    Form{"utf8_lone_surrogate", "2.2.1-b", text_of("AB\\ud800C"), Verdict::kFail, "not UTF-8"},
                    Form{"utf8_surrogate_pair", "2.2.1-b", text_of("AB\\ud83d\\ude00"), Verdict::kPass, ""},
                    Form{"utf8_elsewhere", "2.2.1-b", text_of("AB01CDE", "11/06/2019 07:00:00", "\"35\"", "12", "\"P\xff\""),
                         Verdict::kPass, ""},
                    Form{"utf8_not_to_be_found", "2.2.1-b", "vrm", Verdict::kInconclusive, "cannot be found"},
                    Form{"space", "2.2.1-c", text_of("AB01 CDE"), Verdict::kFail, "AB01 CDE"},
                    Form{"tab_escaped", "2.2.1-c", text_of("AB01\\tCDE"), Verdict::kFail, "\\x09"},
                    Form{"no_break_space", "2.2.1-c",
                         text_of("AB01\xc2\xa0"
                                 "CDE"),
                         Verdict::kFail, "\\xc2\\xa0"},
                    Form{"ideographic_space", "2.2.1-c", text_of("AB01\\u3000CDE"), Verdict::kFail, "\\xe3"},
                    Form{"zero_width_is_no_space", "2.2.1-c", text_of("AB01\\u200bCDE"), Verdict::kPass, ""}),
    [](const auto& form) { return std::string(form.param.name); });

INSTANTIATE_TEST_SUITE_P(
    Time, FormTest,
    testing::Values(Form{"leap_day", "2.2.2-a", text_of("A", "29/02/2020 23:59:59"), Verdict::kPass, ""},
                    Form{"no_leap_day", "2.2.2-a", text_of("A", "29/02/2019 00:00:00"), Verdict::kFail, "calendar"},
                    Form{"no_leap_century", "2.2.2-a", text_of("A", "29/02/2100 00:00:00"), Verdict::kFail, "calendar"},
                    Form{"thirteenth_month", "2.2.2-a", text_of("A", "01/13/2019 00:00:00"), Verdict::kFail, "calendar"},
                    Form{"day_zero", "2.2.2-a", text_of("A", "00/01/2019 00:00:00"), Verdict::kFail, "calendar"},
                    Form{"hour_24", "2.2.2-a", text_of("A", "01/01/2019 24:00:00"), Verdict::kFail, "hour"},
                    Form{"minute_60", "2.2.2-a", text_of("A", "01/01/2019 00:60:00"), Verdict::kFail, "minute"},
                    Form{"second_60", "2.2.2-a", text_of("A", "01/01/2019 00:00:60"), Verdict::kFail, "second"},
                    Form{"no_zeros", "2.2.2-a", text_of("A", "1/1/2019 00:00:00"), Verdict::kFail, "form"},
                    Form{"iso", "2.2.2-a", text_of("A", "2019-06-11T07:00:00"), Verdict::kFail, "form"},
                    Form{"trailing_zone", "2.2.2-a", text_of("A", "01/01/2019 00:00:00Z"), Verdict::kFail, "form"},
                    Form{"absent_time", "2.2.2-a", R"({"vrm":"A"})", Verdict::kFail, "no such field"}),
    [](const auto& form) { return std::string(form.param.name); });

std::string feed(std::string_view value) { return text_of("A", "11/06/2019 07:00:00", value); }
std::string source(std::string_view value) { return text_of("A", "11/06/2019 07:00:00", "\"35\"", value); }
std::string username(std::string_view value) { return text_of("A", "11/06/2019 07:00:00", "\"35\"", "12", value); }

INSTANTIATE_TEST_SUITE_P(Metadata, FormTest,
                         testing::Values(Form{"leading_zero", "2.3-a", feed("\"07\""), Verdict::kPass, ""},
                                         Form{"zero_lost", "2.3-a", feed("\"7\""), Verdict::kFail, "\"7\""},
                                         Form{"feed_number", "2.3-a", feed("35"), Verdict::kFail, "another type"},
                                         Form{"feed_unknown", "2.3-a", feed("\"99\""), Verdict::kFail, "\"99\""},
                                         Form{"feed_three_digits", "2.3-a", feed("\"201\""), Verdict::kFail, "\"201\""},
                                         Form{"feed_letters", "2.3-a", feed("\"LEA\""), Verdict::kFail, "LEA"},
                                         Form{"source_least", "2.3-b", source("1"), Verdict::kPass, ""},
                                         Form{"source_greatest", "2.3-b", source("9999"), Verdict::kPass, ""},
                                         Form{"source_zero", "2.3-b", source("0"), Verdict::kFail, "found 0"},
                                         Form{"source_beyond", "2.3-b", source("10000"), Verdict::kFail, "found 10000"},
                                         Form{"source_negative", "2.3-b", source("-1"), Verdict::kFail, "found -1"},
                                         Form{"source_text", "2.3-b", source("\"12\""), Verdict::kFail, "another type"},
                                         Form{"source_fraction", "2.3-b", source("12.0"), Verdict::kFail, "another type"},
                                         Form{"source_huge", "2.3-b", source("18446744073709551615"), Verdict::kFail, "another type"},
                                         Form{"operator_name", "2.3-f", username("\"PC1234\""), Verdict::kPass, ""},
                                         Form{"unattended_lower", "2.3-f", username("\"unattended\""), Verdict::kFail, "unattended"},
                                         Form{"username_empty", "2.3-f", username("\"\""), Verdict::kFail, "found \"\""},
                                         Form{"username_null", "2.3-f", username("null"), Verdict::kFail, "another type"}),
                         [](const auto& form) { return std::string(form.param.name); });

TEST(FormVerdictTest, NothingSentIsNotRun) {
  Script script;
  const Judgement& j = script.judgement("2.2.1-a");
  EXPECT_EQ(j.verdict, Verdict::kNotRun);
  EXPECT_FALSE(j.reason.empty());
}

TEST(FormVerdictTest, FewerThanTheLeastAreInconclusive) {
  Script script;
  for (std::uint64_t i = 0; i + 1 < kLeast; ++i) script.sent(fmt::format("s:{}", i), text_of("AB01CDE"));
  EXPECT_EQ(script.verdict("2.2.1-a"), Verdict::kInconclusive);
}

TEST(FormVerdictTest, OneFaultSpoilsOnlyItsOwnRequirement) {
  Script script = after_sound_reads({text_of("AB01 CDE", "31/06/2019 07:00:00")});
  EXPECT_EQ(script.verdict("2.2.1-a"), Verdict::kPass);
  EXPECT_EQ(script.verdict("2.2.1-c"), Verdict::kFail);
  EXPECT_EQ(script.verdict("2.2.2-a"), Verdict::kFail);
  EXPECT_EQ(script.verdict("2.3-a"), Verdict::kPass);
}

TEST(FormVerdictTest, TheFirstTwentyFindingsAreKeptAndAllAreCounted) {
  Script script = after_sound_reads(std::vector<std::string>(50, text_of("A B")));
  const Judgement& j = script.judgement("2.2.1-c");
  EXPECT_EQ(j.against, 50u);
  ASSERT_EQ(j.findings.size(), 20u);
  EXPECT_EQ(j.findings.front().read_id, "t:0");
  EXPECT_EQ(j.findings.back().read_id, "t:19");
}

TEST(FormVerdictTest, FailGoesBeforeInconclusiveInVerdictAndFindings) {
  std::vector<std::string> texts(25, "vrm");  // undecided for 2.2.1-b
  texts.push_back(text_of("\xff"));
  Script script = after_sound_reads(texts);
  const Judgement& j = script.judgement("2.2.1-b");
  EXPECT_EQ(j.verdict, Verdict::kFail);
  EXPECT_EQ(j.undecided, 25u);
  ASSERT_EQ(j.findings.size(), 20u);
  EXPECT_EQ(j.findings.front().verdict, Verdict::kFail);
}

TEST(FormVerdictTest, ARepeatOfTheSameReadIsNoNewObservation) {
  Script script;
  for (int i = 0; i < 3; ++i) script.sent("s:1", text_of("AB01CDE"));
  EXPECT_EQ(script.judgement("2.2.1-a").observations, 1u);
}

TEST(FormVerdictTest, ReadsThatCrossedAsValuesAreNotCountedAndTheSampleIsSaid) {
  Script script({.sampled_one_in = 64});
  const ReadFacts facts{"AB01CDE", 20'000};
  script.tell(ReadSent{"s:1", "", kCamera, {{}, nullptr, nullptr, &facts}});
  const Judgement& j = script.judgement("2.2.1-a");
  EXPECT_EQ(j.observations, 0u);
  EXPECT_EQ(j.verdict, Verdict::kNotRun);
  EXPECT_EQ(j.sampled_one_in, 64u);
}

TEST(FormOfRepeatsTest, AnotherTextUnderTheSameIdIsJudgedToo) {
  Script script;
  script.camera();
  script.sent("r:1", text_of("AB01CDE"));
  script.sent("r:1", text_of("AB01CDE"));
  for (int again = 0; again < 3; ++again) script.sent("r:1", text_of("AB 01 CDE"));
  EXPECT_EQ(script.judgement("2.2.1-c").observations, 1u);
  EXPECT_EQ(script.judgement("2.2.1-c").against, 1u);
}

TEST(FormOfRepeatsTest, WhatNasReceivedInOtherWordsIsNotWhatWasSent) {
  Script script;
  script.camera();
  script.sent("r:1", text_of("AB 01"));
  script.received("r:1", text_of("AB01"));
  for (int again = 0; again < 2; ++again) script.sent("r:1", text_of("AB 01"));
  EXPECT_EQ(script.judgement("2.2.1-c").against, 1u);
}

TEST(FormOfRepeatsTest, AReadIsJudgedAsItWasSentThoughItsReceiptIsToldFirst) {
  Script script;
  script.camera();
  script.received("r:1", text_of("AB01CDE"));
  script.sent("r:1", text_of("AB 01 CDE"));
  EXPECT_EQ(script.judgement("2.2.1-c").against, 1u);
}

}  // namespace
}  // namespace oracle::test
