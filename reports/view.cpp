// What every part uses; the masthead, and what stands in the way.
#include "reports/view.h"

#include <algorithm>

#include <fmt/format.h>

#include "reports/chart.h"
#include "reports/text.h"

namespace reports::view {
namespace {

constexpr std::string_view kStatuses[] = {"met", "not_met", "not_established", "not_applicable", "not_testable"};

std::string outcome_word(const std::string& outcome) {
  if (outcome == "conformant") return "CONFORMANT";
  if (outcome == "non_conformant") return "NON-CONFORMANT";
  return outcome == "incomplete" ? "INCOMPLETE" : "INVALID";
}

/// Why a failure does not decide the run, where it does not.
Data concern_of(const Json& requirement) {
  const std::string level = text_of(requirement["level"]), origin = text_of(requirement["origin"]);
  if (level == "must" && origin == "text") return optional_text("");
  return optional_text(origin == "text"
                           ? fmt::format("a concern, since the text says “{}”", level)
                           : fmt::format("a concern, since the obligation is {}", origin == "house" ? "our house's" : "inferred"));
}

Data link_to(const Json& requirement) {
  Data item;
  item.set("id", text_of(requirement["id"]));
  item.set("anchor", anchor_of("req", requirement["id"].get<std::string>()));
  item.set("statement", text_of(requirement["statement"]));
  return item;
}

/// Those not established, in groups of one reason each, in order of their first.
Data grouped_by_reason(const Json& requirements) {
  std::vector<std::pair<std::string, Data>> groups;
  for (const Json& requirement : requirements) {
    if (requirement["status"] != "not_established") continue;
    const std::string given = text_of(requirement["reason"]);
    const std::string reason = given.empty() ? words(text_of(requirement["verdict"])) : given;
    auto group = std::find_if(groups.begin(), groups.end(), [&](const auto& g) { return g.first == reason; });
    if (group == groups.end()) group = groups.insert(groups.end(), {reason, Data{Data::type::list}});
    group->second.push_back(link_to(requirement));
  }
  Data list{Data::type::list};
  for (auto& [reason, items] : groups) {
    Data entry;
    entry.set("reason", reason);
    entry.set("items", items);
    list.push_back(entry);
  }
  return list;
}

}  // namespace

std::string text_of(const Json& value) { return shown(value.get_ref<const std::string&>()); }

Data optional_text(const std::string& text) { return text.empty() ? Data{Data::type::bool_false} : Data{text}; }

std::string anchor_of(std::string_view kind, std::string_view id) {
  std::string anchor = fmt::format("{}-{}", kind, id);
  for (char& c : anchor) {
    const bool plain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '.';
    if (!plain) c = '_';
  }
  return anchor;
}

std::string population_words(const Json& name) {
  const std::string text = text_of(name);
  return text == "main" ? "main run" : text;
}

std::string leg_words(const Json& leg) {
  const std::string name = leg.get<std::string>();
  if (name == "lea") return "to the LEA";
  if (name == "wan") return "gateway and line to NAS";
  if (name == "nas") return "NAS";
  return name == "hit" ? "to operator" : "camera";
}

std::uint64_t number_of(const Json& object, const char* key) { return object[key].get<std::uint64_t>(); }

Data list_of(const Json& texts) {
  Data list{Data::type::list};
  for (const Json& text : texts) list.push_back(Data{"text", text_of(text)});
  return list;
}

void set_list(Data& into, const std::string& key, const Data& list) {
  into.set(key + "_any", list.is_non_empty_list());
  into.set(key, list);
}

void add_masthead(const Json& report, Data& page) {
  const Json& identity = report["identity"];
  const Json& subject = identity["subject"];
  const std::string outcome = report["decision"]["outcome"].get<std::string>();
  page.set("outcome", outcome);
  page.set("outcome_word", outcome_word(outcome));
  page.set("sentence", text_of(report["decision"]["sentence"]));
  page.set("synthetic", report["synthetic"].get<bool>());
  for (const char* key : {"role", "vendor", "product", "version"}) page.set(key, text_of(subject[key]));
  if (subject["product"] == "") page.set("product", "Unnamed system");
  if (subject["vendor"] == "") page.set("vendor", "an unnamed vendor");
  for (const char* key : {"specification", "scenario_title", "suite_version", "replay"}) page.set(key, text_of(identity[key]));
  page.set("as_it_went", !report.contains("handed_in"));
  const std::string role = text_of(subject["role"]);
  page.set("role_words", role == "whole" ? "the whole system" : "the " + role);
  page.set("day", text_of(report["populations"][0]["from"]).substr(0, 10));

  Data tally{Data::type::list};
  std::vector<Share> shares;
  for (const std::string_view status : kStatuses) {
    const auto count = report["counts"][std::string(status)].get<std::uint64_t>();
    Data entry;
    entry.set("class", std::string(status));
    entry.set("words", words(status));
    entry.set("count", thousands(count));
    tally.push_back(entry);
    shares.push_back({std::string(status), count});
  }
  page.set("tally", tally);
  page.set("shares", shares_svg(shares));
}

void add_shortfalls(const Json& report, Data& page) {
  Data not_met{Data::type::list};
  for (const Json& requirement : report["requirements"]) {
    if (requirement["status"] != "not_met") continue;
    Data item = link_to(requirement);
    item.set("against", thousands(requirement["against"].get<std::uint64_t>()));
    item.set("concern", concern_of(requirement));
    not_met.push_back(item);
  }
  page.set("not_met_any", not_met.is_non_empty_list());
  page.set("not_met", not_met);
  page.set("not_met_count", thousands(report["counts"]["not_met"].get<std::uint64_t>()));
  const Data not_established = grouped_by_reason(report["requirements"]);
  page.set("not_established_any", not_established.is_non_empty_list());
  page.set("not_established", not_established);
  page.set("not_established_count", thousands(report["counts"]["not_established"].get<std::uint64_t>()));
}

}  // namespace reports::view
