// The catalogue that is built in: whole, and no id ever means something else.
#include <cstdlib>
#include <fstream>
#include <map>
#include <set>
#include <string>

#include <gtest/gtest.h>

#include "conformance/catalogue/catalogue.h"
#include "conformance/catalogue/parse.h"

namespace catalogue {
namespace {

const std::string kLock = PLUMBLINE_SOURCE "/tests/unit/conformance/catalogue/ids.lock";

std::map<std::string, std::string> meanings() {
  std::map<std::string, std::string> found;
  for (const Requirement& r : built_in().requirements) found[r.id] = meaning_sha256(r);
  for (const Reading& r : built_in().readings) found[r.id] = meaning_sha256(r);
  return found;
}

std::map<std::string, std::string> locked() {
  std::map<std::string, std::string> found;
  std::ifstream file(kLock);
  std::string id, hash;
  while (file >> id >> hash) found[id] = hash;
  return found;
}

/// Adds what is new. What is there is never rewritten: that takes an editor and a reason (docs/judging.md).
void add_to_lock() {
  auto lines = locked();
  for (const auto& [id, hash] : meanings()) lines.try_emplace(id, hash);
  std::ofstream file(kLock, std::ios::trunc);
  for (const auto& [id, hash] : lines) file << id << ' ' << hash << '\n';
}

TEST(IdsLockTest, NoIdChangedItsMeaningOrWentAway) {
  if (std::getenv("UPDATE_GOLDEN") != nullptr) add_to_lock();
  const auto now = meanings();
  for (const auto& [id, hash] : locked()) {
    ASSERT_TRUE(now.contains(id)) << id << " is locked and gone from the catalogue";
    EXPECT_EQ(now.at(id), hash) << id << " means something else than it did: give the new meaning a new id";
  }
}

TEST(IdsLockTest, EveryIdIsLocked) {
  const auto lines = locked();
  for (const auto& [id, hash] : meanings()) {
    EXPECT_TRUE(lines.contains(id)) << id << " is new: run this test with UPDATE_GOLDEN=1 to add it to ids.lock";
  }
}

TEST(CatalogueTest, HoldsAllRequirementsAndReadings) {
  EXPECT_EQ(built_in().requirements.size(), 78u);
  ASSERT_EQ(built_in().readings.size(), 38u);
  EXPECT_EQ(built_in().readings.front().id, "R-01");
  EXPECT_EQ(built_in().readings.back().id, "R-38");
  EXPECT_EQ(built_in().specification_sha256, "b159da7e73d3f79b7385762c5e1968f61b89fd893ad1a4de2181c470e3c0fcf8");
}

TEST(CatalogueTest, FindsById) {
  ASSERT_NE(built_in().find("6-c"), nullptr);
  EXPECT_EQ(built_in().find("6-c")->least_observations, 2995u);
  EXPECT_EQ(built_in().find("6-z"), nullptr);
}

TEST(CatalogueTest, OnlyMustByTheTextDecides) {
  EXPECT_TRUE(built_in().find("3.1-a")->decides());
  EXPECT_FALSE(built_in().find("3.1-c")->decides());   // inferred
  EXPECT_FALSE(built_in().find("5-m")->decides());     // house
  EXPECT_FALSE(built_in().find("8-f")->decides());     // desirable
}

TEST(CatalogueTest, EveryRoleHasARequirement) {
  std::set<std::string> words;
  for (const Requirement& r : built_in().requirements) words.insert(r.roles.begin(), r.roles.end());
  EXPECT_EQ(words, (std::set<std::string>{"camera", "lea", "mobile", "nas", "operator", "source", "whole"}));
}

TEST(CatalogueTest, EnumeratorsHaveTheWordsOfTheDocument) {
  EXPECT_EQ(text_of(Level::kFact), "fact");
  EXPECT_EQ(text_of(Origin::kHouse), "house");
  EXPECT_EQ(text_of(Verdict::kNotRun), "not_run");
  EXPECT_EQ(text_of(Verdict::kObserved), "observed");
  EXPECT_EQ(text_of(Status::kNotTestable), "not_testable");
  EXPECT_EQ(text_of(Outcome::kNonConformant), "non_conformant");
  EXPECT_EQ(Verdict{}, Verdict::kNotRun);
}

// ---- loading -------------------------------------------------------------------------------------------------------------

const std::string kReading = R"({"id":"R-01","clause":"1","unclear":"u","readings":["a"],"question":"q"})";

std::string requirement(std::string_view change_from = "", std::string_view change_to = "") {
  std::string text =
      R"({"id":"1-a","clause":"1","roles":["nas"],"classes":["static"],"level":"must","origin":"text","statement":"s","observable":"o",)"
      R"("readings":["R-01"],"source_sha256":")" +
      std::string(64, '0') + R"(","least_observations":1,"not_testable":"","no_case_yet":""})";
  if (!change_from.empty()) text.replace(text.find(change_from), change_from.size(), change_to);
  return text;
}

