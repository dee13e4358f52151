// No check is lost unnoticed: the ordered list of what is judged, by case, against that of the last release.
#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "conformance/cases/cases.h"
#include "conformance/oracle/oracle.h"

namespace {

constexpr const char* kLock = PLUMBLINE_SOURCE "/tests/negative/checks.lock";
constexpr const char* kLost = PLUMBLINE_SOURCE "/tests/negative/checks.lost";

std::vector<std::string> lines_of(const char* file) {
  std::ifstream in(file);
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) {
    if (!line.empty() && line.front() != '#') lines.push_back(line);
  }
  return lines;
}

/// "case-6-hits 6-b R-09 R-10 R-11 R-27": the case, what it decides, and the readings that its check runs under.
std::vector<std::string> checks_now() {
  std::vector<std::string> lines;
  for (const cases::Case& one : cases::all()) {
    for (const std::string_view id : one.requirements) {
      const auto& checks = oracle::checks();
      const auto check = std::find_if(checks.begin(), checks.end(), [&](const oracle::Check& c) { return c.requirement == id; });
      std::string line = fmt::format("{} {}", one.id, id);
      if (check != checks.end()) {
        for (const std::string_view reading : check->readings) line += fmt::format(" {}", reading);
      }
      lines.push_back(std::move(line));
    }
  }
  return lines;
}

/// Whether a line of checks.lost gives a reason for this check.
bool has_reason(const std::string& check) {
  const auto lost = lines_of(kLost);
  return std::any_of(lost.begin(), lost.end(),
                     [&](const std::string& line) { return line.starts_with(check + ": ") && line.size() > check.size() + 20; });
}

// With UPDATE_GOLDEN set, as for a release, the lock is written anew; what fell out of it must stand in checks.lost all the same.
TEST(Checks, NoneOfTheLastReleaseIsLostWithoutAReason) {
  const std::vector<std::string> now = checks_now(), before = lines_of(kLock);
  auto at = now.begin();
  for (const std::string& check : before) {
    const auto found = std::find(at, now.end(), check);
    if (found == now.end()) {
      EXPECT_TRUE(has_reason(check)) << "lost, or no longer in its order: " << check;
    } else {
      at = found + 1;
    }
  }
  if (std::getenv("UPDATE_GOLDEN") == nullptr) return;
  std::ofstream out(kLock);
  out << "# What is judged, by case, in order: case, requirement, readings of its check. Written anew at each release.\n";
  for (const std::string& check : now) out << check << "\n";
}

TEST(Checks, TheLockIsNotEmpty) { EXPECT_GE(lines_of(kLock).size(), 22u); }

}  // namespace
