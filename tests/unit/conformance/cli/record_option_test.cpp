// simulate --record-nas, --record-lea: where a record comes to stand, and what it may replace.
#include <filesystem>

#include <gtest/gtest.h>

#include "conformance/cli/exit_code.h"
#include "tests/unit/conformance/cli/said.h"
#include "tests/unit/conformance/harness/small_scenario.h"

namespace {

namespace fs = std::filesystem;

TEST(RecordOption, WritesWholeRecordsAndReplacesNothingUnasked) {
  scratch::Folder scratch;
  const std::string file = small_scenario::write(scratch.path()).string(), before = scratch::content_of(file);
  const std::string record = (scratch.path() / "nas.record").string(), own = (scratch.path() / "own.txt").string();
  scratch::write(own, "mine");
  fs::create_symlink(own, scratch.path() / "link");
  const std::pair<std::vector<std::string>, const char*> refused[] = {
      {{"--record-nas", file}, "is the scenario"},
      {{"--record-lea", file, "--force"}, "is the scenario"},
      {{"--record-nas", own}, "is there"},
      {{"--record-nas", (scratch.path() / "link").string(), "--force"}, "no plain file"},
      {{"--record-nas", "/dev/null", "--force"}, "no plain file"},
      {{"--record-nas", record, "--record-lea", (scratch.path() / "." / "nas.record").string()}, "is named for both"},
      {{"--record-nas", "r", "--record-lea", "./r", "--force"}, "is named for both"},
  };
  for (const auto& [more, part] : refused) {
    std::vector<std::string> args{"simulate", file};
    args.insert(args.end(), more.begin(), more.end());
    const Said said = say(args);
    EXPECT_EQ(said.code, cli::kUsage) << part;
    EXPECT_TRUE(holds(said.err, part)) << said.err;
  }
  EXPECT_EQ(scratch::content_of(file), before);
  EXPECT_EQ(scratch::content_of(own), "mine");
  EXPECT_FALSE(fs::exists(record));

  const std::string elsewhere = (scratch.path() / "elsewhere").string();
  fs::create_symlink(elsewhere, record + ".partial");
  EXPECT_EQ(say({"simulate", file, "--record-nas", record}).code, 0);
  EXPECT_FALSE(fs::exists(elsewhere)) << "it was written through a link";
  EXPECT_FALSE(fs::exists(fs::symlink_status(record + ".partial")));
  EXPECT_EQ(say({"simulate", file, "--record-nas", record}).code, cli::kUsage);
  scratch::write(record, "old");
  EXPECT_EQ(say({"simulate", file, "--record-nas", record, "--force"}).code, 0);
  EXPECT_EQ(say({"replay", record}).code, 0);
}

}  // namespace
