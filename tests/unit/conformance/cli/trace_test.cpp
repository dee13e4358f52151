// trace: one read's whole story, from a pack, a report's folder, or a scenario.
#include <filesystem>
#include <sstream>

#include <gtest/gtest.h>

#include "conformance/cli/cli.h"
#include "conformance/cli/exit_code.h"
#include "conformance/evidence/pack.h"
#include "tests/unit/conformance/cli/said.h"
#include "tests/unit/conformance/harness/small_scenario.h"

namespace {

namespace fs = std::filesystem;
using namespace base::event;

/// A pack with one read on its whole way, 100 ms from event to event.
void write_pack(const fs::path& folder) {
  evidence::PackOptions options;
  options.keep = evidence::Keep::kFull;
  options.subject_role = "nas";
  auto writer = evidence::make_pack_writer(folder, options);
  ASSERT_TRUE(writer.has_value());
  const base::Instant start = base::parse_rfc3339("2019-06-11T07:00:00Z").value();
  const ReadBody body{R"({"vrm":"AB01CDE"})", nullptr, nullptr, nullptr};
  base::Instant at = start;
  for (const Body& event : std::initializer_list<Body>{
           Pass{"p1", "35-1-1", "AB01CDE", {}, 0}, ReadSent{"35-1-1:1", "p1", "35-1-1", body}, ReadReceived{"lea:35", "35-1-1:1", body},
           ReadReceived{"nas", "35-1-1:1", body}, ReadAcknowledged{"nas", "35-1-1:1", "c1"},
               HitSent{"h1", "35-1-1:1", "35_Test.csv", 7, "voi"},
           HitDelivered{"h1", "op-1"}}) {
    (*writer)->hear({at, event});
    at = at + base::milliseconds(100);
  }
  ASSERT_TRUE((*writer)->finish({}, start, at).has_value());
}

constexpr const char* kStory = R"(35-1-1:1, 2019-06-11

at (UTC)            since start     since last  who                what
07:00:00.000000        0.000 ms       0.000 ms  camera:35-1-1      AB01CDE passes
07:00:00.100000      100.000 ms     100.000 ms  camera:35-1-1      read sent
07:00:00.200000      200.000 ms     100.000 ms  lea:35             read received
07:00:00.300000      300.000 ms     100.000 ms  nas                read received
07:00:00.400000      400.000 ms     100.000 ms  nas                read acknowledged as capture c1
07:00:00.500000      500.000 ms     100.000 ms  nas                hit h1 sent, for row 7 of 35_Test.csv
07:00:00.600000      600.000 ms     100.000 ms  op-1               hit h1 delivered

legs
  camera       100.000 ms
  lea          100.000 ms
  wan          100.000 ms
               300.000 ms   6-c: capture to receipt at NAS
  nas          200.000 ms
  hit          100.000 ms
               300.000 ms   6-d: receipt at NAS to the operator
               600.000 ms   6-b: capture to the operator
)";

TEST(Trace, TellsTheStoryOfAPackAndOfTheFolderOfAReport) {
  scratch::Folder scratch;
  write_pack(scratch.path() / "evidence");
  for (const fs::path& run : {scratch.path() / "evidence", scratch.path()}) {
    const Said said = say({"trace", run.string(), "35-1-1:1"});
    EXPECT_EQ(said.code, 0) << said.err;
    EXPECT_EQ(said.out, kStory);
  }
}

TEST(Trace, OfAScenarioIsTheSameEachTime) {
  scratch::Folder scratch;
  const std::string file = small_scenario::write(scratch.path()).string();
  std::string read_id;
  for (int site = 1; read_id.empty() && site < 13; ++site) {
    for (int nrd = 1; read_id.empty() && nrd < 3; ++nrd) {
      const std::string id = fmt::format("35-{}-{}:1", site, nrd);
      if (say({"trace", file, id}).code == 0) read_id = id;
    }
  }
  ASSERT_FALSE(read_id.empty());
  const Said first = say({"trace", file, read_id}), again = say({"trace", file, read_id});
  EXPECT_EQ(first.out, again.out);
  EXPECT_NE(first.out.find("6-c: capture to receipt at NAS"), std::string::npos) << first.out;
}

TEST(Trace, WhatCannotBeTracedIsSaid) {
  scratch::Folder scratch;
  write_pack(scratch.path() / "evidence");
  const Said nobody = say({"trace", scratch.path().string(), "35-9-9:9"});
  EXPECT_EQ(nobody.code, cli::kUnreadableInput);
  EXPECT_NE(nobody.err.find("holds no read '35-9-9:9'"), std::string::npos) << nobody.err;
  fs::create_directories(scratch.path() / "empty");
  const Said empty = say({"trace", (scratch.path() / "empty").string(), "35-1-1:1"});
  EXPECT_EQ(empty.code, cli::kUsage);
  EXPECT_NE(empty.err.find("without a manifest.json"), std::string::npos) << empty.err;
  EXPECT_EQ(say({"trace", (scratch.path() / "none.json").string(), "35-1-1:1"}).code, cli::kUnreadableInput);
}

}  // namespace
