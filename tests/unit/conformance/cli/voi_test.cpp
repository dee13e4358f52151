// voi check: what it is asked, what it cannot read, and how much memory it takes. What it finds in lists: tests/golden/voi_test.cpp.
#include <fstream>
#include <sstream>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <sys/resource.h>
#include <sys/stat.h>

#include "conformance/cli/cli.h"
#include "conformance/cli/exit_code.h"
#include "tests/unit/conformance/cli/said.h"
#include "tests/unit/conformance/harness/small_scenario.h"

namespace {

const std::string kRow = "AB00CDE,FORD,FOCUS,RED,Stop,,Drugs,1AP,Ask,CAMBS,01/06/2019,30/06/2019,,OFFICIAL,,101\r\n";

std::string list_in(const scratch::Folder& scratch, const std::string& name, const std::string& csv) {
  scratch::write(scratch.path() / name, csv);
  return (scratch.path() / name).string();
}

TEST(VoiCheck, SaysThatAllRowsLoad) {
  scratch::Folder scratch;
  const Said said = say({"voi", "check", list_in(scratch, "35_x.csv", kRow + kRow)});
  EXPECT_EQ(said.code, 0);
  EXPECT_EQ(said.out, "35_x.csv: 2 rows: all load.\n");
  EXPECT_EQ(said.err, "");
}

TEST(VoiCheck, HoldsTheListAgainstWhoWillUploadIt) {
  scratch::Folder scratch;
  const std::string file = list_in(scratch, "35_x.csv", kRow);
  EXPECT_EQ(say({"voi", "check", file, "--owner", "35"}).code, 0);
  const Said other = say({"voi", "check", file, "--owner", "07"});
  EXPECT_EQ(other.code, cli::kNonConformant);
  EXPECT_TRUE(holds(other.out, "file name")) << other.out;
  EXPECT_TRUE(holds(other.out, "refused whole")) << other.out;
  const auto answer = nlohmann::json::parse(say({"voi", "check", file, "--owner", "07", "--json"}).out);
  EXPECT_EQ(answer["list_refused"]["found"], "35_x.csv");
  EXPECT_EQ(answer["loaded"], 1);
  EXPECT_EQ(say({"voi", "check", file, "--owner", "99"}).code, cli::kUsage);
}

TEST(VoiCheck, NationalListsMayGiveTheFourReasons) {
  scratch::Folder scratch;
  std::string row = kRow;
  row.replace(row.find("Drugs"), 5, "No MOT");
  const std::string file = list_in(scratch, "94_x.csv", row);
  EXPECT_EQ(say({"voi", "check", file}).code, cli::kNonConformant);
  EXPECT_EQ(say({"voi", "check", file, "--national"}).code, 0);
}

TEST(VoiCheck, WantsTheWordCheckAndAFile) {
  using Words = std::vector<std::string>;
  for (const Words& args : {Words{"voi"}, Words{"voi", "check"}, Words{"voi", "mend", "x"}, Words{"voi", "check", "a", "b"}}) {
    const Said said = say(args);
    EXPECT_EQ(said.code, cli::kUsage);
    EXPECT_TRUE(holds(said.err, "Next: ")) << said.err;
  }
}

TEST(VoiCheck, WhatCannotBeReadIsNoFinding) {
  scratch::Folder scratch;
  const std::string utf16("\xff\xfe\x56\x00", 4);
  for (const std::string& file : {(scratch.path() / "35_none.csv").string(), scratch.path().string(), list_in(scratch, "35_u.csv", utf16),
                                  list_in(scratch, "35_q.csv", kRow + "\"open")}) {
    for (const std::string face : {"--national", "--json"}) {
      const Said said = say({"voi", "check", file, face});
      EXPECT_EQ(said.code, cli::kUnreadableInput) << file;
      EXPECT_EQ(said.out, "") << file;
      EXPECT_TRUE(holds(said.err, "Next: ")) << said.err;
    }
  }
}

TEST(VoiCheck, WaitsForNoPipeAndNamesTheFile) {
  scratch::Folder scratch;
  const std::string pipe = (scratch.path() / "35_pipe.csv").string();
  ASSERT_EQ(mkfifo(pipe.c_str(), 0600), 0);
  for (const std::string& file : {pipe, std::string("/dev/null"), list_in(scratch, "35_q.csv", kRow + "\"open")}) {
    for (const std::string face : {"--national", "--json"}) {
      const Said said = say({"voi", "check", file, face});
      EXPECT_EQ(said.code, cli::kUnreadableInput) << file;
      EXPECT_EQ(said.out, "") << file;
      EXPECT_TRUE(holds(said.err, "; " + file + ": ")) << said.err;
    }
  }
}

TEST(VoiCheck, MakesVisibleWhatItQuotes) {
  scratch::Folder scratch;
  std::string row = kRow;
  row.replace(row.find("Stop"), 4, "\"St\r\nop\xe2\x80\xae\"");
  const Said said = say({"voi", "check", list_in(scratch, "35_x.csv", row)});
  EXPECT_TRUE(holds(said.out, "'St<CR><LF>op<U+202E>'")) << said.out;
}

std::uint64_t most_resident_bytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<std::uint64_t>(usage.ru_maxrss) * 1024;
}

TEST(VoiCheck, TakesNoMemoryInProportionToTheFile) {
  scratch::Folder scratch;
  const std::filesystem::path file = scratch.path() / "35_large.csv";
  constexpr std::uint64_t kBytes = 48'000'000;
  std::string bad = kRow;
  bad.replace(bad.find("Stop"), 4, "Halt");
  {
    std::string some;
    for (int i = 0; i < 1'000; ++i) some += i == 500 ? bad : kRow;
    std::ofstream out(file, std::ios::binary);
    for (std::uint64_t written = 0; written < kBytes; written += some.size()) out << some;
  }
  const std::uint64_t before = most_resident_bytes();
  const Said said = say({"voi", "check", file.string()}, cli::Progress::kShown);
  EXPECT_EQ(said.code, cli::kNonConformant);
  EXPECT_TRUE(holds(said.err, "MB read"));
  EXPECT_LT(most_resident_bytes() - before, kBytes / 4);
}

}  // namespace
