// Reports against what they were made of: what was changed in one is named.
#include "conformance/harness/verify.h"

#include <algorithm>
#include <set>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "conformance/evidence/purge.h"
#include "conformance/harness/verify_parts.h"
#include "conformance/subjects/mutant.h"
#include "reference/base/hash.h"
#include "reports/report.h"
#include "tests/unit/conformance/harness/small_run.h"
#include "tests/unit/conformance/harness/written_report.h"

namespace {

namespace fs = std::filesystem;
using nlohmann::json;

/// Every scalar of a report, by its pointer; of array elements of one form the first, the last, and one in 50.
void places_in(const json& part, const json::json_pointer& at, std::vector<json::json_pointer>& places) {
  if (part.is_object()) {
    for (const auto& [key, value] : part.items()) places_in(value, at / key, places);
  } else if (part.is_array()) {
    for (std::size_t i = 0; i < part.size(); ++i) {
      if (i == 0 || i + 1 == part.size() || i % 50 == 0) places_in(part[i], at / i, places);
    }
  } else {
    places.push_back(at);
  }
}

void change(json& value) {
  if (value.is_string()) value = value.get<std::string>() + "x";
  else if (value.is_boolean()) value = !value.get<bool>();
  else if (value.is_number()) value = value.get<double>() + 1;
  else value = 1;
}

std::vector<std::string> differences_of(const json& report, const json& again) {
  harness::Verification v;
  harness::check_sums(report, true, v);
  harness::compare_with_again(report, again, v);
  std::vector<std::string> all;
  for (const harness::Difference& d : v.differences) all.push_back(d.where + ": " + d.recorded + " or " + d.found);
  return all;
}

/// As somebody would who wants another outcome, with all that the page shows made to fit.
void whitewash(json& report) {
  for (json& requirement : report["requirements"]) {
    const bool open = requirement["status"] == "not_established" || requirement["status"] == "not_met";
    if (!open) continue;
    --report["counts"][requirement["status"].get<std::string>()].get_ref<json::number_unsigned_t&>();
    ++report["counts"]["met"].get_ref<json::number_unsigned_t&>();
    requirement["status"] = "met";
    requirement["verdict"] = "pass";
  }
  report["decision"] = {{"outcome", "conformant"}, {"sentence", "Every deciding requirement in scope is met by evidence."}};
}

void render(const json& report, const fs::path& folder) {
  const std::string text = report.dump(2) + "\n";
  scratch::write(folder / "report.json", text);
  scratch::write(folder / "report.html", reports::render_html(text).value());
  scratch::write(folder / "junit.xml", reports::render_junit(text).value());
}

harness::Verification verified(const fs::path& folder) {
  return harness::verify_report({folder, scratch::content_of(folder / "report.json"), {}}).value();
}

TEST(Verify, AReportOnReadsAloneIsWhatTheyGiveAgainByTheSameClassAndClaims) {
  const scratch::Folder scratch;
  const fs::path reads = scratch.path() / "reads.ndjson", elsewhere = scratch.path() / "elsewhere.ndjson";
  const std::string one = R"({"vrm":"AB 01CDE","location":"N0000000 E0000000","feed_id":"35","source_id":12,"nrd_id":42})";
  scratch::write(reads, one);
  auto order = small_run::order_of(reads, scratch.path() / "out");
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
  small_run::accredited(scratch.path());
  const fs::path run = scratch.path() / "run";
  ASSERT_TRUE(evidence::purge(run / "evidence", base::parse_rfc3339("2026-11-27T10:00:00Z").value()).has_value());
  const auto pack = harness::verify_pack(run / "evidence");
  ASSERT_FALSE(pack.has_value());
  EXPECT_NE(pack.error().detail.find("its evidence was deleted on 2026-11-27"), std::string::npos) << pack.error().detail;
  const auto report = harness::verify_report({run, scratch::content_of(run / "report.json"), {}}).value();
  EXPECT_TRUE(report.differences.empty());
  EXPECT_NE(report.open.at(0).find("deleted on 2026-11-27"), std::string::npos) << report.open[0];
}

TEST(Verify, AReportIsWhatItsEvidenceGivesAgain) {
  const scratch::Folder scratch;
  small_run::accredited(scratch.path());
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
  EXPECT_TRUE(again().open.empty());

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

TEST(Verify, NothingThatAReportSaysCanBeChangedUnnoticed) {
  const scratch::Folder scratch;
  for (const subjects::Mutant& mutant : subjects::mutants()) {
    if (mutant.id == "nas.forgets-the-last-row-of-a-list") small_run::accredited(scratch.path(), subjects::subject_of(mutant));
  }
  const json report = report_in(scratch.path() / "run");
  const json again =
      json::parse(harness::judged_report(small_run::order_of(scratch.path() / "run/evidence", "")).value().report_json);
  EXPECT_EQ(differences_of(report, again), std::vector<std::string>());
  std::vector<json::json_pointer> places;
  places_in(report, json::json_pointer(), places);
  EXPECT_GT(places.size(), 150u);
  // Another compiler gives the same verdicts; by the schema the version is one; why nothing was observed its scenario says.
  const std::set<std::string> free{"/identity/build", "/version", "/format"};
  const auto says_why_nothing_was = [&](const json::json_pointer& at) {
    return at.back() == "reason" && at.parent_pointer().parent_pointer().to_string() == "/requirements" &&
           report[at.parent_pointer()]["populations"].empty();
  };
  for (const json::json_pointer& at : places) {
    if (free.contains(at.to_string()) || says_why_nothing_was(at)) continue;
    json forged = report;
    change(forged[at]);
    EXPECT_FALSE(differences_of(forged, again).empty()) << at.to_string();
  }
}

TEST(Verify, AReportOnWhatWasHandedInIsComparedToTheName) {
  const scratch::Folder scratch;
  const fs::path reads = scratch.path() / "reads.ndjson";
  scratch::write(reads, R"({"vrm":"AB 01CDE","location":"N0000000 E0000000","feed_id":"35","source_id":12,"nrd_id":42})");
  ASSERT_TRUE(harness::judge(small_run::order_of(reads, scratch.path() / "out")).has_value());
  const json report = report_in(scratch.path() / "out");
  const auto of_forged = [&](const char* place, const json& value) {
    json forged = report;
    forged[json::json_pointer(place)] = value;
    return harness::verify_report({scratch.path() / "out", forged.dump(2) + "\n", reads}).value();
  };
  for (const auto& [place, value] : std::vector<std::pair<const char*, json>>{{"/identity/subject/vendor", "ACME"},
                                                                              {"/identity/wire", "sampled 1/2"},
                                                                              {"/handed_in/how", "by hand"},
                                                                              {"/populations/0/reads_sent", 2},
                                                                              {"/requirements/4/statement", "Nothing."},
                                                                              {"/readings/0/question", "None?"},
                                                                              {"/suite/version", "9"},
                                                                              {"/not_judged/0", "Nothing."}}) {
    const auto v = of_forged(place, value);
    EXPECT_TRUE(std::any_of(v.differences.begin(), v.differences.end(), [](const auto& d) { return d.where.starts_with("report.json, "); }))
        << place;
  }
  EXPECT_FALSE(of_forged("/identity/suite_version", "0.0.1").open.empty()) << "of another suite nothing can be given again";
}

TEST(Verify, VerdictsThatTheRowsDoNotGiveAreSeenWithoutEvidence) {
  const scratch::Folder scratch;
  harness::Order order;
  order.scenario = small_scenario::write(scratch.path());
  order.library = PLUMBLINE_SOURCE "/scenarios";
  order.select = {"2.1-a", "2.2.1-a"};
  order.out = scratch.path() / "run";
  ASSERT_TRUE(harness::accredit(order, subjects::reference()).has_value());
  json report = report_in(scratch.path() / "run");
  ASSERT_GT(report["populations"].size(), 1u);
  fs::remove_all(scratch.path() / "run/evidence");
  const auto honest = verified(scratch.path() / "run");
  EXPECT_TRUE(honest.differences.empty());
  EXPECT_FALSE(honest.open.empty());
  whitewash(report);
  render(report, scratch.path() / "run");
  const auto forged = verified(scratch.path() / "run");
  const auto differs = [&](const char* where) {
    return std::any_of(forged.differences.begin(), forged.differences.end(), [&](const auto& d) { return d.where == where; });
  };
  EXPECT_TRUE(differs("report.json, requirement 6-a, status"));
  EXPECT_TRUE(differs("report.json, counts"));
  EXPECT_TRUE(differs("report.json, decision"));
}

TEST(Verify, WhatAPackHoldsIsItsManifestsWord) {
  const scratch::Folder scratch;
  small_run::accredited(scratch.path());
  const json report = report_in(scratch.path() / "run");
  json forged = report;
  forged["identity"]["evidence"]["keep"] = "sampled";
  render(forged, scratch.path() / "run");
  EXPECT_EQ(verified(scratch.path() / "run").differences.at(0).where, "report.json, identity, evidence, keep");
  forged = report;
  forged["identity"]["suite_version"] = "0.0.1";
  forged["identity"]["subject"]["vendor"] = "ACME";
  render(forged, scratch.path() / "run");
  const auto other = verified(scratch.path() / "run");
  EXPECT_FALSE(other.open.empty());
  EXPECT_EQ(other.differences.at(0).where, "report.json, identity, subject, vendor");
  fs::remove_all(scratch.path() / "run/evidence");
  EXPECT_FALSE(verified(scratch.path() / "run").open.empty());
}

TEST(Verify, AFaceThatNeverEndsIsNotReadToItsEnd) {
  const scratch::Folder scratch;
  scratch::write(scratch.path() / "reads.ndjson", R"({"vrm":"AB01CDE"})");
  ASSERT_TRUE(harness::judge(small_run::order_of(scratch.path() / "reads.ndjson", scratch.path() / "out")).has_value());
  fs::remove(scratch.path() / "out/report.html");
  fs::create_symlink("/dev/zero", scratch.path() / "out/report.html");
  EXPECT_EQ(verified(scratch.path() / "out").differences.at(0).where, "report.html");
}

TEST(Verify, WhatNobodyCouldHaveOrderedIsNoReport) {
  const scratch::Folder scratch;
  const fs::path reads = scratch.path() / "reads.ndjson";
  scratch::write(reads, R"({"vrm":"AB01CDE"})");
  auto order = small_run::order_of(reads, scratch.path() / "out");
  order.claims = {"no-overview"};
  ASSERT_TRUE(harness::judge(order).has_value());
  const json report = report_in(scratch.path() / "out");
  for (const char* place : {"/identity/role", "/identity/profile", "/handed_in/claims/0/id"}) {
    json forged = report;
    forged[json::json_pointer(place)] = "nan";
    const auto v = harness::verify_report({scratch.path() / "out", forged.dump(), reads});
    ASSERT_FALSE(v.has_value()) << place;
    EXPECT_EQ(v.error().kind, &reports::kReportNotBySchema) << place;
  }
}

}  // namespace
