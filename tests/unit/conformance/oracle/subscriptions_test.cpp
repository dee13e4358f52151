// Who is owed a hit, and who may have it: by list, area and priority, as each asked at the time (5-q, 6-a, 6-b, 6-d).
#include "conformance/oracle/subscriptions.h"

#include <gtest/gtest.h>

#include "tests/unit/conformance/oracle/script.h"

namespace oracle::test {
namespace {

constexpr std::string_view kToStop = "AB01CDE", kToAssess = "AC01DEF";

/// A list of both, the camera, and who asks: everybody else's eyes are on it whole.
Script with_both() {
  Script script;
  script.list({{std::string(kToStop)}, {std::string(kToAssess), "Assess"}});
  return script;
}

/// A read of each, whose hits are sent.
void read_both(Script& script) {
  script.whole_read("r:1", text_of(kToStop));
  script.hit("stop", "r:1", 1);
  script.whole_read("r:2", text_of(kToAssess));
  script.hit("assess", "r:2", 2);
}

TEST(SubscriptionsTest, AnOperatorIsToldOfItsAreaAlone) {
  for (const bool inside : {true, false}) {
    Script script = with_both();
    script.subscribe_to({inside ? "35-12-*" : "35-13-*"}, {});
    read_both(script);
    script.delivered("stop");
    script.delivered("assess");
    script.end_of("liveness");
    EXPECT_EQ(script.judgement("5-q").against, inside ? 0u : 2u);
    EXPECT_EQ(script.judgement("6-d").against, 0u);
    EXPECT_EQ(script.judgement("5-q").verdict, inside ? Verdict::kNotRun : Verdict::kFail) << "nobody is kept from anything, or is";
  }
}

TEST(SubscriptionsTest, AnOperatorIsToldOfItsPriorityAlone) {
  Script script = with_both();
  script.subscribe_to({}, {"Stop"});
  read_both(script);
  script.delivered("stop");
  script.end_of("liveness");
  EXPECT_EQ(script.verdict("5-q"), Verdict::kPass);
  for (const std::string_view id : {"6-a", "6-b", "6-d"}) EXPECT_EQ(script.judgement(id).against, 0u) << id;

  Script wrong = with_both();
  wrong.subscribe_to({}, {"Stop"});
  read_both(wrong);
  wrong.delivered("stop");
  wrong.delivered("assess");
  EXPECT_EQ(wrong.judgement("5-q").against, 1u);
  EXPECT_NE(wrong.judgement("5-q").findings.at(0).observed.find("Assess"), std::string::npos);
}

TEST(SubscriptionsTest, AHitThatNobodyAsksForIsOwedToNobody) {
  Script script = with_both();
  script.subscribe_to({"35-13-*"}, {"Stop"});
  script.subscribe_to({}, {"Assess"}, "second");
  script.whole_read("r:1", text_of(kToStop));
  script.end_of("liveness");
  EXPECT_EQ(script.judgement("6-a").against, 0u);
  EXPECT_EQ(script.verdict("6-a"), Verdict::kNotRun) << "no read had to match";

  Script owed = with_both();
  owed.subscribe_to({"35-12-*"}, {"Stop"});
  owed.whole_read("r:1", text_of(kToStop));
  owed.end_of("liveness");
  EXPECT_EQ(owed.judgement("6-a").against, 1u);
}

TEST(SubscriptionsTest, EachWhoAsksIsOwedTheHit) {
  Script script = with_both();
  script.subscribe();
  script.subscribe_to({}, {"Stop"}, "second");
  script.subscribe_to({"35-13-*"}, {}, "elsewhere");
  read_both(script);
  script.delivered("stop");
  script.delivered("assess");
  script.wait(base::seconds(60));
  script.end_of("liveness");
  EXPECT_EQ(script.judgement("6-a").against, 0u);
  EXPECT_EQ(script.judgement("6-d").against, 1u) << "the second never had what is to be stopped";
  EXPECT_EQ(script.judgement("6-b").against, 1u);
}

TEST(SubscriptionsTest, ADeliveryThatNamesNobodyMayBeToAnybody) {
  Script script = with_both();
  script.subscribe();
  script.subscribe("35_*", "second");
  script.whole_read("r:1", text_of(kToStop));
  script.hit("stop", "r:1", 1);
  script.delivered("stop", "");
  script.wait(base::seconds(60));
  script.end_of("liveness");
  EXPECT_EQ(script.judgement("6-d").against, 0u);
}

TEST(SubscriptionsTest, AHitMayHaveAnIdForEachOfThem) {
  Script script = with_both();
  script.subscribe();
  script.subscribe("35_*", "second");
  script.whole_read("r:1", text_of(kToStop));
  script.hit("one", "r:1", 1);
  script.hit("two", "r:1", 1);
  script.delivered("one");
  script.delivered("two", "second");
  script.wait(base::seconds(60));
  script.end_of("liveness");
  EXPECT_EQ(script.judgement("6-d").against, 0u);
}

TEST(SubscriptionsTest, EvidenceThatJustEndsIsSilentOnWhomItNeverNames) {
  for (const bool whole : {true, false}) {
    Script script = with_both();
    script.subscribe();
    script.subscribe("35_*", "second");
    script.whole_read("r:1", text_of(kToStop));
    script.hit("stop", "r:1", 1);
    script.delivered("stop");
    script.wait(base::seconds(60));
    script.end_of(whole ? "liveness" : "warm_up");
    EXPECT_EQ(script.judgement("6-d").against, whole ? 1u : 0u);
  }
}

TEST(SubscriptionsTest, AnOperatorsOwnOutageExcusesWhatNeverCame) {
  Script script = with_both();
  script.subscribe();
  script.subscribe("35_*", "second");
  script.tell(Link{"nas", "second", false});
  script.whole_read("r:1", text_of(kToStop));
  script.hit("stop", "r:1", 1);
  script.delivered("stop");
  script.wait(base::seconds(60));
  script.end_of("liveness");
  EXPECT_EQ(script.judgement("6-d").against, 0u);
  EXPECT_EQ(script.under("6-d", "R-11", 2).against, 1u);
}

TEST(SubscriptionsTest, WhatIsAskedForHoldsUntilSomethingElseIs) {
  Script script = with_both();
  script.subscribe();
  script.whole_read("r:1", text_of(kToStop));
  script.hit("stop", "r:1", 1);
  script.wait(base::seconds(1));
  script.subscribe_to({}, {"Assess"});
  script.delivered("stop");                            // asked for when its read was matched
  script.tell(Operator{"op", "35", {}, true, false});  // who is online need not say what else
  script.whole_read("r:2", text_of(kToStop));
  script.hit("again", "r:2", 1);
  script.end_of("liveness");
  EXPECT_EQ(script.judgement("5-q").against, 0u);
  EXPECT_EQ(script.judgement("6-d").against, 0u) << "it is not asked for any more";
}

TEST(SubscriptionsTest, WhatComesUnaskedAfterAChangeIsWrong) {
  Script script = with_both();
  script.subscribe();
  script.wait(base::seconds(1));
  script.subscribe_to({}, {"Assess"});
  script.wait(base::seconds(1));
  script.whole_read("r:1", text_of(kToStop));
  script.hit("stop", "r:1", 1);
  script.delivered("stop");
  EXPECT_EQ(script.judgement("5-q").against, 1u);
}

TEST(SubscriptionsTest, AHitSentBeforeTheAcknowledgementIsJudgedWhenItsEntryIsKnown) {
  Script script = with_both();
  script.subscribe_to({}, {"Assess"});
  script.sent("r:1", text_of(kToStop));
  script.received("r:1", text_of(kToStop));
  script.hit("stop", "r:1", 1);
  script.delivered("stop");
  script.acknowledged("r:1", "c");
  script.end_of("liveness");
  EXPECT_EQ(script.judgement("5-q").against, 1u);
}

TEST(SubscriptionsTest, AnAreaIsOpenWhereNobodySaysWhichCameraItWas) {
  Script script = with_both();
  script.subscribe_to({"35-13-*"}, {});
  script.received("r:1", text_of(kToStop));
  script.acknowledged("r:1", "c");
  script.hit("stop", "r:1", 1);
  script.delivered("stop");
  script.end_of("liveness");
  EXPECT_EQ(script.judgement("5-q").undecided, 1u);
  EXPECT_EQ(script.judgement("6-a").against, 0u);
}

TEST(SubscriptionsTest, NationalDataHasAreasAndPrioritiesToo) {
  for (const std::string_view action : {"Stop", "Assess"}) {
    Script script;
    const std::vector<std::string_view> lists{"pnc:*"}, actions{action};
    script.tell(Operator{"op", "35", lists, true, true, {}, actions});
    script.tell(PncEntries{"schengen", script.kept(list_of({{std::string(kToStop)}}))});
    script.wait(base::seconds(70));
    script.whole_read("r:1", text_of(kToStop));
    script.tell(HitSent{"h", "r:1", "pnc:schengen", 1, "schengen"});
    script.delivered("h");
    script.wait(base::seconds(10));
    script.end_of("liveness");
    EXPECT_EQ(script.judgement("5-q").against, action == "Stop" ? 0u : 1u) << action;
    EXPECT_EQ(script.judgement("5-q").undecided, 0u) << action;
  }
}

TEST(SubscriptionsTest, WhoAsksForNoListAnyMoreIsOwedNothing) {
  Script script = with_both();
  script.subscribe();
  script.wait(base::seconds(1));
  script.tell(Operator{"op", "35", {}, true});
  script.whole_read("r:1", text_of(kToStop));
  script.end_of("liveness");
  EXPECT_EQ(script.judgement("6-a").against, 0u);
}

TEST(SubscriptionsTest, WhoIsNotOnlineHasNothingDelivered) {
  for (const bool online : {true, false}) {
    Script script = with_both();
    script.subscribe();
    script.subscribe("35_*", "second");
    script.tell(Operator{"second", "35", {}, online, false});
    script.whole_read("r:1", text_of(kToStop));
    script.hit("stop", "r:1", 1);
    script.delivered("stop");
    script.wait(base::seconds(60));
    script.end_of("liveness");
    EXPECT_EQ(script.judgement("6-d").against, online ? 1u : 0u);
  }
}

}  // namespace
}  // namespace oracle::test
