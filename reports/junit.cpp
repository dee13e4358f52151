// JUnit XML: for build servers, which know only green, red and skipped. What is not established is red there, never green.
#include <algorithm>
#include <sstream>

#include <fmt/format.h>
#include <pugixml.hpp>

#include "reports/document.h"
#include "reports/report.h"
#include "reports/text.h"

namespace reports {
namespace {

using Json = nlohmann::json;

struct Tally {
  int tests = 0, failures = 0, errors = 0, skipped = 0;
};

void set(pugi::xml_node node, const char* name, const std::string& value) { node.append_attribute(name) = xml_text(value).c_str(); }

void set_tally(pugi::xml_node node, const Tally& tally) {
  node.append_attribute("tests") = tally.tests;
  node.append_attribute("failures") = tally.failures;
  node.append_attribute("errors") = tally.errors;
  node.append_attribute("skipped") = tally.skipped;
}

/// What a build server prints below a red test: the findings, one a line.
std::string findings_text(const Json& requirement) {
  std::string text;
  for (const Json& finding : requirement["findings"]) {
    text += fmt::format("{} camera {} read {}: expected {}; observed {}\n", finding["at"].get<std::string>(),
                        finding["camera"].get<std::string>(), finding["read_id"].get<std::string>(), finding["expected"].get<std::string>(),
                        finding["observed"].get<std::string>());
  }
  return text;
}

std::string message_of(const Json& requirement) {
  const std::string reason = requirement["reason"].get<std::string>();
  if (!reason.empty()) return reason;
  return fmt::format("{}: {} observations, {} against, {} undecided, at least {} due", words(requirement["status"].get<std::string>()),
                     requirement["observations"].get<std::uint64_t>(), requirement["against"].get<std::uint64_t>(),
                     requirement["undecided"].get<std::uint64_t>(), requirement["least"].get<std::uint64_t>());
}

void add_outcome(pugi::xml_node test, const Json& requirement, const char* element) {
  pugi::xml_node outcome = test.append_child(element);
  set(outcome, "message", message_of(requirement));
  if (std::string_view(element) == "skipped") return;
  set(outcome, "type", requirement["verdict"].get<std::string>());
  const std::string text = findings_text(requirement);
  if (!text.empty()) outcome.text().set(xml_text(text).c_str());
}

void add_test(pugi::xml_node suite, const Json& requirement, Tally& tally) {
  pugi::xml_node test = suite.append_child("testcase");
  set(test, "classname", "plumbline." + requirement["clause"].get<std::string>());
  set(test, "name", requirement["id"].get<std::string>() + ": " + requirement["statement"].get<std::string>());
  ++tally.tests;
  const std::string status = requirement["status"].get<std::string>();
  if (status == "met") return;
  if (status == "not_met") {
    ++tally.failures;
    add_outcome(test, requirement, "failure");
  } else if (status == "not_established") {
    ++tally.errors;
    add_outcome(test, requirement, "error");
  } else {
    ++tally.skipped;
    add_outcome(test, requirement, "skipped");
  }
}

void add_properties(pugi::xml_node suite, const Json& report) {
  const Json& identity = report["identity"];
  pugi::xml_node properties = suite.append_child("properties");
  const auto add = [&](const char* name, const std::string& value) {
    pugi::xml_node property = properties.append_child("property");
    property.append_attribute("name") = name;
    set(property, "value", value);
  };
  add("outcome", report["decision"]["outcome"].get<std::string>());
  add("subject", identity["subject"]["product"].get<std::string>() + " " + identity["subject"]["version"].get<std::string>());
  if (identity["scenario_sha256"].is_string()) add("scenario_sha256", identity["scenario_sha256"].get<std::string>());
  add("replay", identity["replay"].get<std::string>());
}

/// The clauses in order of the report, each with its requirements.
std::vector<std::pair<std::string, std::vector<const Json*>>> by_clause(const Json& report) {
  std::vector<std::pair<std::string, std::vector<const Json*>>> clauses;
  for (const Json& requirement : report["requirements"]) {
    const std::string clause = requirement["clause"].get<std::string>();
    auto at = std::find_if(clauses.begin(), clauses.end(), [&](const auto& c) { return c.first == clause; });
    if (at == clauses.end()) at = clauses.insert(clauses.end(), {clause, {}});
    at->second.push_back(&requirement);
  }
  return clauses;
}

Tally add_suite(pugi::xml_node suites, const Json& report, const std::string& clause, const std::vector<const Json*>& requirements) {
  pugi::xml_node suite = suites.append_child("testsuite");
  set(suite, "name", "clause " + clause);
  Tally tally;
  add_properties(suite, report);
  for (const Json* requirement : requirements) add_test(suite, *requirement, tally);
  set_tally(suite, tally);
  set(suite, "timestamp", report["populations"][0]["from"].get<std::string>().substr(0, 19));
  return tally;
}

}  // namespace

base::Result<std::string> render_junit(std::string_view report_json) {
  auto report = read_document(report_json);
  if (!report) return tl::unexpected(report.error());
  pugi::xml_document xml;
  xml.append_child(pugi::node_declaration).append_attribute("version") = "1.0";
  xml.first_child().append_attribute("encoding") = "UTF-8";
  pugi::xml_node suites = xml.append_child("testsuites");
  suites.append_attribute("name") = "plumbline";
  Tally all;
  for (const auto& [clause, requirements] : by_clause(*report)) {
    const Tally tally = add_suite(suites, *report, clause, requirements);
    all.tests += tally.tests;
    all.failures += tally.failures;
    all.errors += tally.errors;
    all.skipped += tally.skipped;
  }
  set_tally(suites, all);
  std::ostringstream out;
  xml.save(out, "  ");
  return out.str();
}

}  // namespace reports
