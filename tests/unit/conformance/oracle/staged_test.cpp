// 2.2.4-g: passes that were staged so that their pictures come out too heavy.
#include <deque>

#include <gtest/gtest.h>

#include "tests/unit/conformance/oracle/picture_maker.h"
#include "tests/unit/conformance/oracle/script.h"

namespace oracle::test {
namespace {

const std::string kText = text_of("AB01CDE");
const base::Bytes kPatch(picture::weighing(2'900)), kOverview(picture::weighing(24'000));
const base::Bytes kHeavyPatch(picture::weighing(3'073)), kHeavyOverview(picture::weighing(25'601)),
    kHeavyByThousand(picture::weighing(3'001));

struct Staged : Script {
  Staged() { camera(); }
  void sent_with(std::string_view id, const base::Bytes* patch, const base::Bytes* overview, std::string_view pass_id = {},
                 const std::string& text = kText) {
    tell(ReadSent{id, pass_id, kCamera, body(text, patch, overview)});
  }
  void staged_pass(std::string_view id, std::string_view vrm = "AB01CDE") { tell(Pass{id, kCamera, vrm, std::nullopt, 0, true}); }
  /// A camera whose reads have overviews.
  void ordinary() { sent_with("o:1", &kPatch, &kOverview); }
};

void expect(Script& script, std::uint64_t met, std::uint64_t against, std::string_view observed = "") {
  const Judgement& j = script.judgement("2.2.4-g");
  EXPECT_EQ(j.observations, met);
  EXPECT_EQ(j.against, against);
  if (observed.empty() || j.findings.empty()) return;
  EXPECT_NE(j.findings[0].observed.find(observed), std::string::npos) << j.findings[0].observed;
}

/// One staged pass that becomes a read with these images, of a camera whose evidence alone there is.
void one(Staged& script, const base::Bytes* patch, const base::Bytes* overview, const std::string& text = kText) {
  script.ordinary();
  script.staged_pass("p");
  script.sent_with("r:1", patch, overview, "p", text);
  script.end_of("liveness");
}

TEST(StagedTest, PicturesThatFitAreMet) {
  Staged script;
  one(script, &kPatch, &kOverview);
  expect(script, 1, 0);
}

TEST(StagedTest, LeftOutOrTooHeavyTheyStandAgainst) {
  Staged no_patch, no_overview, heavy_patch, heavy_overview;
  one(no_patch, nullptr, &kOverview);
  expect(no_patch, 0, 1, "plate picture left out");
  one(no_overview, &kPatch, nullptr);
  expect(no_overview, 0, 1, "overview left out");
  one(heavy_patch, &kHeavyPatch, &kOverview);
  expect(heavy_patch, 0, 1, "3073 bytes");
  one(heavy_overview, &kPatch, &kHeavyOverview);
  expect(heavy_overview, 0, 1, "25601");
}

TEST(StagedTest, AKiloByteIsAReading) {
  Staged script;
  one(script, &kHeavyByThousand, &kOverview);
  expect(script, 0, 1);
  EXPECT_EQ(script.under("2.2.4-g", "R-07", 1).observations, 1u);
  EXPECT_EQ(script.under("2.2.4-g", "R-07", 1).against, 0u);
}

TEST(StagedTest, AnOverviewIsDueWhereTheCamerasOtherReadsHaveOne) {
  Staged script;
  script.sent_with("o:1", &kPatch, nullptr);
  script.staged_pass("p");
  script.sent_with("r:1", &kPatch, nullptr, "p");
  script.end_of("liveness");
  expect(script, 1, 0);
}

TEST(StagedTest, APatchIsNotDueWithoutAPlate) {
  Staged script;
  one(script, nullptr, &kOverview, text_of("QQQQQQQ"));
  expect(script, 1, 0);
}

TEST(StagedTest, AReadThatNeverCameStandsAgainstOnceNothingIsToBeWaitedFor) {
  for (const bool whole : {true, false}) {
    Staged script;
    script.staged_pass("p");
    if (whole) script.end_of("liveness");
    expect(script, 0, whole ? 1 : 0, "no read");
    EXPECT_EQ(script.judgement("2.2.4-g").undecided, whole ? 0u : 1u);
  }
}

TEST(StagedTest, APassThatItsCameraNeedNotRecordIsOwedNoRead) {
  Script script;
  script.camera(kCamera, "static", false);
  script.tell(Pass{"p", kCamera, "", std::nullopt, 0, true});
  script.end_of("liveness");
  expect(script, 0, 0);
}

TEST(StagedTest, WhatNasReceivesIsWhatCounts) {
  // The camera sends it too heavy, and the LEA's component makes it fit before it goes on.
  Staged script;
  script.ordinary();
  script.staged_pass("p");
  script.sent_with("r:1", &kHeavyPatch, &kOverview, "p");
  script.tell(ReadReceived{"lea:35", "r:1", script.body(kText, &kHeavyPatch, &kOverview)});
  script.tell(ReadReceived{"nas", "r:1", script.body(kText, &kPatch, &kOverview)});
  script.end_of("liveness");
  expect(script, 1, 0);
  EXPECT_EQ(script.judgement("2.2.4-d").against, 1u);
}

TEST(StagedTest, ALeaThatDropsAPictureIsSeenAtNas) {
  Staged script;
  script.ordinary();
  script.staged_pass("p");
  script.sent_with("r:1", &kPatch, &kOverview, "p");
  script.tell(ReadReceived{"lea:35", "r:1", script.body(kText, &kPatch, &kOverview)});
  script.tell(ReadReceived{"nas", "r:1", script.body(kText, nullptr, &kOverview)});
  script.end_of("liveness");
  expect(script, 0, 1, "plate picture left out");
  EXPECT_EQ(script.judgement("2.2.4-g").findings.at(0).component, "lea:35");
}

TEST(StagedTest, AReadThatWasSentAndNeverReachedNasStandsAgainst) {
  for (const bool acknowledged : {false, true}) {
    Staged script;
    script.ordinary();
    script.received("o:1", kText);
    script.staged_pass("p");
    script.sent_with("r:1", &kPatch, &kOverview, "p");
    if (acknowledged) script.acknowledged("r:1", "c1");   // so it was received, though nobody says when
    script.end_of("liveness");
    expect(script, acknowledged ? 1 : 0, acknowledged ? 0 : 1, "not at NAS");
  }
}

TEST(StagedTest, WithoutAStagedPassItIsNotRun) {
  Staged script;
  script.pass("p");
  script.sent_with("r:1", &kPatch, &kOverview, "p");
  script.end_of("liveness");
  EXPECT_EQ(script.verdict("2.2.4-g"), Verdict::kNotRun);
}

TEST(StagedTest, PicturesThatThePackDoesNotHoldAreUndecided) {
  Staged script;
  const std::string hash(64, 'b');
  script.staged_pass("p");
  ReadBody body = script.body(kText, nullptr, &kOverview);
  body.unheld_plate_patch = hash;
  script.tell(ReadSent{"r:1", "p", kCamera, body});
  script.end_of("liveness");
  EXPECT_EQ(script.judgement("2.2.4-g").undecided, 1u);
}

TEST(StagedTest, WhatNoLeaControlsOwesThePlateWhereItUsuallySendsIt) {
  for (const bool lea_controlled : {true, false}) {
    for (const bool usual : {true, false}) {
      Staged script;
      script.tell(Camera{kCamera, "static", lea_controlled, true, {}, std::nullopt, 0, {}});
      for (const char* id : {"u:1", "u:2", "u:3"}) script.sent_with(id, usual ? &kPatch : nullptr, &kOverview);
      one(script, nullptr, &kOverview);
      expect(script, lea_controlled || usual ? 0 : 1, lea_controlled || usual ? 1 : 0, "plate picture");
    }
  }
}

TEST(StagedTest, AnLeaMaySendOnNothingTooHeavy) {
  for (const std::string role : {"camera", "lea"}) {
    for (const bool through_lea : {true, false}) {
      Script script(OracleOptions{.role = role});
      script.camera();
      script.tell(Pass{"p", kCamera, "AB01CDE", std::nullopt, 0, true});
      const ReadBody heavy = script.body(kText, &kHeavyPatch, &kOverview);
      script.tell(ReadSent{"r:1", "p", kCamera, heavy});
      if (through_lea) script.tell(ReadReceived{"lea:35", "r:1", heavy});
      script.tell(ReadReceived{"nas", "r:1", heavy});
      script.end_of("liveness");
      EXPECT_EQ(script.judgement("2.2.4-g").against, role == "camera" || through_lea ? 1u : 0u) << role << through_lea;
    }
  }
}

}  // namespace
}  // namespace oracle::test
