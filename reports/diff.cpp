// What is compared. The words for it are in diff_text.cpp.
#include "reports/diff.h"

#include <algorithm>
#include <array>
#include <map>

namespace reports {
namespace {

using Json = nlohmann::json;

enum class Change { kNone, kWorse, kBetter, kOther };

/// Where a status stands between met and not met; -1 out of scope.
int badness(const std::string& status) {
  if (status == "met") return 0;
  if (status == "not_established") return 1;
  return status == "not_met" ? 2 : -1;
}

int badness_of_outcome(const std::string& outcome) {
  static constexpr std::array<std::string_view, 4> kOrder{"conformant", "incomplete", "non_conformant", "invalid"};
  return static_cast<int>(std::find(kOrder.begin(), kOrder.end(), outcome) - kOrder.begin());
}

/// Null stands for a requirement that the other report does not have.
Change change_between(const Json& a, const Json& b) {
  const std::string was = a.is_null() ? "" : a["status"].get<std::string>(), is = b.is_null() ? "" : b["status"].get<std::string>();
  if (is == was) return a["verdict"] == b["verdict"] ? Change::kNone : Change::kOther;
  if (is == "not_met" || (b.is_null() && was == "met")) return Change::kWorse;
  if (badness(was) < 0 || badness(is) < 0) return Change::kOther;
  return badness(is) > badness(was) ? Change::kWorse : Change::kBetter;
}

Json stand_of(const Json& requirement) {
  if (requirement.is_null()) return nullptr;
  return {{"status", requirement["status"]}, {"verdict", requirement["verdict"]}};
}

std::map<std::string, const Json*> by_id(const Json& report) {
  std::map<std::string, const Json*> all;
  for (const Json& requirement : report["requirements"]) all.emplace(requirement["id"].get<std::string>(), &requirement);
  return all;
}

void append_change(std::array<Json, 3>& groups, const Json& a, const Json& b) {
  static constexpr std::array<const char*, 3> kWords{"worse", "better", "otherwise"};
  const Change change = change_between(a, b);
  if (change == Change::kNone) return;
  const std::size_t group = change == Change::kWorse ? 0 : change == Change::kBetter ? 1 : 2;
  const Json& named = b.is_null() ? a : b;
  groups[group].push_back(
      {{"id", named["id"]}, {"statement", named["statement"]}, {"change", kWords[group]}, {"a", stand_of(a)}, {"b", stand_of(b)}});
}

/// In the order of B, and then what A alone has; each group in that order.
Json changed_requirements(const Json& a, const Json& b) {
  std::array<Json, 3> groups{Json::array(), Json::array(), Json::array()};
  const auto in_a = by_id(a), in_b = by_id(b);
  for (const Json& requirement : b["requirements"]) {
    const auto was = in_a.find(requirement["id"].get<std::string>());
    append_change(groups, was == in_a.end() ? Json() : *was->second, requirement);
  }
  for (const Json& requirement : a["requirements"]) {
    if (in_b.count(requirement["id"].get<std::string>()) == 0) append_change(groups, requirement, Json());
  }
  Json all = Json::array();
  for (const Json& group : groups) all.insert(all.end(), group.begin(), group.end());
  return all;
}

void append_pair(Json& list, const char* what, const Json& a, const Json& b) {
  if (a != b) list.push_back({{"what", what}, {"a", a}, {"b", b}});
}

/// What makes a comparison questionable: the judge was another, or the question.
Json questionable(const Json& a, const Json& b) {
  static constexpr std::array<std::pair<const char*, const char*>, 9> kFields{{{"suite_version", "suite version"},
                                                                               {"specification_sha256", "specification, SHA-256"},
                                                                               {"profile", "profile of readings"},
                                                                               {"selection", "selection"},
                                                                               {"role", "role judged"},
                                                                               {"scenario_sha256", "scenario, SHA-256"},
                                                                               {"seed", "seed"},
                                                                               {"fidelity", "fidelity"},
                                                                               {"wire", "wire"}}};
  const Json &of_a = a["identity"], &of_b = b["identity"];
  Json list = Json::array();
  for (const auto& [key, what] : kFields) append_pair(list, what, of_a[key], of_b[key]);
  const bool same_run = list.empty() && of_a["subject"] == of_b["subject"] && of_a["build"] == of_b["build"];
  if (same_run) {
    append_pair(list, "digest of events, though subject, scenario, seed and build are the same", a["populations"][0]["digest"],
                b["populations"][0]["digest"]);
  }
  return list;
}

Json changed_counts(const Json& a, const Json& b) {
  Json list = Json::array();
  for (const auto& [status, count] : b["counts"].items()) append_pair(list, status.c_str(), a["counts"][status], count);
  for (const char* key : {"passes", "reads_sent", "reads_acknowledged", "hits_delivered"}) {
    append_pair(list, key, a["populations"][0][key], b["populations"][0][key]);
  }
  return list;
}

const Json* same_timing(const Json& requirement, const Json& timing) {
  for (const Json& other : requirement["timings"]) {
    if (other["population"] == timing["population"] && other["class"] == timing["class"]) return &other;
  }
  return nullptr;
}

Json figures_of(const Json& timing) {
  Json figures;
  for (const char* key : {"n", "exceeded", "undecided", "p50_s", "p99_s", "max_s"}) figures[key] = timing[key];
  return figures;
}

/// The budgets that both measured, where a figure differs.
Json changed_margins(const Json& a, const Json& b) {
  Json list = Json::array();
  const auto in_a = by_id(a);
  for (const Json& requirement : b["requirements"]) {
    const auto was = in_a.find(requirement["id"].get<std::string>());
    if (was == in_a.end()) continue;
    for (const Json& timing : requirement["timings"]) {
      const Json* before = same_timing(*was->second, timing);
      if (before == nullptr || figures_of(*before) == figures_of(timing)) continue;
      list.push_back({{"id", requirement["id"]},
                      {"population", timing["population"]},
                      {"class", timing["class"]},
                      {"limit_s", timing["limit_s"]},
                      {"a", figures_of(*before)},
                      {"b", figures_of(timing)}});
    }
  }
  return list;
}

Comparison result_of(const Json& requirements, const std::string& was, const std::string& is) {
  const bool worse = badness_of_outcome(is) > badness_of_outcome(was) || (!requirements.empty() && requirements[0]["change"] == "worse");
  if (worse) return Comparison::kWorse;
  return requirements.empty() && is == was ? Comparison::kSame : Comparison::kChanged;
}

}  // namespace

Diff compare(const nlohmann::json& a, const nlohmann::json& b) {
  static constexpr std::array<const char*, 3> kResults{"same", "worse", "changed"};
  const Json &was = a["decision"]["outcome"], &is = b["decision"]["outcome"];
  Diff diff;
  Json requirements = changed_requirements(a, b);
  diff.result = result_of(requirements, was.get<std::string>(), is.get<std::string>());
  diff.document = {{"format", "plumbline-diff"},
                   {"version", 1},
                   {"result", kResults[static_cast<std::size_t>(diff.result)]},
                   {"subject", {{"a", a["identity"]["subject"]}, {"b", b["identity"]["subject"]}}},
                   {"outcome", {{"a", was}, {"b", is}}},
                   {"questionable", questionable(a, b)},
                   {"requirements", std::move(requirements)},
                   {"counts", changed_counts(a, b)},
                   {"margins", changed_margins(a, b)}};
  return diff;
}

}  // namespace reports
