// Evidence that is handed in: judged as a run is, with claims and roles, and verified.
#include "conformance/harness/judge.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "conformance/evidence/purge.h"
#include "conformance/harness/accredit.h"
#include "conformance/harness/verify.h"
#include "conformance/subjects/mutant.h"
#include "reference/base/hash.h"
#include "tests/unit/conformance/harness/small_scenario.h"
#include "tests/unit/conformance/harness/written_report.h"

namespace {

namespace fs = std::filesystem;
using nlohmann::json;

/// A small run with a full pack, beside which everything here is laid.
harness::Reported accredited(const fs::path& folder, const subjects::Subject& subject = subjects::reference()) {
  harness::Order order;
  order.scenario = small_scenario::write(folder);
  order.library = PLUMBLINE_SOURCE "/scenarios";
  order.alone = true;
  order.out = folder / "run";
  order.keep = evidence::Keep::kFull;
  return harness::accredit(order, subject).value();
}

/// What a case says of a run's scenario, before it looks at evidence, is no verdict.
json without_reasons(json requirements) {
  for (json& requirement : requirements) requirement.erase("reason");
  return requirements;
}

harness::JudgeOrder order_of(const fs::path& evidence, const fs::path& out) {
  harness::JudgeOrder order;
  order.evidence = evidence;
  order.out = out;
  return order;
}

TEST(Judge, AFullPackGivesTheVerdictsOfItsRunByteForByte) {
  const scratch::Folder scratch;
  accredited(scratch.path());
  const auto judged = harness::judge(order_of(scratch.path() / "run/evidence", scratch.path() / "again"));
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
    accredited(scratch.path(), subjects::subject_of(mutant));
    ASSERT_TRUE(harness::judge(order_of(scratch.path() / "run/evidence", scratch.path() / "again")).has_value());
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
  const auto judged = harness::judge(order_of(scratch.path() / "reads.ndjson", scratch.path() / "out"));
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
  auto order = order_of(scratch.path() / "reads.ndjson", scratch.path() / "out");
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
  auto order = order_of(reads, scratch.path() / "out");
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
  accredited(scratch.path());
  auto order = order_of(scratch.path() / "run/evidence", scratch.path() / "run");
  order.overwrite = harness::Overwrite::kReplace;
  const auto judged = harness::judge(order);
  ASSERT_FALSE(judged.has_value());
  EXPECT_EQ(judged.error().kind, &harness::kOutputOverEvidence);
  EXPECT_TRUE(fs::exists(scratch.path() / "run/evidence/events.ndjson"));
  const std::string report = scratch::content_of(scratch.path() / "run/report.json");
  EXPECT_TRUE(harness::verify_report({scratch.path() / "run", report, {}})->differences.empty());
}

TEST(Judge, EveryClaimOfTheCatalogueIsWatched) {
  std::vector<std::string_view> ids;
  for (const catalogue::Claim& claim : catalogue::built_in().claims) ids.push_back(claim.id);
  EXPECT_EQ(oracle::watched_claims(), ids);
}

TEST(Verify, AReportOnReadsAloneIsWhatTheyGiveAgainByTheSameClassAndClaims) {
  const scratch::Folder scratch;
  const fs::path reads = scratch.path() / "reads.ndjson", elsewhere = scratch.path() / "elsewhere.ndjson";
  const std::string one = R"({"vrm":"AB 01CDE","location":"N0000000 E0000000","feed_id":"35","source_id":12,"nrd_id":42})";
  scratch::write(reads, one);
  auto order = order_of(reads, scratch.path() / "out");
  order.camera_class = "mobile";
  order.claims = {"not-lea-controlled"};
  ASSERT_TRUE(harness::judge(order).has_value());
  const std::string report = scratch::content_of(scratch.path() / "out/report.json");
  EXPECT_EQ(requirement(json::parse(report), "2.2.4-a")["status"], "not_applicable") << "no LEA controls it";
  fs::rename(reads, elsewhere);
  const auto same = harness::verify_report({scratch.path() / "out", report, elsewhere});
  ASSERT_TRUE(same.has_value()) << same.error().message();
  for (const harness::Difference& d : same->differences) ADD_FAILURE() << d.where << ": " << d.recorded << " or " << d.found;

  scratch::write(elsewhere, R"({"vrm":"ZZ 01ZZZ"})");
  const auto other = harness::verify_report({scratch.path() / "out", report, elsewhere}).value();
  ASSERT_EQ(other.differences.size(), 1U);
  EXPECT_EQ(other.differences[0].where, "report.json, the SHA-256 of its evidence");
  EXPECT_EQ(other.differences[0].recorded, "\"" + base::sha256_hex(one) + "\"");
}

TEST(Verify, EvidenceThatWasPurgedIsSaidToBe) {
  const scratch::Folder scratch;
  accredited(scratch.path());
  const fs::path run = scratch.path() / "run";
  ASSERT_TRUE(evidence::purge(run / "evidence", base::parse_rfc3339("2026-11-27T10:00:00Z").value()).has_value());
  const auto pack = harness::verify_pack(run / "evidence");
  ASSERT_FALSE(pack.has_value());
  EXPECT_NE(pack.error().detail.find("its evidence was deleted on 2026-11-27"), std::string::npos) << pack.error().detail;
  const auto report = harness::verify_report({run, scratch::content_of(run / "report.json"), {}}).value();
  EXPECT_TRUE(report.differences.empty());
  EXPECT_NE(report.not_checked.at(0).find("deleted on 2026-11-27"), std::string::npos) << report.not_checked[0];
}

TEST(Verify, AReportIsWhatItsEvidenceGivesAgain) {
  const scratch::Folder scratch;
  accredited(scratch.path());
  const fs::path run = scratch.path() / "run";
  const auto again = [&] {
    auto verified = harness::verify_report({run, scratch::content_of(run / "report.json"), {}});
    EXPECT_TRUE(verified.has_value()) << (verified ? "" : verified.error().message());
    return verified.value_or(harness::Verification{});
  };
  const auto differs = [&](const std::string& where) {
    const auto verified = again();
    return std::any_of(verified.differences.begin(), verified.differences.end(),
                       [&](const harness::Difference& d) { return d.where.find(where) != std::string::npos; });
  };
  EXPECT_TRUE(again().differences.empty());

  json report = report_in(run);
  for (json& each : report["requirements"]) {
    if (each["id"] == "2.2.1-a") each["observations"] = 1;
  }
  scratch::write(run / "report.json", report.dump(2) + "\n");
  EXPECT_TRUE(differs("requirement 2.2.1-a, observations"));
  EXPECT_TRUE(differs("report.html"));

  for (const auto& image : fs::directory_iterator(run / "evidence/images")) {
    scratch::write(image.path(), "another");
    break;
  }
  EXPECT_TRUE(differs("evidence/images/"));
}

}  // namespace
