// Evidence that holds a part alone, or tells it in an odd order: it must give not_run or inconclusive, never a pass or a fail.
#include <gtest/gtest.h>

#include "tests/unit/conformance/oracle/script.h"

namespace oracle::test {
namespace {

const std::string kListedText = text_of("AA01AAA");

void no_pass_and_no_fail(Script& script, std::initializer_list<std::string_view> ids) {
  for (const std::string_view id : ids) {
    const Verdict verdict = script.verdict(id);
    EXPECT_TRUE(verdict == Verdict::kNotRun || verdict == Verdict::kInconclusive) << id << ": " << catalogue::text_of(verdict);
  }
}

TEST(PartialTest, ACamerasOwnEvidenceSaysNothingOfReceipt) {
  Script script;
  for (int i = 0; i < 5; ++i) {
    const std::string id = fmt::format("r:{}", i);
    script.pass("p" + id);
    script.sent(id, kListedText, "p" + id);
    script.wait(base::minutes(1));
  }
  EXPECT_EQ(script.verdict("6-c"), Verdict::kNotRun);
  no_pass_and_no_fail(script, {"3.1-a", "3.1-c", "6-a", "6-b", "6-d", "7-b", "7-c"});
}

TEST(PartialTest, AnAcknowledgedReadWhoseReceiptIsNotToldIsNotLate) {
  Script script;
  script.pass("p0");
  script.sent("r:0", kListedText, "p0");
  script.received("r:0", kListedText);
  script.pass("p1");
  script.sent("r:1", kListedText, "p1");
  script.received("r:1", kListedText, "lea:35");
  script.acknowledged("r:1", "c1");   // by NAS; that of the LEA component is not told
  script.wait(base::minutes(5));
  script.end_of("liveness");
  EXPECT_EQ(script.judgement("6-c").against, 0u);
}

TEST(PartialTest, EvidenceWithoutDeliveriesSaysNothingOfThem) {
  Script script;
  script.subscribe();
  script.list({{"AA01AAA"}});
  script.whole_read("r:1", kListedText);
  script.hit("h1", "r:1", 1);
  script.wait(base::minutes(5));
  EXPECT_EQ(script.verdict("6-d"), Verdict::kNotRun);
  EXPECT_EQ(script.verdict("6-b"), Verdict::kNotRun);
  EXPECT_EQ(script.under("6-d", "R-10", 1).observations, 1u);   // that it was sent is told
}

TEST(PartialTest, AHitOfAListThatNobodySubscribesToIsDueToNobody) {
  Script script;
  script.subscribe("07_*");
  script.list({{"AA01AAA"}});
  script.whole_read("r:1", kListedText);
  script.hit("h1", "r:1", 1);
  script.wait(base::minutes(5));
  script.end_of("liveness");
  EXPECT_EQ(script.judgement("6-d").against, 0u);
  EXPECT_EQ(script.judgement("6-a").against, 0u);
}

TEST(PartialTest, HitsOfNationalDataThatIsNotToldAreTimedAndNotJudged) {
  Script script;
  script.subscribe();
  script.list({{"AA01AAA"}});
  script.whole_read("r:1", kListedText);
  script.hit("h1", "r:1", 1);
  script.delivered("h1");
  script.tell(HitSent{"h2", "r:1", "extract", 7, "extract"});
  script.delivered("h2");
  script.tell(HitAcknowledged{"h2", "op"});
  script.end_of("liveness");
  EXPECT_EQ(script.judgement("6-a").against, 0u);
  EXPECT_EQ(script.judgement("6-a").undecided, 0u);
  EXPECT_EQ(script.judgement("6-d").observations, 2u);
  EXPECT_EQ(script.verdict("4-a"), Verdict::kNotRun);
}

TEST(PartialTest, ARowThatIsNotToldMayBeAnyAndARowOfNothingIsNone) {
  for (const bool told : {false, true}) {
    Script script;
    script.subscribe();
    script.list({{"AA01AAA"}});
    script.whole_read("r:1", kListedText);
    HitSent hit{"h1", "r:1", kList, std::nullopt, "voi"};
    if (told) hit.row = 0;
    script.tell(hit);
    script.delivered("h1");
    script.end_of("liveness");
    // The one that is told is a hit too many, and leaves the one that was due missing.
    EXPECT_EQ(script.judgement("6-a").against, told ? 2u : 0u);
    EXPECT_EQ(script.judgement("6-a").undecided, told ? 0u : 2u);
  }
}

TEST(PartialTest, ADeliveryOfAHitThatWasNeverSentIsUndecided) {
  Script script;
  script.subscribe();
  script.list({{"AA01AAA"}});
  script.whole_read("r:1", kListedText);
  script.hit("h1", "r:1", 1);
  script.delivered("h9");
  script.end_of("liveness");
  EXPECT_EQ(script.verdict("6-a"), Verdict::kInconclusive);
}

TEST(PartialTest, AnAcknowledgementWithoutReceiptDecidesNoMatch) {
  Script script;
  script.subscribe();
  script.list({{"AA01AAA"}});
  script.acknowledged("r:1", "c1");
  script.end_of("liveness");
  no_pass_and_no_fail(script, {"6-a"});
}

TEST(PartialTest, AForeignNasThatTakesWhatBreaksTheTemplateIsNotBlamed) {
  // It acknowledges a read without a mark, and gives no hit for it: the fault is the camera's alone.
  Script script;
  script.camera();
  const std::string without_mark = R"({"time":"11/06/2019 07:00:00"})";
  script.whole_read("r:1", without_mark);
  script.returned("cr:1", without_mark);
  script.end_of("liveness");
  for (const std::string_view id : {"3.1-a", "3.1-c", "6-a", "6-c"}) EXPECT_EQ(script.judgement(id).against, 0u) << id;
  EXPECT_EQ(script.judgement("2.2.1-a").against, 1u);
}

TEST(PartialTest, AReadSentWithoutItsPassIsJudgedByItsTextAlone) {
  Script script;
  script.sent("r:1", kListedText, "a-pass-nobody-told");
  script.received("r:1", kListedText);
  EXPECT_EQ(script.judgement("2.2.1-a").observations, 1u);
  no_pass_and_no_fail(script, {"2.2.2-b", "6-c", "2.2.1-d"});
}

TEST(PartialTest, TwoReadsOfOnePassAreTimedByTheFirst) {
  Script script;
  script.pass("p");
  script.sent("r:1", kListedText, "p");
  script.received("r:1", kListedText);
  script.wait(base::minutes(1));
  script.sent("r:2", kListedText, "p");
  script.received("r:2", kListedText);
  EXPECT_EQ(script.judgement("6-c").observations, 1u);
  EXPECT_EQ(script.judgement("6-c").against, 0u);
}

}  // namespace
}  // namespace oracle::test
