// What the suite says of its own worth.
#include <set>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "conformance/harness/ordeal.h"

namespace {

using Json = nlohmann::json;

harness::Ordeal ordeal() {
  harness::Ordeal ordeal;
  const subjects::Mutant& mutant = subjects::mutants().front();
  ordeal.fates = {{&mutant, true, "cases/2.1-connectivity-tests.json", {"3.1-a"}, {"3.1-a"}}, {&mutant, false, "", {}, {}}};
  ordeal.null_subjects = {{"null-nothing", "NAS that does nothing", {}, {"3.1-a", "6-a"}}};
  ordeal.against_reference = {"6-c"};
  return ordeal;
}

TEST(SuiteQuality, SaysWhoWasKilledWhatElseBrokeAndWhatNullSubjectsMeet) {
  const Json quality = Json::parse(harness::suite_quality_json(ordeal()));
  ASSERT_EQ(quality["mutants"].size(), 2u);
  EXPECT_EQ(quality["mutants"][0]["id"], std::string(subjects::mutants().front().id));
  EXPECT_EQ(quality["mutants"][0]["killed"], true);
  EXPECT_EQ(quality["mutants"][0]["consequences"], Json::array({"3.1-a"}));
  EXPECT_EQ(quality["mutants"][1]["killed"], false);
  EXPECT_EQ(quality["null_subjects"][0]["met"], Json::array());
  EXPECT_EQ(quality["null_subjects"][0]["not_met"], Json::array({"3.1-a", "6-a"}));
  EXPECT_EQ(quality["reference"]["killed_by"], Json::array({"6-c"}));
  EXPECT_EQ(ordeal().killed(), 1u);
}

TEST(SuiteQuality, ARequirementIsProvedByTwoMutantsOfItsOwnOfWhichOneDied) {
  const auto proved = [](const harness::Ordeal& ordeal, std::string_view id) {
    const auto unproved = ordeal.unproved();
    return std::find(unproved.begin(), unproved.end(), id) == unproved.end();
  };
  const std::string_view id = subjects::mutants().front().requirement;
  harness::Ordeal one = ordeal();
  EXPECT_TRUE(proved(one, id));
  one.fates[0].killed = false;
  EXPECT_FALSE(proved(one, id));
  one.fates[0].killed = true;
  one.fates.pop_back();
  EXPECT_FALSE(proved(one, id));
  EXPECT_TRUE(proved(one, "8-a"));     // no case
  EXPECT_TRUE(proved(one, "2.3-d"));   // not mandatory
}

TEST(SuiteQuality, TheRecordIsOfTheMutantsThatThereAre) {
  const Json record = Json::parse(harness::recorded_suite_quality());
  std::set<std::string> recorded, there;
  for (const Json& mutant : record["mutants"]) recorded.insert(mutant["id"].get<std::string>());
  for (const subjects::Mutant& mutant : subjects::mutants()) there.insert(std::string(mutant.id));
  EXPECT_EQ(recorded, there);
}

}  // namespace
