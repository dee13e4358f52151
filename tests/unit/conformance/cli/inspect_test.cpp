// inspect: a sample laid out, an inspector's word recorded, and taken up by accredit.
#include <sys/stat.h>

#include <filesystem>
#include <sstream>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "conformance/cli/cli.h"
#include "conformance/cli/exit_code.h"
#include "conformance/harness/inspection_sheet.h"
#include "conformance/harness/inspections.h"
#include "tests/unit/conformance/cli/said.h"
#include "tests/unit/conformance/harness/scratch.h"

namespace {

namespace fs = std::filesystem;

const std::string kScenario = PLUMBLINE_SOURCE "/scenarios/cases/2.2.4-images.json";

nlohmann::json requirement(const fs::path& report, std::string_view id) {
  const auto json = nlohmann::json::parse(scratch::content_of(report));
  for (const auto& one : json["requirements"]) {
    if (one["id"] == id) return one;
  }
  return {};
}

TEST(Inspect, FromTheEvidenceToTheVerdict) {
  const scratch::Folder scratch;
  const std::string out = (scratch.path() / "out").string(), look = (scratch.path() / "look").string();
  const std::vector<std::string> accredit{"accredit", kScenario, "--alone", "--select", "2.2.4-i", "--evidence", "full", "--out"};
  auto first = accredit;
  first.push_back(out);
  EXPECT_EQ(say(first).code, 2);
  EXPECT_EQ(requirement(fs::path(out) / "report.json", "2.2.4-i")["status"], "not_established");

  const Said laid = say({"inspect", out, "--count", "24", "--out", look});
  ASSERT_EQ(laid.code, 0) << laid.err;
  const auto sheet = nlohmann::json::parse(scratch::content_of(fs::path(look) / "sheet.json"));
  ASSERT_EQ(sheet["sample"].size(), 24U);
  EXPECT_EQ(sheet["sample"][0]["what"], "plate patch");
  EXPECT_EQ(sheet["sample"][23]["what"], "overview");
  const std::string html = scratch::content_of(fs::path(look) / "sheet.html");
  for (const auto& thing : sheet["sample"]) {
    const std::string image = "images/" + thing["sha256"].get<std::string>() + ".jpg";
    EXPECT_TRUE(fs::exists(fs::path(look) / image)) << image;
    EXPECT_NE(html.find(image), std::string::npos) << image;
  }

  EXPECT_EQ(say({"inspect", look}).code, cli::kUsage) << "nobody is named";
  EXPECT_EQ(say({"inspect", look, "--inspector", "A. Marsh", "--result", "maybe"}).code, cli::kUsage);
  const Said recorded = say({"inspect", look, "--inspector", "A. Marsh", "--result", "pass"});
  ASSERT_EQ(recorded.code, 0) << recorded.err;

  const std::string file = (fs::path(look) / "inspections.ndjson").string();
  for (const bool passed : {true, false}) {
    if (!passed) {
      ASSERT_EQ(say({"inspect", look, "--inspector", "B. Fenn", "--result", "fail"}).code, 0);
    }
    const std::string again = (scratch.path() / (passed ? "passed" : "failed")).string();
    auto second = accredit;
    second.insert(second.end(), {again, "--inspections", file});
    const Said said = say(second);
    const auto judged = requirement(fs::path(again) / "report.json", "2.2.4-i");
    EXPECT_EQ(judged["status"], passed ? "met" : "not_met") << judged.dump(1) << said.err;
    EXPECT_EQ(judged["basis"], "inspection");
    EXPECT_NE(scratch::content_of(fs::path(again) / "report.html").find("A. Marsh"), std::string::npos);
  }
}

TEST(Inspect, LaysEntriesOfListsOutAndTakesTheirInspectorsWord) {
  const scratch::Folder scratch;
  const std::string out = (scratch.path() / "out").string(), look = (scratch.path() / "look").string();
  const std::vector<std::string> accredit{"accredit", PLUMBLINE_SOURCE "/scenarios/cases/5-lists.json", "--alone", "--select", "5-p",
                                          "--evidence", "full", "--out"};
  auto first = accredit;
  first.push_back(out);
  EXPECT_EQ(say(first).code, 2);
  const Said laid = say({"inspect", out, "--requirement", "5-p", "--count", "20", "--out", look});
  ASSERT_EQ(laid.code, 0) << laid.err;
  const auto sheet = nlohmann::json::parse(scratch::content_of(fs::path(look) / "sheet.json"));
  ASSERT_EQ(sheet["sample"].size(), 20U);
  for (const auto& thing : sheet["sample"]) {
    EXPECT_EQ(thing["what"], "entry");
    EXPECT_NE(thing["list"], "35_Staged.csv") << "whose faults are the tester's";
    EXPECT_GT(thing["row"], 0);
  }
  const std::string html = scratch::content_of(fs::path(look) / "sheet.html");
  EXPECT_NE(html.find("of 07_Cheshire VOI List.csv: columns 10, 16 and 9"), std::string::npos);
  EXPECT_NE(html.find("<div>CAMBS</div>"), std::string::npos) << "the area";
  ASSERT_EQ(say({"inspect", look, "--inspector", "A. Marsh", "--result", "pass"}).code, 0);
  auto second = accredit;
  const std::string again = (scratch.path() / "again").string();
  second.insert(second.end(), {again, "--inspections", (fs::path(look) / "inspections.ndjson").string()});
  const Said said = say(second);
  const auto judged = requirement(fs::path(again) / "report.json", "5-p");
  EXPECT_EQ(judged["status"], "met") << judged.dump(1) << said.err;
  EXPECT_EQ(judged["basis"], "inspection");
}

TEST(Inspect, OfOneSeedOneSample) {
  const scratch::Folder scratch;
  const std::string out = (scratch.path() / "out").string();
  ASSERT_EQ(say({"accredit", PLUMBLINE_SOURCE "/scenarios/cases/2.3-metadata.json", "--alone", "--select", "2.3-e", "--evidence", "full",
                 "--out", out})
                .code,
            2);
  const auto sample = [&](const char* folder, const char* seed) {
    const fs::path look = scratch.path() / folder;
    EXPECT_EQ(say({"inspect", out, "--requirement", "2.3-e", "--count", "5", "--seed", seed, "--out", look.string()}).code, 0);
    return nlohmann::json::parse(scratch::content_of(look / "sheet.json"))["sample"];
  };
  const auto one = sample("a", "1");
  EXPECT_EQ(one.size(), 5U);
  EXPECT_EQ(one, sample("b", "1"));
  EXPECT_NE(one, sample("c", "2"));
}

TEST(Inspect, SaysWhatIsWrong) {
  const scratch::Folder scratch;
  const Said no_pack = say({"inspect", scratch.path().string(), "--out", (scratch.path() / "look").string()});
  EXPECT_EQ(no_pack.code, 65) << no_pack.err;
  EXPECT_EQ(say({"inspect", scratch.path().string(), "--requirement", "2.2.1-a", "--out", "x"}).code, cli::kUsage);
  EXPECT_EQ(say({"inspect", scratch.path().string()}).code, cli::kUsage) << "no --out";

  const fs::path file = scratch.path() / "inspections.ndjson";
  const std::vector<std::pair<std::string, std::string>> bad{
      {"", "it holds none"},
      {"{}\n", "line 1"},
      {"not json\n", "line 1"},
      {R"({"at":"2026-11-27T10:00:00Z","kind":"inspection","requirement":"2.2.1-a","sample":["00"],)"
       R"("criterion":"c","result":"pass","inspector":"i"})"
       "\n",
       "line 1"},
      {R"({"at":"2026-11-27T10:00:00Z","kind":"link","from":"a","to":"b","up":true})"
       "\n",
       "found an event of another kind"},
  };
  for (const auto& [text, expected] : bad) {
    scratch::write(file, text);
    const Said said = say({"accredit", kScenario, "--alone", "--inspections", file.string(), "--out", (scratch.path() / "o").string()});
    EXPECT_EQ(said.code, 65) << text;
    EXPECT_NE(said.err.find(expected), std::string::npos) << text << "\n" << said.err;
  }
  EXPECT_EQ(say({"accredit", "--inspections", file.string()}).code, 65) << "it is read before anything runs";
}

TEST(Inspect, InspectionsAreReadFromAPlainFileOfSomeSize) {
  const scratch::Folder scratch;
  const fs::path pipe = scratch.path() / "pipe", large = scratch.path() / "large", spaced = scratch.path() / "spaced";
  ASSERT_EQ(mkfifo(pipe.c_str(), 0600), 0);
  scratch::write(large, "");
  fs::resize_file(large, std::uintmax_t{8} << 30);
  const std::pair<fs::path, const char*> refused[] = {
      {pipe, "expected a plain file"}, {"/dev/zero", "expected a plain file"}, {".", "expected a plain file"}, {large, "expected at most"}};
  for (const auto& [file, part] : refused) {
    const auto read = harness::read_inspections(file);
    ASSERT_FALSE(read) << file;
    EXPECT_EQ(read.error().kind, &harness::kInspectionsUnreadable);
    EXPECT_TRUE(holds(read.error().detail, part)) << read.error().detail;
    EXPECT_TRUE(holds(read.error().detail, file.string())) << read.error().detail;
  }
  const std::string hash(64, 'a');
  const std::string line = harness::line_of({base::Instant{0}, "2.3-e", {hash}, std::string(harness::criterion_of("2.3-e")), true, "A"});
  scratch::write(spaced, line + "\r\n" + line + "\n");
  const auto read = harness::read_inspections(spaced);
  ASSERT_TRUE(read) << read.error().detail;
  EXPECT_EQ(read->size(), 2U);
  scratch::write(spaced, line + "\n{}\n");
  EXPECT_TRUE(holds(harness::read_inspections(spaced).error().detail, "line 3: "));
}

harness::Layout one_alias() {
  harness::Layout layout{"2.3-e", "b\xff" "d", 1, 1, {}};
  harness::Specimen& alias = layout.sample.emplace_back();
  alias.what = "alias";
  alias.sha256 = std::string(64, 'a');
  alias.read_id = "r";
  alias.text = "UNIT00001";
  return layout;
}

TEST(Inspect, NamesThatAreNoUtf8LeaveNothingHalfDone) {
  const scratch::Folder scratch;
  const fs::path look = scratch.path() / "look";
  ASSERT_TRUE(harness::lay_out(look, one_alias()));
  EXPECT_EQ(nlohmann::json::parse(scratch::content_of(look / "sheet.json"))["evidence"], "b\\xFFd");
  const Said said = say({"inspect", look.string(), "--inspector", "b\xff" "d", "--result", "pass"});
  EXPECT_EQ(said.code, cli::kUsage) << said.err;
  EXPECT_FALSE(fs::exists(look / "inspections.ndjson"));
  ASSERT_EQ(mkfifo((look / "inspections.ndjson").c_str(), 0600), 0);
  const Said piped = say({"inspect", look.string(), "--inspector", "A", "--result", "pass"});
  EXPECT_EQ(piped.code, cli::kUsage);
  EXPECT_TRUE(holds(piped.err, "found no plain file")) << piped.err;
  fs::remove(look / "inspections.ndjson");
  const Said recorded = say({"inspect", look.string(), "--inspector", "A", "--result", "pass"});
  EXPECT_EQ(recorded.code, 0);
  EXPECT_TRUE(holds(recorded.out, "plumbline judge EVIDENCE --inspections")) << recorded.out;
}

TEST(Inspect, WhatCannotBeLaidOutLeavesNothing) {
  const scratch::Folder scratch;
  const fs::path look = scratch.path() / "look";
  harness::Layout layout = one_alias();
  layout.sample.push_back(layout.sample.front());
  layout.sample.back().image = base::Bytes(std::string("jpeg"));
  layout.sample.back().sha256 = std::string(300, 'a');   // too long a name for a file
  const auto laid = harness::lay_out(look, layout);
  ASSERT_FALSE(laid);
  EXPECT_EQ(laid.error().kind, &harness::kSheetNotWritable);
  EXPECT_FALSE(fs::exists(look));
  scratch::write(look, "a file");
  EXPECT_EQ(harness::lay_out(look, one_alias()).error().kind, &harness::kSheetNotWritable);
  EXPECT_EQ(scratch::content_of(look), "a file");
}

TEST(Inspect, ASheetIsTakenAsItWasWrittenOrNotAtAll) {
  const scratch::Folder scratch;
  const fs::path look = scratch.path() / "look", file = look / "sheet.json";
  ASSERT_TRUE(harness::lay_out(look, one_alias()));
  const auto good = nlohmann::json::parse(scratch::content_of(file));
  ASSERT_TRUE(harness::read_sheet(look));
  const auto fault_of = [&](const char* pointer, const nlohmann::json& value) {
    auto bad = good;
    bad[nlohmann::json::json_pointer(pointer)] = value;
    scratch::write(file, bad.dump());
    const auto read = harness::read_sheet(look);
    return read ? std::string() : read.error().detail;
  };
  EXPECT_TRUE(holds(fault_of("/sample/0/sha256", "../../etc"), "expected a SHA-256"));
  EXPECT_TRUE(holds(fault_of("/criterion", "Whatever you like."), "another criterion"));
  EXPECT_TRUE(holds(fault_of("/requirement", "2.2.1-a"), "no person is asked"));
  EXPECT_TRUE(holds(fault_of("/sample", nlohmann::json::array()), "an empty sample"));
  EXPECT_TRUE(holds(fault_of("/version", 2), "not as it was written"));
  fs::remove(file);
  ASSERT_EQ(mkfifo(file.c_str(), 0600), 0);
  const Said said = say({"inspect", look.string(), "--inspector", "A", "--result", "pass"});
  EXPECT_EQ(said.code, 65);
  EXPECT_TRUE(holds(said.err, "expected a plain file")) << said.err;
}

}  // namespace
