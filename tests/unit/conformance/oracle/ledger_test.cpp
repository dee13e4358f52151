// 3.1-a and 3.1-c: what was accepted is given back, whole and once.
#include <gtest/gtest.h>

#include "tests/unit/conformance/oracle/script.h"

namespace oracle::test {
namespace {

constexpr int kEnough = 59;

std::string id_of(int i) { return fmt::format("35-12-42:{}", i); }

/// `count` reads over a LEA component to NAS, to the end of liveness.
Script accepted(int count) {
  Script script;
  for (int i = 0; i < count; ++i) {
    const std::string text = text_of(fmt::format("AB01{:03}", i));
    script.sent(id_of(i), text);
    script.received(id_of(i), text, "lea:35");
    script.acknowledged(id_of(i), "", "lea:35");
    script.received(id_of(i), text);
    script.acknowledged(id_of(i), "c" + id_of(i));
  }
  return script;
}

void give_back(Script& script, int count, int from = 0) {
  for (int i = from; i < count; ++i) script.returned("c" + id_of(i), text_of(fmt::format("AB01{:03}", i)));
}

void census(Script& script, std::int64_t count) { script.tell(StoreCensus{"nas", count}); }

TEST(LedgerTest, AllGivenBackOncePasses) {
  Script script = accepted(kEnough);
  script.end_of("liveness");
  give_back(script, kEnough);
  census(script, kEnough);
  script.end_of("final");
  EXPECT_EQ(script.judgement("3.1-a").verdict, Verdict::kPass) << script.judgement("3.1-a").reason;
  EXPECT_EQ(script.judgement("3.1-c").verdict, Verdict::kPass) << script.judgement("3.1-c").reason;
  EXPECT_EQ(script.judgement("3.1-a").observations, 59u);
}

TEST(LedgerTest, NothingGivenBackIsNotRunAndNamesWhatIsMissing) {
  Script script = accepted(kEnough);
  script.end_of("liveness");
  EXPECT_EQ(script.verdict("3.1-a"), Verdict::kNotRun);
  EXPECT_NE(script.judgement("3.1-a").reason.find("capture.returned"), std::string::npos);
  EXPECT_EQ(script.verdict("3.1-c"), Verdict::kNotRun);
  EXPECT_NE(script.judgement("3.1-c").reason.find("store.census"), std::string::npos);
}

TEST(LedgerTest, OneNotGivenBackFails) {
  Script script = accepted(kEnough + 1);
  script.end_of("liveness");
  give_back(script, kEnough);
  EXPECT_EQ(script.verdict("3.1-a"), Verdict::kFail);
  EXPECT_EQ(script.judgement("3.1-a").findings.at(0).read_id, id_of(kEnough));
}

TEST(LedgerTest, OneNotGivenBackIsUndecidedWithoutAnAudit) {
  Script script = accepted(kEnough + 1);
  give_back(script, kEnough);
  EXPECT_EQ(script.verdict("3.1-a"), Verdict::kInconclusive);
}

TEST(LedgerTest, AnotherTextFails) {
  Script script = accepted(kEnough);
  script.end_of("liveness");
  give_back(script, kEnough, 1);
  script.returned("c" + id_of(0), text_of("XX01XXX"));
  const Judgement& j = script.judgement("3.1-a");
  EXPECT_EQ(j.against, 1u);
  EXPECT_EQ(j.findings.at(0).read_text, text_of("XX01XXX"));
}

TEST(LedgerTest, AnEmptyAnswerFails) {
  Script script = accepted(1);
  script.end_of("liveness");
  script.tell(CaptureReturned{"c" + id_of(0), {}});
  EXPECT_EQ(script.verdict("3.1-a"), Verdict::kFail);
}

TEST(LedgerTest, ImagesMustComeBackUnchanged) {
  const base::Bytes patch("a patch"), same("a patch"), other("another"), overview("an overview");
  struct Case {
    const base::Bytes *patch, *overview;
    std::uint64_t against;
  };
  for (const Case& c : {Case{&same, &overview, 0}, Case{&other, &overview, 1}, Case{&same, nullptr, 1}, Case{nullptr, nullptr, 1},
                        Case{&overview, &patch, 1}}) {
    Script script;
    script.tell(ReadReceived{"nas", "r:1", script.body(text_of("A"), &patch, &overview)});
    script.acknowledged("r:1", "c");
    script.end_of("liveness");
    script.tell(CaptureReturned{"c", script.body(text_of("A"), c.patch, c.overview)});
    EXPECT_EQ(script.judgement("3.1-a").against, c.against);
  }
}

TEST(LedgerTest, ImagesThatTheEvidenceLacksAreUndecided) {
  const std::string text = R"({"vrm":"A","plate_patch":{"sha256":"00","bytes":1}})";
  Script script;
  script.received("r:1", text);
  script.acknowledged("r:1", "c");
  script.end_of("liveness");
  script.returned("c", text);
  EXPECT_EQ(script.judgement("3.1-a").undecided, 1u);
  EXPECT_EQ(script.judgement("3.1-a").observations, 0u);
}

TEST(LedgerTest, AReadThatOnlyTheLeaAcceptedIsLostAfterLiveness) {
  Script script = accepted(kEnough);
  script.sent("35-12-42:999", text_of("AB01CDE"));
  script.received("35-12-42:999", text_of("AB01CDE"), "lea:35");
  script.acknowledged("35-12-42:999", "", "lea:35");
  script.end_of("liveness");
  give_back(script, kEnough);
  const Judgement& j = script.judgement("3.1-a");
  EXPECT_EQ(j.verdict, Verdict::kFail);
  EXPECT_EQ(j.findings.at(0).read_id, "35-12-42:999");
  EXPECT_EQ(j.findings.at(0).camera, kCamera);
}

TEST(LedgerTest, AReadThatOnlyTheLeaAcceptedIsUndecidedWhereTheEvidenceJustEnds) {
  Script script;
  script.received("r:1", text_of("AB01CDE"), "lea:35");
  script.acknowledged("r:1", "", "lea:35");
  EXPECT_EQ(script.judgement("3.1-a").undecided, 1u);
}

TEST(LedgerTest, AReadThatNobodyAcceptedIsNobodysLoss) {
  Script script;
  script.sent("r:1", text_of("AB01CDE"));
  script.received("r:1", text_of("AB01CDE"), "lea:35");
  script.end_of("liveness");
  EXPECT_EQ(script.judgement("3.1-a").against, 0u);
}

TEST(LedgerTest, ARefusalSettlesARead) {
  const RefusedFault fault{"location", "2.2.3", "no place"};
  Script script;
  script.sent("r:1", text_of("AB01CDE"));
  script.received("r:1", text_of("AB01CDE"), "lea:35");
  script.acknowledged("r:1", "", "lea:35");
  script.received("r:1", text_of("AB01CDE"));
  script.tell(ReadRefused{"nas", "r:1", {&fault, 1}});
  script.end_of("liveness");
  EXPECT_EQ(script.judgement("3.1-a").against, 0u);
}

TEST(LedgerTest, ARefusalForAClauseThatIsKeptIsALoss) {
  const RefusedFault fault{"vrm", "2.2.1", "spaces"};
  Script script;
  script.sent("r:1", text_of("AB01CDE"));
  script.acknowledged("r:1", "", "lea:35");
  script.tell(ReadRefused{"nas", "r:1", {&fault, 1}});
  EXPECT_EQ(script.judgement("3.1-a").against, 1u);
}

TEST(LedgerTest, TheSameAcknowledgementAgainIsARepeat) {
  Script script = accepted(kEnough);
  for (int i = 0; i < kEnough; ++i) script.acknowledged(id_of(i), "c" + id_of(i));
  script.end_of("liveness");
  give_back(script, kEnough);
  census(script, kEnough);
  EXPECT_EQ(script.verdict("3.1-a"), Verdict::kPass);
  EXPECT_EQ(script.verdict("3.1-c"), Verdict::kPass);
}

TEST(LedgerTest, AnotherCaptureForAReadFails) {
  Script script = accepted(kEnough);
  script.acknowledged(id_of(3), "another");
  const Judgement& j = script.judgement("3.1-c");
  EXPECT_EQ(j.verdict, Verdict::kFail);
  EXPECT_EQ(j.findings.at(0).read_id, id_of(3));
}

TEST(LedgerTest, OneCaptureIdForTwoReadsFails) {
  Script script;
  for (const char* id : {"r:1", "r:2"}) {
    script.received(id, text_of("AB01CDE"));
    script.acknowledged(id, "c");
  }
  script.end_of("liveness");
  script.returned("c", text_of("AB01CDE"));
  EXPECT_EQ(script.judgement("3.1-a").against, 1u);
}

TEST(LedgerTest, TheCensusShowsWhatIsLostAndWhatIsDoubled) {
  Script fewer = accepted(kEnough);
  fewer.end_of("liveness");
  give_back(fewer, kEnough);
  census(fewer, kEnough - 1);
  EXPECT_EQ(fewer.verdict("3.1-a"), Verdict::kFail);

  Script more = accepted(kEnough);
  more.end_of("liveness");
  give_back(more, kEnough);
  census(more, kEnough + 1);
  EXPECT_EQ(more.verdict("3.1-a"), Verdict::kPass);
  EXPECT_EQ(more.verdict("3.1-c"), Verdict::kFail);
}

TEST(LedgerTest, ACensusAllowsForWhatIsUnderWayAndWhatWasThereBefore) {
  Script script;
  census(script, 1000);
  for (int i = 0; i < kEnough; ++i) {
    script.received(id_of(i), text_of("A"));
    script.acknowledged(id_of(i), "c" + id_of(i));
  }
  script.received("r:1", text_of("A"));  // in the store, or not yet
  census(script, 1000 + kEnough + 1);
  EXPECT_EQ(script.verdict("3.1-c"), Verdict::kPass) << script.judgement("3.1-c").reason;
}

TEST(LedgerTest, AReadReceivedAgainInOtherWordsMayComeBackAsEither) {
  for (const std::string_view back : {"A", "B"}) {
    Script script;
    script.received("r:1", text_of("A"));
    script.received("r:1", text_of("B"));
    script.acknowledged("r:1", "c");
    script.end_of("liveness");
    script.returned("c", text_of(back));
    EXPECT_EQ(script.judgement("3.1-a").against, 0u);
    EXPECT_EQ(script.judgement("3.1-a").observations, 1u);
  }
}

TEST(LedgerTest, ValuesAreComparedByMarkAndSize) {
  const ReadFacts facts{"AB01CDE", 20'000}, other{"AB01CDE", 19'999};
  for (const ReadFacts* back : {&facts, &other}) {
    Script script;
    script.tell(ReadReceived{"nas", "r:1", {{}, nullptr, nullptr, &facts}});
    script.acknowledged("r:1", "c");
    script.end_of("liveness");
    script.tell(CaptureReturned{"c", {{}, nullptr, nullptr, back}});
    EXPECT_EQ(script.judgement("3.1-a").against, back == &facts ? 0u : 1u);
  }
}

TEST(LedgerTest, ReadsWithoutANameAreUndecided) {
  Script script;
  script.acknowledged("", "c");
  EXPECT_EQ(script.judgement("3.1-a").undecided, 1u);
}

TEST(LedgerTest, ForeignIdsAreTold) {
  Script script;
  for (const char* id : {"a4f1-77", "x:007", "x:7", ":1", "x:99999999999"}) {
    script.received(id, text_of("A"));
    script.acknowledged(id, std::string("c") + id);
  }
  script.end_of("liveness");
  script.returned("ca4f1-77", text_of("A"));
  const Judgement& j = script.judgement("3.1-a");
  ASSERT_EQ(j.findings.size(), 4u);
  EXPECT_EQ(j.findings[0].read_id, "x:007");
  EXPECT_EQ(j.findings[3].read_id, "x:99999999999");
}

TEST(LedgerTest, AnAcknowledgementAgainWithoutACaptureIdIsNoOtherCapture) {
  Script script = accepted(kEnough);
  script.acknowledged(id_of(3), "");
  script.end_of("liveness");
  give_back(script, kEnough);
  census(script, kEnough);
  EXPECT_EQ(script.verdict("3.1-a"), Verdict::kPass);
  EXPECT_EQ(script.verdict("3.1-c"), Verdict::kPass);
}

TEST(LedgerTest, ACaptureIdThatIsToldLaterMayBeTheFirst) {
  Script script = accepted(kEnough);
  script.received("r:x", text_of("AB01CDE"));
  script.acknowledged("r:x", "");
  script.acknowledged("r:x", "");
  script.acknowledged("r:x", "cx");
  EXPECT_EQ(script.judgement("3.1-c").against, 0u);
  EXPECT_EQ(script.judgement("3.1-c").undecided, 1u);
  EXPECT_EQ(script.judgement("3.1-a").against, 0u);
}

TEST(LedgerTest, ReadsThatAreRefusedAndThenAcknowledgedWithoutACaptureIdShareNone) {
  Script script;
  for (const char* id : {"r:1", "r:2"}) {
    script.received(id, text_of("AB01CDE"));
    script.tell(ReadRefused{"nas", id, {}});
    script.acknowledged(id, "");
  }
  script.end_of("liveness");
  EXPECT_EQ(script.judgement("3.1-a").against, 0u);
  EXPECT_EQ(script.judgement("3.1-a").undecided, 2u);
}

TEST(LedgerTest, NasMayRefuseWhatItsSenderChanged) {
  const RefusedFault fault{"vrm", "2.2.1", "spaces"};
  Script script;
  script.sent("r:1", text_of("AB01CDE"));
  script.acknowledged("r:1", "", "lea:35");
  script.received("r:1", text_of("AB01 CDE"));
  script.tell(ReadRefused{"nas", "r:1", {&fault, 1}});
  EXPECT_EQ(script.judgement("3.1-a").against, 0u);
}

TEST(LedgerTest, AMillionReadsThatWereSentFirstAreForgottenAndNotDoubled) {
  Script script;
  for (int i = 0; i < 1'000'000; ++i) script.tell(ReadSent{fmt::format("35-12-42:{}", i), {}, kCamera, {"{}", nullptr, nullptr, nullptr}});
  script.list({{"AA01AAA"}});
  script.received("35-12-42:7", "{}");
  script.acknowledged("35-12-42:7", "c7");
  script.hit("h", "35-12-42:7", 1);
  EXPECT_EQ(script.verdict("3.1-c"), Verdict::kNotRun);
  EXPECT_EQ(script.judgement("3.1-c").against, 0u);
  EXPECT_EQ(script.judgement("6-a").against, 0u);
}

}  // namespace
}  // namespace oracle::test
