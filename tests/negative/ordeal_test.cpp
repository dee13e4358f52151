// The gates on the suite itself: its mutants die, each by the case of its own requirement; null subjects meet nothing that no
// reason stands behind; the reference fails nothing; and what reports say of all this is what comes out.
#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <set>
#include <sstream>

#include <gtest/gtest.h>

#include "conformance/catalogue/catalogue.h"
#include "conformance/harness/ordeal.h"

namespace {

constexpr const char* kRecord = PLUMBLINE_SOURCE "/conformance/harness/suite_quality.json";

/// One ordeal for all tests: it takes half a minute.
const harness::Ordeal& ordeal() {
  static const harness::Ordeal done = [] {
    auto ordeal = harness::run_ordeal(PLUMBLINE_SOURCE "/scenarios");
    if (!ordeal) throw std::runtime_error(ordeal.error().message());
    return std::move(*ordeal);
  }();
  return done;
}

TEST(Ordeal, EveryMutantIsKilledByTheCaseOfItsOwnRequirement) {
  for (const harness::Fate& fate : ordeal().fates) EXPECT_TRUE(fate.killed) << fate.mutant->id << " survived " << fate.mutant->requirement;
}

TEST(Ordeal, NoMutantBreaksWhatItDoesNotName) {
  for (const harness::Fate& fate : ordeal().fates) {
    for (const std::string& id : fate.unexpected) ADD_FAILURE() << fate.mutant->id << " also broke " << id;
  }
}

TEST(Ordeal, EveryMandatoryRequirementWithACaseIsProvedByTwoMutants) {
  for (const std::string& id : ordeal().unproved()) ADD_FAILURE() << id << " has fewer than two mutants, or a case that kills none of them";
}

TEST(Ordeal, TheReferenceIsKilledByNothing) {
  for (const std::string& id : ordeal().against_reference) ADD_FAILURE() << "the reference does not meet " << id;
}

TEST(Ordeal, NullSubjectsMeetNothing) {
  ASSERT_EQ(ordeal().null_subjects.size(), 4u);
  for (const harness::NullScore& score : ordeal().null_subjects) {
    EXPECT_EQ(score.met, std::vector<std::string>{}) << score.name;
    EXPECT_FALSE(score.not_met.empty()) << score.name << " fails nothing";
  }
}

TEST(Ordeal, MutantIdsAreOneEachAndConsequencesAreOfTheCatalogue) {
  std::set<std::string_view> ids;
  for (const subjects::Mutant& mutant : subjects::mutants()) {
    EXPECT_TRUE(ids.insert(mutant.id).second) << mutant.id;
    EXPECT_NE(catalogue::built_in().find(mutant.requirement), nullptr) << mutant.id;
    for (const std::string_view id : mutant.consequences) EXPECT_NE(catalogue::built_in().find(id), nullptr) << mutant.id << " " << id;
  }
}

// With UPDATE_GOLDEN set, the record is written anew.
TEST(Ordeal, WhatReportsSayOfTheSuiteIsWhatComesOut) {
  const std::string found = harness::suite_quality_json(ordeal());
  if (std::getenv("UPDATE_GOLDEN") != nullptr) std::ofstream(kRecord, std::ios::binary) << found;
  std::ostringstream recorded;
  recorded << std::ifstream(kRecord, std::ios::binary).rdbuf();
  EXPECT_EQ(recorded.str(), found) << "run this test with UPDATE_GOLDEN=1, and build again";
}

}  // namespace
