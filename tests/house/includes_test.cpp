// What the sources include, against the table of rooms; and that the checks themselves can fail.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <memory>

#include "tests/house/rooms.h"
#include "tests/house/tree.h"

namespace house {
namespace {

Table table() { return parse_table(read_file(PLUMBLINE_BUILD "/rooms.txt")); }

/// A small house that breaks no rule, for tests to break one.
Table small_table() {
  return parse_table(
      "reference/base||fmt\n"
      "reference/domain||date\n"
      "simulator/kernel||random123\n"
      "scenarios/format||valijson\n"
      "conformance/evidence||simdjson\n"
      "conformance/oracle|conformance/evidence|simdjson\n");
}

Tree small_tree() {
  return {{"reference/base/result.h", "#pragma once\n#include <string>\n"},
          {"reference/domain/vrm.h", "#include \"reference/base/result.h\"\n"},
          {"simulator/kernel/kernel.h", "#include \"reference/base/result.h\"\n#include <Random123/philox.h>\n"},
          {"conformance/evidence/pack.h", "#include \"reference/base/result.h\"\n"},
          {"conformance/oracle/oracle.cpp", "#include \"conformance/evidence/pack.h\"\n#include <simdjson.h>\n"}};
}

TEST(Includes, StayInTheirRooms) {
  const auto offences = forbidden_rooms(table(), tree());
  EXPECT_TRUE(offences.empty()) << listed(offences);
}

TEST(Includes, TakeOnlyTheLibrariesOfTheirRow) {
  const auto offences = forbidden_libraries(table(), tree());
  EXPECT_TRUE(offences.empty()) << listed(offences);
}

TEST(Includes, BreakNeitherOfTheTwoNevers) {
  const auto offences = broken_nevers(tree());
  EXPECT_TRUE(offences.empty()) << listed(offences);
}

TEST(Includes, UseEveryLibraryOfTheirRow) {
  const auto offences = idle_libraries(table(), tree());
  EXPECT_TRUE(offences.empty()) << listed(offences);
}

TEST(Table, IsWhole) {
  const auto rooms = table();
  EXPECT_GE(rooms.size(), 20U);
  for (const auto& [folder, room] : rooms)
    for (const auto& used : room.uses) EXPECT_TRUE(rooms.contains(used)) << folder << " uses " << used;
}

TEST(Table, KeepsSimGridGdalCairoAndExifInOneRoomEach) {
  for (const auto& [folder, room] : table()) {
    EXPECT_EQ(room.libs.contains("simgrid"), folder == "simulator/network") << folder;
    EXPECT_EQ(room.libs.contains("gdal"), folder == "scenarios/geo") << folder;
    EXPECT_EQ(room.libs.contains("cairo"), folder == "simulator/imagery") << folder;
    EXPECT_EQ(room.libs.contains("exif"), folder == "simulator/imagery") << folder;
  }
}

TEST(Checker, FindsNothingInAHouseInOrder) {
  EXPECT_EQ(forbidden_rooms(small_table(), small_tree()), Offences{});
  EXPECT_EQ(forbidden_libraries(small_table(), small_tree()), Offences{});
  EXPECT_EQ(broken_nevers(small_tree()), Offences{});
}

TEST(Checker, FindsAnEdgeTheTableForbids) {
  auto tree = small_tree();
  tree["reference/domain/vrm.cpp"] = "#include \"simulator/kernel/kernel.h\"\n";
  EXPECT_EQ(forbidden_rooms(small_table(), tree),
            Offences{"reference/domain/vrm.cpp includes simulator/kernel/kernel.h: reference/domain may not use simulator/kernel"});
}

TEST(Checker, HoldsUnitTestsToTheirRoom) {
  auto tree = small_tree();
  tree["tests/unit/simulator/kernel/kernel_test.cpp"] = "#include \"reference/domain/vrm.h\"\n#include <gtest/gtest.h>\n";
  EXPECT_EQ(forbidden_rooms(small_table(), tree).size(), 1U);
  EXPECT_EQ(forbidden_libraries(small_table(), tree), Offences{});
}

TEST(Checker, FindsAnIncludeThatIsNotFromTheRoot) {
  auto tree = small_tree();
  tree["reference/domain/vrm.cpp"] = "#include \"vrm.h\"\n#include <reference/domain/vrm.h>\n";
  EXPECT_EQ(forbidden_rooms(small_table(), tree).size(), 2U);
}

TEST(Checker, FindsALibraryOutsideItsRow) {
  auto tree = small_tree();
  tree["reference/domain/vrm.cpp"] = "#include <simgrid/s4u.hpp>\n";
  tree["reference/base/clock.cpp"] = "#include <unistd.h>\n#include <strange/thing.h>\n";
  EXPECT_EQ(forbidden_libraries(small_table(), tree).size(), 3U);
}

TEST(Checker, FindsValijsonInAHeaderAndInASecondSource) {
  auto tree = small_tree();
  tree["scenarios/format/a.cpp"] = "#include <valijson/schema.hpp>\n";
  EXPECT_EQ(forbidden_libraries(small_table(), tree), Offences{});
  tree["scenarios/format/b.cpp"] = "#include <valijson/schema.hpp>\n";
  tree["scenarios/format/c.h"] = "#include <valijson/schema.hpp>\n";
  EXPECT_EQ(forbidden_libraries(small_table(), tree).size(), 2U);
}

TEST(Checker, FindsAnOracleThatReachesTheReferenceAFewFilesAway) {
  auto tree = small_tree();
  tree["conformance/evidence/pack.h"] = "#include \"conformance/evidence/deep.h\"\n";
  tree["conformance/evidence/deep.h"] = "#include \"reference/domain/vrm.h\"\n";
  EXPECT_EQ(broken_nevers(tree),
            Offences{"conformance/oracle/oracle.cpp reaches reference/domain/vrm.h, through conformance/evidence/deep.h, "
                     "through conformance/evidence/pack.h, through conformance/oracle/oracle.cpp"});
}

TEST(Checker, FindsAReferenceThatReachesTheSimulator) {
  auto tree = small_tree();
  tree["reference/base/result.h"] = "#include \"simulator/kernel/random.h\"\n";
  tree["simulator/kernel/random.h"] = "";
  EXPECT_EQ(broken_nevers(tree).size(), 2U);   // result.h, and vrm.h through it
}

TEST(Checker, FindsAnIdleLibrary) { EXPECT_EQ(idle_libraries(small_table(), small_tree()).size(), 4U); }

TEST(Scanner, SeesNoIncludeInAComment) {
  const auto includes = includes_of("// #include \"a.h\"\n/*\n#include \"b.h\"\n*/\n  #include \"c.h\"\n#include <d>\n");
  ASSERT_EQ(includes.size(), 2U);
  EXPECT_EQ(includes[0].name, "c.h");
  EXPECT_TRUE(includes[0].quoted);
  EXPECT_EQ(includes[1].name, "d");
  EXPECT_FALSE(includes[1].quoted);
}

/// What the compiler itself says that `path` includes of ours.
std::vector<std::string> compilers_closure(const std::string& path) {
  const std::string command = "cd " PLUMBLINE_SOURCE " && " HOUSE_CXX " -std=c++20 -I. -MM " + path;
  const std::unique_ptr<FILE, int (*)(FILE*)> pipe(popen(command.c_str(), "r"), pclose);
  std::string words;
  std::array<char, 4096> buffer{};
  while (std::fgets(buffer.data(), buffer.size(), pipe.get()) != nullptr) words += buffer.data();
  std::vector<std::string> files;
  for (std::size_t at = words.find(':') + 1; at < words.size();) {
    const auto begin = words.find_first_not_of(" \\\n", at);
    if (begin == std::string::npos) break;
    at = std::min(words.find_first_of(" \\\n", begin), words.size());
    files.push_back(words.substr(begin, at - begin));
  }
  std::ranges::sort(files);
  return files;
}

TEST(Scanner, AgreesWithTheCompiler) {
  std::string widest;
  std::size_t most = 0;
  for (const auto& [path, text] : tree()) {
    if (!path.starts_with("reference/") || !path.ends_with(".cpp")) continue;
    const auto reached = closure_of(tree(), path).size();
    if (reached > most) widest = path;
    most = std::max(most, reached);
  }
  std::vector<std::string> ours;
  for (const auto& [path, from] : closure_of(tree(), widest)) ours.push_back(path);
  EXPECT_EQ(compilers_closure(widest), ours) << widest;
}

}  // namespace
}  // namespace house
