// 2.2.3: the location of each read against form, survey and pass; the register against the survey.
#include <gtest/gtest.h>

#include "tests/unit/conformance/oracle/script.h"

namespace oracle::test {
namespace {

constexpr Position kTrue{522'051'010, 1'218'400};

std::string at(std::string_view location) {
  return fmt::format(R"({{"vrm":"AB01CDE","time":"11/06/2019 07:00:00","location":{},"feed_id":"35","source_id":12,"nrd_id":42,)"
                     R"("username":"Unattended"}})",
                     location);
}
std::string in_quotes(std::string_view text) { return fmt::format("\"{}\"", text); }
/// So many metres north of where the camera stands: 9e-7 degree are a decimetre, to half a percent.
std::string north(double metres) { return at(in_quotes(fmt::format("{:.7f},0.1218400", 52.205101 + metres / 111'264.6))); }

Camera surveyed(std::string_view camera_class = "static", std::int32_t uncertainty_mm = 0) {
  return {kCamera, camera_class, true, true, kTrue, kTrue, uncertainty_mm, {}};
}

/// Reads of one camera, each of a pass where the camera stands.
Script reads_of(const std::vector<std::string>& texts, const Camera& camera) {
  Script script;
  script.tell(camera);
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const std::string id = fmt::format("r:{}", i);
    script.tell(Pass{id, kCamera, "AB01CDE", kTrue, 0});
    script.sent(id, texts[i], id);
  }
  script.end_of("liveness");
  return script;
}
Script reads_of(const std::vector<std::string>& texts, std::string_view camera_class = "static") {
  return reads_of(texts, surveyed(camera_class));
}
std::vector<std::string> times(std::size_t count, const std::string& text) { return std::vector<std::string>(count, text); }

TEST(PlaceTest, ReadsThatNameTheirPlaceAreMet) {
  Script script = reads_of(times(59, north(0)));
  for (const std::string_view id : {"2.2.3-a", "2.2.3-b", "2.2.3-c", "2.2.3-e"}) {
    EXPECT_EQ(script.verdict(id), Verdict::kPass) << id << ": " << script.judgement(id).reason;
    EXPECT_TRUE(script.judgement(id).robust()) << id;
  }
  EXPECT_EQ(script.judgement("2.2.3-b").observations, 59u);
}

TEST(PlaceTest, WithoutAPlaceAReadBreaksTheFormAlone) {
  const std::string without = R"({"vrm":"AB01CDE","time":"11/06/2019 07:00:00"})";
  for (const std::string& text : {without, at("7"), at("null"), at("\"\""), at("\"52.2 0.1\""), at("\"52,2\""), at("\"120.5,51.5\""),
                                  std::string("no JSON")}) {
    Script script = reads_of({text});
    EXPECT_EQ(script.judgement("2.2.3-a").against, 1u) << text;
    EXPECT_EQ(script.judgement("2.2.3-b").against + script.judgement("2.2.3-b").observations, 0u) << text;
    EXPECT_TRUE(script.judgement("2.2.3-a").findings.at(0).robust) << text;
  }
}

TEST(PlaceTest, LettersForSignsHangOnHowThePlaceIsWritten) {
  Script script = reads_of({at("\"52.205101N,0.121840E\"")});
  EXPECT_EQ(script.judgement("2.2.3-a").against, 1u);
  EXPECT_EQ(script.under("2.2.3-a", "R-06", 1).observations, 1u);
  EXPECT_EQ(script.under("2.2.3-a", "R-06", 1).against, 0u);
  EXPECT_EQ(script.judgement("2.2.3-b").observations, 1u);   // it says where all the same
}

TEST(PlaceTest, TheTextForNoFixComesFromMobilesAlone) {
  for (const auto& [camera_class, against] : {std::pair("static", 1u), {"moveable", 1u}, {"cctv", 1u}, {"dual_lane", 1u}, {"mobile", 0u}}) {
    Script script = reads_of({at("\"N0000000 E0000000\"")}, camera_class);
    EXPECT_EQ(script.judgement("2.2.3-e").against, against) << camera_class;
    EXPECT_EQ(script.judgement("2.2.3-e").observations, 0u) << camera_class;
    EXPECT_EQ(script.judgement("2.2.3-a").against + script.judgement("2.2.3-a").observations, 0u) << camera_class;
    EXPECT_EQ(script.judgement("2.2.3-b").against + script.judgement("2.2.3-b").observations, 0u) << camera_class;
  }
}

TEST(PlaceTest, TenMetresAreTheEdge) {
  for (const auto& [metres, against] : {std::pair(9.9, 0u), {10.1, 1u}, {12.0, 1u}}) {
    Script script = reads_of({north(metres)});
    EXPECT_EQ(script.judgement("2.2.3-b").against, against) << metres;
    EXPECT_EQ(script.under("2.2.3-b", "R-30", 1).against, against) << metres;
  }
}

TEST(PlaceTest, FiveInAHundredMayLieOffAndSixMayNot) {
  auto texts = times(95, north(0));
  for (int i = 0; i < 5; ++i) texts.push_back(north(12));
  Script five = reads_of(texts);
  EXPECT_EQ(five.verdict("2.2.3-b"), Verdict::kPass);
  EXPECT_EQ(five.judgement("2.2.3-b").observations, 100u);
  EXPECT_EQ(five.under("2.2.3-b", "R-30", 1).verdict, Verdict::kFail);
  EXPECT_EQ(five.under("2.2.3-b", "R-30", 1).against, 5u);
  texts.back() = north(30);
  texts.push_back(north(11));
  Script six = reads_of(texts);
  EXPECT_EQ(six.judgement("2.2.3-b").against, 6u);
  const Finding& finding = six.judgement("2.2.3-b").findings.at(0);
  EXPECT_EQ(finding.read_id, "r:99");   // the furthest
  EXPECT_NE(finding.observed.find("6 of 101 reads further away"), std::string::npos) << finding.observed;
}

TEST(PlaceTest, WhatTheSurveyDoesNotKnowIsUndecided) {
  const auto with = [](double metres, std::int32_t uncertainty_mm) {
    Script script = reads_of(times(59, north(metres)), surveyed("static", uncertainty_mm));
    return script.verdict("2.2.3-b");
  };
  EXPECT_EQ(with(9, 900), Verdict::kPass);
  EXPECT_EQ(with(9, 1'100), Verdict::kInconclusive);
  EXPECT_EQ(with(11, 1'100), Verdict::kInconclusive);
  EXPECT_EQ(with(11, 900), Verdict::kFail);
}

TEST(PlaceTest, AWrongSignAndASwapAreNamed) {
  for (const auto& [text, fault] : {std::pair("52.205101,-0.121840", "east and west"), {"-52.205101,0.121840", "north and south"},
                                    {"0.121840,52.205101", "latitude and longitude"}}) {
    Script script = reads_of({at(in_quotes(text))});
    ASSERT_FALSE(script.judgement("2.2.3-b").findings.empty()) << text;
    const std::string& observed = script.judgement("2.2.3-b").findings[0].observed;
    EXPECT_NE(observed.find(fault), std::string::npos) << observed;
  }
}

TEST(PlaceTest, WhosePlaceIsMeantIsAReading) {
  Script script;
  script.tell(surveyed());
  script.tell(Pass{"p", kCamera, "AB01CDE", Position{kTrue.latitude_deg_e7 + 1'800, kTrue.longitude_deg_e7}, 0});   // 20 m up the road
  script.sent("r:1", north(0), "p");
  EXPECT_EQ(script.judgement("2.2.3-b").against, 0u);
  EXPECT_EQ(script.under("2.2.3-b", "R-26", 1).against, 1u);
  EXPECT_EQ(script.under("2.2.3-b", {{"R-26", 1}, {"R-30", 1}}).against, 1u);
}

TEST(PlaceTest, AMobileIsWhereItsPassWas) {
  Script script;
  script.camera(kCamera, "mobile");
  script.tell(Pass{"p", kCamera, "AB01CDE", kTrue, 0});
  script.sent("r:1", north(12), "p");
  EXPECT_EQ(script.judgement("2.2.3-b").against, 1u);
}

TEST(PlaceTest, WithoutSurveyNothingIsSaidAndTheEventIsNamed) {
  Script script;
  script.camera();
  script.pass("p");
  script.sent("r:1", north(0), "p");
  EXPECT_EQ(script.verdict("2.2.3-b"), Verdict::kNotRun);
  EXPECT_NE(script.judgement("2.2.3-b").reason.find("surveyed"), std::string::npos);
  EXPECT_NE(script.under("2.2.3-b", "R-26", 1).reason.find("pass"), std::string::npos);
  EXPECT_EQ(script.verdict("2.2.3-c"), Verdict::kNotRun);
  EXPECT_NE(script.judgement("2.2.3-c").reason.find("recorded and surveyed"), std::string::npos);
}

TEST(PlaceTest, EachClassOfCameraHasToShowIt) {
  Script script = reads_of(times(59, north(0)));
  script.camera("35-12-43", "cctv");
  for (const std::string_view id : {"2.2.3-a", "2.2.3-b", "2.2.3-e"}) {
    EXPECT_EQ(script.verdict(id), Verdict::kInconclusive) << id;
    EXPECT_NE(script.judgement(id).reason.find("cctv"), std::string::npos) << id;
  }
}

TEST(PlaceTest, AClassThatARequirementDoesNotBindHasNothingToShow) {
  Script script = reads_of(times(59, north(0)));
  script.camera("35-12-43", "mobile");
  EXPECT_EQ(script.verdict("2.2.3-e"), Verdict::kPass);
  EXPECT_EQ(script.verdict("2.2.3-a"), Verdict::kInconclusive);
}

/// A camera whose register is so far off, in latitude: 900 are ten metres.
Conclusion of_site(std::int32_t off_e7, std::string_view camera_class = "static", std::int32_t uncertainty_mm = 0, std::uint32_t r29 = 0) {
  Script script;
  const Position recorded{kTrue.latitude_deg_e7 + off_e7, kTrue.longitude_deg_e7};
  script.tell(Camera{kCamera, camera_class, true, true, recorded, kTrue, uncertainty_mm, {}});
  script.tell(Camera{kCamera, camera_class, true, true, recorded, kTrue, uncertainty_mm, {}});   // told again
  if (r29 != 0) return script.under("2.2.3-c", "R-29", r29);
  return script.judgement("2.2.3-c");
}

TEST(SiteTest, WhereAPositionCameFromIsForTheRegisterToSay) {
  const auto judged = [](std::string_view first, std::string_view second) {
    Camera one = surveyed(), two = surveyed();
    two.camera = "35-12-43";
    one.position_source = first;
    two.position_source = second;
    Script script;
    script.tell(one);
    script.tell(one);   // told again, and no other observation
    script.tell(two);
    script.end_of("liveness");
    return script.judgement("2.2.3-f");
  };
  EXPECT_EQ(judged("gps", "gps").verdict, Verdict::kPass);
  EXPECT_EQ(judged("gps", "gps").observations, 2u);
  EXPECT_EQ(judged("gps", "map").verdict, Verdict::kFail);
  EXPECT_EQ(judged("gps", "map").against, 1u);
  EXPECT_EQ(judged("gps", "").observations, 1u);
  EXPECT_EQ(judged("", "").verdict, Verdict::kNotRun);
  EXPECT_NE(judged("", "").reason.find("position_source"), std::string::npos) << judged("", "").reason;
}

TEST(SiteTest, FiveMetresAreTheEdge) {
  EXPECT_EQ(of_site(449).observations, 1u);   // 4.996 m
  EXPECT_EQ(of_site(449).against, 0u);
  EXPECT_EQ(of_site(450).against, 1u);        // 5.007 m
  EXPECT_EQ(of_site(-540).against, 1u);       // 6 m
  EXPECT_EQ(of_site(449, "static", 10).undecided, 1u);
  EXPECT_EQ(of_site(450, "static", 10).undecided, 1u);
  EXPECT_EQ(of_site(0, "static", 5'000).observations, 1u);
}

TEST(SiteTest, AMoveableCameraCountsByReadingAndAMobileNever) {
  EXPECT_EQ(of_site(540, "moveable").against, 1u);
  EXPECT_EQ(of_site(540, "moveable", 0, 1).against, 0u);
  EXPECT_EQ(of_site(0, "moveable", 0, 1).observations, 0u);
  EXPECT_EQ(of_site(540, "cctv", 0, 1).against, 1u);
  EXPECT_EQ(of_site(540, "mobile").against, 0u);
}

TEST(SiteTest, ARegisterThatIsChangedIsJudgedAnew) {
  Script script;
  const Position off{kTrue.latitude_deg_e7 + 900, kTrue.longitude_deg_e7};
  script.tell(Camera{kCamera, "static", true, true, kTrue, kTrue, 0, {}});
  script.tell(Camera{kCamera, "static", true, true, off, kTrue, 0, {}});
  EXPECT_EQ(script.judgement("2.2.3-c").observations, 1u);
  EXPECT_EQ(script.judgement("2.2.3-c").against, 1u);
}

}  // namespace
}  // namespace oracle::test
