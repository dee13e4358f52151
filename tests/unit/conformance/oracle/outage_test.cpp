// 7-b and 7-c: what is kept through a failure, and delivered after it.
#include <gtest/gtest.h>

#include "tests/unit/conformance/oracle/script.h"

namespace oracle::test {
namespace {

const std::string kText = text_of("AB01CDE");

/// A read reaches the LEA's component while its link to NAS is down.
Script caught(std::string_view component = "lea:35") {
  Script script;
  script.tell(Link{"lea:35", "nas", false});
  script.wait(base::seconds(1));
  script.sent("r:1", kText);
  script.received("r:1", kText, component);
  return script;
}

void heal(Script& script) {
  script.wait(base::seconds(60));
  script.tell(Link{"lea:35", "nas", true});
  script.wait(base::seconds(1));
}

void expect(Script& script, std::uint64_t kept, std::uint64_t kept_against, std::uint64_t delivered, std::uint64_t delivered_against) {
  EXPECT_EQ(script.judgement("7-b").observations, kept);
  EXPECT_EQ(script.judgement("7-b").against, kept_against);
  EXPECT_EQ(script.judgement("7-c").observations, delivered);
  EXPECT_EQ(script.judgement("7-c").against, delivered_against);
}

TEST(OutageTest, WhatComesToNasWhenItIsOverWasKeptAndDelivered) {
  Script script = caught();
  script.tell(ReadBuffered{"lea:35", "r:1"});
  heal(script);
  script.received("r:1", kText);
  script.end_of("liveness");
  expect(script, 1, 0, 1, 0);
}

TEST(OutageTest, WithoutAWordOfKeepingDeliveryIsProofEnough) {
  Script script = caught();
  heal(script);
  script.received("r:1", kText);
  script.end_of("liveness");
  expect(script, 1, 0, 1, 0);
}

TEST(OutageTest, WhatIsKeptAndNeverDeliveredIsAgainstDeliveryAlone) {
  Script script = caught();
  script.tell(ReadBuffered{"lea:35", "r:1"});
  heal(script);
  script.end_of("liveness");
  expect(script, 1, 0, 0, 1);
  EXPECT_EQ(script.judgement("7-c").findings.at(0).component, "lea:35");
}

TEST(OutageTest, WhatIsNotKeptIsAgainstKeepingAlone) {
  Script script = caught();
  heal(script);
  script.end_of("liveness");
  expect(script, 0, 1, 0, 0);
  EXPECT_EQ(script.judgement("7-b").findings.at(0).observed, "not kept, and never at NAS");
}

TEST(OutageTest, WhatIsDeletedBeforeNasHasItIsAgainstKeeping) {
  Script script = caught();
  script.tell(ReadBuffered{"lea:35", "r:1"});
  script.tell(ReadDeleted{"lea:35", "r:1"});
  heal(script);
  script.end_of("liveness");
  expect(script, 0, 1, 0, 0);
  EXPECT_EQ(script.judgement("7-b").findings.at(0).observed, "kept, and deleted before NAS had it");
}

TEST(OutageTest, ACameraThatForgetsWhatItHandedOnDeletesNothingOfTheLea) {
  Script script = caught();
  script.tell(ReadBuffered{"lea:35", "r:1"});
  script.tell(ReadDeleted{"camera:35-12-42", "r:1"});
  heal(script);
  script.end_of("liveness");
  expect(script, 1, 0, 0, 1);
}

TEST(OutageTest, ACamerasOwnBufferIsNotTheLeas) {
  Script script = caught();
  script.tell(ReadBuffered{"camera:35-12-42", "r:1"});
  heal(script);
  script.end_of("liveness");
  expect(script, 0, 1, 0, 0);
}

TEST(OutageTest, WhatIsWrittenAgainAfterItWasDeletedIsKept) {
  Script script = caught();
  script.tell(ReadBuffered{"lea:35", "r:1"});
  script.tell(ReadDeleted{"lea:35", "r:1"});
  script.tell(ReadBuffered{"lea:35", "r:1"});
  heal(script);
  script.end_of("liveness");
  expect(script, 1, 0, 0, 1);
}

TEST(OutageTest, WhereTheEvidenceJustEndsItIsUndecided) {
  for (const bool kept : {true, false}) {
    Script script = caught();
    if (kept) script.tell(ReadBuffered{"lea:35", "r:1"});
    expect(script, 0, 0, 0, 0);
    EXPECT_EQ(script.judgement(kept ? "7-c" : "7-b").undecided, 1u);
  }
}

TEST(OutageTest, AReadThatNasAcknowledgedWasNotLostThoughItsReceiptIsNotTold) {
  Script script = caught();
  script.acknowledged("r:1", "c");
  script.end_of("liveness");
  expect(script, 0, 0, 0, 0);
}

TEST(OutageTest, AnotherForcesOutageIsNoneOfThisOnes) {
  Script script = caught("lea:07");
  script.end_of("liveness");
  expect(script, 0, 0, 0, 0);
  EXPECT_EQ(script.verdict("7-b"), Verdict::kNotRun);
}

TEST(OutageTest, ACrashOfNasIsAnOutageForAll) {
  Script script;
  script.sent("r:1", kText);
  script.received("r:1", kText, "lea:07");
  script.tell(Component{"nas", false});
  script.wait(base::seconds(20));
  script.tell(Component{"nas", true});
  script.received("r:1", kText);
  script.end_of("liveness");
  expect(script, 1, 0, 1, 0);
}

TEST(OutageTest, ALateReadWithoutAnOutageIsNoMatterOfThisClause) {
  Script script;
  script.sent("r:1", kText);
  script.received("r:1", kText, "lea:35");
  script.wait(base::seconds(60));
  script.received("r:1", kText);
  script.end_of("liveness");
  expect(script, 0, 0, 0, 0);
  EXPECT_NE(script.judgement("7-b").reason.find("no such outage"), std::string::npos) << script.judgement("7-b").reason;
}

TEST(OutageTest, SeveralLeaComponentsForOneReadAreOneObservation) {
  Script script = caught();
  script.received("r:1", kText, "lea:35-standby");
  heal(script);
  script.received("r:1", kText);
  script.received("r:1", kText);
  script.end_of("liveness");
  EXPECT_LE(script.judgement("7-b").observations, 1u);
  EXPECT_EQ(script.judgement("7-b").against, 0u);
}

TEST(OutageTest, AMobileUnitStandsForAllItsCameras) {
  for (const std::string_view unit : {"mobile:35-12", "mobile:35-1"}) {
    Script script;
    script.camera(kCamera, "mobile");
    script.tell(Link{unit, "nas", false});
    script.pass("p");
    script.sent("r:1", kText, "p");
    script.wait(base::seconds(600));
    script.tell(Link{unit, "nas", true});
    script.received("r:1", kText);
    script.end_of("liveness");
    EXPECT_EQ(script.judgement("6-c").against, unit == "mobile:35-12" ? 0u : 1u) << unit;
  }
}

}  // namespace
}  // namespace oracle::test
