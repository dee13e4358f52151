// Who was tested, with what, and how the run is had again.
#include <array>
#include <utility>

#include <fmt/format.h>

#include "reports/text.h"
#include "reports/view.h"

namespace reports::view {
namespace {

enum class Face { kText, kMono };

void add_row(Data& rows, const char* name, const std::string& value, Face face = Face::kText) {
  Data row;
  row.set("name", name);
  row.set("value", value.empty() ? std::string("none") : value);
  row.set("mono", face == Face::kMono);
  rows.push_back(row);
}

std::string evidence_of(const Json& evidence) {
  const std::string keep = text_of(evidence["keep"]);
  if (evidence["manifest_sha256"].is_null()) return keep + ": judged as it happened, not kept";
  return fmt::format("{}, manifest {}", keep, text_of(evidence["manifest_sha256"]));
}

std::string selection_of(const Json& patterns) {
  std::string all;
  for (const Json& pattern : patterns) all += (all.empty() ? "" : ", ") + text_of(pattern);
  return all.empty() ? "everything" : all;
}

void add_subject(const Json& identity, Data& rows) {
  const Json& subject = identity["subject"];
  add_row(rows, "Subject",
          fmt::format("{} {}, of {}", text_of(subject["product"]), text_of(subject["version"]), text_of(subject["vendor"])));
  add_row(rows, "Role judged", text_of(identity["role"]));
  add_row(rows, "Specification", text_of(identity["specification"]));
  add_row(rows, "Its text, SHA-256", text_of(identity["specification_sha256"]), Face::kMono);
  add_row(rows, "Profile of readings", text_of(identity["profile"]));
  add_row(rows, "Suite", "Plumbline " + text_of(identity["suite_version"]));
  add_row(rows, "Build", text_of(identity["build"]), Face::kMono);
}

void add_scenario(const Json& identity, Data& rows) {
  add_row(rows, "Scenario", fmt::format("{} ({})", text_of(identity["scenario_title"]), text_of(identity["scenario"])));
  add_row(rows, "Scenario, SHA-256", text_of(identity["scenario_sha256"]), Face::kMono);
  add_row(rows, "Seed", std::to_string(number_of(identity, "seed")));
  add_row(rows, "Fidelity", text_of(identity["fidelity"]));
}

/// Evidence that was handed in, by the words of whoever did.
void add_handed_in(const Json& handed_in, Data& rows) {
  static constexpr std::array<std::pair<const char*, const char*>, 9> kRows{{{"file", "Evidence handed in"},
                                                                             {"sha256", "Its SHA-256"},
                                                                             {"how", "How it was gathered"},
                                                                             {"from", "Gathered from"},
                                                                             {"to", "Gathered to"},
                                                                             {"tool", "Written by"},
                                                                             {"controller", "Controller"},
                                                                             {"purpose", "Purpose"},
                                                                             {"delete_by", "To be deleted by"}}};
  for (const auto& [key, name] : kRows) {
    if (const std::string text = text_of(handed_in[key]); !text.empty())
      add_row(rows, name, text, key[0] == 's' ? Face::kMono : Face::kText);
  }
  if (handed_in.contains("class")) add_row(rows, "Class of cameras that do not say it", text_of(handed_in["class"]));
  for (const Json& claim : handed_in["claims"]) {
    const auto against = number_of(claim, "against");
    add_row(rows, "Claim", fmt::format("{}: it {}. {}", text_of(claim["id"]), text_of(claim["says"]),
                                       against == 0 ? "Nothing denies it." : fmt::format("{} observations deny it.", thousands(against))));
  }
}

void add_run(const Json& identity, Data& rows) {
  if (!text_of(identity["scenario"]).empty()) add_scenario(identity, rows);
  add_row(rows, "Wire", text_of(identity["wire"]));
  add_row(rows, "Selection", selection_of(identity["selection"]));
  add_row(rows, "Evidence", evidence_of(identity["evidence"]), Face::kMono);
}

Data inspections_of(const Json& report) {
  Data list{Data::type::list};
  if (!report.contains("inspections")) return list;
  for (const Json& inspection : report["inspections"]) {
    Data item;
    for (const char* key : {"requirement", "result", "inspector", "at", "criterion"}) item.set(key, text_of(inspection[key]));
    item.set("things", fmt::format("{} things", inspection["sample"].size()));
    list.push_back(item);
  }
  return list;
}

}  // namespace

void add_identity(const Json& report, Data& page) {
  Data rows{Data::type::list};
  add_subject(report["identity"], rows);
  add_run(report["identity"], rows);
  if (report.contains("handed_in")) add_handed_in(report["handed_in"], rows);
  page.set("identity", rows);
  set_list(page, "inspections", inspections_of(report));
  page.set("not_judged", list_of(report["not_judged"]));
  page.set("attributions", list_of(report["attributions"]));
}

}  // namespace reports::view
