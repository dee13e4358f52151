#include "conformance/cases/cases.h"

#include <set>

#include <gtest/gtest.h>

#include "conformance/catalogue/catalogue.h"
#include "conformance/oracle/oracle.h"

namespace {

scenario::Scenario whole_scenario() {
  scenario::Scenario scenario;
  scenario.phases.traffic = base::hours(1);
  scenario.voi_lists = {{"35_Cambs VOI List.csv", 10}, {"07_Cheshire VOI List.csv", 10}};
  scenario.voi_lists[0].broken = {"vrm_space"};
  scenario.voi_lists[0].weeds_in = base::hours(24);
  scenario.voi_lists[0].watching = true;
  scenario.voi_lists[0].by = "07";
  scenario.national.emplace();
  scenario.operators = {{"op-cambs-1", "35", {{"35_*"}, {}, {}}}};
  scenario.world.of_interest_one_in = 100;
  scenario.world.unread_one_in = 50;
  scenario.world.records_unread = true;
  scenario.connectivity_tests.emplace_back();
  scenario.faults.emplace_back();
  scenario.images.from = scenario::Images::kDrawn;
  return scenario;
}

TEST(Cases, EveryRequirementTheOracleJudgesHasExactlyOneCase) {
  for (const std::string& id : oracle::judged_requirements()) {
    std::size_t deciding = 0;
    for (const auto& one : cases::all())
      deciding += static_cast<std::size_t>(std::count(one.requirements.begin(), one.requirements.end(), id));
    EXPECT_EQ(deciding, 1u) << id;
  }
}

TEST(Cases, NoCaseDecidesWhatNoCheckJudges) {
  const auto judged = oracle::judged_requirements();
  for (const auto& one : cases::all()) {
    for (const auto id : one.requirements) EXPECT_NE(std::find(judged.begin(), judged.end(), id), judged.end()) << one.id << " " << id;
  }
}

TEST(Cases, EveryRequirementOfACaseIsInTheCatalogueUnderItsClause) {
  for (const auto& one : cases::all()) {
    for (const auto id : one.requirements) {
      const auto* requirement = catalogue::built_in().find(id);
      ASSERT_NE(requirement, nullptr) << id;
      EXPECT_EQ(requirement->clause, one.clause) << id;
    }
  }
}

TEST(Cases, ARequirementWithoutACaseSaysWhy) {
  for (const auto& requirement : catalogue::built_in().requirements) {
    const bool excused = !requirement.no_case_yet.empty() || !requirement.not_testable.empty();
    EXPECT_NE(cases::case_of(requirement.id) != nullptr, excused) << requirement.id;
  }
}

TEST(Cases, IdsAreOneEach) {
  std::set<std::string_view> ids;
  for (const auto& one : cases::all()) EXPECT_TRUE(ids.insert(one.id).second) << one.id;
}

TEST(Cases, AScenarioWithEverythingProvokesAll) {
  for (const auto& one : cases::all()) EXPECT_EQ(one.unprovoked(whole_scenario()), "") << one.id;
}

TEST(Cases, WithoutTrafficNothingIsProvokedButTestsAndUploads) {
  const std::set<std::string_view> needs_none{"case-2.1", "case-5-lists", "case-5-answer", "case-5-owners", "case-5-watching",
                                               "case-5-inspected"};
  auto scenario = whole_scenario();
  scenario.phases.traffic = {};
  for (const auto& one : cases::all()) EXPECT_EQ(one.unprovoked(scenario).empty(), needs_none.contains(one.id)) << one.id;
}

TEST(Cases, ListsAndNationalDataNeedWhatTheyLookFor) {
  const auto without = [](auto&& change, std::string_view id) {
    auto scenario = whole_scenario();
    change(scenario);
    for (const auto& one : cases::all())
      EXPECT_EQ(one.unprovoked(scenario).empty(), one.id != id) << one.id << " without what " << id << " needs";
  };
  without([](auto& s) { s.national.reset(); }, "case-4");
  without([](auto& s) { s.voi_lists[0].broken.clear(); }, "case-5-answer");
  without([](auto& s) { s.voi_lists[0].weeds_in.reset(); }, "case-5-days");
  without([](auto& s) { s.voi_lists[0].by = "35"; }, "case-5-owners");
  without([](auto& s) { s.voi_lists[0].watching = false; }, "case-5-watching");
  without([](auto& s) { s.operators[0].wants.lists = {"*"}; }, "case-5-staff");
  without([](auto& s) { s.voi_lists[1].rows = 0; }, "case-5-staff");  // nobody's eyes are kept from what gives no hits
}

TEST(Cases, EachNeedsWhatItLooksFor) {
  auto no_test = whole_scenario(), no_fault = whole_scenario(), all_read = whole_scenario(), none_records = whole_scenario(),
       pool = whole_scenario();
  no_test.connectivity_tests.clear();
  no_fault.faults.clear();
  all_read.world.unread_one_in = 0;
  none_records.world.records_unread = false;
  pool.images = {scenario::Images::kPool, 1, 1};
  const std::pair<const scenario::Scenario*, std::string_view> lacking[] = {{&no_test, "case-2.1"},
                                                                            {&no_fault, "case-7"},
                                                                            {&all_read, "case-2.2.1-unread"},
                                                                            {&none_records, "case-2.2.1-unread"},
                                                                            {&pool, "case-2.2.4-drawn"}};
  for (const auto& [scenario, id] : lacking) {
    for (const auto& one : cases::all())
      EXPECT_EQ(one.unprovoked(*scenario).empty(), one.id != id) << one.id << " without what " << id << " needs";
  }
}

TEST(Cases, TheirScenariosAreThereAndProvokeThem) {
  for (const auto& one : cases::all()) {
    if (one.scenario.empty()) continue;
    const auto scenario = scenario::load_scenario(std::filesystem::path(PLUMBLINE_SOURCE "/scenarios") / one.scenario);
    ASSERT_TRUE(scenario.has_value()) << one.id << ": " << scenario.error().message();
    EXPECT_EQ(one.unprovoked(*scenario), "") << one.id;
  }
}

TEST(Cases, SuitesHaveTheirWords) {
  EXPECT_EQ(cases::text_of(cases::Suite::kFormat), "format");
  EXPECT_EQ(cases::text_of(cases::Suite::kTiming), "timing");
  EXPECT_EQ(cases::text_of(cases::Suite::kLoss), "loss");
  EXPECT_EQ(cases::text_of(cases::Suite::kVoi), "voi");
  EXPECT_EQ(cases::case_of("6-a")->suite, cases::Suite::kVoi);
}

TEST(Cases, HitsNeedListedVehiclesAndAnOperator) {
  const auto unprovoked = [](const scenario::Scenario& scenario, std::string_view id) {
    return !cases::case_of(id)->unprovoked(scenario).empty();
  };
  auto no_list = whole_scenario(), no_operator = whole_scenario(), nobody = whole_scenario();
  no_list.voi_lists[0].rows = no_list.voi_lists[1].rows = 0;
  no_operator.operators.clear();
  nobody.world.of_interest_one_in = 0;
  for (const auto& scenario : {no_list, no_operator, nobody}) {
    EXPECT_TRUE(unprovoked(scenario, "6-a"));
    EXPECT_TRUE(unprovoked(scenario, "6-b"));
    EXPECT_TRUE(unprovoked(scenario, "6-d"));
    EXPECT_FALSE(unprovoked(scenario, "6-c"));
    EXPECT_FALSE(unprovoked(scenario, "2.2.1-a"));
  }
}

TEST(Cases, AnUnknownRequirementHasNone) { EXPECT_EQ(cases::case_of("99-z"), nullptr); }

}  // namespace
