// inspect: a sample laid out, an inspector's word recorded, and taken up by accredit.
#include <filesystem>
#include <sstream>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "conformance/cli/cli.h"
#include "conformance/cli/exit_code.h"
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

}  // namespace
