#include "reports/report.h"

#include <gtest/gtest.h>

#include "reports/document.h"
#include "tests/unit/reports/sample.h"

namespace {

std::string fault_of(const nlohmann::json& report) {
  const auto result = reports::validate(report.dump());
  return result ? "" : result.error().detail;
}

TEST(Validate, TakesTheSample) { EXPECT_TRUE(reports::validate(sample::text()).has_value()); }

TEST(Validate, EveryTopLevelPartIsDue) {
  const auto whole = sample::report();
  for (const auto& [key, value] : whole.items()) {
    auto report = whole;
    report.erase(key);
    EXPECT_NE(fault_of(report), "") << key;
  }
}

TEST(Validate, EveryPartOfARequirementIsDue) {
  const auto whole = sample::report();
  for (const auto& [key, value] : whole["requirements"][0].items()) {
    auto report = whole;
    report["requirements"][0].erase(key);
    EXPECT_NE(fault_of(report), "") << key;
  }
}

TEST(Validate, NamesThePlaceOfAFault) {
  auto report = sample::report();
  report["requirements"][3]["status"] = "green";
  EXPECT_NE(fault_of(report).find("[3]"), std::string::npos) << fault_of(report);
  EXPECT_NE(fault_of(report).find("status"), std::string::npos) << fault_of(report);
}

TEST(Validate, RefusesWordsAndNumbersThatMeanNothing) {
  const auto refused = [](const char* pointer, const nlohmann::json& value) {
    auto report = sample::report();
    report[nlohmann::json::json_pointer(pointer)] = value;
    return fault_of(report) != "";
  };
  EXPECT_TRUE(refused("/decision/outcome", "passed"));
  EXPECT_TRUE(refused("/requirements/0/verdict", "ok"));
  EXPECT_TRUE(refused("/requirements/0/observations", -1));
  EXPECT_TRUE(refused("/requirements/0/observations", 1.5));
  EXPECT_TRUE(refused("/requirements/0/sampled_one_in", 0));
  EXPECT_TRUE(refused("/identity/scenario_sha256", "abc"));
  EXPECT_TRUE(refused("/counts/met", "13"));
  EXPECT_TRUE(refused("/synthetic", 1));
  EXPECT_TRUE(refused("/version", "2"));
  EXPECT_TRUE(refused("/requirements", nlohmann::json::array()));
  EXPECT_TRUE(refused("/surprise", true));
}

TEST(Validate, AReportOfAnotherVersionIsNamedAsSuch) {
  for (const int version : {2, 4}) {
    auto report = sample::report();
    report["version"] = version;
    const auto result = reports::validate(report.dump());
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().kind->name, "report_of_other_version");
    EXPECT_NE(result.error().detail.find("found version " + std::to_string(version)), std::string::npos) << result.error().detail;
  }
}

TEST(Validate, EveryPartOfEveryObjectIsDue) {
  const auto whole = sample::report();
  for (const char* pointer : {"/identity", "/populations/0", "/populations/0/faults/0", "/sites/0", "/suite", "/suite/mutants/0",
                              "/suite/null_subjects/0", "/calibration/0", "/readings/0", "/requirements/2/findings/0"}) {
    const nlohmann::json::json_pointer at(pointer);
    for (const auto& [key, value] : whole[at].items()) {
      auto report = whole;
      report[at].erase(key);
      EXPECT_NE(fault_of(report), "") << pointer << "/" << key;
    }
  }
}

TEST(Validate, RefusesWhatIsNoJson) {
  EXPECT_FALSE(reports::validate(""));
  EXPECT_FALSE(reports::validate("{\"format\": \"plumbline-report\""));
  EXPECT_FALSE(reports::validate("\"\xff\""));
}

TEST(Validate, DeepBracketsAreRefusedBeforeAnybodyFollowsThem) {
  const std::string deep(200'000, '[');
  const auto result = reports::validate(deep);
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().kind->name, "report_not_by_schema");
  EXPECT_NE(result.error().detail.find("200000 levels"), std::string::npos);
}

TEST(BracketDepth, DoesNotCountThoseInStrings) {
  EXPECT_EQ(reports::bracket_depth(R"({"a": [1, {"b": "]]]{{{\"[["}]})"), 3);
  EXPECT_EQ(reports::bracket_depth(""), 0);
}

}  // namespace
