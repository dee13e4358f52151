#include "conformance/harness/accredit.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "reports/report.h"
#include "tests/unit/conformance/harness/small_scenario.h"
#include "tests/unit/conformance/harness/written_report.h"

namespace {

namespace fs = std::filesystem;
using harness::Order;

Order order_in(const scratch::Folder& scratch) {
  Order order;
  order.scenario = small_scenario::write(scratch.path());
  order.library = PLUMBLINE_SOURCE "/scenarios";
  order.alone = true;
  order.out = scratch.path() / "out";
  return order;
}

TEST(Accredit, TheReferenceFailsNothingAndIsIncomplete) {
  scratch::Folder scratch;
  const auto accredited = harness::accredit(order_in(scratch), subjects::reference());
  ASSERT_TRUE(accredited) << accredited.error().message();
  EXPECT_EQ(accredited->outcome, catalogue::Outcome::kIncomplete);
  EXPECT_EQ(accredited->counts.not_met, 0u) << scratch::content_of(scratch.path() / "out/junit.xml");
  EXPECT_GT(accredited->counts.met, 5u);
  const auto report = report_in(scratch.path() / "out");
  for (const char* id : {"2.2.1-a", "2.2.1-b", "2.2.1-c", "2.2.2-a", "2.3-a", "2.3-b", "2.3-f", "3.1-a", "3.1-c", "6-a"}) {
    EXPECT_EQ(requirement(report, id)["status"], "met") << id << ": " << requirement(report, id)["reason"];
  }
}

TEST(Accredit, WritesAReportBySchemaWithEverythingBeside) {
  scratch::Folder scratch;
  const auto accredited = harness::accredit(order_in(scratch), subjects::reference());
  ASSERT_TRUE(accredited) << accredited.error().message();
  for (const fs::path& file : accredited->files) EXPECT_TRUE(fs::exists(file)) << file;
  EXPECT_FALSE(fs::exists(scratch.path() / "out/.partial"));
  const std::string text = scratch::content_of(scratch.path() / "out/report.json");
  EXPECT_TRUE(reports::validate(text).has_value());
  EXPECT_EQ(nlohmann::json::parse(text).dump(2) + "\n", text);   // canonical
  const auto report = nlohmann::json::parse(text);
  EXPECT_EQ(report["identity"]["seed"], 7);
  EXPECT_EQ(report["identity"]["evidence"]["manifest_sha256"], accredited->manifest_sha256);
  EXPECT_GT(report["populations"][0]["passes"].get<int>(), 50);
  EXPECT_GT(report["populations"][0]["hits_delivered"].get<int>(), 0);
  EXPECT_GT(report["attributions"].size(), 1u);
}

TEST(Accredit, TheSameRunGivesTheSameBytes) {
  scratch::Folder scratch;
  Order order = order_in(scratch);
  ASSERT_TRUE(harness::accredit(order, subjects::reference()));
  const std::string first = scratch::content_of(order.out / "report.json");
  order.out = scratch.path() / "again";
  ASSERT_TRUE(harness::accredit(order, subjects::reference()));
  EXPECT_TRUE(scratch::content_of(order.out / "report.json") == first);
  EXPECT_TRUE(scratch::content_of(order.out / "report.html") == scratch::content_of(scratch.path() / "out/report.html"));
  order.out = scratch.path() / "other";
  order.seed = 8;
  ASSERT_TRUE(harness::accredit(order, subjects::reference()));
  EXPECT_NE(report_in(order.out)["populations"][0]["digest"], nlohmann::json::parse(first)["populations"][0]["digest"]);
}

TEST(Accredit, ANarrowSelectionLeavesTheRestNotRun) {
  scratch::Folder scratch;
  Order order = order_in(scratch);
  order.select = {"2.2.1"};
  order.keep = evidence::Keep::kNone;
  const auto accredited = harness::accredit(order, subjects::reference());
  ASSERT_TRUE(accredited) << accredited.error().message();
  EXPECT_EQ(accredited->outcome, catalogue::Outcome::kIncomplete);
  EXPECT_EQ(accredited->counts.met, 3u);
  EXPECT_FALSE(fs::exists(order.out / "evidence"));
  EXPECT_EQ(requirement(report_in(order.out), "6-a")["reason"], "Not selected for this run.");
}

TEST(Accredit, NothingIsRunWhereNothingIsSelectedOrTheFolderIsTaken) {
  scratch::Folder scratch;
  Order order = order_in(scratch);
  bool began = false;
  order.announce = [&](const harness::PlannedRun&, const std::string&) { began = true; };
  order.select = {"8"};
  EXPECT_EQ(harness::accredit(order, subjects::reference()).error().kind->name, "nothing_selected");
  order.select.clear();
  order.out = scratch.path();   // holds the scenario
  EXPECT_EQ(harness::accredit(order, subjects::reference()).error().kind->name, "output_not_empty");
  EXPECT_FALSE(began);
}

TEST(Accredit, AnUnreadableScenarioLeavesNoFolder) {
  scratch::Folder scratch;
  Order order = order_in(scratch);
  order.scenario = scratch.path() / "none.json";
  EXPECT_FALSE(harness::accredit(order, subjects::reference()));
  EXPECT_FALSE(fs::exists(order.out));
}

/// A null subject keeps no promise; what it is bound by and what needs evidence of it must never be met.
class NullSubjects : public testing::TestWithParam<std::size_t> {};

TEST_P(NullSubjects, AreNeverConformantAndMeetNothing) {
  scratch::Folder scratch;
  const auto subject = subjects::null_subjects().at(GetParam());
  Order order = order_in(scratch);
  order.out = scratch.path() / "out";
  order.keep = evidence::Keep::kNone;
  const auto accredited = harness::accredit(order, subject);
  ASSERT_TRUE(accredited) << subject.name << ": " << accredited.error().message();
  EXPECT_NE(accredited->outcome, catalogue::Outcome::kConformant) << subject.name;
  EXPECT_NE(accredited->outcome, catalogue::Outcome::kInvalid) << subject.name << ": " << accredited->sentence;
  EXPECT_EQ(accredited->counts.met, 0u) << subject.name;
  for (const auto& one : report_in(order.out)["requirements"]) EXPECT_NE(one["status"], "met") << subject.name << " " << one["id"];
}

INSTANTIATE_TEST_SUITE_P(All, NullSubjects, testing::Range<std::size_t>(0, subjects::null_subjects().size()),
                         [](const auto& tested) {
                           std::string name = subjects::null_subjects().at(tested.param).name;
                           std::replace(name.begin(), name.end(), '-', '_');
                           return name;
                         });

}  // namespace
