#include "reports/report.h"

#include <set>

#include <gtest/gtest.h>

#include "tests/unit/reports/sample.h"

namespace {

std::string page_of(const nlohmann::json& report) {
  auto html = reports::render_html(report.dump());
  EXPECT_TRUE(html.has_value()) << html.error().message();
  return html ? *html : "";
}

/// Replaces every text that is free (no word of the schema's own, no hash, no instant) by `hostile`.
void poison(nlohmann::json& value, const std::string& key, const std::string& hostile) {
  static const std::set<std::string> fixed{"format",   "outcome", "status", "verdict", "level", "origin", "basis", "profile", "keep",
                                           "fidelity", "at",      "from",   "to",      "on",    "off",    "blame", "mark",    "leg",
                                           "class"};
  if (value.is_string() && fixed.count(key) == 0 && key.find("sha256") == std::string::npos) {
    value = key == "bytes" ? hostile.substr(0, 512) : hostile;
  }
  if (value.is_array()) for (auto& item : value) poison(item, key, hostile);
  if (value.is_object()) for (auto& [name, item] : value.items()) poison(item, name, hostile);
}

TEST(Html, BeginsWithTheDecision) {
  const std::string html = page_of(sample::report());
  const auto decision = html.find("NON-CONFORMANT</span></h1>");
  ASSERT_NE(decision, std::string::npos);
  EXPECT_LT(decision, html.find("What stands in the way"));
  EXPECT_LT(html.find("not met: 2.2.1-b, 2.2.1-c and 6-c"), html.find("What stands in the way"));
}

TEST(Html, SaysEachOutcomeInItsWord) {
  const std::pair<const char*, const char*> words[] = {
      {"conformant", ">CONFORMANT<"}, {"non_conformant", ">NON-CONFORMANT<"}, {"incomplete", ">INCOMPLETE<"}, {"invalid", ">INVALID<"}};
  for (const auto& [outcome, word] : words) {
    auto report = sample::report();
    report["decision"]["outcome"] = outcome;
    EXPECT_NE(page_of(report).find(word), std::string::npos) << outcome;
  }
}

TEST(Html, EveryRequirementHasARowAndEveryMissingOneIsNamedAbove) {
  const auto report = sample::report();
  const std::string html = page_of(report);
  const std::string above = html.substr(0, html.find("id=\"timing\""));
  for (const auto& requirement : report["requirements"]) {
    const auto id = requirement["id"].get<std::string>();
    EXPECT_EQ(sample::count(html, "id=\"req-" + id + "\""), 1u) << id;
    if (requirement["status"] == "not_met" || requirement["status"] == "not_established") {
      EXPECT_NE(above.find("href=\"#req-" + id + "\""), std::string::npos) << id;
    }
  }
}

TEST(Html, EveryLinkLeadsSomewhereOnThePage) {
  auto report = sample::report();
  report["readings"].erase(0);   // a finding may name a reading that the register does not hold
  const std::string html = page_of(report), opening = "href=\"#";
  EXPECT_GT(sample::count(html, opening), 50u);
  for (std::size_t at = html.find(opening); at != std::string::npos; at = html.find(opening, at + 1)) {
    const std::size_t from = at + opening.size();
    const std::string id = html.substr(from, html.find('"', from) - from);
    EXPECT_EQ(sample::count(html, "id=\"" + id + "\""), 1u) << id;
  }
}

TEST(Html, NeedsNoNetworkAndNoScript) {
  const std::string html = page_of(sample::report());
  for (const char* reaching : {"http://", "https://", "src=", "@import", "url(", " style=", " onclick", " onload"}) {
    EXPECT_EQ(html.find(reaching), std::string::npos) << reaching;
  }
  EXPECT_NE(html.find("<form id=\"filter\" hidden"), std::string::npos);   // the script shows it
}

TEST(Html, ShowsTheFieldsOfAReadAndItsText) {
  const std::string html = page_of(sample::report());
  EXPECT_NE(html.find("<dt>vrm</dt><dd>AB00 XYZ</dd>"), std::string::npos);
  EXPECT_NE(html.find("&quot;vrm&quot;: &quot;AB00 XYZ&quot;"), std::string::npos);
}

TEST(Html, AReadThatIsNoJsonIsShownAsItIs) {
  auto report = sample::report();
  sample::requirement(report, "2.2.1-c")["findings"][0]["read"] = std::string(100'000, '[') + "\\xC3 <i>";
  const std::string html = page_of(report);
  EXPECT_NE(html.find("[[\\xC3 &lt;i&gt;"), std::string::npos);
}

TEST(Html, HostileTextIsInertWhereverItStands) {
  const std::string clean = page_of(sample::report());
  for (const std::string hostile :
       {"<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onmouseover='alert(1)", "--><!--", "]]>",
        "{{replay}} {{{script}}} {{>masthead_part}} {{#met}}", "</style></title></script><b>", "javascript:alert(1)"}) {
    auto report = sample::report();
    poison(report, "", hostile);
    const std::string html = page_of(report);
    EXPECT_EQ(sample::count(html, "<script"), 1u) << hostile;
    EXPECT_EQ(sample::count(html, "</style>"), 1u) << hostile;
    EXPECT_EQ(sample::count(html, "<img"), 0u) << hostile;
    EXPECT_EQ(sample::count(html, "<b>alert"), 0u) << hostile;
    EXPECT_EQ(sample::count(html, "' onmouseover='"), 0u) << hostile;
    EXPECT_EQ(sample::count(html, "href=\"javascript:"), 0u) << hostile;
    EXPECT_EQ(sample::count(html, "<section"), sample::count(clean, "<section")) << hostile;
  }
}

TEST(Html, TextThatTurnsTheLineIsNamed) {
  auto report = sample::report();
  poison(report, "", "abc\xe2\x80\xae" "def");
  const std::string html = page_of(report);
  EXPECT_EQ(html.find("\xe2\x80\xae"), std::string::npos);
  EXPECT_NE(html.find("abc[U+202E]def"), std::string::npos);
}

TEST(Html, TenThousandCharactersStandInOneCell) {
  auto report = sample::report();
  const std::string longest(10'000, 'W');
  sample::requirement(report, "2.2.1-c")["findings"][0]["observed"] = longest;
  EXPECT_NE(page_of(report).find("<dd class=\"long\">" + longest + "</dd>"), std::string::npos);
}

TEST(Html, IsTheSameTwice) { EXPECT_EQ(page_of(sample::report()), page_of(sample::report())); }

TEST(Html, WhatIsNotByTheSchemaIsNotRendered) {
  const auto html = reports::render_html("{}");
  ASSERT_FALSE(html);
  EXPECT_EQ(html.error().kind->name, "report_not_by_schema");
}

}  // namespace
