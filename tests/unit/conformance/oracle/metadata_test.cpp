// 2.3-c to g: NRD ID, lane, alias, username against sessions, preset.
#include <array>

#include <gtest/gtest.h>

#include "tests/unit/conformance/oracle/script.h"

namespace oracle::test {
namespace {

/// A sound read with this NRD ID and these further fields, as they stand in JSON.
std::string with(std::string_view nrd, std::string_view more = "", std::string_view username = "\"Unattended\"") {
  return fmt::format(R"({{"vrm":"AB01CDE","time":"11/06/2019 07:00:00","location":"52.205101,0.121840","feed_id":"35","source_id":12,)"
                     R"("nrd_id":{},"username":{}{}}})",
                     nrd, username, more);
}

/// Sends one read of a pass to the west, of a camera that is registered, and judges.
Judgement of_read(std::string_view id, std::string_view text) {
  const std::array<Preset, 2> presets{{{1, 270}, {2, 90}}};
  Script script;
  script.camera(kCamera, "static", true, presets);
  script.tell(Pass{"p", kCamera, "AB01CDE", {}, 268});
  script.sent("r:1", text, "p");
  script.end_of("liveness");
  for (const std::string_view other : {"2.2.1-a", "2.2.2-a", "2.3-a", "2.3-b", "2.3-c", "2.3-d", "2.3-e", "2.3-f", "2.3-g"}) {
    EXPECT_TRUE(other == id || script.judgement(other).against == 0) << other << " is blamed for " << text;
  }
  return script.judgement(id);
}

void expect_good(std::string_view id, std::string_view text) {
  const Judgement j = of_read(id, text);
  EXPECT_EQ(j.against + j.undecided, 0u) << text;
  EXPECT_EQ(j.observations, 1u) << text;
}
void expect_bad(std::string_view id, std::string_view text) { EXPECT_EQ(of_read(id, text).against, 1u) << text; }
void expect_nothing(std::string_view id, std::string_view text) {
  const Judgement j = of_read(id, text);
  EXPECT_EQ(j.against + j.undecided + j.observations, 0u) << text;
}

TEST(MetadataTest, NrdIds) {
  for (const std::string_view nrd : {"1", "42", "9999"}) expect_good("2.3-c", with(nrd));
  for (const std::string_view nrd : {"-1", "10000", "\"42\"", "4.0", "null", "0"}) expect_bad("2.3-c", with(nrd));
}

TEST(MetadataTest, ZeroIsForWhatWasTypedInAndForThatAlone) {
  for (const bool before : {true, false}) {
    for (const std::string_view nrd : {"0", "1"}) {
      Script script;
      if (before) script.tell(ManualEntry{"lea:35", "r:1"});
      script.sent("r:1", with(nrd));
      if (!before) script.tell(ManualEntry{"lea:35", "r:1"});
      script.tell(ManualEntry{"lea:35", "r:1"});   // told again
      script.end_of("liveness");
      EXPECT_EQ(script.judgement("2.3-c").against, nrd == "0" ? 0u : 1u) << before << nrd;
      EXPECT_EQ(script.judgement("2.3-c").observations, nrd == "0" ? 1u : before ? 0u : 1u) << before << nrd;
    }
  }
}

TEST(MetadataTest, AnEntryDeclaredWhenItsReadIsDoneWithIsUndecided) {
  Script script;
  script.whole_read("r:1", with("42"));
  script.tell(ManualEntry{"lea:35", "r:1"});
  script.end_of("liveness");
  EXPECT_EQ(script.judgement("2.3-c").against, 0u);
  EXPECT_EQ(script.judgement("2.3-c").undecided, 1u);
}

TEST(MetadataTest, WhereEvidenceJustEndsAndTellsOfNoEntryAZeroIsUndecided) {
  for (const bool tells : {true, false}) {
    Script script;
    if (tells) script.tell(ManualEntry{"lea:35", "r:9"});
    script.sent("r:1", with("0"));
    EXPECT_EQ(script.judgement("2.3-c").against, tells ? 1u : 0u);
    EXPECT_EQ(script.judgement("2.3-c").undecided, tells ? 0u : 1u);
  }
}

TEST(MetadataTest, AnEntryOfNoReadOrOfOneNeverSentSaysNothing) {
  Script script;
  script.tell(ManualEntry{"lea:35", ""});
  script.tell(ManualEntry{"lea:35", "r:9"});
  script.sent("", with("42"));
  script.end_of("liveness");
  EXPECT_EQ(script.judgement("2.3-c").against + script.judgement("2.3-c").undecided, 0u);
}

TEST(MetadataTest, LanesAreOptionalDescriptions) {
  expect_nothing("2.3-d", with("42"));
  expect_nothing("2.3-d", with("42", R"(,"lane_id":"")"));
  expect_good("2.3-d", with("42", R"(,"lane_id":"2")"));
  expect_good("2.3-d", with("42", R"x(,"lane_id":"Lane 2 (off-side)")x"));
  for (const std::string_view lane : {"2", "null", "\"<b>\"", "\"a\\tb\""})
    expect_bad("2.3-d", with("42", fmt::format(R"(,"lane_id":{})", lane)));
}

TEST(MetadataTest, AliasesDoNotGiveThePlaceAway) {
  expect_nothing("2.3-e", with("42"));
  expect_good("2.3-e", with("42", R"(,"alias_id":"A14 J31 westbound")"));
  for (const std::string_view alias : {"52.2051,0.1218", "A14 TL 4512 5834", "CB2 1TN", "a\\u0001b"})
    expect_bad("2.3-e", with("42", fmt::format(R"(,"alias_id":"{}")", alias)));
}

TEST(MetadataTest, AnAliasIsNeverMetWithoutAPersonsWord) {
  const Judgement j = of_read("2.3-e", with("42", R"(,"alias_id":"A14 J31")"));
  EXPECT_EQ(j.verdict, Verdict::kInconclusive);
  EXPECT_NE(j.reason.find("inspection"), std::string::npos) << j.reason;
}

TEST(MetadataTest, LettersOfWelshAreNotForAJudgeToRefuse) {
  const Judgement j = of_read("2.3-e", with("42", ",\"alias_id\":\"Pont y T\xc5\xb5r\""));
  EXPECT_EQ(j.against, 0u);
  EXPECT_EQ(j.undecided, 1u);
}

TEST(MetadataTest, PresetsAreThoseOfTheRegisterAndTellTheDirection) {
  expect_nothing("2.3-g", with("42"));
  expect_good("2.3-g", with("42", R"(,"preset_id":1)"));    // 270 degrees, and the vehicle went 268
  expect_good("2.3-g", with("42", R"(,"preset_id":0)"));    // the default
  expect_bad("2.3-g", with("42", R"(,"preset_id":2)"));     // the other way
  expect_bad("2.3-g", with("42", R"(,"preset_id":3)"));     // in no register
  for (const std::string_view preset : {"32768", "-32769", "\"1\"", "1.0"})
    expect_bad("2.3-g", with("42", fmt::format(R"(,"preset_id":{})", preset)));
}

TEST(MetadataTest, DirectionsAreComparedRoundTheCircle) {
  const std::array<Preset, 1> north{{{1, 359}}};
  for (const auto& [direction, right] : {std::pair(1, true), {44, true}, {45, false}, {180, false}, {314, true}}) {
    Script script;
    script.camera(kCamera, "cctv", true, north);
    script.tell(Pass{"p", kCamera, "AB01CDE", {}, direction});
    script.sent("r:1", with("42", R"(,"preset_id":1)"), "p");
    EXPECT_EQ(script.judgement("2.3-g").against, right ? 0u : 1u) << direction;
  }
}

TEST(MetadataTest, WithoutARegisterOnlyTheRangeOfAPresetIsJudged) {
  Script script;
  script.sent("r:1", with("42", R"(,"preset_id":7)"));
  EXPECT_EQ(script.judgement("2.3-g").observations, 1u);
}

}  // namespace
}  // namespace oracle::test
