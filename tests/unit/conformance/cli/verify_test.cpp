// What `plumbline verify` ends with, and what it shows of somebody else's text.
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "tests/unit/conformance/cli/said.h"
#include "tests/unit/conformance/harness/written_report.h"

namespace {

struct JudgedReads {
  JudgedReads() {
    scratch::write(folder.path() / "reads.ndjson", R"({"vrm":"AB01CDE"})");
    say({"judge", reads, "--out", out});
  }
  scratch::Folder folder;
  std::string reads = (folder.path() / "reads.ndjson").string(), out = (folder.path() / "out").string();
};

TEST(VerifyCommand, IsDoneOnlyWhereAllVerdictsWereChecked) {
  const JudgedReads judged;
  const Said with = say({"verify", judged.out, "--evidence", judged.reads});
  EXPECT_EQ(with.code, 0) << with.out;
  EXPECT_TRUE(holds(with.out, "\nNothing differs.\n"));
  const Said without = say({"verify", judged.out});
  EXPECT_EQ(without.code, 2) << without.out;
  EXPECT_FALSE(holds(without.out, "\nNothing differs.\n"));
  EXPECT_TRUE(holds(without.out, "not checked  the verdicts: no evidence is beside the report"));
  EXPECT_TRUE(holds(without.err, "\nNext: ") || without.err.starts_with("Next: "));
}

TEST(VerifyCommand, ShowsNoControlsOfAForgedReport) {
  const JudgedReads judged;
  nlohmann::json report = report_in(judged.out);
  report["identity"]["subject"]["vendor"] = "\x1b]0;mine\x07\x1b[2J";
  report["requirements"][0]["statement"] = "\xe2\x80\xae";
  scratch::write(std::filesystem::path(judged.out) / "report.json", report.dump());
  const Said said = say({"verify", judged.out, "--evidence", judged.reads});
  EXPECT_EQ(said.code, 3);
  EXPECT_TRUE(holds(said.out, "<U+202E>")) << said.out;
  EXPECT_FALSE(holds(said.out, "\xe2\x80\xae") || holds(said.out, "\x1b"));
}

}  // namespace
