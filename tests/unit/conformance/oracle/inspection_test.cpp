// 2.2.4-i and 2.3-e: what a person's inspection decides, and what it does not.
#include <deque>

#include <gtest/gtest.h>

#include "reference/base/hash.h"
#include "tests/unit/conformance/oracle/picture_maker.h"
#include "tests/unit/conformance/oracle/script.h"

namespace oracle::test {
namespace {

/// Reads with pictures of their own, and inspections of what they hold.
struct Inspected : Script {
  Inspected() { camera(); }
  /// `count` reads, each with a patch of its own, and an overview where asked.
  void reads(int count, bool overviews = false, std::string_view alias = "") {
    for (int i = 0; i < count; ++i) {
      const std::string& id = ids.emplace_back(fmt::format("r:{}", ids.size()));
      std::string text = text_of("AB01CDE");
      if (!alias.empty()) text.insert(text.size() - 1, fmt::format(R"(,"alias_id":"{} {}")", alias, i));
      const int seed = static_cast<int>(pictures.size());
      const base::Bytes& patch = keep(picture::jpeg({120, 60, seed, false, false, {}}), patches);
      const base::Bytes* overview = overviews ? &keep(picture::jpeg({121, 60, seed, false, false, {}}), seen) : nullptr;
      tell(ReadSent{id, {}, kCamera, body(text, &patch, overview)});
    }
  }
  void inspect(const std::vector<std::string>& names, bool passed = true, std::string_view requirement = "2.2.4-i") {
    const std::vector<std::string_view> sample(names.begin(), names.end());
    tell(Inspection{requirement, sample, "the plate and nothing beside it", passed, "A. Person"});
  }
  const base::Bytes& keep(const std::string& bytes, std::vector<std::string>& names) {
    names.push_back(base::sha256_hex(bytes));
    return pictures.emplace_back(bytes);
  }
  std::deque<std::string> ids;
  std::deque<base::Bytes> pictures;
  std::vector<std::string> patches, seen;
};

std::vector<std::string> first(const std::vector<std::string>& names, std::size_t count) { return {names.begin(), names.begin() + count}; }

TEST(InspectionTest, WithoutOneItIsNotRunAndTheCommandIsNamed) {
  Inspected script;
  script.reads(1);
  EXPECT_EQ(script.verdict("2.2.4-i"), Verdict::kNotRun);
  EXPECT_NE(script.judgement("2.2.4-i").reason.find("plumbline inspect"), std::string::npos);
  EXPECT_FALSE(script.judgement("2.2.4-i").inspected);
}

TEST(InspectionTest, TwentyPicturesAreEnough) {
  for (const std::size_t count : {19u, 20u}) {
    Inspected script;
    script.reads(30);
    script.inspect(first(script.patches, count));
    EXPECT_EQ(script.verdict("2.2.4-i"), count == 20 ? Verdict::kPass : Verdict::kInconclusive) << count;
    EXPECT_TRUE(script.judgement("2.2.4-i").inspected);
  }
}

TEST(InspectionTest, TheSamePictureTwiceIsOne) {
  Inspected script;
  script.reads(30);
  auto sample = first(script.patches, 19);
  sample.push_back(sample.front());
  script.inspect(sample);
  EXPECT_EQ(script.verdict("2.2.4-i"), Verdict::kInconclusive);
}

TEST(InspectionTest, AllAreEnoughWhereThereAreFewer) {
  Inspected script;
  script.reads(3);
  script.inspect(first(script.patches, 2));
  script.inspect({script.patches[2]});   // by another hand, on another day
  EXPECT_EQ(script.verdict("2.2.4-i"), Verdict::kPass);
  EXPECT_EQ(script.judgement("2.2.4-i").observations, 2u);
}

TEST(InspectionTest, SomeOfEachSortAreNeeded) {
  Inspected script;
  script.reads(30, true);
  script.inspect(first(script.patches, 25));
  EXPECT_EQ(script.verdict("2.2.4-i"), Verdict::kInconclusive);
  Inspected both;
  both.reads(30, true);
  auto sample = first(both.patches, 19);
  sample.push_back(both.seen[0]);
  both.inspect(sample);
  EXPECT_EQ(both.verdict("2.2.4-i"), Verdict::kPass);
}

TEST(InspectionTest, OneThatFailedStandsAgainst) {
  Inspected script;
  script.reads(2);
  script.inspect(script.patches);
  script.inspect({script.patches[0]}, false);
  EXPECT_EQ(script.verdict("2.2.4-i"), Verdict::kFail);
  EXPECT_NE(script.judgement("2.2.4-i").findings[0].observed.find("A. Person"), std::string::npos);
}

TEST(InspectionTest, ASampleOfWhatTheEvidenceDoesNotHoldIsUndecided) {
  const std::string strange(64, 'c');
  for (const bool passed : {true, false}) {
    Inspected script;
    script.reads(1);
    script.inspect({script.patches[0], strange}, passed);
    EXPECT_EQ(script.verdict("2.2.4-i"), Verdict::kInconclusive);
    EXPECT_NE(script.judgement("2.2.4-i").findings[0].observed.find(strange), std::string::npos);
  }
}

TEST(InspectionTest, AnEmptySampleSaysNothing) {
  Inspected script;
  script.reads(1);
  script.inspect({});
  EXPECT_NE(script.verdict("2.2.4-i"), Verdict::kPass);
}

TEST(InspectionTest, ItMayBeToldBeforeItsReads) {
  Inspected script;
  const base::Bytes patch(picture::jpeg());
  script.inspect({base::sha256_hex(patch.view())});
  script.tell(ReadSent{"r:1", {}, kCamera, script.body(text_of("AB01CDE"), &patch)});
  EXPECT_EQ(script.verdict("2.2.4-i"), Verdict::kPass);
}

TEST(InspectionTest, AliasesAreNamedByTheirTexts) {
  Inspected script;
  script.reads(2, false, "Bridge");
  script.inspect({base::sha256_hex("Bridge 0"), base::sha256_hex("Bridge 1"), script.patches[0]}, true, "2.3-e");
  EXPECT_EQ(script.verdict("2.3-e"), Verdict::kPass);
  EXPECT_TRUE(script.judgement("2.3-e").inspected);
  EXPECT_EQ(script.verdict("2.2.4-i"), Verdict::kNotRun);
}

TEST(InspectionTest, PicturesAloneSettleNoAlias) {
  Inspected script;
  script.reads(2, false, "Bridge");
  script.inspect(script.patches, true, "2.3-e");
  EXPECT_EQ(script.verdict("2.3-e"), Verdict::kInconclusive);
}

TEST(InspectionTest, OneAliasOfTwoIsNotEnough) {
  Inspected script;
  script.reads(2, false, "Bridge");
  script.inspect({base::sha256_hex("Bridge 0")}, true, "2.3-e");
  EXPECT_EQ(script.verdict("2.3-e"), Verdict::kInconclusive);
  EXPECT_NE(script.judgement("2.3-e").reason.find("1 aliases; at least 2"), std::string::npos) << script.judgement("2.3-e").reason;
}

TEST(InspectionTest, AnAliasThatGivesThePlaceAwayToAPersonStandsAgainst) {
  Inspected script;
  script.reads(1, false, "Opposite the town hall");
  script.inspect({base::sha256_hex("Opposite the town hall 0")}, false, "2.3-e");
  EXPECT_EQ(script.verdict("2.3-e"), Verdict::kFail);
}

TEST(InspectionTest, WhenSomebodyLookedIsNoTimeOfTheEvidence) {
  for (const base::Duration later : {base::seconds(0), base::seconds(200'000)}) {
    Inspected script;
    script.whole_read("r:0", text_of("AB01CDE"));
    script.pass("p");
    script.sent("r:x", text_of("AB01CDE"), "p");
    script.wait(later);
    script.inspect({std::string(64, '0')});
    EXPECT_EQ(script.judgement("6-c").against, 0u) << "the evidence ends with the last read that was sent";
  }
}

}  // namespace
}  // namespace oracle::test
