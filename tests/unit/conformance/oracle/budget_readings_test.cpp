// 6-b, 6-c, 6-d under each alternative of.
#include <gtest/gtest.h>

#include "tests/unit/conformance/oracle/script.h"

namespace oracle::test {
namespace {

using base::milliseconds;
using base::seconds;

/// Where on a read's and its hit's way how much time goes.
struct Trip {
  base::Duration at_camera, to_nas, to_hit, to_operator, to_person;
};

void go(Script& script, const std::string& id, const Trip& trip) {
  const std::string pass = "p" + id, hit = "hit" + id;
  script.pass(pass);
  script.wait(trip.at_camera);
  script.sent(id, text_of("AA01AAA"), pass);
  script.wait(trip.to_nas);
  script.received(id, text_of("AA01AAA"));
  script.acknowledged(id, "c" + id);
  script.wait(trip.to_hit);
  script.hit(hit, id, 1);
  script.wait(trip.to_operator);
  script.delivered(hit);
  script.wait(trip.to_person);
  script.tell(HitAcknowledged{hit, "op"});
}

Script with_list() {
  Script script;
  script.subscribe();
  script.list({{"AA01AAA"}});
  return script;
}

/// A script of one trip.
Script of(const Trip& trip) {
  Script script = with_list();
  go(script, "r:1", trip);
  script.end_of("liveness");
  return script;
}

TEST(BudgetReadingsTest, R27AReadDecidedLateIsLateFromItsPassAndNotFromItsSending) {
  Script script = of({seconds(3), milliseconds(10), milliseconds(10), milliseconds(1'500), {}});
  EXPECT_EQ(script.judgement("6-c").against, 1u);
  EXPECT_EQ(script.under("6-c", "R-27", 1).against, 1u);   // the exposure is at the pass, too
  EXPECT_EQ(script.under("6-c", "R-27", 2).against, 0u);
  EXPECT_EQ(script.under("6-c", "R-27", 2).observations, 1u);
  EXPECT_EQ(script.judgement("6-b").against, 1u);
  EXPECT_EQ(script.under("6-b", "R-27", 2).against, 0u);
  EXPECT_EQ(script.judgement("6-d").against, 0u);
}

TEST(BudgetReadingsTest, R10AHitEndsAtTheClientOrAtNasOrAtThePerson) {
  Script slow_link = of({milliseconds(10), milliseconds(10), milliseconds(10), seconds(3), milliseconds(10)});
  EXPECT_EQ(slow_link.judgement("6-d").against, 1u);
  EXPECT_EQ(slow_link.under("6-d", "R-10", 1).against, 0u);
  EXPECT_EQ(slow_link.under("6-d", "R-10", 2).against, 1u);
  Script slow_person = of({milliseconds(10), milliseconds(10), milliseconds(10), milliseconds(10), seconds(5)});
  for (const std::string_view id : {"6-b", "6-d"}) {
    EXPECT_EQ(slow_person.judgement(id).against, 0u) << id;
    EXPECT_EQ(slow_person.under(id, "R-10", 1).against, 0u) << id;
    EXPECT_EQ(slow_person.under(id, "R-10", 2).against, 1u) << id;
  }
  Script slow_nas = of({milliseconds(10), milliseconds(10), milliseconds(2'100), {}, {}});
  EXPECT_EQ(slow_nas.judgement("6-d").against, 1u);
  EXPECT_EQ(slow_nas.under("6-d", "R-10", 1).against, 1u);
  EXPECT_TRUE(slow_nas.judgement("6-d").findings.at(0).robust || !slow_nas.judgement("6-d").findings.at(0).readings.empty());
}

TEST(BudgetReadingsTest, R10WhereNobodyEverAcknowledgesThatReadingIsNotRun) {
  Script script = with_list();
  script.whole_read("r:1", text_of("AA01AAA"));
  script.hit("h", "r:1", 1);
  script.delivered("h");
  script.end_of("liveness");
  EXPECT_EQ(script.judgement("6-d").observations, 1u);
  EXPECT_EQ(script.under("6-d", "R-10", 2).verdict, Verdict::kNotRun);
}

TEST(BudgetReadingsTest, R09ThePercentileForgivesOneInAHundred) {
  Script script = with_list();
  for (int i = 0; i < 200; ++i) go(script, fmt::format("r:{}", i), {milliseconds(10), i == 0 ? seconds(3) : milliseconds(10), {}, {}, {}});
  script.end_of("liveness");
  EXPECT_EQ(script.judgement("6-c").against, 1u);
  EXPECT_EQ(script.under("6-c", "R-09", 1).against, 0u);
  EXPECT_EQ(script.under("6-c", "R-09", 1).observations, 200u);

  Script worse = with_list();
  for (int i = 0; i < 200; ++i) go(worse, fmt::format("r:{}", i), {milliseconds(10), i < 3 ? seconds(3) : milliseconds(10), {}, {}, {}});
  worse.end_of("liveness");
  EXPECT_EQ(worse.judgement("6-c").against, 3u);
  EXPECT_EQ(worse.under("6-c", "R-09", 1).against, 1u);   // of the percentile, not of each
}

TEST(BudgetReadingsTest, R11AnOutageExcusesByDefaultAndByTheSecondAndNotByTheThird) {
  Script script = with_list();
  script.pass("p");
  script.sent("r:1", text_of("AA01AAA"), "p");
  script.tell(Link{"lea:35", "nas", false});
  script.received("r:1", text_of("AA01AAA"), "lea:35");
  script.wait(seconds(30));
  script.tell(Link{"lea:35", "nas", true});
  script.received("r:1", text_of("AA01AAA"));
  script.acknowledged("r:1", "c");
  script.hit("h", "r:1", 1);
  script.delivered("h");
  script.end_of("liveness");
  for (const std::string_view id : {"6-b", "6-c"}) {
    EXPECT_EQ(script.judgement(id).against, 0u) << id;
    EXPECT_EQ(script.judgement(id).observations, 0u) << id;
    EXPECT_EQ(script.judgement(id).timings.at(0).excused, 1u) << id;
    EXPECT_EQ(script.under(id, "R-11", 1).against, 0u) << id;
    EXPECT_EQ(script.under(id, "R-11", 2).against, 1u) << id;
  }
  // From receipt the budget holds for what was held back, but where none does.
  EXPECT_EQ(script.judgement("6-d").observations, 1u);
  EXPECT_EQ(script.under("6-d", "R-11", 1).observations, 0u);
  EXPECT_EQ(script.under("6-d", "R-11", 2).observations, 1u);
}

TEST(BudgetReadingsTest, EachOperatorsDeliveryIsAnObservation) {
  Script script = with_list();
  script.subscribe("35_*", "op2");
  script.whole_read("r:1", text_of("AA01AAA"));
  script.hit("h", "r:1", 1);
  script.delivered("h", "op");
  script.wait(seconds(3));
  script.delivered("h", "op2");
  script.delivered("h", "op");
  script.end_of("liveness");
  EXPECT_EQ(script.judgement("6-d").observations, 1u);
  EXPECT_EQ(script.judgement("6-d").against, 1u);
}

TEST(BudgetReadingsTest, AHitThatIsSentBeforeTheAcknowledgementIsTimedFromReceipt) {
  Script script = with_list();
  script.pass("p");
  script.sent("r:1", text_of("AA01AAA"), "p");
  script.received("r:1", text_of("AA01AAA"));
  script.wait(milliseconds(700));
  script.hit("h", "r:1", 1);
  script.delivered("h");
  script.acknowledged("r:1", "c");
  script.end_of("liveness");
  EXPECT_EQ(script.judgement("6-d").timings.at(0).max_ns, milliseconds(700).ns);
  EXPECT_EQ(script.judgement("6-b").timings.at(0).max_ns, milliseconds(700).ns);
}

}  // namespace
}  // namespace oracle::test
