// Whose doing it is: a subject in one role is not judged by what parts in other roles did, for or against it.
#include <gtest/gtest.h>

#include "conformance/oracle/tally.h"
#include "tests/unit/conformance/oracle/script.h"

namespace oracle::test {
namespace {

struct InRole : Script {
  explicit InRole(std::string role) : Script(OracleOptions{.role = std::move(role)}) {}
};

/// What is said of a budget where NAS alone is late with a hit.
Judgement of_late_hit(const std::string& role) {
  InRole script(role);
  script.subscribe();
  script.list({{"AA01AAA"}});
  script.whole_read("r:1", text_of("AA01AAA"));
  script.wait(base::seconds(9));
  script.hit("h", "r:1", 1);
  script.delivered("h");
  script.end_of("liveness");
  return script.judgement("6-b");
}

TEST(RolesTest, WhatNasIsLateWithStandsAgainstNasAlone) {
  for (const std::string role : {"nas", "whole"}) EXPECT_EQ(of_late_hit(role).verdict, Verdict::kFail) << role;
  for (const std::string role : {"camera", "lea", "mobile", "operator"}) {
    const Judgement j = of_late_hit(role);
    EXPECT_EQ(j.against, 0u) << role;
    std::size_t in_profile = 0;
    for (const Finding& finding : j.findings) {
      if (!finding.in_profile) continue;
      ++in_profile;
      EXPECT_EQ(finding.verdict, Verdict::kObserved) << role;
      EXPECT_EQ(finding.component, "nas") << role;
    }
    EXPECT_EQ(in_profile, 1u) << role;
  }
}

TEST(RolesTest, MoreThanAreKeptAreNotCountedEither) {
  InRole camera("camera"), lea("lea");
  for (Script* script : {static_cast<Script*>(&camera), static_cast<Script*>(&lea)}) {
    for (int i = 0; i < 50; ++i) {
      const std::string id = fmt::format("r:{}", i);
      script->pass(id);
      script->sent(id, text_of("AB01CDE"), id);
      script->received(id, text_of("AB01CDE"), "lea:35");
      script->wait(base::seconds(5));
      script->received(id, text_of("AB01CDE"));
    }
  }
  EXPECT_EQ(camera.judgement("6-c").against, 0u);
  EXPECT_EQ(camera.judgement("6-c").findings.size(), Tally::kFindingsMax);
  EXPECT_EQ(camera.verdict("6-c"), Verdict::kNotRun);
  EXPECT_NE(camera.judgement("6-c").reason.find("other roles"), std::string::npos);
  EXPECT_EQ(lea.judgement("6-c").against, 50u);
}

TEST(RolesTest, ATestOfConnectivityIsOfWhoeverMakesIt) {
  for (const std::string mark : {"QQ111QQQ", "TEST"}) {
    for (const auto& [role, camera_class, own] : std::vector<std::tuple<std::string, std::string, bool>>{
             {"camera", "static", true},
             {"camera", "mobile", true},
             {"mobile", "mobile", true},
             {"mobile", "static", false},
             {"nas", "static", false}}) {
      InRole script(role);
      script.camera(kCamera, camera_class);
      script.tell(ConnectivityTest{"camera:35-12-42", mark, "t:1"});
      script.sent("t:1", text_of(mark));
      const Judgement& j = script.judgement("2.1-a");
      EXPECT_EQ(j.observations, own && mark == "QQ111QQQ" ? 2u : 0u) << role << " " << camera_class;
      EXPECT_EQ(j.against, own && mark != "QQ111QQQ" ? 2u : 0u) << role << " " << camera_class;
    }
  }
}

TEST(RolesTest, AnotherComponentsKeepingIsNoMobileUnits) {
  for (const std::string role : {"lea", "mobile"}) {
    InRole script(role);
    script.tell(Link{"lea:35", "nas", false});
    script.wait(base::seconds(1));
    script.sent("r:1", text_of("AB01CDE"));
    script.received("r:1", text_of("AB01CDE"), "lea:35");
    script.wait(base::seconds(60));
    script.tell(Link{"lea:35", "nas", true});
    script.received("r:1", text_of("AB01CDE"));
    EXPECT_EQ(script.judgement("7-b").observations, role == "lea" ? 1u : 0u);
    EXPECT_EQ(script.judgement("7-c").observations, role == "lea" ? 1u : 0u);
  }
}

TEST(RolesTest, AReadThatTheLeaLostIsNotLostByNas) {
  for (const std::string role : {"nas", "whole"}) {
    InRole script(role);
    script.sent("r:1", text_of("AB01CDE"));
    script.received("r:1", text_of("AB01CDE"), "lea:35");
    script.acknowledged("r:1", "", "lea:35");
    script.end_of("liveness");
    EXPECT_EQ(script.judgement("3.1-a").against, role == "nas" ? 0u : 1u);
  }
}

TEST(RolesTest, AFrontEndOfNasIsNas) {
  InRole script("whole");
  script.sent("r:1", text_of("AB01CDE"));
  script.tell(ReadReceived{"nas:2", "r:1", script.body(text_of("AB01CDE"))});
  script.acknowledged("r:1", "c", "nas:2");
  script.end_of("liveness");
  script.returned("c", text_of("AB01CDE"));
  EXPECT_EQ(script.judgement("3.1-a").against, 0u);
  EXPECT_EQ(script.judgement("3.1-a").observations, 1u);
}

}  // namespace
}  // namespace oracle::test
