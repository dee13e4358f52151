// Who was tested, with what, and how the run is had again.
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

void add_subject(const Json& identity, Data& rows) {
  const Json& subject = identity["subject"];
  add_row(rows, "Subject",
          fmt::format("{} {}, of {}", text_of(subject["product"]), text_of(subject["version"]), text_of(subject["vendor"])));
  add_row(rows, "Role", text_of(subject["role"]));
  add_row(rows, "Specification", text_of(identity["specification"]));
  add_row(rows, "Its text, SHA-256", text_of(identity["specification_sha256"]), Face::kMono);
  add_row(rows, "Profile of readings", text_of(identity["profile"]));
  add_row(rows, "Suite", "Plumbline " + text_of(identity["suite_version"]));
  add_row(rows, "Build", text_of(identity["build"]), Face::kMono);
}

void add_scenario(const Json& identity, Data& rows) {
  add_row(rows, "Scenario", fmt::format("{} ({})", text_of(identity["scenario_title"]), text_of(identity["scenario"])));
  add_row(rows, "Scenario, SHA-256", text_of(identity["scenario_sha256"]), Face::kMono);
  add_row(rows, "Seed", std::to_string(identity["seed"].get<std::uint64_t>()));
  add_row(rows, "Fidelity and wire", fmt::format("{}, {}", text_of(identity["fidelity"]), text_of(identity["wire"])));
  add_row(rows, "Evidence", evidence_of(identity["evidence"]), Face::kMono);
}

void add_run(const Json& run, Data& rows) {
  const auto count = [&](const char* key) { return thousands(run[key].get<std::uint64_t>()); };
  add_row(rows, "Simulated time", fmt::format("{} to {}", text_of(run["from"]), text_of(run["to"])));
  add_row(rows, "Vehicles passed", count("passes"));
  add_row(rows, "Reads sent", count("reads_sent"));
  add_row(rows, "Reads acknowledged", count("reads_acknowledged"));
  add_row(rows, "Hits delivered", count("hits_delivered"));
  add_row(rows, "Digest of events", text_of(run["digest"]), Face::kMono);
  add_row(rows, "Digest of images", text_of(run["image_digest"]), Face::kMono);
}

Data list_of(const Json& texts) {
  Data list{Data::type::list};
  for (const Json& text : texts) list.push_back(Data{"text", text_of(text)});
  return list;
}

}  // namespace

void add_identity(const Json& report, Data& page) {
  Data rows{Data::type::list};
  add_subject(report["identity"], rows);
  add_scenario(report["identity"], rows);
  add_run(report["populations"][0], rows);
  page.set("identity", rows);

  Data faults{Data::type::list};
  for (const Json& fault : report["populations"][0]["faults"]) {
    Data entry;
    for (const char* key : {"id", "fault", "target", "on", "off"}) entry.set(key, text_of(fault[key]));
    faults.push_back(entry);
  }
  page.set("faults_any", faults.is_non_empty_list());
  page.set("faults", faults);
  page.set("not_judged", list_of(report["not_judged"]));
  page.set("attributions", list_of(report["attributions"]));
}

}  // namespace reports::view
