// accredit --list: the dry run.
#include <filesystem>
#include <sstream>

#include <gtest/gtest.h>

#include "conformance/cli/cli.h"
#include "conformance/cli/exit_code.h"
#include "tests/unit/conformance/cli/said.h"
#include "tests/unit/conformance/harness/small_scenario.h"

namespace {

TEST(AccreditList, NamesRunsAndWhatIsJudgedOnEachAndPassesNothing) {
  scratch::Folder scratch;
  const std::string file = small_scenario::write(scratch.path()).string(), out = (scratch.path() / "out").string();
  const Said said = say({"accredit", file, "--list", "--out", out});
  EXPECT_EQ(said.code, cli::kIncomplete) << said.err;
  EXPECT_TRUE(holds(said.out, "Subject: Reference NAS, LEA gateway and emulated cameras ")) << said.out;
  EXPECT_TRUE(holds(said.out, "\n  main                 " + file + "\n")) << said.out;
  EXPECT_TRUE(holds(said.out, "\n  case-7 ")) << said.out;
  EXPECT_TRUE(holds(said.out, "\n  7-b      judged on case-3.1, ")) << said.out;
  EXPECT_TRUE(holds(said.out, "\n  8-a      not judged: ")) << said.out;
  EXPECT_TRUE(holds(said.out, "Nothing was run, and nothing is met by this.\n")) << said.out;
  EXPECT_FALSE(std::filesystem::exists(out));
}

TEST(AccreditList, AloneSaysWhatTheScenarioLacks) {
  scratch::Folder scratch;
  const Said said = say({"accredit", small_scenario::write(scratch.path()).string(), "--alone", "--list"});
  EXPECT_EQ(said.code, cli::kIncomplete) << said.err;
  EXPECT_TRUE(holds(said.out, "\n  7-b      not judged: Nothing fails in the scenario.\n")) << said.out;
  EXPECT_TRUE(holds(said.out, "\n  2.1-a    not judged: The scenario declares no test of connectivity.\n")) << said.out;
  EXPECT_TRUE(holds(said.out, "\n  6-a      judged on main\n")) << said.out;
}

TEST(AccreditList, ASelectionAndASubjectNarrowIt) {
  const Said loss = say({"accredit", "--list", "--select", "suite:loss"});
  EXPECT_EQ(loss.code, cli::kIncomplete) << loss.err;
  EXPECT_TRUE(holds(loss.out, "4 of 78 requirements would be judged, on 2 runs.")) << loss.out;
  EXPECT_TRUE(holds(loss.out, "  6-a      not judged: Not selected for this run.\n")) << loss.out;
  const Said null = say({"accredit", "--list", "--subject", "null-accepts"});
  EXPECT_EQ(null.code, cli::kIncomplete) << null.err;
  EXPECT_TRUE(holds(null.out, ", as nas\n")) << null.out;
  EXPECT_TRUE(holds(null.out, "  7-b      not judged: Binds lea, mobile; the subject is nas.\n")) << null.out;
}

TEST(AccreditList, NothingSelectedIsNotIncompleteButNothing) {
  for (const char* pattern : {"8", "66", "suite:speed"}) {
    const Said said = say({"accredit", "--list", "--select", pattern});
    EXPECT_EQ(said.code, cli::kNothingSelected) << pattern;
    EXPECT_TRUE(holds(said.err, "\nNext: ")) << said.err;
    EXPECT_EQ(said.out, "") << pattern;
  }
}

TEST(AccreditList, AnUnknownProfileIsNamedAsInARealRun) {
  for (const bool dry : {true, false}) {
    std::vector<std::string> args{"accredit", "--profile", "odd", "--out", "/nowhere/at/all"};
    if (dry) args.emplace_back("--list");
    const Said said = say(args);
    EXPECT_EQ(said.code, cli::kUsage) << dry;
    EXPECT_TRUE(holds(said.err, "'odd'")) << said.err;
  }
}

}  // namespace
