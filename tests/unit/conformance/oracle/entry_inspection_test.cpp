// 5-p: what a person's inspection of entries of lists decides, and what it does not.
#include <gtest/gtest.h>

#include "reference/base/hash.h"
#include "tests/unit/conformance/oracle/script.h"

namespace oracle::test {
namespace {

/// A list whose entries each say something else, and how an inspection names them.
struct Listed : Script {
  explicit Listed(int entries, bool staged = false, OracleOptions options = {}) : Script(options) {
    std::string text = list_of({});
    for (int i = 0; i < entries; ++i) {
      text += fmt::format("AB{:02}CDE,FORD,FOCUS,BLUE,Stop,,Drugs,E41,look {} times,Cambs,,01/01/2099,,OFFICIAL,,01223 1\r\n", i, i);
      names.push_back(base::sha256_hex(fmt::format("Cambs\n01223 1\nlook {} times\n", i)));
    }
    upload(text, kList, "35", staged);
  }
  void inspect(std::size_t count, bool passed = true) {
    const std::vector<std::string_view> sample(names.begin(), names.begin() + static_cast<std::ptrdiff_t>(count));
    tell(Inspection{"5-p", sample, "who, where and what for", passed, "A. Person"});
  }
  std::vector<std::string> names;
};

TEST(EntryInspectionTest, WithoutOneItIsNotRunAndTheCommandIsNamed) {
  Listed script(3);
  EXPECT_EQ(script.verdict("5-p"), Verdict::kNotRun);
  EXPECT_NE(script.judgement("5-p").reason.find("plumbline inspect"), std::string::npos);
}

TEST(EntryInspectionTest, TwentyEntriesAreEnoughAndAllWhereThereAreFewer) {
  for (const std::size_t count : {19u, 20u}) {
    Listed script(30);
    script.inspect(count);
    EXPECT_EQ(script.verdict("5-p"), count == 20 ? Verdict::kPass : Verdict::kInconclusive) << count;
    EXPECT_TRUE(script.judgement("5-p").inspected);
  }
  Listed few(3);
  few.inspect(3);
  EXPECT_EQ(few.verdict("5-p"), Verdict::kPass);
}

TEST(EntryInspectionTest, OneThatFailedIsAgainst) {
  Listed script(30);
  script.inspect(20);
  script.inspect(25, false);
  EXPECT_EQ(script.verdict("5-p"), Verdict::kFail);
  EXPECT_NE(script.judgement("5-p").findings.at(0).observed.find("A. Person"), std::string::npos);
}

TEST(EntryInspectionTest, WhatTheEvidenceDoesNotHoldDecidesNothing) {
  Listed script(3);
  script.names.push_back(std::string(64, 'a'));
  script.inspect(4);
  EXPECT_EQ(script.verdict("5-p"), Verdict::kInconclusive);
}

TEST(EntryInspectionTest, EntriesThatSayTheSameAreOne) {
  Script script;
  script.upload(list_of({{"AA01AAA"}, {"AA01AAB"}, {"AA01AAC"}}));
  const std::string name = base::sha256_hex("Cambs\n\nlook twice\n");
  const std::vector<std::string_view> sample{name};
  script.tell(Inspection{"5-p", sample, "who, where and what for", true, "A. Person"});
  EXPECT_EQ(script.verdict("5-p"), Verdict::kPass) << script.judgement("5-p").reason;
}

TEST(EntryInspectionTest, WhatATesterStagedIsNobodys) {
  Listed script(3, true);
  EXPECT_EQ(script.verdict("5-p"), Verdict::kNotRun);
  EXPECT_EQ(script.judgement("5-p").reason.find("plumbline inspect"), std::string::npos);
}

}  // namespace
}  // namespace oracle::test
