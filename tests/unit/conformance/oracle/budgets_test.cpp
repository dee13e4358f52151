// 6-b, 6-c, 6-d: latencies against their limits, and what excuses one that is beyond.
#include <gtest/gtest.h>

#include "tests/unit/conformance/oracle/script.h"

namespace oracle::test {
namespace {

constexpr int kEnough = 2995;

/// `count` reads that each reach NAS after `latency`.
void reads(Script& script, int count, base::Duration latency, std::string_view series = "r", std::string_view camera = kCamera) {
  for (int i = 0; i < count; ++i) {
    const std::string id = fmt::format("{}:{}", series, i), pass = "p" + id;
    script.pass(pass, camera);
    script.sent(id, text_of("AB01CDE"), pass, camera);
    script.wait(latency);
    script.received(id, text_of("AB01CDE"));
    script.acknowledged(id, "c" + id);
  }
}

/// `count` listed reads whose hits reach the operator `latency` after they reached NAS, which is 100 ms after they passed.
void hits(Script& script, int count, base::Duration latency) {
  script.subscribe();
  script.list({{"AA01AAA"}});
  for (int i = 0; i < count; ++i) {
    const std::string id = fmt::format("h:{}", i), pass = "p" + id, hit = "hit" + id;
    script.pass(pass);
    script.sent(id, text_of("AA01AAA"), pass);
    script.wait(base::milliseconds(100));
    script.received(id, text_of("AA01AAA"));
    script.acknowledged(id, "c" + id);
    script.hit(hit, id, 1);
    script.wait(latency);
    script.delivered(hit);
  }
}

TEST(BudgetTest, EnoughReadsWithinTheLimitPass) {
  Script script;
  reads(script, kEnough, base::milliseconds(1'500));
  const Judgement& j = script.judgement("6-c");
  EXPECT_EQ(j.verdict, Verdict::kPass) << j.reason;
  ASSERT_EQ(j.timings.size(), 1u);
  EXPECT_EQ(j.timings[0].n, 2995u);
  EXPECT_EQ(j.timings[0].exceeded, 0u);
  EXPECT_EQ(j.timings[0].max_ns, base::milliseconds(1'500).ns);
  EXPECT_EQ(j.timings[0].p50_ns, base::milliseconds(1'500).ns);
  EXPECT_LT(j.timings[0].exceedance_rate_upper95, 0.001);
  EXPECT_EQ(j.timings[0].histogram.at(10), 2995u);  // bins of 150 ms
}

TEST(BudgetTest, OneFewerIsInconclusive) {
  Script script;
  reads(script, kEnough - 1, base::milliseconds(1));
  EXPECT_EQ(script.verdict("6-c"), Verdict::kInconclusive);
}

TEST(BudgetTest, OneBeyondTheLimitFails) {
  Script script;
  reads(script, kEnough, base::milliseconds(10));
  reads(script, 1, base::milliseconds(2'500), "late");
  const Judgement& j = script.judgement("6-c");
  EXPECT_EQ(j.verdict, Verdict::kFail);
  EXPECT_EQ(j.timings[0].exceeded, 1u);
  ASSERT_EQ(j.findings.size(), 1u);
  EXPECT_EQ(j.findings[0].read_id, "late:0");
  EXPECT_EQ(j.findings[0].observed, "after 2.500000 s");
}

TEST(BudgetTest, ExactlyTheLimitIsUndecidedByTheResolution) {
  Script script;
  reads(script, kEnough, base::milliseconds(10));
  reads(script, 1, base::seconds(2), "edge");
  EXPECT_EQ(script.verdict("6-c"), Verdict::kInconclusive);

  Script within;
  reads(within, kEnough, base::seconds(2) - base::microseconds(1));
  EXPECT_EQ(within.verdict("6-c"), Verdict::kPass);

  Script beyond;
  reads(beyond, 1, base::seconds(2) + base::microseconds(2));
  EXPECT_EQ(beyond.verdict("6-c"), Verdict::kFail);
}

TEST(BudgetTest, TheTestersUncertaintyWidensTheUndecidedZone) {
  for (const int ms : {1'950, 2'050}) {
    Script script;
    script.tell(ClockCompared{"tester", {}, base::milliseconds(100), "by hand"});
    reads(script, 1, base::milliseconds(ms));
    EXPECT_EQ(script.judgement("6-c").undecided, 1u) << ms;
    EXPECT_EQ(script.judgement("6-c").against, 0u) << ms;
  }
  Script script;
  script.tell(Pass{"p", kCamera, "A", {}, 0}, base::milliseconds(300));
  script.sent("u:1", text_of("AB01CDE"), "p");
  script.wait(base::milliseconds(2'250));
  script.received("u:1", text_of("AB01CDE"));
  EXPECT_EQ(script.judgement("6-c").undecided, 1u);
}

TEST(BudgetTest, MobileSystemsHaveTheirOwnLimit) {
  Script script;
  script.tell(Camera{"35-9-1", "mobile", true, false, {}, std::nullopt, 0});
  reads(script, 3, base::seconds(3), "m", "35-9-1");
  const Judgement& j = script.judgement("6-c");
  EXPECT_EQ(j.against, 0u);
  EXPECT_EQ(j.observations, 3u);
  ASSERT_EQ(j.timings.size(), 1u);
  EXPECT_EQ(j.timings[0].limit_ns, base::seconds(4).ns);
}

TEST(BudgetTest, AnOutageInTheDueWindowExcuses) {
  struct Case {
    std::string_view from, to;
    bool excuses;
  };
  for (const Case& c : {Case{"lea:35", "nas", true}, Case{"camera:35-12-42", "lea:35", true}, Case{"nas", "core", true},
                        Case{"lea:07", "nas", false}, Case{"camera:35-1-1", "lea:35", false}, Case{"nas", "op", false}}) {
    Script script;
    script.pass("p");
    script.sent("r:1", text_of("AB01CDE"), "p");
    script.received("r:1", text_of("AB01CDE"), "lea:35");
    script.wait(base::seconds(1));
    script.tell(Link{c.from, c.to, false});
    script.wait(base::seconds(60));
    script.tell(Link{c.from, c.to, true});
    script.received("r:1", text_of("AB01CDE"));
    EXPECT_EQ(script.judgement("6-c").against, c.excuses ? 0u : 1u) << c.from << ' ' << c.to;
    EXPECT_EQ(script.judgement("6-c").observations, 0u);
  }
}

TEST(BudgetTest, AnOutageThatIsOverBeforeThePassExcusesNothing) {
  Script script;
  script.tell(Component{"nas", false});
  script.wait(base::seconds(10));
  script.tell(Component{"nas", true});
  script.wait(base::milliseconds(1));
  reads(script, 1, base::seconds(3));
  EXPECT_EQ(script.verdict("6-c"), Verdict::kFail);
}

TEST(BudgetTest, TheFirstReceiptCounts) {
  Script script;
  script.pass("p");
  script.sent("r:1", text_of("AB01CDE"), "p");
  script.received("r:1", text_of("AB01CDE"));
  script.wait(base::seconds(30));
  script.received("r:1", text_of("AB01CDE"));
  EXPECT_EQ(script.judgement("6-c").against, 0u);
  EXPECT_EQ(script.judgement("6-c").observations, 1u);
}

TEST(BudgetTest, AReadThatNeverComesIsBeyondOnceItWasDue) {
  Script script;
  script.pass("p1");
  script.sent("r:1", text_of("AB01CDE"), "p1");
  script.wait(base::seconds(5));
  script.pass("p2");
  script.sent("r:2", text_of("AB01CDE"), "p2");
  script.wait(base::seconds(1));
  script.end_of("liveness");
  const Judgement& j = script.judgement("6-c");
  EXPECT_EQ(j.against, 1u);  // the second was not due yet
  EXPECT_EQ(j.findings.at(0).read_id, "r:1");
}

TEST(BudgetTest, AReadWhoseTextGivesNoIdIsKnownByItsBytes) {
  Script script;
  script.pass("p1");
  script.sent("r:1", R"({"vrm":"AB01)", "p1");
  script.received("", R"({"vrm":"AB01)");
  script.wait(base::minutes(1));
  script.end_of("liveness");
  EXPECT_EQ(script.judgement("6-c").against, 0u);
  EXPECT_EQ(script.judgement("6-c").observations, 1u);
}

TEST(BudgetTest, WithoutAPassThereIsNoLatency) {
  Script script;
  script.sent("r:1", text_of("AB01CDE"));
  script.received("r:1", text_of("AB01CDE"));
  const Judgement& j = script.judgement("6-c");
  EXPECT_EQ(j.verdict, Verdict::kNotRun);
  EXPECT_NE(j.reason.find("pass"), std::string::npos);
}

TEST(BudgetTest, HitsAreTimedFromPassAndFromReceipt) {
  Script script;
  hits(script, kEnough, base::milliseconds(1'900));
  EXPECT_EQ(script.verdict("6-b"), Verdict::kPass);
  EXPECT_EQ(script.verdict("6-d"), Verdict::kPass);
  EXPECT_EQ(script.judgement("6-b").timings.at(0).max_ns, base::milliseconds(2'000).ns);
  EXPECT_EQ(script.judgement("6-d").timings.at(0).max_ns, base::milliseconds(1'900).ns);
}

TEST(BudgetTest, ASlowLastLegFailsItsOwnBudgetFirst) {
  Script script;
  hits(script, 10, base::milliseconds(3'000));
  EXPECT_EQ(script.judgement("6-b").against, 0u);
  EXPECT_EQ(script.judgement("6-d").against, 10u);
}

TEST(BudgetTest, AHitThatIsNeverDeliveredIsBeyondBoth) {
  Script script;
  script.subscribe();
  script.list({{"AA01AAA"}});
  script.whole_read("h:1", text_of("AA01AAA"));
  script.hit("hit", "h:1", 1);
  script.wait(base::minutes(1));
  script.end_of("liveness");
  EXPECT_EQ(script.judgement("6-b").against, 1u);
  EXPECT_EQ(script.judgement("6-d").against, 1u);
}

TEST(BudgetTest, ARepeatedDeliveryIsNoNewObservation) {
  Script script;
  hits(script, 1, base::milliseconds(10));
  script.wait(base::minutes(1));
  script.delivered("hith:0");
  EXPECT_EQ(script.judgement("6-d").observations, 1u);
  EXPECT_EQ(script.judgement("6-d").against, 0u);
}

TEST(BudgetTest, ACrashOfNasExcusesTheHitsThatWereDueThen) {
  Script script;
  script.subscribe();
  script.list({{"AA01AAA"}});
  script.whole_read("h:1", text_of("AA01AAA"));
  script.hit("hit", "h:1", 1);
  script.tell(Component{"nas", false});
  script.wait(base::seconds(20));
  script.tell(Component{"nas", true});
  script.delivered("hit");
  EXPECT_EQ(script.judgement("6-d").against, 0u);
  EXPECT_EQ(script.judgement("6-d").verdict, Verdict::kNotRun);
}

}  // namespace
}  // namespace oracle::test
