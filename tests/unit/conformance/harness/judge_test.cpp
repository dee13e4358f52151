// Evidence that is handed in: judged as a run is, with claims and roles.
#include "conformance/harness/judge.h"

#include <fstream>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "conformance/harness/verify.h"
#include "conformance/subjects/mutant.h"
#include "reference/base/hash.h"
#include "tests/unit/conformance/harness/small_run.h"
#include "tests/unit/conformance/harness/written_report.h"

namespace {

namespace fs = std::filesystem;
using nlohmann::json;

/// What a case says of a run's scenario, before it looks at evidence, is no verdict.
json without_reasons(json requirements) {
  for (json& requirement : requirements) requirement.erase("reason");
  return requirements;
}

TEST(Judge, AFullPackGivesTheVerdictsOfItsRunByteForByte) {
  const scratch::Folder scratch;
  small_run::accredited(scratch.path());
  const auto judged = harness::judge(small_run::order_of(scratch.path() / "run/evidence", scratch.path() / "again"));
  ASSERT_TRUE(judged.has_value()) << judged.error().message();
  const json run = report_in(scratch.path() / "run"), again = report_in(scratch.path() / "again");
  EXPECT_EQ(without_reasons(run["requirements"]).dump(), without_reasons(again["requirements"]).dump());
  for (const char* part :
       {"decision", "identity", "counts", "populations", "sites", "calibration", "readings", "synthetic", "attributions"})
    EXPECT_EQ(run[part].dump(), again[part].dump()) << part;
  EXPECT_EQ(again["handed_in"]["sha256"], run["identity"]["evidence"]["manifest_sha256"]);
}

TEST(Judge, FindingsOfAPackAreThoseOfItsRunToTheLastWordOfTheirStories) {
  const scratch::Folder scratch;
  for (const subjects::Mutant& mutant : subjects::mutants()) {
    if (mutant.id != "nas.forgets-the-last-row-of-a-list" && mutant.id != "nas.holds-one-hit-in-a-hundred-2.1-s") continue;
    small_run::accredited(scratch.path(), subjects::subject_of(mutant));
    ASSERT_TRUE(harness::judge(small_run::order_of(scratch.path() / "run/evidence", scratch.path() / "again")).has_value());
    EXPECT_EQ(without_reasons(report_in(scratch.path() / "run")["requirements"]).dump(),
              without_reasons(report_in(scratch.path() / "again")["requirements"]).dump());
    fs::remove_all(scratch.path() / "run");
    fs::remove_all(scratch.path() / "again");
  }
}

constexpr const char* kRead =
    R"({"vrm":"AB01CDE","time":"23/11/2026 08:00:00","location":"52.205101,0.121840","feed_id":"35","source_id":12,"nrd_id":42,)"
    R"("username":"Unattended")";

TEST(Judge, ReadsAloneShowFormAndNothingElse) {
  const scratch::Folder scratch;
  scratch::write(scratch.path() / "reads.ndjson", std::string(kRead) + "}\n" + R"({"vrm":"AB 01CDE"})" + "\n");
  const auto judged = harness::judge(small_run::order_of(scratch.path() / "reads.ndjson", scratch.path() / "out"));
  ASSERT_TRUE(judged.has_value()) << judged.error().message();
  const json report = report_in(scratch.path() / "out");
  EXPECT_EQ(requirement(report, "2.2.1-c")["status"], "not_met");
  EXPECT_EQ(requirement(report, "2.2.1-c")["findings"][0]["read_id"], "line:2");
  EXPECT_EQ(requirement(report, "2.2.1-c")["findings"][0]["blame"], "subject");
  EXPECT_EQ(requirement(report, "2.2.1-c")["observations"], 1);
  EXPECT_EQ(requirement(report, "6-c")["verdict"], "not_run");
  EXPECT_NE(requirement(report, "6-c")["reason"], "");
  EXPECT_EQ(requirement(report, "6-d")["status"], "not_applicable") << "it binds NAS, and reads alone are a camera's";
  EXPECT_EQ(report["synthetic"], false);
  EXPECT_TRUE(report["identity"]["seed"].is_null());
}

TEST(Judge, AClaimThatHoldsSparesAndOneThatDoesNotFails) {
  const scratch::Folder scratch;
  scratch::write(scratch.path() / "reads.ndjson", std::string(kRead) + R"(,"lane_id":"L1"})" + "\n");
  auto order = small_run::order_of(scratch.path() / "reads.ndjson", scratch.path() / "out");
  order.claims = {"no-overview", "no-lane-id"};
  ASSERT_TRUE(harness::judge(order).has_value());
  const json report = report_in(scratch.path() / "out");
  EXPECT_EQ(requirement(report, "2.2.4-e")["status"], "not_applicable");
  EXPECT_NE(requirement(report, "2.2.4-e")["reason"].get<std::string>().find("Claimed: it sends no overview"), std::string::npos);
  EXPECT_EQ(requirement(report, "2.3-d")["verdict"], "fail");
  EXPECT_EQ(requirement(report, "2.3-d")["findings"][0]["observed"], "Lane ID 'L1'");
  EXPECT_EQ(report["handed_in"]["claims"][1], (json{{"id", "no-lane-id"}, {"says", "sends no Lane ID"}, {"against", 1}}));
}

TEST(Judge, TheLineThatJudgesAgainSaysAllThatWasAsked) {
  const scratch::Folder scratch;
  const fs::path reads = scratch.path() / "it's reads.ndjson";
  scratch::write(reads, std::string(kRead) + "}\n");
  auto order = small_run::order_of(reads, scratch.path() / "out");
  order.profile = "strict";
  order.role = "camera";
  order.claims = {"no-overview", "not-lea-controlled"};
  order.camera_class = "mobile";
  order.select = {"2.2.*", "suite:format"};
  order.inspections_file = "seen.ndjson";
  ASSERT_TRUE(harness::judge(order).has_value());
  const json report = report_in(scratch.path() / "out");
  EXPECT_EQ(report["identity"]["replay"], "plumbline judge '" + scratch.path().string() +
                                              "/it'\\''s reads.ndjson' --profile strict --role camera --claims "
                                              "no-overview,not-lea-controlled --class mobile --select '2.2.*' --select suite:format "
                                              "--inspections seen.ndjson");
  EXPECT_EQ(report["handed_in"]["class"], "mobile");
  EXPECT_NE(scratch::content_of(scratch.path() / "out/report.html").find("Class of cameras that do not say it"), std::string::npos);
}

TEST(Judge, TheEvidenceBesideAReportIsNotReplacedByTheReportOnIt) {
  const scratch::Folder scratch;
  small_run::accredited(scratch.path());
  auto order = small_run::order_of(scratch.path() / "run/evidence", scratch.path() / "run");
  order.overwrite = harness::Overwrite::kReplace;
  const auto judged = harness::judge(order);
  ASSERT_FALSE(judged.has_value());
  EXPECT_EQ(judged.error().kind, &harness::kOutputOverEvidence);
  EXPECT_TRUE(fs::exists(scratch.path() / "run/evidence/events.ndjson"));
  const std::string report = scratch::content_of(scratch.path() / "run/report.json");
  EXPECT_TRUE(harness::verify_report({scratch.path() / "run", report, {}})->differences.empty());
}

TEST(Judge, AClaimOrARoleOfAPackThatThereIsNotIsThePacksFault) {
  const scratch::Folder scratch;
  const fs::path pack = scratch.path() / "pack";
  fs::create_directories(pack);
  scratch::write(pack / "events.ndjson", "");
  json manifest{{"format", "plumbline-evidence"},
                {"version", 1},
                {"subject", {{"role", "camera"}}},
                {"claims", {"no-picture"}},
                {"files", {{"events.ndjson", base::sha256_hex("")}}}};
  const auto faults = [&] {
    scratch::write(pack / "manifest.json", manifest.dump());
    const auto judged = harness::judge(small_run::order_of(pack, scratch.path() / "out"));
    const auto verified = harness::verify_pack(pack);
    EXPECT_FALSE(judged.has_value() || verified.has_value());
    EXPECT_EQ(judged.error().kind, &evidence::kPackUnreadable);
    EXPECT_EQ(judged.error().detail, verified.error().detail) << "what cannot be judged is not clean";
    EXPECT_FALSE(fs::exists(scratch.path() / "out"));
    return judged.error().detail;
  };
  EXPECT_NE(faults().find("pack: manifest.json: expected \"claims\" to be claims of docs/judging.md; found 'no-picture'"),
            std::string::npos);
  manifest["claims"] = json::array();
  manifest["subject"]["role"] = "cameras";
  EXPECT_NE(faults().find("manifest.json: expected \"role\""), std::string::npos);
}

TEST(Judge, ReadsThatChangeWhileTheyAreJudgedAreNot) {
  const scratch::Folder scratch;
  const fs::path reads = scratch.path() / "reads.ndjson";
  std::string text;
  for (int i = 0; i < 17'000; ++i) text += R"({"vrm":"AB 01CDE","feed_id":"35","source_id":12,"nrd_id":42})" "\n";
  scratch::write(reads, text);
  auto order = small_run::order_of(reads, scratch.path() / "out");
  bool asked = false;
  order.progress = [&](base::Instant, std::uint64_t) {
    asked = true;
    std::fstream(reads, std::ios::binary | std::ios::in | std::ios::out).seekp(8) << "X";   // a part that was read already
  };
  const auto judged = harness::judge(order);
  ASSERT_TRUE(asked);
  ASSERT_FALSE(judged.has_value());
  EXPECT_EQ(judged.error().kind, &evidence::kPackContradicts);
}

TEST(Judge, EveryClaimOfTheCatalogueIsWatched) {
  std::vector<std::string_view> ids;
  for (const catalogue::Claim& claim : catalogue::built_in().claims) ids.push_back(claim.id);
  EXPECT_EQ(oracle::watched_claims(), ids);
}

}  // namespace