const std::string kDefault = R"({"name":"default","meaning":"m","chosen":{}})";

base::Result<Catalogue> parse(const std::string& requirements, const std::string& readings = kReading,
                              const std::string& profiles = kDefault, const std::string& claims = "") {
  return parse_catalogue(R"({"specification":"t","specification_sha256":"h","requirements":[)" + requirements + "]}",
                         R"({"readings":[)" + readings + "]}", R"({"profiles":[)" + profiles + "]}", R"({"claims":[)" + claims + "]}");
}

TEST(ParseCatalogueTest, ReadsAWholeOne) {
  const auto catalogue = parse(requirement());
  ASSERT_TRUE(catalogue.has_value()) << catalogue.error().message();
  EXPECT_EQ(catalogue->requirements.at(0).id, "1-a");
  EXPECT_EQ(catalogue->readings.at(0).readings.at(0), "a");
}

TEST(ParseCatalogueTest, FaultsAreNamed) {
  const auto kind = [](const base::Result<Catalogue>& result) { return result ? nullptr : result.error().kind; };
  EXPECT_EQ(kind(parse_catalogue("{", "{}", "{}", "{}")), &kCatalogueNotJson);
  EXPECT_EQ(kind(parse(requirement(R"("level":"must",)", ""))), &kCatalogueNotJson);
  EXPECT_EQ(kind(parse(requirement() + "," + requirement())), &kCatalogueIdTwice);
  EXPECT_EQ(kind(parse(requirement(), kReading + "," + kReading)), &kCatalogueIdTwice);
  EXPECT_EQ(kind(parse(requirement(R"("must")", R"("shall")"))), &kCatalogueWordUnknown);
  EXPECT_EQ(kind(parse(requirement(R"("text")", R"("law")"))), &kCatalogueWordUnknown);
  EXPECT_EQ(kind(parse(requirement(R"(["nas"])", R"(["NAS"])"))), &kCatalogueWordUnknown);
  EXPECT_EQ(kind(parse(requirement(R"(["static"])", R"(["fixed"])"))), &kCatalogueWordUnknown);
  EXPECT_EQ(kind(parse(requirement("R-01", "R-02"))), &kCatalogueReadingUnknown);
  EXPECT_EQ(kind(parse(requirement(R"("statement":"s")", R"("statement":"")"))), &kCatalogueIncomplete);
  EXPECT_EQ(kind(parse(requirement(R"("least_observations":1)", R"("least_observations":0)"))), &kCatalogueIncomplete);
}

TEST(ParseCatalogueTest, ClaimsSpareRequirementsThatAreThere) {
  const std::string claim = R"({"id":"no-x","says":"has no x","requirements":["1-a"]})";
  const auto catalogue = parse(requirement(), kReading, kDefault, claim);
  ASSERT_TRUE(catalogue.has_value()) << catalogue.error().message();
  ASSERT_NE(catalogue->find_claim("no-x"), nullptr);
  EXPECT_EQ(catalogue->find_claim("no-x")->requirements, std::vector<std::string>{"1-a"});
  EXPECT_EQ(parse(requirement(), kReading, kDefault, claim + "," + claim).error().kind, &kCatalogueIdTwice);
  EXPECT_EQ(parse(requirement(), kReading, kDefault, R"({"id":"no-x","says":"has no x","requirements":["1-b"]})").error().kind,
            &kCatalogueIncomplete);
}

