// Texts that nobody vouches for, as they are said.
#include <algorithm>

#include <gtest/gtest.h>

#include "tests/unit/conformance/cli/said.h"
#include "tests/unit/conformance/harness/small_scenario.h"

namespace {

TEST(Visible, NoTextOfAFileMovesTheCursorOrForgesALine) {
  scratch::Folder scratch;
  auto document = small_scenario::document();
  document["title"] = "A\x1b[2J title\nplumbline: all is well";
  const Said listed = say({"scenarios", small_scenario::write(scratch.path(), document).parent_path().string()});
  EXPECT_EQ(listed.code, 0) << listed.err;
  EXPECT_TRUE(holds(listed.out, "  A<U+001B>[2J title<LF>plumbline: all is well\n")) << listed.out;
  for (const auto& args : {std::vector<std::string>{"simulate", "no\x1b[2J\nfile"}, {"re\x1b[31mplay"}, {"voi", "ch\neck", "x"}}) {
    const Said said = say(args);
    EXPECT_FALSE(holds(said.err, "\x1b")) << said.err;
    EXPECT_EQ(std::count(said.err.begin(), said.err.end(), '\n'), 2) << said.err;
  }
}

}  // namespace
