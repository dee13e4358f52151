// 6-a: which version of a list a read is held against, where the evidence tells of several, or of none.
#include <gtest/gtest.h>

#include "reference/base/hash.h"
#include "tests/unit/conformance/oracle/script.h"

namespace oracle::test {
namespace {

const std::string kFirst = list_of({{"AA01AAA"}}), kSecond = list_of({{"BB01BBB"}}), kThird = list_of({{"CC01CCC"}});

void in_force(Script& script, const std::string& csv) { script.tell(ListInForce{"nas", kList, base::sha256_hex(csv)}); }

/// A read with a hit for row 1, as each of the three lists wants it for its own mark.
void hit_read(Script& script, const std::string& id, std::string_view vrm) {
  script.whole_read(id, text_of(vrm));
  script.hit("h" + id, id, 1);
}

TEST(ListVersionsTest, UploadsComeIntoForceInTurnHoweverManyWait) {
  Script script;
  script.subscribe();
  for (const std::string& csv : {kFirst, kSecond, kThird}) script.upload(csv);
  in_force(script, kFirst);
  hit_read(script, "r:1", "AA01AAA");
  in_force(script, kSecond);
  hit_read(script, "r:2", "BB01BBB");
  in_force(script, kThird);
  hit_read(script, "r:3", "CC01CCC");
  hit_read(script, "r:4", "AA01AAA");
  script.end_of("liveness");
  const Judgement& j = script.judgement("6-a");
  EXPECT_EQ(j.against, 1u) << j.reason;
  EXPECT_EQ(j.findings.at(0).read_id, "r:4") << "the first version is in force no more";
}

TEST(ListVersionsTest, ThatAVersionIsInForceMayBeToldAgainWhileAnotherIsOnItsWay) {
  Script script;
  script.subscribe();
  script.upload(kFirst);
  in_force(script, kFirst);
  script.upload(kSecond);
  in_force(script, kFirst);
  hit_read(script, "r:1", "AA01AAA");
  script.whole_read("r:2", text_of("BB01BBB"));
  script.end_of("liveness");
  EXPECT_EQ(script.judgement("6-a").against, 0u) << "the second is not in force yet";
}

TEST(ListVersionsTest, AVersionThatTheEvidenceDoesNotHoldPutsTheOneBeforeOutOfForce) {
  for (const bool by_number : {true, false}) {
    Script script;
    script.subscribe();
    script.upload(kFirst);
    in_force(script, kFirst);
    script.tell(VoiUploaded{kList, "35", nullptr, false});
    script.tell(ListInForce{"nas", kList, by_number ? "2" : base::sha256_hex(kSecond)});
    script.whole_read("r:1", text_of("AA01AAA"));
    hit_read(script, "r:2", "BB01BBB");
    script.end_of("liveness");
    EXPECT_EQ(script.judgement("6-a").against, 0u);
    EXPECT_EQ(script.judgement("6-a").undecided, 1u);
  }
}

TEST(ListVersionsTest, HitsOfAListThatIsNowhereToldAreUndecidedWhereNoneIsToldFromTheStart) {
  for (const bool another_is_told : {true, false}) {
    Script script;
    script.subscribe();
    if (another_is_told) script.upload(kFirst, "35_Other.csv");
    hit_read(script, "r:1", "AB01CDE");
    script.end_of("liveness");
    EXPECT_EQ(script.judgement("6-a").against, another_is_told ? 1u : 0u) << "who tells of lists from the start tells of all";
    EXPECT_EQ(script.judgement("6-a").undecided, another_is_told ? 0u : 1u);
  }
}

TEST(ListVersionsTest, WhatWasInForceBeforeTheFirstUploadThatIsToldIsNotKnown) {
  for (const bool reads_first : {true, false}) {
    Script script;
    script.subscribe();
    if (reads_first) hit_read(script, "r:1", "AB01CDE");
    script.upload(kFirst);
    if (!reads_first) hit_read(script, "r:1", "AB01CDE");
    script.wait(base::seconds(1));
    in_force(script, kFirst);
    script.wait(base::seconds(120));
    hit_read(script, "r:2", "AB01CDE");
    script.end_of("liveness");
    EXPECT_EQ(script.judgement("6-a").against, reads_first ? 1u : 2u);
    EXPECT_EQ(script.judgement("6-a").undecided, reads_first ? 1u : 0u);
  }
}

TEST(ListVersionsTest, ARowThatIsNoUtf8MayBeRefusedWhateverItsOtherCells) {
  std::string csv = kFirst;
  csv.replace(csv.find("FORD"), 4, "CITRO\xcb" "N");
  Script script;
  script.subscribe();
  script.csv(csv);
  script.whole_read("r:1", text_of("AA01AAA"));
  script.end_of("liveness");
  EXPECT_EQ(script.judgement("6-a").against, 0u);
}

TEST(ListVersionsTest, WhatIsInForceAndWasNeverUploadedIsNotKnown) {
  Script script;
  script.subscribe();
  script.upload(kFirst);
  in_force(script, kFirst);
  script.tell(ListInForce{"nas", "35_B.csv", "7"});
  script.whole_read("r:1", text_of("AB01CDE"));
  script.hit("h", "r:1", 1, "35_B.csv");
  script.end_of("liveness");
  EXPECT_EQ(script.judgement("6-a").against, 0u);
  EXPECT_EQ(script.judgement("6-a").undecided, 1u);
}

TEST(ListVersionsTest, AVersionThatIsNotHeldIsNotTheOneUploadedAfterIt) {
  Script script;
  script.subscribe();
  script.upload(kFirst);
  in_force(script, kFirst);
  script.tell(VoiUploaded{kList, "35", nullptr, false});
  script.upload(kThird);
  in_force(script, kSecond);
  script.whole_read("r:1", text_of("CC01CCC"));
  in_force(script, kThird);
  script.whole_read("r:2", text_of("CC01CCC"));
  script.end_of("liveness");
  const Judgement& j = script.judgement("6-a");
  EXPECT_EQ(j.against, 1u);
  EXPECT_EQ(j.findings.at(0).read_id, "r:2");
}

}  // namespace
}  // namespace oracle::test