TEST(ParseCatalogueTest, ProfilesChooseAmongTheReadingsThatAreThere) {
  const std::string two = R"({"id":"R-01","clause":"1","unclear":"u","readings":["a","b"],"question":"q"})";
  const auto catalogue = parse(requirement(), two, kDefault + R"(,{"name":"other","meaning":"m","chosen":{"R-01":1}})");
  ASSERT_TRUE(catalogue.has_value()) << catalogue.error().message();
  EXPECT_EQ(catalogue->find_profile("other")->alternative("R-01"), 1u);
  EXPECT_EQ(catalogue->find_profile("other")->alternative("R-02"), 0u);   // the default, where none is chosen
  EXPECT_EQ(catalogue->find_profile("nobody"), nullptr);
}

TEST(ParseCatalogueTest, FaultsOfProfilesAreNamed) {
  const auto kind = [](const std::string& profiles) {
    const auto result = parse(requirement(), kReading, profiles);
    return result ? nullptr : result.error().kind;
  };
  const auto other = [](const std::string& chosen) { return kDefault + R"(,{"name":"other","meaning":"m","chosen":)" + chosen + "}"; };
  EXPECT_EQ(kind(other("{}")), nullptr);
  EXPECT_EQ(kind(other(R"({"R-09":0})")), &kCatalogueReadingUnknown);    // no such reading
  EXPECT_EQ(kind(other(R"({"R-01":1})")), &kCatalogueReadingUnknown);    // it has one alternative
  EXPECT_EQ(kind(other(R"({"R-01":-1})")), &kCatalogueReadingUnknown);
  EXPECT_EQ(kind(other(R"({"R-01":4294967296})")), &kCatalogueReadingUnknown);
  EXPECT_EQ(kind(other(R"({"R-01":0.5})")), &kCatalogueNotJson);
  EXPECT_EQ(kind(other(R"({"R-01":"a"})")), &kCatalogueNotJson);
  EXPECT_EQ(kind(other("7")), &kCatalogueNotJson);
  EXPECT_EQ(kind(other("[]")), &kCatalogueNotJson);
  EXPECT_EQ(kind(kDefault + "," + kDefault), &kCatalogueIdTwice);
  EXPECT_EQ(kind(""), &kCatalogueIncomplete);
  EXPECT_EQ(kind(R"({"name":"strict","meaning":"m","chosen":{}})"), &kCatalogueIncomplete);
  EXPECT_EQ(kind(R"({"name":"default","meaning":"m","chosen":{"R-01":0}})"), &kCatalogueIncomplete);   // the default chooses nothing
  EXPECT_EQ(kind(R"({"name":"default","meaning":"","chosen":{}})"), &kCatalogueIncomplete);
  EXPECT_EQ(kind(R"({"name":"default","chosen":{}})"), &kCatalogueNotJson);
}

TEST(CatalogueTest, HasTheFourProfiles) {
  std::vector<std::string> names;
  for (const Profile& profile : built_in().profiles) names.push_back(profile.name);
  EXPECT_EQ(names, (std::vector<std::string>{"default", "strict", "literal", "lenient"}));
  EXPECT_TRUE(built_in().profiles.front().chosen.empty());
}

TEST(MeaningTest, HangsOnMeaningAndNotOnWorkLeftToDo) {
  Requirement a = *built_in().find("6-a");
  Requirement b = a;
  b.no_case_yet = "later";
  b.least_observations = 7;
  EXPECT_EQ(meaning_sha256(a), meaning_sha256(b));
  b.statement += " not";
  EXPECT_NE(meaning_sha256(a), meaning_sha256(b));
}

}  // namespace
}  // namespace catalogue
