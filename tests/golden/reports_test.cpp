// The approved outputs of the report's renderers, in tests/golden/reports. Looked at by a person, then rewritten by
//
//     UPDATE_GOLDEN=1 build/release/tests/golden --gtest_filter='GoldenReports.*'
//
// and by nothing else.
#include <cstdlib>
#include <fstream>
#include <sstream>

#include <gtest/gtest.h>

#include "reports/report.h"

namespace {

const std::string kFolder = PLUMBLINE_SOURCE "/tests/golden/reports/";

std::string content_of(const std::string& file) {
  std::ifstream in(file, std::ios::binary);
  std::stringstream all;
  all << in.rdbuf();
  return all.str();
}

void expect_approved(const std::string& name, const std::string& output) {
  if (std::getenv("UPDATE_GOLDEN") != nullptr) {
    std::ofstream(kFolder + name, std::ios::binary) << output;
    GTEST_SKIP() << "wrote " << name << ": look at it before you commit it";
  }
  const std::string approved = content_of(kFolder + name);
  ASSERT_FALSE(approved.empty()) << name << " is missing; UPDATE_GOLDEN=1 writes it";
  EXPECT_TRUE(output == approved) << name << " is not as approved: " << output.size() << " bytes for " << approved.size()
                                  << "; first difference at byte "
                                  << std::mismatch(output.begin(), output.end(), approved.begin(), approved.end()).first - output.begin();
}

TEST(GoldenReports, Html) {
  const auto html = reports::render_html(content_of(kFolder + "sample.json"));
  ASSERT_TRUE(html) << html.error().message();
  expect_approved("sample.html", *html);
}

TEST(GoldenReports, Junit) {
  const auto xml = reports::render_junit(content_of(kFolder + "sample.json"));
  ASSERT_TRUE(xml) << xml.error().message();
  expect_approved("sample.junit.xml", *xml);
}

}  // namespace
