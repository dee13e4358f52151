// A report against the one that its evidence gave again.
#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "conformance/harness/build.h"
#include "conformance/harness/plan.h"
#include "conformance/harness/verify_parts.h"

namespace harness {
namespace {

using nlohmann::json;

/// Takes out of a report what may rightly be another in the one made again:
///
/// - `identity.build`: another compiler gives the same verdicts. That it is this suite's is compared by itself.
/// - Of what was handed in: its name, and the commands and the title that hold its path or name and the options as they were typed. A
///   simulated run's pack holds its commands and its title, so that those are compared.
/// - Of a report that was made as the run went: `handed_in`, which it has not; `inspections`, which its pack holds, with which they are
///   compared by themselves; and the reason why nothing was observed of a requirement, which its scenario gives, and evidence does not.
void leave_out(json& report, bool handed_in, bool simulated, bool titled) {
  report["identity"].erase("build");
  const auto take_commands = [](json& part) {
    part.erase("replay");
    part.erase("trace");
  };
  if (!simulated) {
    take_commands(report["identity"]);
    for (json& run : report["populations"]) take_commands(run);
    for (json& requirement : report["requirements"]) {
      for (json& finding : requirement["findings"]) take_commands(finding);
    }
  }
  if (!simulated && !titled) {
    report["identity"].erase("scenario_title");
    for (json& run : report["populations"]) run.erase("scenario_title");
  }
  if (handed_in) {
    report["handed_in"].erase("file");
    return;
  }
  report.erase("handed_in");
  report.erase("inspections");
  for (json& requirement : report["requirements"]) {
    if (requirement["populations"].empty()) requirement.erase("reason");
  }
}

/// Member by member, so that it is said which.
void compare_members(const std::string& where, const json& recorded, const json& again, Verification& v) {
  std::set<std::string> keys;
  for (const json* side : {&recorded, &again}) {
    for (const auto& [key, value] : side->items()) keys.insert(key);
  }
  for (const std::string& key : keys) compare_parts(where + key, recorded.value(key, json()), again.value(key, json()), v);
}

/// Those of the main run alone.
json of_main(const json& entries, const char* key) {
  json mine = json::array();
  for (const json& entry : entries) {
    if (entry[key] == kMainRun) mine.push_back(entry);
  }
  return mine;
}

/// What a requirement says of the main run. Whom a finding blames hangs on whether all runs together agree under every reading.
json on_main(const json& requirement, bool agreed) {
  json mine{{"populations", of_main(requirement["populations"], "name")},
            {"timings", of_main(requirement["timings"], "population")},
            {"findings", of_main(requirement["findings"], "population")}};
  for (json& finding : mine["findings"]) {
    if (!agreed) finding.erase("blame");
  }
  return mine;
}

void compare_requirements(const json& recorded, const json& again, bool alone, Verification& v) {
  for (const json& requirement : recorded) {
    const std::string id = requirement["id"].get<std::string>(), where = fmt::format("report.json, requirement {}, ", id);
    const auto at = std::find_if(again.begin(), again.end(), [&](const json& r) { return r["id"] == id; });
    if (at == again.end()) continue;   // the catalogue does not have it, which is told already
    if (alone) {
      compare_members(where, requirement, *at, v);
    } else {
      const bool agreed = requirement["robust"] == (*at)["robust"];
      compare_members(where, on_main(requirement, agreed), on_main(*at, agreed), v);
    }
  }
}

/// What is one for all runs, beside the identity.
constexpr const char* kForAll[] = {"suite", "not_judged", "attributions", "synthetic"};

}  // namespace

void compare_with_again(const json& recorded, const json& again, Verification& v) {
  const bool handed_in = recorded.contains("handed_in"), simulated = again["synthetic"].get<bool>();
  if (!handed_in && !simulated) compare_parts("report.json, handed_in", nullptr, again["handed_in"], v);
  const bool alone = handed_in || recorded["populations"].size() == 1;
  const bool titled = again["handed_in"]["how"] != "";
  json mine = recorded, theirs = again;
  for (json* side : {&mine, &theirs}) leave_out(*side, handed_in, simulated, titled);
  if (!recorded["identity"]["build"].get<std::string>().starts_with(suite_version() + ", "))
    compare_parts("report.json, identity, build", recorded["identity"]["build"], build(), v);
  compare_members("report.json, identity, ", mine["identity"], theirs["identity"], v);
  compare_members("report.json, run main, ", mine["populations"][0], theirs["populations"][0], v);
  compare_requirements(mine["requirements"], theirs["requirements"], alone, v);
  if (alone) {
    compare_parts("report.json, number of runs", mine["populations"].size(), 1, v);
    for (json* side : {&mine, &theirs}) {
      for (const char* part : {"identity", "populations", "requirements"}) side->erase(part);
    }
    compare_members("report.json, ", mine, theirs, v);
    v.checked.push_back("all that the report says is what the evidence gives again");
    return;
  }
  for (const char* part : kForAll) compare_parts(fmt::format("report.json, {}", part), mine[part], theirs[part], v);
  compare_parts("report.json, calibration", of_main(mine["calibration"], "population"), of_main(theirs["calibration"], "population"), v);
  v.checked.push_back("what the report says of the main run is what its evidence gives again");
  const std::size_t others = mine["populations"].size() - 1;
  v.open.push_back(fmt::format("the verdicts on {} other run{}: no evidence of {} is kept, and the report has the command for each", others,
                               others == 1 ? "" : "s", others == 1 ? "it" : "them"));
}

}  // namespace harness
