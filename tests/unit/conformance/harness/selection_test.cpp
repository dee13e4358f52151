#include "conformance/harness/selection.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "conformance/cases/cases.h"
#include "conformance/oracle/oracle.h"

namespace {

using harness::glob_matches;
using harness::Selection;

std::vector<std::string> taken(const std::vector<std::string>& patterns) {
  const auto selection = Selection::make(catalogue::built_in(), patterns);
  EXPECT_TRUE(selection.has_value());
  std::vector<std::string> ids;
  for (const auto& requirement : catalogue::built_in().requirements) {
    if (selection && selection->takes(requirement)) ids.push_back(requirement.id);
  }
  return ids;
}

/// The same by recursion, as one would explain it.
bool plainly(std::string_view pattern, std::string_view text) {
  if (pattern.empty()) return text.empty();
  if (pattern[0] == '*') return plainly(pattern.substr(1), text) || (!text.empty() && plainly(pattern, text.substr(1)));
  return !text.empty() && (pattern[0] == '?' || pattern[0] == text[0]) && plainly(pattern.substr(1), text.substr(1));
}

TEST(Glob, Examples) {
  EXPECT_TRUE(glob_matches("2.3-a", "2.3-a"));
  EXPECT_FALSE(glob_matches("2.3", "2.3-a"));
  EXPECT_TRUE(glob_matches("2.3-*", "2.3-f"));
  EXPECT_TRUE(glob_matches("*", ""));
  EXPECT_FALSE(glob_matches("?", ""));
  EXPECT_FALSE(glob_matches("2.3", "213"));   // a dot is a dot
}

RC_GTEST_PROP(Glob, IsWhatThePlainOneSays, ()) {
  const auto pattern = *rc::gen::resize(10, rc::gen::container<std::string>(rc::gen::element('a', 'b', '*', '?')));
  const auto text = *rc::gen::resize(10, rc::gen::container<std::string>(rc::gen::element('a', 'b')));
  RC_ASSERT(glob_matches(pattern, text) == plainly(pattern, text));
}

TEST(SelectionTest, NoneAtAllTakesEverything) { EXPECT_EQ(taken({}).size(), catalogue::built_in().requirements.size()); }

TEST(SelectionTest, AClauseTakesItsOwnAndThoseBelow) {
  EXPECT_EQ(taken({"2.2.1"}), (std::vector<std::string>{"2.2.1-a", "2.2.1-b", "2.2.1-c", "2.2.1-d"}));
  for (const auto& id : taken({"2.2"})) EXPECT_EQ(id.substr(0, 4), "2.2.") << id;
  EXPECT_GT(taken({"2.2"}).size(), taken({"2.2.1"}).size());
  for (const auto& id : taken({"6"})) EXPECT_EQ(id.substr(0, 2), "6-") << id;
}

TEST(SelectionTest, PatternsAddUp) { EXPECT_EQ(taken({"6-a", "3.1-?"}), (std::vector<std::string>{"3.1-a", "3.1-b", "3.1-c", "6-a"})); }

TEST(SelectionTest, SuitesRolesAndClassesAreTakenByTheirWords) {
  EXPECT_EQ(taken({"suite:timing"}), (std::vector<std::string>{"6-b", "6-c", "6-d"}));
  EXPECT_EQ(taken({"suite:loss"}), (std::vector<std::string>{"3.1-a", "3.1-c", "7-b", "7-c"}));
  EXPECT_EQ(taken({"suite:*"}).size(), oracle::judged_requirements().size());
  for (const auto& id : taken({"role:nas"})) {
    const auto& roles = catalogue::built_in().find(id)->roles;
    EXPECT_NE(std::find(roles.begin(), roles.end(), "nas"), roles.end()) << id;
  }
  const auto of_nas = taken({"role:nas"});
  EXPECT_NE(std::find(of_nas.begin(), of_nas.end(), "3.1-a"), of_nas.end());
}

TEST(SelectionTest, AClassTakesWhatBindsAllClassesOfCameraAndNothingOfOthers) {
  for (const auto& id : taken({"class:static"})) {
    const auto& classes = catalogue::built_in().find(id)->classes;
    EXPECT_TRUE(classes.empty() || std::find(classes.begin(), classes.end(), "static") != classes.end()) << id;
  }
  const auto of_static = taken({"class:static"});
  const auto holds = [&](std::string_view id) { return std::find(of_static.begin(), of_static.end(), id) != of_static.end(); };
  EXPECT_TRUE(holds("2.2.1-a"));
  EXPECT_TRUE(holds("6-b"));     // the whole way begins at a camera
  EXPECT_FALSE(holds("3.1-a"));
  EXPECT_FALSE(holds("2.2.3-d"));
}

TEST(SelectionTest, WordsThatAreNoneTakeNothing) {
  for (const char* pattern : {"suite:speed", "role:driver", "class:lorry", "suite:", "suites:timing", ":nas", ""}) {
    const auto selection = Selection::make(catalogue::built_in(), {pattern});
    EXPECT_FALSE(selection.has_value()) << pattern;
  }
}

TEST(SelectionTest, WhatTakesNothingIsAnErrorThatNamesIt) {
  const auto selection = Selection::make(catalogue::built_in(), {"6", "66"});
  ASSERT_FALSE(selection);
  EXPECT_EQ(selection.error().kind->name, "nothing_selected");
  EXPECT_NE(selection.error().detail.find("'66'"), std::string::npos);
}

TEST(SelectionTest, RequirementsWithoutACaseAreNothingToJudge) {
  ASSERT_EQ(cases::case_of("8-a"), nullptr);
  const auto selection = Selection::make(catalogue::built_in(), {"8"});
  ASSERT_FALSE(selection);
  EXPECT_EQ(selection.error().kind->name, "nothing_selected");
}

}  // namespace
