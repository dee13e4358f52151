#include <gtest/gtest.h>

#include <set>

#include <pugixml.hpp>

#include "reports/report.h"
#include "tests/unit/reports/sample.h"

namespace {

pugi::xml_document junit_of(const nlohmann::json& report) {
  pugi::xml_document xml;
  const auto text = reports::render_junit(report.dump());
  EXPECT_TRUE(text.has_value());
  const auto result = xml.load_buffer(text->data(), text->size());
  EXPECT_TRUE(result) << result.description();
  return xml;
}

std::size_t children(const pugi::xml_document& xml, const char* element) {
  return xml.select_nodes(("//testcase/" + std::string(element)).c_str()).size();
}

TEST(Junit, CountsAgreeWithTheReportAndWithThemselves) {
  const auto report = sample::report();
  const auto xml = junit_of(report);
  const auto all = xml.child("testsuites");
  const auto count = [&](const char* status) { return report["counts"][status].get<unsigned>(); };
  EXPECT_EQ(all.attribute("tests").as_uint(), report["requirements"].size());
  EXPECT_EQ(all.attribute("failures").as_uint(), count("not_met"));
  EXPECT_EQ(all.attribute("errors").as_uint(), count("not_established"));
  EXPECT_EQ(all.attribute("skipped").as_uint(), count("not_applicable") + count("not_testable"));
  EXPECT_EQ(children(xml, "failure"), count("not_met"));
  EXPECT_EQ(children(xml, "error"), count("not_established"));
  for (const char* kind : {"tests", "failures", "errors", "skipped"}) {
    unsigned sum = 0;
    for (const auto suite : all.children("testsuite")) sum += suite.attribute(kind).as_uint();
    EXPECT_EQ(sum, all.attribute(kind).as_uint()) << kind;
  }
}

TEST(Junit, OnlyMetIsGreen) {
  for (const char* status : {"met", "not_met", "not_established", "not_applicable", "not_testable"}) {
    auto report = sample::report();
    for (auto& requirement : report["requirements"]) requirement["status"] = status;
    const auto xml = junit_of(report);
    const auto red = children(xml, "failure") + children(xml, "error") + children(xml, "skipped");
    EXPECT_EQ(red, std::string_view(status) == "met" ? 0u : report["requirements"].size()) << status;
  }
}

TEST(Junit, ASuiteForEachClauseInItsOrder) {
  const auto xml = junit_of(sample::report());
  std::vector<std::string> names;
  for (const auto suite : xml.child("testsuites").children("testsuite")) names.emplace_back(suite.attribute("name").value());
  ASSERT_GT(names.size(), 10u);
  EXPECT_EQ(names.front(), "clause 2.1");
  EXPECT_EQ(names.back(), "clause Annex A");
  EXPECT_EQ(std::set<std::string>(names.begin(), names.end()).size(), names.size());
}

TEST(Junit, AFailureTellsItsFindings) {
  const auto xml = junit_of(sample::report());
  const auto failure = xml.select_node("//testcase[starts-with(@name,'2.2.1-c')]/failure").node();
  EXPECT_STREQ(failure.attribute("type").value(), "fail");
  EXPECT_NE(std::string(failure.text().get()).find("observed U+0020"), std::string::npos);
}

TEST(Junit, WhatXmlForbidsIsReplacedAndMarkupIsText) {
  auto report = sample::report();
  const std::string hostile("<&>\"'\0\x01\x1b]]>\xef\xbf\xbf", 14);
  sample::requirement(report, "2.1-a")["reason"] = hostile;
  sample::requirement(report, "2.2.1-c")["findings"][0]["observed"] = hostile;
  const auto xml = junit_of(report);
  const auto error = xml.select_node("//testcase[starts-with(@name,'2.1-a')]/error").node();
  EXPECT_EQ(std::string(error.attribute("message").value()), "<&>\"'\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd]]>\xef\xbf\xbd");
  const auto text = reports::render_junit(report.dump());
  for (const char c : *text) EXPECT_TRUE(static_cast<unsigned char>(c) >= 0x20 || c == '\n' || c == '\t');
}

}  // namespace
