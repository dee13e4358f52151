// Every way of handing in something bad: one clear message with file, place and what is expected, one exit code, and no report. What is
// said stands in tests/golden/bad_input/table.md, looked at by a person, then rewritten by
//
//     UPDATE_GOLDEN=1 build/release/tests/golden --gtest_filter='BadInput.*'
//
// and by nothing else.
#include <cstdlib>

#include <gtest/gtest.h>

#include "conformance/cli/cli.h"
#include "conformance/cli/exit_code.h"
#include "tests/golden/bad_input/bad.h"

namespace bad_input {
namespace {

constexpr const char* kTable = PLUMBLINE_SOURCE "/tests/golden/bad_input/table.md";

std::vector<Bad> all_bad() {
  std::vector<Bad> all;
  for (auto* rows : {&bad_scenarios, &bad_manifests, &bad_events, &bad_files}) {
    for (Bad& bad : rows()) all.push_back(std::move(bad));
  }
  return all;
}

/// An empty folder to work in, so that messages name files as a person in it would.
class Inside {
 public:
  explicit Inside(const fs::path& folder) : before_(fs::current_path()) {
    fs::remove_all(folder);
    fs::create_directories(folder);
    fs::current_path(folder);
  }
  ~Inside() { fs::current_path(before_); }
  Inside(const Inside&) = delete;
  Inside& operator=(const Inside&) = delete;

 private:
  fs::path before_;
};

std::string row(const Bad& bad, int code, std::string message) {
  for (std::size_t at = 0; (at = message.find(PLUMBLINE_SOURCE, at)) != message.npos;)
    message.replace(at, std::string_view(PLUMBLINE_SOURCE).size(), "...");
  if (const std::size_t at = message.find("deleted on "); at != message.npos) message.replace(at + 11, 27, "(when)");
  for (std::size_t at = 0; (at = message.find('|', at)) != message.npos; at += 2) message.insert(at, "\\");
  for (std::size_t at = 0; (at = message.find('\n', at)) != message.npos;) message.replace(at, 1, "<br>");
  return fmt::format("| {} | `{}` | {} | {} |\n", bad.what, fmt::join(bad.command, " "), code, message);
}

TEST(BadInput, IsToldWhereAndWhatIsExpectedAndLeavesNoReport) {
  const scratch::Folder scratch;
  std::string table =
      "# What is said of bad input\n\nMade by tests/golden/bad_input_test.cpp. Exit codes: docs/cli.md.\n\n"
      "| what is handed in | command | exit | what is said |\n|---|---|---|---|\n";
  for (const Bad& bad : all_bad()) {
    SCOPED_TRACE(bad.what);
    const Inside inside(scratch.path() / "work");
    bad.make();
    std::ostringstream out, err;
    const int code = cli::run(bad.command, out, err);
    EXPECT_EQ(code, bad.code) << err.str();
    for (const std::string& word : bad.words) EXPECT_NE(err.str().find(word), std::string::npos) << word << " is not in: " << err.str();
    EXPECT_NE(err.str().find("Next: "), std::string::npos) << err.str();
    EXPECT_FALSE(fs::exists("out/report.json") || fs::exists("out/.partial"));
    EXPECT_LT(err.str().size(), 1'500U) << "one message, and a short one";
    std::string message = err.str();
    message.erase(message.find_last_not_of('\n') + 1);
    table += row(bad, code, message);
  }
  if (std::getenv("UPDATE_GOLDEN") != nullptr) {
    scratch::write(kTable, table);
    GTEST_SKIP() << "wrote " << kTable << ": look at it before you commit it";
  }
  EXPECT_EQ(table, scratch::content_of(kTable)) << "messages are not as approved";
}

/// A report that is there is replaced when that is asked for, and otherwise left as it is, also where what was handed in is bad.
TEST(BadInput, NeverTouchesAReportThatIsThere) {
  const scratch::Folder scratch;
  const Inside inside(scratch.path() / "work");
  scratch::write("reads.ndjson", kRead);
  std::ostringstream out, err;
  ASSERT_EQ(cli::run(judge("reads.ndjson"), out, err), 1) << err.str();
  const std::string report = scratch::content_of("out/report.json");
  EXPECT_EQ(cli::run(judge("reads.ndjson"), out, err), 64);
  EXPECT_NE(err.str().find("--force"), std::string::npos) << err.str();
  EXPECT_EQ(cli::run(judge("reads.csv", {"--force"}), out, err), 65);
  EXPECT_EQ(scratch::content_of("out/report.json"), report);
  EXPECT_EQ(cli::run(judge("reads.ndjson", {"--force", "--class", "cctv"}), out, err), 1);
}

}  // namespace
}  // namespace bad_input
