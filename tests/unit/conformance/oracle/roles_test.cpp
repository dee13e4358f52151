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
    EXPECT_EQ(in_profile, role == "lea" || role == "mobile" ? 0u : 1u) << role << ": neither is told to be on the way";
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

TEST(RolesTest, APercentileIsOfWhatTheSubjectMayHaveMadeLate) {
  for (const std::string role : {"camera", "lea", "whole"}) {
    InRole script(role);
    for (int i = 0; i < 100; ++i) {
      const std::string id = fmt::format("r:{}", i);
      script.pass(id);
      script.sent(id, text_of("AB01CDE"), id);
      script.received(id, text_of("AB01CDE"), "lea:35");
      script.wait(i < 50 ? base::seconds(5) : base::milliseconds(10));
      script.received(id, text_of("AB01CDE"));
    }
    const Conclusion percentile = script.under("6-c", "R-09", 1);
    EXPECT_EQ(percentile.against, role == "camera" ? 0u : 1u) << role;
    EXPECT_EQ(percentile.observations, role == "camera" ? 50u : 0u) << role;
    const Judgement j = script.judgement("6-c");
    ASSERT_EQ(j.timings.size(), 1u) << role;
    EXPECT_EQ(j.timings.at(0).n, 100u) << role << ": what was measured is shown, whosever it is";
  }
}

