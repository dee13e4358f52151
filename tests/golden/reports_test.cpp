// The approved outputs of the report's renderers, in tests/golden/reports. Looked at by a person, then rewritten by
//
//     UPDATE_GOLDEN=1 build/release/tests/golden --gtest_filter='GoldenReports.*'
//
// and by nothing else.
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <sstream>

#include <gtest/gtest.h>

#include "reports/report.h"
#include "tests/golden/approved.h"

namespace {

const std::string kReports = PLUMBLINE_SOURCE "/tests/golden/reports/";

TEST(GoldenReports, Html) {
  const auto html = reports::render_html(content_of(kReports + "sample.json"));
  ASSERT_TRUE(html) << html.error().message();
  expect_approved(kReports + "sample.html", *html);
}

TEST(GoldenReports, Junit) {
  const auto xml = reports::render_junit(content_of(kReports + "sample.json"));
  ASSERT_TRUE(xml) << xml.error().message();
  expect_approved(kReports + "sample.junit.xml", *xml);
}

/// Whether xmllint (packages-check.txt) finds a file of this content valid by the schema of the room.
bool is_valid_junit(const std::string& xml) {
  const std::string file = testing::TempDir() + "plumbline-junit.xml";
  std::ofstream(file, std::ios::binary) << xml;
  const std::string command = "xmllint --noout --nonet --schema '" PLUMBLINE_SOURCE "/reports/junit.xsd' '" + file + "' 2> /dev/null";
  const int status = std::system(command.c_str());
  std::remove(file.c_str());
  return status == 0;
}

TEST(GoldenReports, JunitIsValidByItsSchema) {
  const std::string xml = content_of(kReports + "sample.junit.xml");
  EXPECT_TRUE(is_valid_junit(xml)) << "by reports/junit.xsd, or xmllint is not installed";
  const std::pair<const char*, const char*> faults[] = {
      {"<properties>", "<skipped message=\"\"/><properties>"}, {"errors=\"", "errors=\"-"}, {"type=\"fail\"", "type=\"green\""}};
  for (const auto& [right, wrong] : faults) {
    std::string spoilt = xml;
    const std::size_t at = spoilt.find(right);
    ASSERT_NE(at, std::string::npos) << right;
    spoilt.replace(at, std::string(right).size(), wrong);
    EXPECT_FALSE(is_valid_junit(spoilt)) << wrong;
  }
}

}  // namespace
