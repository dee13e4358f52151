// What each panel of the page shows, and what it says where there is nothing to show.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include "reports/report.h"
#include "tests/unit/reports/sample.h"

namespace {

std::string page_of(const nlohmann::json& report) {
  auto html = reports::render_html(report.dump());
  EXPECT_TRUE(html.has_value()) << html.error().message();
  return html ? *html : "";
}

/// The section of the page with this id, up to the next top-level one.
std::string section(const std::string& html, const std::string& id) {
  const std::size_t from = html.find("<section id=\"" + id + "\"");
  EXPECT_NE(from, std::string::npos) << id;
  return html.substr(from, html.find("\n<section id=\"", from + 1) - from);
}

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

nlohmann::json& late_read(nlohmann::json& report) { return sample::requirement(report, "6-c")["findings"][0]; }

TEST(Page, HasItsPartsInTheOrderOfUse) {
  const std::string html = page_of(sample::report());
  std::size_t last = 0;
  for (const char* id : {"shortfalls", "requirements", "findings", "timing", "sites", "suite", "calibration", "questions", "readings",
                         "populations", "identity"}) {
    const std::size_t at = html.find("<section id=\"" + std::string(id) + "\"");
    ASSERT_NE(at, std::string::npos) << id;
    EXPECT_GT(at, last) << id;
    last = at;
  }
}

TEST(Page, SaysOnItsFirstScreenWhatItIsAndIsNot) {
  const std::string html = page_of(sample::report()), first = html.substr(0, html.find("<section id=\"requirements\""));
  for (const char* part : {"SYNTHETIC", "v3.1", "later editions and security are not judged", "a report, not an accreditation",
                           "relates only to the item tested", "Not established <span class=\"number\">35</span>"}) {
    EXPECT_TRUE(holds(first, part)) << part;
  }
}

TEST(Findings, TellTheWayToTheFirstDivergence) {
  auto report = sample::report();
  const std::string findings = section(page_of(report), "findings");
  EXPECT_TRUE(holds(findings, "read received by nas <b class=\"tag\">first divergence</b>"));
  EXPECT_TRUE(holds(findings, "read due at nas <b class=\"tag\">due</b>"));
  EXPECT_TRUE(holds(findings, ">07:41:31.400120</time>"));
  EXPECT_TRUE(holds(findings, "plumbline trace out/cambridgeshire/evidence 35-407-2:96"));
  late_read(report)["timeline"] = nlohmann::json::array();
  EXPECT_LT(sample::count(page_of(report), "<ol class=\"timeline\""), sample::count(findings, "<ol class=\"timeline\""));
}

TEST(Findings, SayWhereTheCauseLies) {
  const std::pair<const char*, const char*> words[] = {{"subject", "in the subject"},
                                                       {"instrument", "in our own instrument"},
                                                       {"expectation", "in what was expected"},
                                                       {"specification", "in the specification"}};
  for (const auto& [blame, said] : words) {
    auto report = sample::report();
    for (auto& requirement : report["requirements"]) {
      for (auto& finding : requirement["findings"]) finding["blame"] = blame;
    }
    const std::string findings = section(page_of(report), "findings");
    EXPECT_EQ(sample::count(findings, said), sample::count(findings, "<article class=\"finding")) << blame;
  }
}

TEST(Findings, NameTheReadingsTheyHangOnByTheirWords) {
  auto report = sample::report();
  EXPECT_TRUE(holds(page_of(report), "class=\"id\">R-09</a> is read as <q>Each read.</q>"));
  late_read(report)["readings"] = {{{"id", "<R>"}, {"under", {4}}}};
  EXPECT_TRUE(holds(page_of(report), "<b class=\"id\">&lt;R&gt;</b> is read as <q>choice 5</q>"));
}

TEST(Findings, ShowTheBytesJudged) {
  const std::string findings = section(page_of(sample::report()), "findings");
  EXPECT_TRUE(holds(findings, "0000  7b 22 76 72 6d 22 3a 20  22 41 42 c3 28 3c 73 63")) << "the VRM that is not UTF-8";
}

TEST(Findings, ThoseOfAnotherRunBringTheirOwnCommand) {
  EXPECT_EQ(sample::count(section(page_of(sample::report()), "findings"), "<span>Again</span>"), 2u);   // of case-5 and case-7
}

TEST(Requirements, AReadingsNameIsInertEvenAsAKey) {
  auto report = sample::report();
  sample::requirement(report, "5-j")["by_reading"][0]["choice"] = {{"<script>\xe2\x80\xae", 1}};
  const std::string html = page_of(report);
  EXPECT_EQ(sample::count(html, "<script"), 1u);
  EXPECT_TRUE(holds(html, "&lt;script&gt;[U+202E] as choice 2"));
}

TEST(Requirements, SayHowManyWereLookedAtWhereTheWireIsSampled) {
  auto report = sample::report();
  sample::requirement(report, "2.2.1-a")["sampled_one_in"] = 64;
  EXPECT_TRUE(holds(page_of(report), "1 in 64 looked at"));
}

TEST(Timing, OnePanelForEachPopulationAndClass) {
  auto report = sample::report();
  const std::string timing = section(page_of(report), "timing");
  EXPECT_EQ(sample::count(timing, "<figure class=\"timing"), 6u);
  EXPECT_EQ(sample::count(timing, "class=\"band\""), 6u);
  EXPECT_TRUE(holds(timing, "case-7, cameras that stand still"));
  for (auto& requirement : report["requirements"]) requirement["timings"] = nlohmann::json::array();
  EXPECT_TRUE(holds(section(page_of(report), "timing"), "No latency was measured"));
}

TEST(Sites, AreCountedByOutcome) {
  auto report = sample::report();
  const std::string sites = section(page_of(report), "sites");
  EXPECT_TRUE(holds(sites, "something against</span> 3"));
  EXPECT_TRUE(holds(sites, "no read</span> 1"));
  EXPECT_TRUE(holds(sites, "Office for National Statistics"));
  report["sites"] = nlohmann::json::array();
  const std::string without = section(page_of(report), "sites");
  EXPECT_FALSE(holds(without, "<svg"));
  EXPECT_TRUE(holds(without, "The evidence tells of no camera."));
}

TEST(Sites, WhosePlaceIsNotToldAreOnNoMap) {
  auto report = sample::report();
  report["synthetic"] = false;
  const std::size_t all = report["sites"].size();
  EXPECT_TRUE(holds(section(page_of(report), "sites"), fmt::format("{} cameras, at the places that the evidence tells.", all)));
  report["sites"][0].erase("latitude");
  report["sites"][0].erase("longitude");
  EXPECT_TRUE(holds(section(page_of(report), "sites"), fmt::format("{} cameras; of {} the evidence tells the place", all, all - 1)));
  for (auto& site : report["sites"]) {
    site.erase("latitude");
    site.erase("longitude");
  }
  const std::string none = section(page_of(report), "sites");
  EXPECT_TRUE(holds(none, "of none the evidence tells the place"));
  EXPECT_TRUE(holds(none, "something against</span> 3"));
  EXPECT_FALSE(holds(none, "<svg"));
}

TEST(Suite, NamesWhatItWouldMissBeforeAllElse) {
  const std::string suite = section(page_of(sample::report()), "suite");
  EXPECT_LT(suite.find("NAS loses its last commit when it restarts."), suite.find("class=\"matrix\""));
  EXPECT_TRUE(holds(suite, "No case finds fault with the reference."));
}

TEST(Suite, ThatWasNotMeasuredSaysSo) {
  auto report = sample::report();
  report["suite"]["measured_at"] = "0.0.9";
  EXPECT_TRUE(holds(section(page_of(report), "suite"), "Measured with version 0.0.9, not with 0.1.0"));
  report["suite"]["measured_at"] = "";
  report["suite"]["mutants"] = nlohmann::json::array();
  const std::string suite = section(page_of(report), "suite");
  EXPECT_TRUE(holds(suite, "was not measured for this build"));
  EXPECT_FALSE(holds(suite, "No case finds fault"));
}

TEST(Questions, ThoseOnWhichSomethingHangsComeFirst) {
  auto report = sample::report();
  const std::string questions = section(page_of(report), "questions");
  EXPECT_LT(questions.find("class=\"id\">R-22</a>"), questions.find("class=\"id\">R-03</a>"));
  for (auto& reading : report["readings"]) reading["hangs"] = nlohmann::json::array();
  EXPECT_TRUE(holds(section(page_of(report), "questions"), "No result of this report hangs on how the text is read."));
}

TEST(Populations, EachHasItsReplayLine) {
  const auto report = sample::report();
  const std::string populations = section(page_of(report), "populations");
  EXPECT_EQ(sample::count(populations, "<p class=\"command\">"), report["populations"].size());
  EXPECT_TRUE(holds(populations, "No fault: everything worked"));
}

}  // namespace