TEST(RolesTest, APercentileThatHangsOnWhoseDoingItWasIsUndecided) {
  InRole script("camera");
  for (int i = 0; i < 100; ++i) {
    const std::string id = fmt::format("r:{}", i);
    script.pass(id);
    script.sent(id, text_of("AB01CDE"), id);
    script.wait(i < 50 ? base::seconds(5) : base::milliseconds(10));
    script.received(id, text_of("AB01CDE"));
  }
  const Conclusion percentile = script.under("6-c", "R-09", 1);
  EXPECT_EQ(percentile.against, 0u);
  EXPECT_EQ(percentile.verdict, Verdict::kInconclusive);
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

/// What is said of 6-c where one read takes so long to be sent, then to the LEA's component if one is told, and then to NAS.
Judgement of_way(const std::string& role, base::Duration to_send, std::optional<base::Duration> to_lea, base::Duration to_nas) {
  InRole script(role);
  script.pass("p");
  script.wait(to_send);
  script.sent("r:1", text_of("AB01CDE"), "p");
  if (to_lea) {
    script.wait(*to_lea);
    script.received("r:1", text_of("AB01CDE"), "lea:35");
  }
  script.wait(to_nas);
  script.received("r:1", text_of("AB01CDE"));
  return script.judgement("6-c");
}

TEST(RolesTest, LateByOthersAloneByNobodyAloneOrByTheSubject) {
  const base::Duration none{}, half = base::milliseconds(500), most = base::milliseconds(1'900), much = base::seconds(5);
  EXPECT_EQ(of_way("lea", none, half, half).observations, 1u);
  // Each would have broken the budget alone.
  EXPECT_EQ(of_way("camera", much, much, none).against, 1u);
  EXPECT_EQ(of_way("lea", much, much, none).against, 1u);
  // Neither would have.
  EXPECT_EQ(of_way("camera", most, half, none).against, 1u);
  EXPECT_EQ(of_way("lea", most, half, none).against, 1u);
  // One alone did.
  EXPECT_EQ(of_way("camera", half, much, none).against, 0u);
  EXPECT_EQ(of_way("lea", much, none, half).against, 0u);
  const Judgement own = of_way("camera", most, base::seconds(1), none);
  ASSERT_EQ(own.against, 1u);
  EXPECT_EQ(own.findings.at(0).component, "camera:35-12-42");
}

TEST(RolesTest, WhereNoLeaComponentIsToldTheWayToNasIsPerhapsTheCameras) {
  const base::Duration none{}, half = base::milliseconds(500), most = base::milliseconds(1'900), much = base::seconds(5);
  const Judgement open = of_way("camera", none, std::nullopt, much);
  EXPECT_EQ(open.against, 0u);
  EXPECT_EQ(open.verdict, Verdict::kInconclusive);
  ASSERT_FALSE(open.findings.empty());
  EXPECT_EQ(open.findings.at(0).doer, Doer::kOpen);
  EXPECT_EQ(open.findings.at(0).component, "");
  EXPECT_EQ(of_way("camera", much, std::nullopt, none).against, 1u) << "it kept it too long before it sent it";
  EXPECT_EQ(of_way("camera", most, std::nullopt, half).against, 1u) << "nobody else can have made it late alone";
  EXPECT_EQ(of_way("whole", none, std::nullopt, much).against, 1u);
  EXPECT_EQ(of_way("lea", none, std::nullopt, much).against, 0u) << "it never was with the LEA, as far as is told";
  EXPECT_EQ(of_way("lea", none, std::nullopt, half).observations, 0u);
}

TEST(RolesTest, WithinTheUncertaintyNobodyIsToBlameAlone) {
  const auto of = [](const std::string& role, base::Duration to_send, base::Duration to_nas) {
    InRole script(role);
    script.tell(ClockCompared{"tester", {}, base::milliseconds(10), "NTP"});
    script.pass("p");
    script.wait(to_send);
    script.sent("r:1", text_of("AB01CDE"), "p");
    script.received("r:1", text_of("AB01CDE"), "lea:35");
    script.wait(to_nas);
    script.received("r:1", text_of("AB01CDE"));
    return script.judgement("6-c");
  };
  EXPECT_EQ(of("camera", base::milliseconds(200), base::milliseconds(2'020)).undecided, 0u);
  EXPECT_EQ(of("camera", base::milliseconds(200), base::milliseconds(2'020)).against, 0u);
  EXPECT_EQ(of("camera", base::milliseconds(200), base::milliseconds(2'005)).undecided, 1u);
  EXPECT_EQ(of("camera", base::milliseconds(200), base::milliseconds(1'995)).undecided, 1u);
  EXPECT_EQ(of("camera", base::milliseconds(200), base::milliseconds(1'985)).against, 1u) << "the LEA kept to the share";
  EXPECT_EQ(of("lea", base::milliseconds(200), base::milliseconds(1'985)).against, 1u);
  EXPECT_EQ(of("camera", base::milliseconds(1'995), base::milliseconds(2'500)).undecided, 1u);
  EXPECT_EQ(of("camera", base::milliseconds(1'985), base::milliseconds(2'500)).undecided, 0u);
}

TEST(RolesTest, AnInstantThatTellsNothingPartsNothing) {
  const auto of = [](const std::string& role) {
    InRole script(role);
    script.pass("p");
    script.wait(base::milliseconds(1'400));
    const std::string text = text_of("AB01CDE");
    script.tell(ReadSent{"r:1", "p", kCamera, script.body(text)}, base::hours(10'000));
    script.wait(base::milliseconds(100));
    script.received("r:1", text_of("AB01CDE"), "lea:35");
    script.wait(base::milliseconds(1'500));
    script.received("r:1", text_of("AB01CDE"));
    return script.judgement("6-c");
  };
  const Judgement camera = of("camera");
  EXPECT_EQ(camera.against, 0u);
  EXPECT_EQ(camera.undecided, 1u);
  ASSERT_EQ(camera.findings.at(0).legs.size(), 2u);
  EXPECT_EQ(camera.findings.at(0).legs.at(0).name, "lea");
  EXPECT_EQ(of("lea").against, 1u) << "without its 1.5 s it would have been in time";
}

TEST(RolesTest, OfAMobileUnitsWayTheLinkToTheLeaIsPerhapsItsOwn) {
  const auto of = [](const std::string& role, base::Duration to_lea, base::Duration to_nas) {
    InRole script(role);
    script.camera("35-40-1", "mobile");
    script.pass("p", "35-40-1");
    script.sent("r:1", text_of("AB01CDE"), "p", "35-40-1");
    script.wait(to_lea);
    script.received("r:1", text_of("AB01CDE"), "lea:35");
    script.wait(to_nas);
    script.received("r:1", text_of("AB01CDE"));
    const Judgement j = script.judgement("6-c");
    return std::pair(j.against, j.undecided);
  };
  using Counts = std::pair<std::uint64_t, std::uint64_t>;
  EXPECT_EQ(of("mobile", base::seconds(5), {}), Counts(0, 1));
  EXPECT_EQ(of("lea", base::seconds(5), {}), Counts(0, 1));
  EXPECT_EQ(of("mobile", {}, base::seconds(5)), Counts(0, 0));
  EXPECT_EQ(of("lea", {}, base::seconds(5)), Counts(1, 0));
}

TEST(RolesTest, OfTheWholeWayEachHalfHasItsShare) {
  const auto of = [](const std::string& role, base::Duration to_nas, base::Duration to_operator) {
    InRole script(role);
    script.subscribe();
    script.list({{"AA01AAA"}});
    script.pass("p");
    script.sent("r:1", text_of("AA01AAA"), "p");
    script.received("r:1", text_of("AA01AAA"), "lea:35");
    script.wait(to_nas);
    script.received("r:1", text_of("AA01AAA"));
    script.acknowledged("r:1", "c");
    script.wait(to_operator);
    script.hit("h", "r:1", 1);
    script.delivered("h");
    script.end_of("liveness");
    return script.judgement("6-b").against;
  };
  EXPECT_EQ(of("nas", base::milliseconds(3'900), base::milliseconds(200)), 0u);
  EXPECT_EQ(of("lea", base::milliseconds(3'900), base::milliseconds(200)), 1u);
  EXPECT_EQ(of("lea", base::milliseconds(1'900), base::milliseconds(2'200)), 0u);
  EXPECT_EQ(of("nas", base::milliseconds(1'900), base::milliseconds(2'200)), 1u);
}

TEST(RolesTest, WhatIsLateByOthersUnderOneReadingAndByTheSubjectUnderAnotherIsTwoFindings) {
  InRole nas("nas");
  nas.subscribe();
  nas.list({{"AA01AAA"}});
  nas.pass("p");
  nas.wait(base::seconds(10));
  nas.sent("r:1", text_of("AA01AAA"), "p");
  nas.received("r:1", text_of("AA01AAA"));
  nas.acknowledged("r:1", "c");
  nas.hit("h", "r:1", 1);
  nas.delivered("h");
  nas.wait(base::seconds(100));
  nas.tell(HitAcknowledged{"h", "op"});
  nas.end_of("liveness");
  EXPECT_EQ(nas.judgement("6-b").against, 0u);
  EXPECT_EQ(nas.under("6-b", "R-10", 2).against, 1u);
}

}  // namespace
}  // namespace oracle::test
