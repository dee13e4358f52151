// Each file of the tree against the rules of a single file; and each rule against a file that breaks it.
#include "tests/house/files.h"

#include <gtest/gtest.h>

namespace house {
namespace {

void expect_none(const Offences& offences) { EXPECT_TRUE(offences.empty()) << listed(offences); }

std::string repeated(std::string_view line, std::size_t times) {
  std::string text;
  for (std::size_t i = 0; i < times; ++i) text += line;
  return text;
}

TEST(Files, AreShort) { expect_none(too_long(tree(), parse_ratchet(tree().at("tests/house/ratchet.txt")))); }
TEST(Files, AreWellSet) { expect_none(ill_set(tree())); }
TEST(Files, AreWellNamed) { expect_none(ill_named(tree())); }
TEST(Files, HaveWellFormedHeaders) { expect_none(ill_formed_headers(tree())); }
TEST(Files, PutNothingOff) { expect_none(put_off(tree())); }
TEST(Files, AreRepeatable) { expect_none(unrepeatable(tree())); }
TEST(Files, AreTiedToNoPlace) { expect_none(tied_to_a_place(tree())); }
TEST(Files, LinkToWhatIsThere) { expect_none(dead_links(tree())); }
TEST(Files, ExplainEachPackage) { expect_none(unexplained_packages(tree().at("packages.txt"), tree().at("packages-check.txt"))); }

TEST(TooLong, HoldsAnOldOffenderToItsLength) {
  const Tree long_file{{"a/b.cpp", repeated("x\n", 400)}};
  EXPECT_EQ(too_long(long_file, {}).size(), 1U);
  EXPECT_EQ(too_long(long_file, {{"a/b.cpp", 399}}).size(), 1U);
  EXPECT_EQ(too_long(long_file, {{"a/b.cpp", 400}}), Offences{});
}

TEST(TooLong, TurnsOneWayOnly) {
  EXPECT_EQ(too_long({{"a/b.cpp", repeated("x\n", 390)}}, {{"a/b.cpp", 400}}).size(), 1U);
  EXPECT_EQ(too_long({{"a/b.cpp", repeated("x\n", 100)}}, {{"a/b.cpp", 400}}).size(), 1U);
  EXPECT_EQ(too_long({}, {{"a/gone.cpp", 400}}).size(), 1U);
  EXPECT_EQ(parse_ratchet("# why\na/b.cpp 400\n"), (Ratchet{{"a/b.cpp", 400}}));
}

TEST(IllSet, FindsWideLinesTabsAndBlanks) {
  EXPECT_EQ(ill_set({{"a/b.h", repeated("x", 141) + "\n"}}).size(), 1U);
  EXPECT_EQ(ill_set({{"a/b.h", repeated("\xC3\xA9", 140) + "\n"}}), Offences{});
  EXPECT_EQ(ill_set({{"a/b.h", "\tx\nx \nx"}}).size(), 3U);
}

TEST(IllNamed, FindsCamelsAndForeignEndings) {
  EXPECT_EQ(ill_named({{"a/CamelCase.cpp", ""}, {"a/b.hpp", ""}, {"a/snake_case.h", ""}}).size(), 2U);
}

TEST(IllFormedHeaders, FindsWhatIsMissing) {
  EXPECT_EQ(ill_formed_headers({{"a/b.h", "// For this.\n#pragma once\n// using namespace std is for others\n"}}), Offences{});
  EXPECT_EQ(ill_formed_headers({{"a/b.h", "#include <map>\nusing namespace std;\n"}}).size(), 3U);
}

TEST(PutOff, FindsAPromise) {
  EXPECT_EQ(put_off({{"a/b.cpp", std::string("// TO") + "DO: later\n"}}).size(), 1U);
  EXPECT_EQ(put_off({{"a/b.cpp", "// a mastodon\n"}}), Offences{});
}

TEST(Unrepeatable, FindsDistributionsAndClocks) {
  const std::string draw = "int x = std::uniform_int_distribution<int>(0, 1)(engine);\n";
  const std::string clock = "auto t = std::chrono::steady_clock::now();\n";
  EXPECT_EQ(unrepeatable({{"simulator/world/a.cpp", draw}, {"reference/nas/a.cpp", clock}}).size(), 2U);
  EXPECT_EQ(unrepeatable({{"conformance/cli/a.cpp", clock}, {"reference/nas/a.cpp", "// steady_clock\n"}}), Offences{});
}

TEST(TiedToAPlace, FindsAFolderOfOneMachine) {
  EXPECT_EQ(tied_to_a_place({{"notes.md", std::string("see /wo") + "rk/main\n"}}).size(), 1U);
}

TEST(DeadLinks, FindsAPageNobodyWrote) {
  const auto page = std::string("docs/") + "a.md";
  EXPECT_EQ(dead_links({{page, "[b](../x/b.h), [all](../x) [far](https://example.org/a)"}, {"x/b.h", "// see " + page}}), Offences{});
  EXPECT_EQ(dead_links({{page, "[c](c.md)"}, {"x/b.h", std::string("// see docs/") + "c.md"}}).size(), 2U);
}

TEST(UnexplainedPackages, FindsMissingReasonsAndDoubles) {
  EXPECT_EQ(unexplained_packages("a # why\n# a comment\n\n", "b # why\n"), Offences{});
  EXPECT_EQ(unexplained_packages("a # why\nb\n", "a # why\nc d # why\n").size(), 3U);
}

}  // namespace
}  // namespace house
