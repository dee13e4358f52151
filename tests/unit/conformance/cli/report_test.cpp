// The commands that read reports: report render, diff.
#include <sstream>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "conformance/cli/cli.h"
#include "conformance/cli/exit_code.h"
#include "tests/unit/conformance/cli/said.h"
#include "tests/unit/conformance/harness/small_scenario.h"

namespace {

namespace fs = std::filesystem;

/// A run of the small scenario, in `name` of the folder; without "--alone" the cases' own scenarios run, too.
fs::path accredited(const scratch::Folder& scratch, const std::string& name, const std::vector<std::string>& more = {"--alone"}) {
  const fs::path out = scratch.path() / name;
  std::vector<std::string> args{"accredit", small_scenario::write(scratch.path()).string(), "--out", out.string(), "--evidence", "none"};
  args.insert(args.end(), more.begin(), more.end());
  EXPECT_EQ(say(args).code, cli::kIncomplete);
  return out;
}

/// The same report with one requirement's status changed.
fs::path changed(const fs::path& report, const std::string& id, const std::string& status, const std::string& verdict) {
  auto document = nlohmann::json::parse(scratch::content_of(report / "report.json"));
  for (auto& requirement : document["requirements"]) {
    if (requirement["id"] != id) continue;
    requirement["status"] = status;
    requirement["verdict"] = verdict;
  }
  const fs::path file = report.parent_path() / ("changed-" + id + status + ".json");
  scratch::write(file, document.dump(2) + "\n");
  return file;
}

TEST(ReportRender, GivesWhatTheRunWroteByteForByte) {
  scratch::Folder scratch;
  const fs::path run = accredited(scratch, "run", {}), again = scratch.path() / "again";
  for (const fs::path& named : {run, run / "report.json"}) {
    const Said said = say({"report", "render", named.string(), "--out", again.string()});
    EXPECT_EQ(said.code, 0) << said.err;
    EXPECT_EQ(said.out, (again / "report.html").string() + "\n" + (again / "junit.xml").string() + "\n");
    for (const char* file : {"report.html", "junit.xml"}) {
      EXPECT_TRUE(scratch::content_of(again / file) == scratch::content_of(run / file)) << file;
    }
    fs::remove_all(again);
  }
}

TEST(ReportRender, WritesBesideTheReportAndLeavesNothingHalfDone) {
  scratch::Folder scratch;
  const fs::path run = accredited(scratch, "run");
  const std::string html = scratch::content_of(run / "report.html");
  scratch::write(run / "report.html", "old");
  EXPECT_EQ(say({"report", "render", run.string()}).code, 0);
  EXPECT_TRUE(scratch::content_of(run / "report.html") == html);
  EXPECT_EQ(std::distance(fs::directory_iterator(run), fs::directory_iterator()), 3);
}

TEST(ReportRender, AnotherReportKeepsItsFaces) {
  scratch::Folder scratch;
  const fs::path one = accredited(scratch, "one"), other = accredited(scratch, "other", {"--alone", "--seed", "8"});
  const std::string before = scratch::content_of(other / "report.html");
  const Said said = say({"report", "render", one.string(), "--out", other.string()});
  EXPECT_EQ(said.code, cli::kUsage);
  EXPECT_TRUE(holds(said.err, "holds another report")) << said.err;
  EXPECT_TRUE(scratch::content_of(other / "report.html") == before);
}

TEST(ReportRender, FacesOfAReportThatIsNotThereAreKept) {
  scratch::Folder scratch;
  const fs::path run = accredited(scratch, "run"), out = scratch.path() / "theirs";
  for (const char* face : {"report.html", "junit.xml"}) {
    fs::create_directories(out);
    scratch::write(out / face, "theirs");
    const Said said = say({"report", "render", run.string(), "--out", out.string()});
    EXPECT_EQ(said.code, cli::kUsage);
    EXPECT_TRUE(holds(said.err, face)) << said.err;
    EXPECT_EQ(scratch::content_of(out / face), "theirs");
    EXPECT_EQ(std::distance(fs::directory_iterator(out), fs::directory_iterator()), 1);
    fs::remove_all(out);
  }
  ASSERT_EQ(say({"report", "render", run.string(), "--out", out.string()}).code, 0);
  EXPECT_EQ(say({"report", "render", run.string(), "--out", out.string()}).code, 0) << "its own";
}

TEST(ReportRender, IsLedAstrayByNoLink) {
  scratch::Folder scratch;
  const fs::path run = accredited(scratch, "run"), out = scratch.path() / "out", elsewhere = scratch.path() / "elsewhere";
  fs::create_directories(out);
  fs::create_symlink(elsewhere, out / "report.html.partial");
  EXPECT_EQ(say({"report", "render", run.string(), "--out", out.string()}).code, 0);
  EXPECT_FALSE(fs::exists(elsewhere));
  EXPECT_FALSE(fs::is_symlink(out / "report.html"));
  fs::create_symlink("report.json", out / "report.json");
  const Said said = say({"report", "render", run.string(), "--out", out.string()});
  EXPECT_EQ(said.code, cli::kUsage) << said.err;
  EXPECT_TRUE(holds(said.err, "holds another report")) << said.err;
}

TEST(ReportRender, WhatCannotBeReadIsNamed) {
  scratch::Folder scratch;
  scratch::write(scratch.path() / "one.json", R"({"format": "plumbline-report", "version": 1})");
  scratch::write(scratch.path() / "two.json", "{}");
  const std::pair<const char*, const char*> wrong[] = {
      {"none.json", "none.json"}, {"one.json", "found version 1"}, {"two.json", "two.json: "}};
  for (const auto& [file, part] : wrong) {
    const std::string path = (scratch.path() / file).string();
    for (const auto& args : {std::vector<std::string>{"report", "render", path}, {"diff", path, path}}) {
      const Said said = say(args);
      EXPECT_EQ(said.code, cli::kUnreadableInput) << file;
      EXPECT_TRUE(holds(said.err, part)) << said.err;
      EXPECT_TRUE(holds(said.err, "\nNext: ")) << said.err;
    }
  }
}

TEST(Diff, ExitsByWhatChanged) {
  scratch::Folder scratch;
  const fs::path run = accredited(scratch, "run");
  const Said same = say({"diff", run.string(), (run / "report.json").string()});
  EXPECT_EQ(same.code, 0);
  EXPECT_TRUE(holds(same.out, "The same verdicts.")) << same.out;
  EXPECT_EQ(same.err, "");
  const Said worse = say({"diff", run.string(), changed(run, "2.2.1-a", "not_met", "fail").string()});
  EXPECT_EQ(worse.code, 1);
  EXPECT_TRUE(holds(worse.out, "met → not met")) << worse.out;
  const Said better = say({"diff", run.string(), changed(run, "8-a", "met", "pass").string()});
  EXPECT_EQ(better.code, 2);
  EXPECT_TRUE(holds(better.out, "\nBetter:\n")) << better.out;
}

TEST(Diff, AsJsonForPrograms) {
  scratch::Folder scratch;
  const fs::path one = accredited(scratch, "one"), other = accredited(scratch, "other", {"--alone", "--seed", "8"});
  const auto document = nlohmann::json::parse(say({"diff", one.string(), other.string(), "--json"}).out);
  EXPECT_EQ(document["format"], "plumbline-diff");
  EXPECT_EQ(document["questionable"][0]["what"], "seed");
  EXPECT_EQ(document["questionable"][0]["a"], 7);
}

}  // namespace
